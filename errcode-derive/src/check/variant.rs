//! One variant, or the whole of a struct: its status, code, message and all that goes with them.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::codes::{self, Codes, Registered};
use super::field::{self, Marked};
use super::field_type;
use super::hide_as::{Checked, Response};
use super::of_type::{Declared, Type};
use super::settings::Settings;
use super::status::Consts;
use super::{docs, example, message, text, uri, word};
use crate::diagnostics::Diagnostics;
use crate::model::{Code, Entry, Example, Format, Kind, Message, Status};
use crate::parse::Keyed;
use crate::parse::shape::{CodeValue, MessageValue, StatusValue};
use crate::tokens::source;

/// Judges a variant.
pub(super) fn judge(
    ty: &Type<'_>,
    declared: &Declared<'_>,
    defaults: &Settings,
    codes: &mut Codes,
    consts: &mut Consts,
    errors: &mut Diagnostics,
) -> Checked {
    let name = declared.ident.unraw().to_string();
    let before = errors.len();
    let settings = Settings::new(declared.attrs, Some(defaults), ty, errors);
    let fields = field::marked(declared.fields, declared.attributes, errors);
    let wrong = declared.attrs.is_wrong() || fields.iter().any(Marked::is_wrong);
    let mut variant = Variant {
        ty,
        declared,
        name: &name,
        settings,
        format: ty.format.clone(),
        fields,
        errors,
    };
    let response = if variant.is_transparent() {
        Response::Own(variant.transparent())
    } else if let Some(hide_as) = &declared.attrs.hide_as {
        variant.hidden(hide_as, codes, consts)
    } else {
        Response::Own(Kind::Entry(Box::new(variant.entry(codes, consts))))
    };
    Checked {
        variant: (!ty.is_struct).then(|| declared.ident.clone()),
        response,
        allowed: variant.settings.allowed,
        wrong: wrong || errors.len() > before,
        name,
    }
}

pub(super) struct Variant<'a, 'e> {
    pub(super) ty: &'a Type<'a>,
    pub(super) declared: &'a Declared<'a>,
    pub(super) name: &'a str,
    pub(super) settings: Settings,
    /// Its own, or that of the type.
    pub(super) format: Format,
    pub(super) fields: Vec<Marked<'a>>,
    pub(super) errors: &'e mut Diagnostics,
}

impl Variant<'_, '_> {
    /// Whether what is wrong in some attribute may have been meant as `key`, which is then not
    /// missing too.
    pub(super) fn may_mean(&self, key: &str) -> bool {
        let fields = self.fields.iter().any(|field| field.may_mean(key));
        fields || self.declared.attrs.may_mean(key) || self.ty.attrs.may_mean(key)
    }

    /// Everything is delegated: the variant says so, or the type does and the variant has no response of its own.
    fn is_transparent(&self) -> bool {
        let own = self.declared.attrs;
        let responds = own.status.is_some() || own.code.is_some() || own.hide_as.is_some();
        own.transparent.is_some() || self.ty.attrs.transparent.is_some() && !responds
    }

    fn transparent(&mut self) -> Kind {
        let own = self.declared.attrs;
        let noun = self.ty.noun();
        let [field] = self.fields.as_slice() else {
            let at = own.transparent.as_ref();
            let at = at.map_or(self.declared.ident, |keyed| &keyed.key);
            let add = format!(", and add `status = 500, {}`", self.suggested_code());
            let has_own = own.status.is_some() || own.code.is_some();
            let help = "remove `transparent`".to_owned() + if has_own { "" } else { &*add };
            let (name, count) = (self.name, self.fields.len());
            let message = format!(
                "a transparent {noun} has exactly one field, whose response is sent; `{name}` has {count}"
            );
            self.errors.report(at, message, help);
            return Kind::Entry(Box::new(self.plain()));
        };
        if let Some(mark) = field.mark() {
            let message = format!("the field of a transparent {noun} has its own response");
            self.errors.remove(mark, message);
        }
        let field = Box::new(field.field());
        if field_type::is_option(&field.ty) {
            let found = source(&field.ty);
            let message =
                format!("the field of a transparent {noun} is an error, and `{found}` is not");
            let help = "unwrap it where the error is made, and give the field the inner type";
            self.errors.report(&field.ty, message, help);
            return Kind::Entry(Box::new(self.plain()));
        }
        self.refuse_own("transparent", "everything comes from the inner error");
        Kind::Transparent {
            formats: self.inner_format(),
            included: !field_type::mentions(&field.ty, self.ty.ident),
            field,
        }
    }

    /// A hidden variant may have a status and a code, for logs; the client gets another's response.
    fn hidden(
        &mut self,
        hide_as: &Keyed<Ident>,
        codes: &mut Codes,
        consts: &mut Consts,
    ) -> Response {
        if self.ty.is_struct {
            let message = "`hide_as` names another variant, and a struct has none";
            let help =
                "write an enum, with a variant that has the `status` and the `code` for the client";
            self.errors.report(&hide_as.key, message, help);
            return Response::Own(Kind::Entry(Box::new(self.plain())));
        }
        self.refuse_own(
            "hide_as",
            "the client gets the response of the other variant",
        );
        for mark in self.fields.iter().filter_map(Marked::mark) {
            let message =
                "a hidden variant has no public fields: the client gets another's response";
            self.errors.remove(mark, message);
        }
        let own = self.declared.attrs;
        let has_code = own.code.is_some() || self.ty.attrs.rename_all.is_some();
        let alone = match (&own.status, &own.code) {
            (Some(status), _) if !has_code => Some((&status.key, self.suggested_code())),
            (None, Some(code)) => Some((&code.key, "status = 403".to_owned())),
            _ => None,
        };
        if let Some((key, missing)) = alone {
            let message = "a hidden variant has its own `status` and `code`, for logs, or neither";
            let help = format!("add `{missing}`, or remove `{key}`");
            self.errors.report(key, message, help);
        }
        if own.status.is_none() && own.code.is_none() {
            self.unheard_logs();
        }
        let mut entry = None;
        if own.status.is_some() && has_code {
            let (status, code) = (self.status(consts), self.code(codes, None));
            entry = status.zip(code).map(|(status, code)| {
                Box::new(Entry {
                    status,
                    code,
                    hidden: true,
                    ..self.plain()
                })
            });
        }
        Response::HiddenAs {
            own: entry,
            target: hide_as.value.clone(),
            fallback: Box::new(self.plain()),
        }
    }

    /// Reports `log` and `log_target` on a hidden variant that is logged as the variant that it names.
    fn unheard_logs(&mut self) {
        let of_fields = self.fields.iter().filter_map(Marked::logged_by);
        let own = self.declared.attrs;
        let of_variant = own.log.iter().chain(&own.log_target).map(|log| &log.key);
        let needed = match &self.ty.attrs.rename_all {
            Some(_) => "status = 403".to_owned(),
            None => format!("status = 403, {}", self.suggested_code()),
        };
        for key in of_variant.chain(of_fields) {
            let message = format!(
                "`{key}` has no effect on a hidden variant without `status` and `code`: it is logged as the other variant"
            );
            let help = format!("add `{needed}` to the variant");
            self.errors.report(key, message, help);
        }
    }

    /// Reports the keys of a response that has no effect beside `beside`.
    fn refuse_own(&mut self, beside: &str, why: &str) {
        for key in &self.declared.attrs.given {
            let is_of_response = match key.unraw().to_string().as_str() {
                "message" | "title" | "type" | "category" | "header" | "example" | "grpc"
                | "retryable" => true,
                // On a struct it may be meant for the sources of fields.
                "expose" => !self.ty.is_struct,
                // A hidden variant may have them for logs.
                "format" => beside == "hide_as",
                "status" | "code" | "hide_as" | "log" | "log_target" => beside == "transparent",
                _ => false,
            };
            if is_of_response {
                let message = format!("`{key}` has no effect beside `{beside}`: {why}");
                self.errors.remove(key, message);
            }
        }
    }

    fn entry(&mut self, codes: &mut Codes, consts: &mut Consts) -> Entry {
        self.missing();
        let format = self.own_format();
        let status = self.status(consts);
        let code = self.code(codes, status.as_ref());
        let style = self.ty.attrs.rename_all_fields.as_ref();
        let style = style.map(|style| style.value.value());
        let exposed = self.settings.expose;
        let added = field::added(&self.fields, exposed, style.as_deref(), self.errors);
        self.unused_title(consts);
        let message = self.message();
        self.undocumented();
        example::judge(self.ty, self.declared, self.errors);
        let message = message
            .filter(|message| !matches!(message, Message::ByStatus) || added.status.is_none());
        let message = message.unwrap_or(Message::Masked);
        let headers = std::mem::take(&mut self.settings.headers);
        if let Some(status) = &status {
            self.private_fields(status, &message, consts);
            self.missing_header(status, &headers, &added, consts);
        }
        self.reserved(&added, consts);

        let grpc = self.declared.attrs.grpc.as_ref();
        let grpc = grpc.and_then(|code| word::grpc(code, self.errors));
        let plain = self.plain();
        let (status, code) = (status.unwrap_or(plain.status), code.unwrap_or(plain.code));
        let type_uri = self.settings.type_uri.as_ref();
        Entry {
            message,
            type_uri: type_uri.map(|reference| uri::with_code(reference, &code)),
            headers,
            format,
            grpc,
            challenge: self.challenge(&status, added.status.is_some()),
            status,
            code,
            details: added.details,
            header_fields: added.headers,
            header_maps: added.header_maps,
            status_field: added.status,
            ..plain
        }
    }

    /// An entry of what every entry has, with something in the place of its status and code.
    fn plain(&self) -> Entry {
        let examples = self.declared.attrs.examples.iter().map(|example| Example {
            caption: example
                .value
                .caption
                .as_ref()
                .map_or_else(String::new, LitStr::value),
            expr: example.value.expr.to_token_stream(),
        });
        Entry {
            status: Status::Number(500),
            code: Code {
                text: self.name.to_owned(),
                number: false,
            },
            message: Message::ByStatus,
            title: self.settings.title.clone(),
            type_uri: None,
            category: self.settings.category.clone(),
            headers: Vec::new(),
            challenge: None,
            details: Vec::new(),
            header_fields: Vec::new(),
            header_maps: Vec::new(),
            status_field: None,
            docs: docs::docs(self.declared.attributes),
            deprecated: docs::deprecated(self.declared.attributes),
            hidden: docs::is_hidden(self.declared.attributes),
            format: None,
            retryable: self.settings.retryable,
            log: self.settings.log,
            log_target: self.settings.log_target.clone(),
            grpc: None,
            log_fields: field::logged(&self.fields),
            shared: self.settings.allowed.allows("duplicate_code"),
            examples: examples.collect(),
            fieldless: self.fields.is_empty(),
        }
    }

    fn status(&self, consts: &mut Consts) -> Option<Status> {
        match self.settings.status.as_ref()? {
            StatusValue::Path(path) => {
                let lenient = self.settings.allowed.allows("non_error_status");
                Some(Status::Named(consts.status(path, lenient)))
            }
            StatusValue::Literal(literal) => literal.base10_parse().ok().map(Status::Number),
        }
    }

    /// The code. `status`: that which a client sees beside it, or in its place.
    fn code(&self, codes: &mut Codes, status: Option<&Status>) -> Option<Code> {
        let written = self.declared.attrs.code.as_ref().map(|code| &code.value);
        let at: TokenStream = match written {
            Some(CodeValue::Text(text)) => text.to_token_stream(),
            Some(CodeValue::Number(_, tokens)) => tokens.to_token_stream(),
            None => self.declared.ident.to_token_stream(),
        };
        let code = codes::code(self.ty, written, self.declared.ident)?;
        let reference = self.settings.type_uri.as_ref();
        let status = status.filter(|_| !self.may_mean("type"));
        let problem = status.and_then(|status| {
            let type_uri = reference.map(|reference| uri::with_code(reference, &code));
            codes.problem(status, type_uri.as_deref())
        });
        codes.register(Registered {
            code: code.clone(),
            problem,
            variant: self.name.to_owned(),
            at,
            allowed: self.settings.allowed.clone(),
            shared: self.settings.allowed.allows("duplicate_code"),
            generated: written.is_none(),
        });
        Some(code)
    }

    fn message(&mut self) -> Option<Message> {
        let exposed = self.settings.expose;
        let message = match &self.declared.attrs.message {
            Some(message) => message,
            None if exposed => return Some(Message::Exposed),
            None => return Some(Message::ByStatus),
        };
        let literal = match &message.value {
            MessageValue::Path(path) => return Some(Message::Function(path.clone())),
            MessageValue::Text(literal) => literal,
        };
        if literal.value().trim().is_empty() {
            text::report_blank(&message.key, literal, self.errors);
            return None;
        }
        let parsed = message::parse(literal, &self.fields, self.name, self.errors)?;
        let shown = parsed.shows.iter().map(|at| &self.fields[*at]);
        for field in shown.filter(|field| field.is_source && !exposed) {
            let name = &field.name;
            let message =
                format!("`{{{name}}}` is a source, which is for logs: its text may be internal");
            let help = "leave it out, or write `expose` to show it nevertheless";
            self.errors.report(literal, message, help);
        }
        Some(parsed.message)
    }
}
