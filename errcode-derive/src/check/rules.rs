//! Rules between the parts of one variant: what its status, message, fields and headers owe each
//! other.

use errcode_rules::{member, message};
use quote::ToTokens;
use syn::Member;
use syn::ext::IdentExt;

use super::code_style::Styles;
use super::field::{Added, Marked, Named};
use super::status::Consts;
use super::variant::Variant;
use super::{docs, header};
use crate::diagnostics::distance;
use crate::model::{ConstCheck, Format, Message, Status};
use crate::naming;
use crate::parse::value::{CodeValue, StatusValue};

impl Variant<'_, '_> {
    /// Reports a missing status, a missing code, or both, in one error.
    pub(super) fn missing(&mut self) {
        let own = self.source.attrs;
        let has_status = own.status.is_some() || self.ty.attrs.status.is_some();
        if self.may_mean("hide_as") || self.may_mean("transparent") {
            return;
        }
        let has_status = has_status || self.may_mean("status");
        let has_code = own.code.is_some() || self.ty.attrs.rename_all.is_some();
        let has_code = has_code || self.may_mean("code") || self.may_mean("rename_all");
        if has_status && has_code {
            return;
        }
        let code = self.suggested_code();
        let (what, mend) = match (has_status, has_code) {
            (false, false) => ("`status` and no `code`", format!("status = 500, {code}")),
            (false, true) => ("`status`", "status = 500".to_owned()),
            (true, _) => ("`code`", code),
        };
        let name = self.name;
        let attributes = self.source.attributes.iter();
        let mut names = attributes.filter_map(|attribute| attribute.path().get_ident());
        let misspelt = names.find(|name| distance(&name.to_string(), "api") == 1);
        let near = misspelt.map_or_else(String::new, |name| {
            format!("; is `{name}` meant to be `api`?")
        });
        self.errors.at(
            misspelt.unwrap_or(self.source.ident),
            format!("`{name}` has no {what}{near}\n  help: add `#[api({mend})]`"),
        );
    }

    /// The code that the variant's name would give, of the kind and in the style of the others.
    pub(super) fn suggested_code(&self) -> String {
        let others = self
            .ty
            .variants
            .iter()
            .filter_map(|attrs| attrs.code.as_ref());
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        for other in others {
            match &other.value {
                CodeValue::Text(text) => texts.push(text.value()),
                CodeValue::Number(number, _) => numbers.push(*number),
            }
        }
        if let Some(next) = numbers.iter().max().and_then(|last| last.checked_add(1))
            && texts.is_empty()
        {
            return format!("code = {next}");
        }
        let styles: Vec<Option<Styles>> = texts.iter().map(|text| Some(Styles::of(text))).collect();
        let style = Styles::of_most(&styles);
        let named = |name: &str| {
            let upper = naming::rename(name, naming::STYLES[0]).unwrap_or_default();
            style.rename(&upper).unwrap_or(upper)
        };
        let mut code = named(self.name);
        if texts.contains(&code) {
            code = named(&format!("{}{}", self.ty.ident.unraw(), self.name));
        }
        format!("code = {code:?}")
    }

    /// Section 4: under a 4xx without a message, `Display` may show only what is public.
    pub(super) fn private_fields(
        &mut self,
        status: &Status,
        message: &Message,
        consts: &mut Consts,
    ) {
        let ways = ["message", "expose", "public", "flatten", "transparent"];
        let meant = ways.iter().any(|way| self.source.attrs.may_mean(way));
        let meant = meant || self.ty.attrs.may_mean("expose");
        if meant || !matches!(message, Message::ByStatus) {
            return;
        }
        let (name, noun) = (self.name, self.ty.noun());
        let unmarked = |field: &&Marked<'_>| {
            field.mark().is_none() && !field.is_wrong() && !field.says_nothing()
        };
        for field in self.fields.iter().filter(unmarked) {
            let at = field.tokens();
            match status {
                Status::Number(number) if (400..500).contains(number) => {
                    let what = &field.name;
                    let ways = format!("write `message = \"...\"` on the {noun}, or `expose`");
                    let mend = if field.is_source {
                        format!("a source is for logs: {ways} to show it nevertheless")
                    } else if let Member::Unnamed(_) = field.member {
                        format!("mark it `#[api(public = \"name\")]`, or {ways}")
                    } else {
                        format!("mark it `#[api(public)]`, or {ways}")
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

    pub(super) fn missing_header(
        &mut self,
        status: &Status,
        headers: &[(String, String)],
        added: &Added,
        consts: &mut Consts,
    ) {
        let meant = self.may_mean("header") || self.may_mean("challenge");
        if meant || self.allows("missing_header") {
            return;
        }
        let challenged = self.ty.attrs.challenge.is_some();
        let has = |name: &str| {
            let sent = |(known, value): &(String, String)| {
                // Only that nothing is allowed can be said by nothing (RFC 9110, 10.2.1).
                known == name && (name == "allow" || !value.trim().is_empty())
            };
            headers.iter().any(sent)
                || added.always.iter().any(|known| known == name)
                || challenged && name == "www-authenticate"
        };
        let own = self.source.attrs.status.as_ref();
        let at = || match own
            .or(self.ty.attrs.status.as_ref())
            .map(|keyed| &keyed.value)
        {
            Some(StatusValue::Literal(literal)) => literal.to_token_stream(),
            Some(StatusValue::Path(path)) => path.to_token_stream(),
            None => self.source.ident.to_token_stream(),
        };
        match status {
            Status::Number(number) => {
                let Some(mandatory) = errcode_rules::header::mandatory(*number) else {
                    return;
                };
                if !has(&mandatory.name.to_ascii_lowercase()) {
                    // A type's status is one mistake, however many variants take it over.
                    if own.is_none() && std::mem::replace(&mut consts.header_is_missing, true) {
                        return;
                    }
                    let at = at();
                    self.errors.at(at, message::missing_header(mandatory));
                }
            }
            Status::Named(status) => {
                let demanding = header::demanding(has);
                consts
                    .checks
                    .extend(demanding.map(|demanding| ConstCheck::Header {
                        status: status.clone(),
                        demanding,
                        at: at(),
                    }));
            }
        }
    }

    /// Members that the format writes itself. What one's own format writes only const evaluation can tell.
    pub(super) fn reserved(&mut self, added: &Added, consts: &mut Consts) {
        if self.allows("reserved_member") {
            return;
        }
        for Named { name, key, at } in &added.names {
            match self.ty.format {
                Format::Problem { code } if member::of_problem(*code).contains(&&**name) => {
                    self.errors.at(at, message::reserved_member(name, key));
                }
                // Nested and flat put fields into an object of their own, where no name is taken.
                Format::Problem { .. } | Format::Nested | Format::Flat => {}
                Format::Path(_) => consts.checks.push(ConstCheck::Member {
                    name: name.clone(),
                    at: at.clone(),
                }),
            }
        }
    }

    pub(super) fn undocumented(&mut self) {
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
