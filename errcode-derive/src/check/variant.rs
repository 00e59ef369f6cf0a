//! One variant, or the whole of a struct: its status, code, message and all that goes with them.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Fields, Ident, LitStr};

use super::field::{self, Marked};
use super::hide_as::{Answer, Judged};
use super::status::{self, Consts};
use super::{CHECKS, Type, codes, docs, example, header, message, type_uri};
use crate::check::codes::Codes;
use crate::diagnostics::{Errors, nearest};
use crate::model::{Code, Entry, Example, Kind, Message, Status};
use crate::parse::value::{MessageValue, StatusValue};
use crate::parse::{Attrs, Keyed};

/// A variant as it is written.
pub(super) struct Source<'a> {
    pub(super) ident: &'a Ident,
    pub(super) attributes: &'a [Attribute],
    pub(super) fields: &'a Fields,
    pub(super) attrs: &'a Attrs,
}

/// Judges a variant.
pub(super) fn judge(
    ty: &Type<'_>,
    source: &Source<'_>,
    codes: &mut Codes,
    consts: &mut Consts,
    errors: &mut Errors,
) -> Judged {
    if !ty.is_struct {
        super::names_of_checks(&source.attrs.allow, errors);
    }
    let name = source.ident.unraw().to_string();
    let before = errors.len();
    let fields = field::marked(source.fields, errors);
    let wrong = source.attrs.are_wrong() || fields.iter().any(Marked::is_wrong);
    let mut variant = Variant {
        ty,
        source,
        name: &name,
        fields,
        errors,
    };
    let answer = if variant.is_transparent() {
        Answer::Known(variant.transparent())
    } else if let Some(hide_as) = &source.attrs.hide_as {
        variant.hidden(hide_as, codes, consts)
    } else {
        Answer::Known(Kind::Entry(Box::new(variant.entry(codes, consts))))
    };
    Judged {
        variant: (!ty.is_struct).then(|| source.ident.clone()),
        answer,
        wrong: wrong || errors.len() > before,
        name,
    }
}

pub(super) struct Variant<'a, 'e> {
    pub(super) ty: &'a Type<'a>,
    pub(super) source: &'a Source<'a>,
    pub(super) name: &'a str,
    pub(super) fields: Vec<Marked<'a>>,
    pub(super) errors: &'e mut Errors,
}

impl Variant<'_, '_> {
    /// A key's value: the variant's own, else the type's.
    fn inherited<T: Clone>(&self, key: impl Fn(&Attrs) -> &Option<Keyed<T>>) -> Option<T> {
        let own = key(self.source.attrs).as_ref();
        let value = own.or_else(|| key(self.ty.attrs).as_ref());
        value.map(|keyed| keyed.value.clone())
    }

    pub(super) fn allows(&self, check: &str) -> bool {
        let mut allowed = self.source.attrs.allow.iter().chain(&self.ty.attrs.allow);
        let meant =
            |name: &Ident| name == check || nearest(&name.to_string(), CHECKS) == Some(check);
        allowed.any(meant)
            || [self.source.attrs, self.ty.attrs]
                .iter()
                .any(|attrs| attrs.has_wrong("allow"))
    }

    /// Whether what is wrong in some attribute may have been meant as `key`, which is then not
    /// missing too.
    pub(super) fn may_mean(&self, key: &str) -> bool {
        let fields = self.fields.iter().any(|field| field.may_mean(key));
        fields || self.source.attrs.may_mean(key) || self.ty.attrs.may_mean(key)
    }

    /// Everything is delegated: the variant says so, or the type does and it has nothing of its own.
    fn is_transparent(&self) -> bool {
        let own = self.source.attrs;
        let speaks = own.status.is_some() || own.code.is_some() || own.hide_as.is_some();
        own.transparent.is_some() || self.ty.attrs.transparent.is_some() && !speaks
    }

    fn transparent(&mut self) -> Kind {
        let own = self.source.attrs;
        let noun = self.ty.noun();
        let [field] = self.fields.as_slice() else {
            let at = own.transparent.as_ref();
            let at = at.map_or(self.source.ident, |keyed| &keyed.key);
            let mend = if own.status.is_some() || own.code.is_some() {
                "remove `transparent`"
            } else {
                "write `status = ..., code = \"...\"` in place of `transparent`"
            };
            let name = self.name;
            let found = self.fields.len();
            self.errors.at(at, format!("a transparent {noun} has exactly one field, which answers for it; `{name}` has {found}\n  help: {mend}"));
            return Kind::Entry(Box::new(self.plain()));
        };
        if let Some(mark) = field.mark() {
            let message =
                format!("a transparent {noun}'s field answers for itself\n  help: remove the mark");
            self.errors.at(mark, message);
        }
        let field = Box::new(field.field());
        self.refuse_own("transparent", "everything comes from the inner error", true);
        Kind::Transparent {
            included: !field::mentions(&field.ty, self.ty.ident),
            field,
        }
    }

    /// A hidden variant may have a status and a code, for logs; the client gets another's response.
    fn hidden(&mut self, hide_as: &Keyed<Ident>, codes: &mut Codes, consts: &mut Consts) -> Answer {
        if self.ty.is_struct {
            let message = "`hide_as` names another variant, and a struct has none\n  help: write an enum, with a variant that has the `status` and the `code` for the client";
            self.errors.at(&hide_as.key, message);
            return Answer::Known(Kind::Entry(Box::new(self.plain())));
        }
        self.refuse_own(
            "hide_as",
            "the client gets the response of the other variant",
            false,
        );
        for field in &self.fields {
            if let Some(mark) = field.mark() {
                let message = "a hidden variant has no public fields: the client gets another's response\n  help: remove the mark";
                self.errors.at(mark, message);
            }
        }
        let own = self.source.attrs;
        let has_code = own.code.is_some() || self.ty.attrs.rename_all.is_some();
        let entry = match (&own.status, has_code) {
            (Some(_), true) => {
                let status = self.status(consts);
                let code = self.code(codes, None);
                code.zip(status).map(|(code, status)| {
                    Box::new(Entry {
                        status,
                        code,
                        hidden: true,
                        ..self.plain()
                    })
                })
            }
            (Some(status), false) => {
                let code = self.suggested_code();
                let message = format!(
                    "a hidden variant with a status of its own has a code of its own, for logs\n  help: add `{code}`, or remove `status`"
                );
                self.errors.at(&status.key, message);
                None
            }
            (None, _) => {
                if let Some(code) = &own.code {
                    let message = "a hidden variant with a code of its own has a status of its own, for logs\n  help: add `status = ...`, or remove `code`";
                    self.errors.at(&code.key, message);
                }
                None
            }
        };
        Answer::HiddenAs {
            own: entry,
            target: hide_as.value.clone(),
            instead: Box::new(self.plain()),
        }
    }

    /// Reports keys that would have no effect beside `beside`.
    fn refuse_own(&mut self, beside: &str, why: &str, all: bool) {
        let own = self.source.attrs;
        let keys = [
            own.status.as_ref().filter(|_| all).map(|keyed| &keyed.key),
            own.code.as_ref().filter(|_| all).map(|keyed| &keyed.key),
            own.hide_as.as_ref().filter(|_| all).map(|keyed| &keyed.key),
            own.message.as_ref().map(|keyed| &keyed.key),
            own.expose
                .as_ref()
                .filter(|_| !self.ty.is_struct)
                .map(|keyed| &keyed.key),
            own.title.as_ref().map(|keyed| &keyed.key),
            own.type_uri.as_ref().map(|keyed| &keyed.key),
            own.category.as_ref().map(|keyed| &keyed.key),
        ];
        let headers = own.headers.iter().map(|keyed| &keyed.key);
        let examples = own.examples.iter().map(|keyed| &keyed.key);
        for key in keys.into_iter().flatten().chain(headers).chain(examples) {
            self.errors.at(
                key,
                format!("`{key}` has no effect beside `{beside}`: {why}\n  help: remove `{key}`"),
            );
        }
    }

    fn entry(&mut self, codes: &mut Codes, consts: &mut Consts) -> Entry {
        self.missing();
        let status = self.status(consts);
        let type_uri = self.inherited(|attrs| &attrs.type_uri);
        if let Some(own) = self
            .source
            .attrs
            .type_uri
            .as_ref()
            .filter(|_| !self.ty.is_struct)
        {
            type_uri::judge(&own.value, self.errors);
        }
        let seen_as = status.as_ref().map(|status| (status, type_uri.as_ref()));
        let code = self.code(codes, seen_as);
        let exposed = self.inherited(|attrs| &attrs.expose).is_some();
        let added = field::added(&self.fields, exposed, self.errors);
        let message = self.message(exposed);
        let headers = self.headers();
        self.undocumented();
        let Source {
            ident,
            fields,
            attrs,
            ..
        } = self.source;
        example::judge(self.ty, ident, fields, &attrs.examples, self.errors);
        let message = match message {
            Some(Message::ByStatus) if added.status.is_some() => Message::Masked,
            Some(message) => message,
            None => Message::Masked,
        };
        if let Some(status) = &status {
            self.private_fields(status, &message, consts);
            self.missing_header(status, &headers, &added, consts);
        }
        self.reserved(&added, consts);

        let plain = self.plain();
        let (status, code) = (status.unwrap_or(plain.status), code.unwrap_or(plain.code));
        Entry {
            message,
            type_uri: type_uri.map(|uri| type_uri::with_code(&uri, &code)),
            headers,
            challenge: self.challenge(&status, added.status.is_some()),
            status,
            code,
            details: added.details,
            header_fields: added.headers,
            status_field: added.status,
            ..plain
        }
    }

    /// An entry of what every entry has, with something in the place of its status and code.
    fn plain(&self) -> Entry {
        let own = self.source.attrs;
        let text = |literal: Option<LitStr>| literal.map(|literal| literal.value());
        let examples = own.examples.iter().map(|example| Example {
            caption: text(example.value.caption.clone()).unwrap_or_default(),
            expr: example.value.expr.clone(),
        });
        Entry {
            status: Status::Number(500),
            code: Code {
                text: self.name.to_owned(),
                number: false,
            },
            message: Message::ByStatus,
            title: text(self.inherited(|attrs| &attrs.title)),
            type_uri: None,
            category: text(self.inherited(|attrs| &attrs.category)),
            headers: Vec::new(),
            challenge: None,
            details: Vec::new(),
            header_fields: Vec::new(),
            status_field: None,
            docs: docs::docs(self.source.attributes),
            deprecated: docs::deprecated(self.source.attributes),
            hidden: docs::is_hidden(self.source.attributes),
            shared: self.allows("duplicate_code"),
            examples: examples.collect(),
            fieldless: self.fields.is_empty(),
        }
    }

    fn status(&mut self, consts: &mut Consts) -> Option<Status> {
        let lenient = self.allows("non_error_status");
        match self.inherited(|attrs| &attrs.status)? {
            StatusValue::Path(path) => {
                let path = status::outside(path, self.ty, self.errors)?;
                Some(Status::Named(consts.status(&path, lenient)))
            }
            StatusValue::Literal(literal) => {
                let number = status::number(&literal, lenient);
                if let Err(message) = &number
                    && self.source.attrs.status.is_some()
                {
                    self.errors.at(&literal, message);
                }
                number.ok().map(Status::Number)
            }
        }
    }

    /// The code. `seen_as`: the status and type that a client sees beside it, or in its place.
    fn code(&self, codes: &mut Codes, seen_as: Option<(&Status, Option<&LitStr>)>) -> Option<Code> {
        let written = self.source.attrs.code.as_ref().map(|code| &code.value);
        let at = match written {
            Some(crate::parse::value::CodeValue::Text(text)) => text.to_token_stream(),
            Some(crate::parse::value::CodeValue::Number(_, tokens)) => tokens.to_token_stream(),
            None => self.source.ident.to_token_stream(),
        };
        let code = codes::code(self.ty, written, self.source.ident)?;
        let problem = seen_as.and_then(|(status, uri)| codes.problem(status, uri, &code));
        let odd_prefix = written.is_none() && codes.odd_prefix;
        codes.take(&code, problem, self.name, at, |check| {
            self.allows(check) || odd_prefix && check == "code_style"
        });
        Some(code)
    }

    fn message(&mut self, exposed: bool) -> Option<Message> {
        match self
            .source
            .attrs
            .message
            .as_ref()
            .map(|message| &message.value)
        {
            None if exposed => Some(Message::Exposed),
            None => Some(Message::ByStatus),
            Some(MessageValue::Path(path)) => Some(Message::Function(path.clone())),
            Some(MessageValue::Text(literal)) => {
                let parsed = message::parse(literal, &self.fields, self.name, self.errors)?;
                for at in &parsed.shows {
                    let field = &self.fields[*at];
                    if field.is_source && !exposed {
                        let name = &field.name;
                        self.errors.at(literal, format!("`{{{name}}}` is a source, which is for logs: what it says may be internal\n  help: leave it out, or write `expose` to show it nevertheless"));
                    }
                }
                Some(parsed.message)
            }
        }
    }

    /// The fixed headers: the variant's own, and the type's of other names.
    fn headers(&mut self) -> Vec<(String, String)> {
        let mut headers: Vec<(String, String)> = Vec::new();
        let own = &self.source.attrs.headers;
        for keyed in own {
            let name = header::name(&keyed.value.name, self.errors);
            header::value(&keyed.value.value, self.errors);
            if headers.iter().any(|(known, _)| *known == name) {
                header::repeated(&keyed.value.name, self.errors);
            }
            headers.push((name, keyed.value.value.value()));
        }
        if self.ty.is_struct {
            return headers;
        }
        let taken: Vec<String> = headers.iter().map(|(name, _)| name.clone()).collect();
        for keyed in &self.ty.attrs.headers {
            let name = keyed.value.name.value().to_ascii_lowercase();
            if !taken.contains(&name) {
                headers.push((name, keyed.value.value.value()));
            }
        }
        headers
    }

    /// The type's challenge, if the status can be 401.
    fn challenge(&self, status: &Status, run_time: bool) -> Option<String> {
        let may = run_time || !matches!(status, Status::Number(number) if *number != 401);
        let challenge = self.ty.attrs.challenge.as_ref().filter(|_| may)?;
        Some(challenge.value.value())
    }
}
