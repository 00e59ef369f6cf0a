//! The only judge of meaning: from what a type says to what its errors are, and everything that is
//! wrong with it.

mod code_style;
mod codes;
mod docs;
mod example;
mod field;
mod header;
mod hide_as;
mod message;
mod rules;
mod status;
mod type_uri;
mod variant;

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Generics, Path, parse_quote};

use self::codes::Codes;
use self::status::Consts;
use self::variant::Source;
use crate::diagnostics::{Errors, did_you_mean, unknown};
use crate::model::{Format, Model};
use crate::naming;
use crate::parse::value::{FormatValue, StatusValue};
use crate::parse::{self, Attrs, Place};

/// The names that `allow(...)` takes.
pub(crate) const CHECKS: [&str; 5] = [
    "non_error_status",
    "duplicate_code",
    "code_style",
    "missing_header",
    "reserved_member",
];

/// Judges a type. What is wrong is in the model as well, with something in the place of what is not known.
pub(crate) fn check(input: &DeriveInput) -> (Option<Model>, Errors) {
    let mut errors = Errors::default();
    let place = match input.data {
        // A union is refused, and not its keys.
        Data::Struct(_) | Data::Union(_) => Place::Struct(&input.ident),
        Data::Enum(_) => Place::Enum,
    };
    let attrs = parse::parse(&input.attrs, place, &mut errors);
    let mut model = judge(input, &attrs, &mut errors);
    if let Some(model) = &mut model {
        model.rejected = !errors.is_empty();
    }
    (model, errors)
}

/// The facade, which nothing else spells.
const FACADE: &str = "errcode";

/// Where the facade lives.
fn root(attrs: &Attrs) -> Path {
    let default = || {
        let name = format_ident!("{FACADE}");
        parse_quote!(::#name)
    };
    let given = attrs.krate.as_ref().map(|krate| &krate.value);
    let given = given.or(attrs.meant_crate.as_ref());
    given.cloned().unwrap_or_else(default)
}

/// What every variant of a type is judged against.
struct Type<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    data: &'a Data,
    attrs: &'a Attrs,
    format: &'a Format,
    is_struct: bool,
    /// What stands at the variants; nothing of a struct.
    variants: &'a [Attrs],
}

impl Type<'_> {
    /// What has the keys of a variant here.
    fn noun(&self) -> &'static str {
        if self.is_struct { "struct" } else { "variant" }
    }
}

/// What a type's errors are; nothing of a union.
fn judge(input: &DeriveInput, attrs: &Attrs, errors: &mut Errors) -> Option<Model> {
    keys(attrs, errors);
    defaults(&input.data, attrs, errors);
    let variants: Vec<Attrs> = match &input.data {
        Data::Enum(data) => data
            .variants
            .iter()
            .map(|variant| parse::parse(&variant.attrs, Place::Variant(&variant.ident), errors))
            .collect(),
        Data::Struct(_) | Data::Union(_) => Vec::new(),
    };
    let format = format(attrs);
    let ty = Type {
        ident: &input.ident,
        generics: &input.generics,
        data: &input.data,
        attrs,
        format: &format,
        is_struct: matches!(input.data, Data::Struct(_)),
        variants: &variants,
    };
    let sources = match &input.data {
        Data::Struct(data) => vec![Source {
            ident: &input.ident,
            attributes: &input.attrs,
            fields: &data.fields,
            attrs,
        }],
        Data::Enum(data) => {
            let sources = data.variants.iter().zip(&variants);
            let sources = sources.map(|(variant, attrs)| Source {
                ident: &variant.ident,
                attributes: &variant.attrs,
                fields: &variant.fields,
                attrs,
            });
            sources.collect()
        }
        Data::Union(data) => {
            let message = "`ApiError` is derived for enums and structs, not for unions\n  help: write an enum, with a variant for each thing that can go wrong";
            errors.at(data.union_token, message);
            return None;
        }
    };
    let mut consts = Consts::default();
    let mut codes = Codes::of(&ty);
    let judged = sources
        .iter()
        .map(|source| variant::judge(&ty, source, &mut codes, &mut consts, errors));
    let judged = judged.collect();
    codes.judge(errors, &mut consts);
    let cases = hide_as::aim(judged, &ty, errors);
    Some(Model {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        krate: root(attrs),
        format,
        group: attrs.group.as_ref().map_or_else(
            || naming::heading(&input.ident.unraw().to_string()),
            |group| group.value.value(),
        ),
        docs: docs::docs(&input.attrs),
        respond: attrs.respond.as_ref().is_none_or(|respond| respond.value),
        rejected: false,
        cases,
        statuses: consts.statuses,
        checks: consts.checks,
    })
}

/// What the keys of the type say by themselves.
fn keys(attrs: &Attrs, errors: &mut Errors) {
    names_of_checks(&attrs.allow, errors);
    rename_rule(attrs, errors);
    if let Some(challenge) = &attrs.challenge {
        header::value(&challenge.value, errors);
        if challenge.value.value().trim().is_empty() {
            let message = "a challenge names at least a scheme (RFC 9110, 11.6.1)\n  help: write `challenge = \"Bearer\"`";
            errors.at(&challenge.value, message);
        }
    }
    if let Some(reference) = &attrs.type_uri {
        type_uri::judge(&reference.value, errors);
    }
    for denied in attrs.deny.iter().flat_map(|deny| &deny.value) {
        if denied != "undocumented" {
            let near = did_you_mean(&denied.to_string(), ["undocumented"]);
            errors.at(
                denied,
                format!("unknown name `{denied}`{near}\n  help: write `deny(undocumented)`"),
            );
        }
    }
}

fn format(attrs: &Attrs) -> Format {
    match attrs.format.as_ref().map(|format| format.value.clone()) {
        // What a misspelt format writes itself is not known; flat reserves no names.
        None if attrs.has_wrong("format") => Format::Flat,
        None => Format::Problem { code: true },
        Some(FormatValue::Problem { code }) => Format::Problem { code },
        Some(FormatValue::Nested) => Format::Nested,
        Some(FormatValue::Flat) => Format::Flat,
        Some(FormatValue::Path(path)) => Format::Path(path),
    }
}

/// What a type gives its variants as defaults, judged once and not for each of them.
fn defaults(data: &Data, attrs: &Attrs, errors: &mut Errors) {
    if matches!(data, Data::Struct(_)) {
        return;
    }
    let mut named = Vec::new();
    for header in &attrs.headers {
        let name = header::name(&header.value.name, errors);
        header::value(&header.value.value, errors);
        if named.contains(&name) {
            header::repeated(&header.value.name, errors);
        }
        named.push(name);
    }
    if let Some(StatusValue::Literal(literal)) = attrs.status.as_ref().map(|status| &status.value) {
        let lenient = attrs.allow.iter().any(|name| name == "non_error_status");
        if let Err(message) = status::number(literal, lenient) {
            errors.at(literal, message);
        }
    }
}

fn rename_rule(attrs: &Attrs, errors: &mut Errors) {
    if let Some(rename_all) = &attrs.rename_all {
        let style = rename_all.value.value();
        if !naming::STYLES.contains(&style.as_str()) {
            let message = unknown("style", &style, naming::STYLES);
            errors.at(&rename_all.value, message);
        }
        let lenient = attrs.allow.iter().any(|name| name == "code_style");
        if let Some(prefix) = attrs.prefix.as_ref().filter(|_| !lenient)
            && let Some(mended) = codes::mended_prefix(&prefix.value.value(), &style)
        {
            let message = format!(
                "this prefix and `{style}` fit no one style\n  help: write `prefix = {mended:?}`, or `allow(code_style)`"
            );
            errors.at(&prefix.value, message);
        }
    } else if let Some(prefix) = &attrs.prefix {
        let message = "`prefix` is put before codes that come from `rename_all`, and there is none\n  help: add `rename_all = \"SCREAMING_SNAKE_CASE\"`, or write the codes out";
        errors.at(&prefix.key, message);
    }
}

fn names_of_checks(allowed: &[Ident], errors: &mut Errors) {
    for name in allowed {
        let text = name.to_string();
        if text == "mixed_format" {
            let message = "`mixed_format` is a check of `catalog!`, and has no effect here\n  help: write `allow: [mixed_format]` in the catalog";
            errors.at(name, message);
        } else if !CHECKS.contains(&text.as_str()) {
            errors.at(name, unknown("check", &text, CHECKS));
        }
    }
}

/// The model of a type that is right, or everything that is wrong with it.
#[cfg(test)]
pub(crate) fn accepted(input: &DeriveInput) -> Result<Model, Vec<String>> {
    match check(input) {
        (Some(model), errors) if errors.is_empty() => Ok(model),
        (_, errors) => Err(errors.messages()),
    }
}

#[cfg(test)]
mod tests;
