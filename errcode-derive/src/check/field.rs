//! Fields: what each one is marked as, and whether the client may read it.

use errcode_rules::header::{CUMULATIVE, SINGLETON, is_among};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Fields, Index, Member};

use super::field_type::Time;
use super::{docs, field_type, header, source};
use crate::diagnostics::Diagnostics;
use crate::model::{Detail, Field, HeaderField, StatusField, With};
use crate::naming;
use crate::parse::keys::Target;
use crate::parse::{self, Attrs};
use crate::tokens;

/// A field with what it is marked as.
pub(super) struct Marked<'a> {
    field: &'a syn::Field,
    pub(super) member: Member,
    /// As a message names it.
    pub(super) name: String,
    attrs: Attrs,
    pub(super) is_source: bool,
}

/// Reads the fields of a variant.
pub(super) fn marked<'a>(
    fields: &'a Fields,
    attributes: &[Attribute],
    errors: &mut Diagnostics,
) -> Vec<Marked<'a>> {
    let is_forwarded = source::is_forwarded(attributes);
    let read = fields.iter().enumerate().map(|(at, field)| {
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index::from(at)),
        };
        let name = match &field.ident {
            Some(ident) => ident.unraw().to_string(),
            None => at.to_string(),
        };
        Marked {
            attrs: parse::attributes(&field.attrs, Target::Field, errors),
            is_source: name == "source"
                || field.attrs.iter().any(source::marks_source)
                || fields.len() == 1 && (is_forwarded || source::is_implicit(attributes, field))
                || field_type::is_any_error(&field.ty),
            field,
            member,
            name,
        }
    });
    read.collect()
}

impl Marked<'_> {
    /// The field itself, for the model.
    pub(super) fn field(&self) -> Field {
        Field {
            member: self.member.clone(),
            ty: self.field.ty.clone(),
        }
    }

    /// What an error about the field points at.
    pub(super) fn tokens(&self) -> TokenStream {
        match &self.field.ident {
            Some(ident) => ident.to_token_stream(),
            None => self.field.ty.to_token_stream(),
        }
    }

    /// Whether its type has but one value, and so nothing to hide.
    pub(super) fn has_one_value(&self) -> bool {
        field_type::has_one_value(&self.field.ty)
    }

    /// Whether something in its attributes is wrong, which has been reported.
    pub(super) fn is_wrong(&self) -> bool {
        self.attrs.is_wrong()
    }

    /// Whether what is wrong in its attributes may have been meant as `key`.
    pub(super) fn may_mean(&self, key: &str) -> bool {
        self.attrs.may_mean(key)
    }

    /// The key by which the field is public, if there is one.
    pub(super) fn mark(&self) -> Option<&Ident> {
        let status = self.attrs.status_field.as_ref();
        self.shown_by().or(status.map(|keyed| &keyed.key))
    }

    /// Whether the field gives the status of the response.
    pub(super) fn gives_status(&self) -> bool {
        self.attrs.status_field.is_some()
    }

    /// The key by which the field is in the log alone.
    pub(super) fn logged_by(&self) -> Option<&Ident> {
        self.attrs.log_field.as_ref().map(|keyed| &keyed.key)
    }

    /// The key by which the client reads what the field says. A status says no more than a number.
    fn shown_by(&self) -> Option<&Ident> {
        const MARKS: [&str; 4] = ["public", "flatten", "header", "headers"];
        let mut given = self.attrs.given.iter();
        given.find(|key| MARKS.iter().any(|mark| *key == mark))
    }

    /// The function that the value is passed through.
    fn with(&self) -> Option<With> {
        let with = self.attrs.with.as_ref()?;
        Some(With {
            function: with.value.clone(),
            inside: field_type::inside_option(&self.field.ty).cloned(),
        })
    }

    /// Judges where `with` stands, and a value that needs one.
    fn judge_with(&self, errors: &mut Diagnostics) {
        let attrs = &self.attrs;
        let member = attrs.public.as_ref().or(attrs.flatten.as_ref());
        if let Some(with) = &attrs.with {
            let is_written = attrs.header_field.is_some() || attrs.log_field.is_some();
            if member.is_none() && !is_written && !attrs.is_wrong() {
                let message = "`with` changes what `public`, `flatten`, `header` or `log` writes, and this field has none of them";
                errors.remove(&with.key, message);
            }
        } else if let Some((member, time)) = member.zip(field_type::time(&self.field.ty))
            && !attrs.may_mean("with")
        {
            let (key, Time { name, function }) = (&member.key, time);
            let name_of_member = member
                .value
                .as_ref()
                .map(|name| format!(" = {}", name.token()));
            let item = format!("{key}{}", name_of_member.unwrap_or_default());
            let message = format!(
                "`{name}` as a member is an object of seconds and nanoseconds, which is serde's form and no API"
            );
            errors.report(key, message, format!("write `{item}, with = {function}`"));
        }
    }

    /// What the field adds to the body, if anything.
    fn detail(
        &self,
        style: Option<&str>,
        errors: &mut Diagnostics,
    ) -> Option<(Detail, TokenStream)> {
        let attrs = &self.attrs;
        let (member, flatten) = match (&attrs.public, &attrs.flatten) {
            (Some(_), Some(flatten)) => {
                let message = "`public` and `flatten` can't go together: one writes the field, the other its entries";
                errors.report(&flatten.key, message, "remove one of them");
                return None;
            }
            (Some(public), None) => (public, false),
            (None, Some(flatten)) => (flatten, true),
            (None, None) => return None,
        };
        let given = member.value.as_ref();
        let ty = &self.field.ty;
        if flatten && attrs.with.is_none() && field_type::is_no_map(ty) {
            let found = tokens::source(ty);
            let message = format!("`flatten` writes the entries of a map, and `{found}` is none");
            let help =
                "write `public`, or give the field a type such as `BTreeMap<String, String>`";
            errors.report(ty, message, help);
        }
        let at = given.map_or_else(|| self.tokens(), ToTokens::to_token_stream);
        let name = match (given, &self.field.ident) {
            (Some(given), _) => given.value(),
            (None, _) if flatten => "errors".to_owned(),
            (None, Some(_)) => match style {
                Some(style) => naming::rename_field(&self.name, style),
                None => self.name.clone(),
            },
            (None, None) => {
                let message = "a field of a tuple has no name";
                errors.report(&member.key, message, "write `public = \"name\"`");
                return None;
            }
        };
        if flatten && name.trim().is_empty() {
            errors.report(&at, "this `flatten` is blank", "write `flatten`");
        } else if name.is_empty() {
            errors.report(&at, "a member needs a name", "write `public = \"slug\"`");
        }
        let detail = Detail {
            field: self.field(),
            name,
            flatten,
            with: self.with(),
            docs: docs::docs(&self.field.attrs),
        };
        Some((detail, at))
    }
}

/// The fields that are for the log.
pub(super) fn logged(fields: &[Marked<'_>]) -> Vec<Detail> {
    let logged = fields
        .iter()
        .filter(|field| field.attrs.log_field.is_some());
    let logged = logged.map(|field| Detail {
        field: field.field(),
        name: field.name.clone(),
        flatten: false,
        with: field.with(),
        docs: Vec::new(),
    });
    logged.collect()
}

/// The name of a member: the key and the tokens that give it.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) key: &'static str,
    pub(super) at: TokenStream,
}

/// What the fields of one variant add to its response.
#[derive(Default)]
pub(super) struct Added {
    pub(super) details: Vec<Detail>,
    pub(super) headers: Vec<HeaderField>,
    pub(super) header_maps: Vec<Field>,
    pub(super) status: Option<StatusField>,
    /// The names of members.
    pub(super) names: Vec<Named>,
    /// Header names in lower case, of fields that always send one.
    pub(super) always: Vec<String>,
}

/// Judges the marks. A source is shown only if `exposed`. Names of members are in the `style`.
pub(super) fn added(
    fields: &[Marked<'_>],
    exposed: bool,
    style: Option<&str>,
    errors: &mut Diagnostics,
) -> Added {
    let mut added = Added::default();
    let mut sent: Vec<String> = Vec::new();
    for field in fields {
        let mark = field.shown_by().filter(|_| field.is_source && !exposed);
        if let Some(mark) = mark {
            let message = "a source is for logs: what it says may be internal";
            let help = "to show it nevertheless, write `expose` on the variant; beside a `message`, that shows the field and not `Display`";
            errors.report(mark, message, help);
            continue;
        }
        field.judge_with(errors);
        if field.attrs.header_map.is_some() {
            added.header_maps.push(field.field());
        }
        if let Some((detail, at)) = field.detail(style, errors) {
            let key = if detail.flatten { "flatten" } else { "public" };
            let name = &detail.name;
            if added.names.iter().any(|named| named.name == *name) {
                let message = format!("two members are named `{name}`");
                errors.report(&at, message, format!("rename one, `{key} = \"...\"`"));
            }
            added.names.push(Named {
                name: detail.name.clone(),
                key,
                at,
            });
            added.details.push(detail);
        }
        if let Some(name) = &field.attrs.header_field {
            let lower = header::name(&name.value, errors);
            let (ty, text) = (&field.field.ty, name.value.value());
            let is_list = field.attrs.with.is_none() && field_type::is_list(ty);
            if is_list && is_among(SINGLETON, &lower) {
                let message =
                    format!("`{text}` has one value (RFC 9110, 5.3), and a list may have several");
                errors.report(ty, message, "give the field the type of one value");
            }
            if sent.contains(&lower) && !is_among(CUMULATIVE, &lower) {
                let message = format!("two fields are sent as `{text}`");
                errors.report(&name.value, message, "remove one of them");
            }
            if !field_type::is_option(ty) {
                added.always.push(lower.clone());
            }
            sent.push(lower);
            added.headers.push(HeaderField {
                field: field.field(),
                name: text,
                with: field.with(),
                docs: docs::docs(&field.field.attrs),
            });
        }
        if let Some(status) = &field.attrs.status_field {
            if added.status.is_some() {
                let message = "two fields give the status";
                errors.report(&status.key, message, "remove one of them");
            }
            added.status = Some(StatusField {
                field: field.field(),
                function: status.value.clone(),
            });
        }
    }
    added
}
