//! Rules between the parts of one variant: what its status, message, fields and headers owe each
//! other.

use errcode_rules::header::{MANDATORY, mandatory};
use errcode_rules::{member, message};
use quote::{ToTokens, quote};
use syn::{Attribute, Member, Path};

use super::code_style::Styles;
use super::field::{Added, Marked, Named};
use super::status::Consts;
use super::variant::Variant;
use super::{docs, text};
use crate::diagnostics::Mistake;
use crate::model::{Format, Message, Status};
use crate::naming;
use crate::nearest::distance;
use crate::parse::shape::{CodeValue, StatusValue};

impl Variant<'_, '_> {
    /// Reports a missing status, a missing code, or both, in one error.
    pub(super) fn missing(&mut self) {
        let mut attributes = self.declared.attributes.iter().map(Attribute::path);
        // Rustc reports that there is no such attribute, and suggests this one.
        let is_misspelt = |path: &Path| {
            path.get_ident()
                .is_some_and(|name| distance(&name.to_string(), "api") == 1)
        };
        if self.may_mean("hide_as") || self.may_mean("transparent") || attributes.any(is_misspelt) {
            return;
        }
        let has_status = self.settings.status.is_some() || self.may_mean("status");
        let has_code = self.ty.lacks_codes
            || self.declared.attrs.code.is_some()
            || self.ty.attrs.rename_all.is_some();
        let has_code = has_code || self.may_mean("code") || self.may_mean("rename_all");
        if has_status && has_code {
            return;
        }
        let code = self.suggested_code();
        let (what, keys) = match (has_status, has_code) {
            (false, false) => ("`status` and no `code`", format!("status = 500, {code}")),
            (false, true) => ("`status`", "status = 500".to_owned()),
            (true, _) => ("`code`", code),
        };
        let name = self.name;
        let why = if !has_status && self.fields.iter().any(Marked::gives_status) {
            ", which is sent if the field has no status of an error"
        } else {
            ""
        };
        self.errors.report(
            self.declared.ident,
            format!("`{name}` has no {what}"),
            format!("add `#[api({keys})]`{why}"),
        );
    }

    /// The code that the variant's name would give, of the kind and in the style of the others.
    pub(super) fn suggested_code(&self) -> String {
        let others = self
            .ty
            .variants
            .iter()
            .filter_map(|variant| variant.attrs.code.as_ref());
        let mut texts = Vec::new();
        let mut next = None;
        for other in others {
            match &other.value {
                CodeValue::Text(text) => texts.push(Styles::new(&text.value())),
                CodeValue::Number(number, _) => next = next.max(number.checked_add(1)),
            }
        }
        if let Some(next) = next.filter(|_| texts.is_empty()) {
            return format!("code = {next}");
        }
        let upper = naming::rename(self.name, naming::STYLES[0]).unwrap_or_default();
        let renamed = Styles::of_most(&texts.into_iter()).rename(&upper);
        format!("code = {:?}", renamed.unwrap_or(upper))
    }

    /// Under a 4xx without a message, `Display` may show only what is public.
    pub(super) fn private_fields(
        &mut self,
        status: &Status,
        message: &Message,
        consts: &mut Consts,
    ) {
        let ways = ["message", "expose", "public", "flatten", "transparent"];
        let meant = ways.iter().any(|way| self.declared.attrs.may_mean(way));
        let meant = meant || self.ty.attrs.may_mean("expose");
        if meant || !matches!(message, Message::ByStatus) {
            return;
        }
        let (name, noun) = (self.name, self.ty.noun());
        let is_private = |field: &&Marked<'_>| {
            field.mark().is_none() && !field.is_wrong() && !field.has_one_value()
        };
        for field in self.fields.iter().filter(is_private) {
            let at = field.tokens();
            match status {
                Status::Number(number) if (400..500).contains(number) => {
                    let what = &field.name;
                    let ways = format!("write `message = \"...\"` on the {noun}, or `expose`");
                    let help = if field.is_source {
                        format!("a source is for logs: {ways} to show it nevertheless")
                    } else if let Member::Unnamed(_) = field.member {
                        format!("mark it `#[api(public = \"name\")]`, or {ways}")
                    } else {
                        format!("mark it `#[api(public)]`, or {ways}")
                    };
                    let message = format!(
                        "field `{what}` is not public, and `{name}` shows its `Display` to the client, as every 4xx without a `message`"
                    );
                    self.errors.report(at, message, help);
                }
                Status::Number(_) => {}
                Status::Named(status) => consts.check("private_field", quote!(#status), at),
            }
        }
    }

    /// A status without the header that RFC 9110 makes mandatory for it.
    pub(super) fn missing_header(
        &mut self,
        status: &Status,
        headers: &[(String, String)],
        added: &Added,
        consts: &mut Consts,
    ) {
        if self.may_mean("header") || self.may_mean("challenge") {
            return;
        }
        let is_challenged = self.ty.attrs.challenge.is_some();
        let has = |name: &str| {
            let name = name.to_ascii_lowercase();
            let sent = |(known, value): &(String, String)| {
                // Only that nothing is allowed can be said by nothing (RFC 9110, 10.2.1).
                *known == name && (name == "allow" || !value.trim().is_empty())
            };
            headers.iter().any(sent)
                || added.always.contains(&name)
                || is_challenged && name == "www-authenticate"
        };
        let at = match &self.settings.status {
            Some(StatusValue::Literal(literal)) => literal.to_token_stream(),
            Some(StatusValue::Path(path)) => path.to_token_stream(),
            None => self.declared.ident.to_token_stream(),
        };
        match status {
            Status::Number(number) => {
                let missing = mandatory(*number).filter(|mandatory| !has(mandatory.name));
                let Some(missing) =
                    missing.filter(|_| !self.settings.allowed.allows("missing_header"))
                else {
                    return;
                };
                // A type's status is one mistake, however many variants take it over.
                let is_default = self.declared.attrs.status.is_none();
                if !is_default || !std::mem::replace(&mut consts.default_lacks_header, true) {
                    self.errors
                        .push(Mistake::shared(at, &message::missing_header(missing)));
                }
            }
            Status::Named(status) => {
                let missing = MANDATORY
                    .iter()
                    .map(|mandatory| (mandatory.name, mandatory.status));
                for (_, demanding) in missing.filter(|(name, _)| !has(name)) {
                    if !self.settings.allowed.allows("missing_header") {
                        consts.check_once("header", quote!(#status, #demanding), &at);
                    }
                }
            }
        }
    }

    /// Members that the format writes itself. What a user's format writes only const evaluation can tell.
    pub(super) fn reserved(&mut self, added: &Added, consts: &mut Consts) {
        for Named { name, key, at } in &added.names {
            let is_reserved = match self.format {
                Format::Problem { code } => member::of_problem(code).contains(&&**name),
                Format::BuiltIn("ProblemXml") => member::of_problem(true).contains(&&**name),
                // The others put fields where no name is taken.
                Format::Nested | Format::Flat | Format::BuiltIn(_) => false,
                Format::Path(_) => true,
            };
            if !is_reserved || self.settings.allowed.allows("reserved_member") {
                continue;
            }
            if let Format::Path(format) = &self.format {
                let reserved = quote!(__errcode::FormatVtable::new::<#format>().reserved());
                consts.check_once("member", quote!(#reserved, #name), at);
            } else {
                self.errors
                    .push(Mistake::shared(at, &message::reserved_member(name, key)));
            }
        }
    }

    /// The type's challenge, if the status can be 401 and the variant does not allow that the header is missing.
    pub(super) fn challenge(&self, status: &Status, run_time: bool) -> Option<String> {
        let may = run_time || !matches!(status, Status::Number(number) if *number != 401);
        let challenge = self.ty.attrs.challenge.as_ref().filter(|_| may)?;
        let is_sent = !self.settings.allowed.own_allows("missing_header");
        is_sent.then(|| challenge.value.value())
    }

    /// A title that no problem carries: without a `type` it is the reason phrase (RFC 9457, 4.2.1).
    pub(super) fn unused_title(&mut self, consts: &mut Consts) {
        let own = self.declared.attrs.title.as_ref();
        let title = own.or(self.ty.attrs.title.as_ref());
        let is_problem = matches!(
            self.format,
            Format::Problem { .. } | Format::BuiltIn("ProblemXml")
        );
        let has_type = self.settings.type_uri.as_ref();
        let has_type = has_type.is_some_and(|reference| reference != "about:blank");
        let is_unused = is_problem && !has_type && !self.may_mean("type");
        let is_text = |text: &str| !text.trim().is_empty() && text::placeholder(text).is_none();
        let Some(title) = title.filter(|title| is_unused && is_text(&title.value.value())) else {
            return;
        };
        // A type's title is one mistake, however many variants take it over.
        if own.is_some() || !std::mem::replace(&mut consts.default_title_is_unused, true) {
            let message = "a problem without a `type` has the reason phrase as its title (RFC 9457, 4.2.1), so that this title is never sent";
            let help = "add `type = \"https://example.com/errors/{code}\"`, or remove `title`";
            self.errors.report(&title.key, message, help);
        }
    }

    pub(super) fn undocumented(&mut self) {
        if self.ty.denies_undocumented
            && docs::is_undocumented(&docs::docs(self.declared.attributes))
        {
            let message = format!("`{}` has no doc comment", self.name);
            self.errors.report(
                self.declared.ident,
                message,
                "write what it means, `/// ...`",
            );
        }
    }
}
