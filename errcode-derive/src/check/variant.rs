//! One variant, or the whole of a struct: its status, code, message and all that goes with them.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Fields, Ident, LitStr};

use super::field::{self, Added, Marked};
use super::hide::{Answer, Judged};
use super::status::{self, Consts};
use super::{Type, code, docs, header, message};
use crate::attr::{Attrs, Keyed};
use crate::case;
use crate::check::code::Codes;
use crate::errors::Errors;
use crate::model::{Code, ConstCheck, Entry, Example, Kind, Message, Status};
use crate::value::{MessageValue, StatusValue};

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
    let poisoned = source.attrs.poisoned || fields.iter().any(Marked::is_poisoned);
    let mut variant = Variant {
        ty,
        source,
        name: &name,
        fields,
        poisoned,
        errors,
    };
    let kind = if variant.is_transparent() {
        variant.transparent()
    } else if let Some(hide_as) = &source.attrs.hide_as {
        variant.hidden(hide_as, codes, consts)
    } else {
        let entry = variant.entry(codes, consts);
        entry.map(|entry| Answer::Known(Kind::Entry(Box::new(entry))))
    };
    Judged {
        variant: (!ty.is_struct).then(|| source.ident.clone()),
        kind: kind.filter(|_| errors.len() == before && !poisoned),
        name,
    }
}

struct Variant<'a, 'e> {
    ty: &'a Type<'a>,
    source: &'a Source<'a>,
    name: &'a str,
    fields: Vec<Marked<'a>>,
    poisoned: bool,
    errors: &'e mut Errors,
}

impl Variant<'_, '_> {
    /// A key's value: the variant's own, else the type's.
    fn inherited<T: Clone>(&self, key: impl Fn(&Attrs) -> &Option<Keyed<T>>) -> Option<T> {
        let own = key(self.source.attrs).as_ref();
        let value = own.or_else(|| key(self.ty.attrs).as_ref());
        value.map(|keyed| keyed.value.clone())
    }

    fn allows(&self, check: &str) -> bool {
        let mut allowed = self.source.attrs.allow.iter().chain(&self.ty.attrs.allow);
        allowed.any(|name| name == check)
    }

    /// Everything is delegated: the variant says so, or the type does and it has nothing of its own.
    fn is_transparent(&self) -> bool {
        let own = self.source.attrs;
        let speaks = own.status.is_some() || own.code.is_some() || own.hide_as.is_some();
        own.transparent.is_some() || self.ty.attrs.transparent.is_some() && !speaks
    }

    fn transparent(&mut self) -> Option<Answer> {
        self.refuse_own("transparent", "everything comes from the inner error", true);
        let at = self.source.attrs.transparent.as_ref();
        let at = at.map_or(self.source.ident, |keyed| &keyed.key);
        let [field] = self.fields.as_slice() else {
            let name = self.name;
            let found = self.fields.len();
            self.errors.at(at, format!("a transparent variant has exactly one field, which answers for it; `{name}` has {found}"));
            return None;
        };
        if let Some(mark) = field.mark() {
            let message =
                "a transparent variant's field answers for itself\n  help: remove the mark";
            self.errors.at(mark, message);
            return None;
        }
        let field = field.field();
        Some(Answer::Known(Kind::Transparent {
            included: !field::mentions(&field.ty, self.ty.ident),
            field,
        }))
    }

    /// A hidden variant may have a status and a code, for logs; the client gets another's response.
    fn hidden(
        &mut self,
        hide_as: &Keyed<Ident>,
        codes: &mut Codes,
        consts: &mut Consts,
    ) -> Option<Answer> {
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
        let coded = own.code.is_some() || self.ty.attrs.rename_all.is_some();
        let entry = match (&own.status, coded) {
            (Some(_), true) => {
                let status = self.status(consts);
                let code = self.code(codes, &status, None);
                code.zip(status).map(|(code, status)| {
                    let mut entry = self.plain(status, code);
                    entry.hidden = true;
                    Box::new(entry)
                })
            }
            (Some(status), false) => {
                let message = "a hidden variant with a status of its own has a code of its own, for logs\n  help: add `code = \"...\"`, or remove `status`";
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
        Some(Answer::HiddenAs {
            own: entry,
            target: hide_as.value.clone(),
        })
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

    fn entry(&mut self, codes: &mut Codes, consts: &mut Consts) -> Option<Entry> {
        self.missing();
        let status = self.status(consts);
        let type_uri = self.inherited(|attrs| &attrs.type_uri);
        let code = self.code(codes, &status, type_uri.as_ref());
        let exposed = self.inherited(|attrs| &attrs.expose).is_some();
        let added = field::added(&self.fields, exposed, self.errors);
        let message = self.message(exposed);
        let headers = self.headers();
        self.undocumented();
        let (status, code) = status.zip(code)?;
        let message = match message? {
            Message::ByStatus if added.status.is_some() => Message::Masked,
            other => other,
        };
        self.private_fields(&status, &message, consts);
        self.missing_header(&status, &headers, &added, consts);
        self.reserved(&added, consts);

        let mut entry = self.plain(status, code);
        entry.message = message;
        entry.type_uri = type_uri.map(|uri| self.type_uri(&uri, &entry.code));
        entry.headers = headers;
        entry.challenge = self.challenge(&entry.status, added.status.is_some());
        entry.details = added.details;
        entry.header_fields = added.headers;
        entry.status_field = added.status;
        Some(entry)
    }

    /// An entry of what every entry has.
    fn plain(&self, status: Status, code: Code) -> Entry {
        let own = self.source.attrs;
        let text = |literal: Option<LitStr>| literal.map(|literal| literal.value());
        let examples = own.examples.iter().map(|example| Example {
            caption: text(example.value.caption.clone()).unwrap_or_default(),
            expr: example.value.expr.clone(),
        });
        Entry {
            status,
            code,
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

    /// Reports a missing status, a missing code, or both, in one error.
    fn missing(&mut self) {
        let own = self.source.attrs;
        let has_status = own.status.is_some() || self.ty.attrs.status.is_some();
        let has_code = own.code.is_some() || self.ty.attrs.rename_all.is_some();
        if self.poisoned || self.ty.attrs.poisoned || has_status && has_code {
            return;
        }
        let suggested = case::rename(self.name, case::STYLES[0]).unwrap_or_default();
        let code = format!("code = \"{suggested}\"");
        let (what, mend) = match (has_status, has_code) {
            (false, false) => ("`status` and no `code`", format!("status = 500, {code}")),
            (false, true) => ("`status`", "status = 500".to_owned()),
            (true, _) => ("`code`", code),
        };
        let name = self.name;
        self.errors.at(
            self.source.ident,
            format!("`{name}` has no {what}\n  help: add `#[api({mend})]`"),
        );
    }

    fn status(&mut self, consts: &mut Consts) -> Option<Status> {
        let lenient = self.allows("non_error_status");
        match self.inherited(|attrs| &attrs.status)? {
            StatusValue::Path(path) => Some(Status::Named(consts.status(&path, lenient))),
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

    fn code(
        &self,
        codes: &mut Codes,
        status: &Option<Status>,
        type_uri: Option<&LitStr>,
    ) -> Option<Code> {
        let written = self.source.attrs.code.as_ref().map(|code| &code.value);
        let at = match written {
            Some(crate::value::CodeValue::Text(text)) => text.to_token_stream(),
            Some(crate::value::CodeValue::Number(_, tokens)) => tokens.clone(),
            None => self.source.ident.to_token_stream(),
        };
        let code = code::code(self.ty, written, self.source.ident)?;
        let type_uri = type_uri.map(|uri| self.type_uri(uri, &code));
        let unknown = Status::Number(0);
        let status = status.as_ref().unwrap_or(&unknown);
        codes.take(&code, status, type_uri.as_deref(), self.name, at, |check| {
            self.allows(check)
        });
        Some(code)
    }

    /// The `type` with the code in its place, percent-encoded as a URI demands.
    fn type_uri(&self, uri: &LitStr, code: &Code) -> String {
        let encoded: String = code
            .text
            .bytes()
            .map(|byte| match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    char::from(byte).to_string()
                }
                _ => format!("%{byte:02X}"),
            })
            .collect();
        uri.value().replace("{code}", &encoded)
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

    /// Section 4: under a 4xx without a message, `Display` may show only what is public.
    fn private_fields(&mut self, status: &Status, message: &Message, consts: &mut Consts) {
        if !matches!(message, Message::ByStatus) {
            return;
        }
        let name = self.name;
        for field in self.fields.iter().filter(|field| field.mark().is_none()) {
            let at = field.tokens();
            match status {
                Status::Number(number) if (400..500).contains(number) => {
                    let what = &field.name;
                    let mend = if field.is_source {
                        "a source is for logs: write `message = \"...\"` on the variant, or `expose` to show it nevertheless"
                    } else {
                        "mark it `#[api(public)]`, or write `message = \"...\"` on the variant, or `expose`"
                    };
                    self.errors.at(at, format!("field `{what}` is not public, and `{name}` shows its `Display` to the client, as every 4xx without a `message`\n  help: {mend}"));
                }
                Status::Number(_) => {}
                Status::Named(status) => consts.checks.push(ConstCheck::PrivateField {
                    status: status.clone(),
                    field: at,
                }),
            }
        }
    }

    fn missing_header(
        &mut self,
        status: &Status,
        headers: &[(String, String)],
        added: &Added,
        consts: &mut Consts,
    ) {
        if self.allows("missing_header") {
            return;
        }
        let challenged = self.ty.attrs.challenge.is_some();
        let has = |name: &str| {
            headers.iter().any(|(known, _)| known == name)
                || added.always.iter().any(|known| known == name)
                || challenged && name == "www-authenticate"
        };
        match status {
            Status::Number(number) => {
                let Some((name, mend)) = header::mandatory(*number) else {
                    return;
                };
                if !has(&name.to_ascii_lowercase()) {
                    let own = self.source.attrs.status.as_ref();
                    let at = match own.map(|keyed| &keyed.value) {
                        Some(StatusValue::Literal(literal)) => literal.to_token_stream(),
                        _ => self.source.ident.to_token_stream(),
                    };
                    self.errors.at(at, format!("a {number} without `{name}`, which RFC 9110 makes mandatory\n  help: add `{mend}`, or a field `#[api(header = \"{name}\")]`; if something else sets it, write `allow(missing_header)`"));
                }
            }
            Status::Named(status) => {
                let demanding = header::demanding(has);
                consts
                    .checks
                    .extend(demanding.map(|demanding| ConstCheck::Header {
                        status: status.clone(),
                        demanding,
                    }));
            }
        }
    }

    fn reserved(&self, added: &Added, consts: &mut Consts) {
        if !self.allows("reserved_member") {
            let names = added.names.iter();
            consts
                .checks
                .extend(names.map(|(name, at)| ConstCheck::Member {
                    name: name.clone(),
                    at: at.clone(),
                }));
        }
    }

    fn undocumented(&mut self) {
        let denied = self.ty.attrs.deny.as_ref();
        let denied =
            denied.is_some_and(|deny| deny.value.iter().any(|name| name == "undocumented"));
        if denied && docs::is_undocumented(&docs::docs(self.source.attributes)) {
            let name = self.name;
            self.errors.at(
                self.source.ident,
                format!("`{name}` has no doc comment\n  help: write what it means, `/// ...`"),
            );
        }
    }
}
