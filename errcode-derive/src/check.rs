//! The only judge of meaning: from what a type says to what its errors are, and everything that is
//! wrong with it.

mod allowed;
mod catalog_macro;
mod code_style;
mod codes;
mod docs;
mod example;
mod field;
mod field_type;
mod format;
mod header;
mod header_value;
mod hide_as;
mod message;
mod names;
mod of_type;
mod rules;
mod settings;
mod source;
mod status;
mod text;
mod uri;
mod variant;
mod word;

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Path, parse_quote};

use self::codes::Codes;
use self::hide_as::{Checked, Response};
use self::of_type::{Declared, Type};
use self::settings::Settings;
use self::status::Consts;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model};
use crate::naming;
use crate::parse::keys::{DENIED, Target};
use crate::parse::{self, Attrs};

pub(crate) use self::catalog_macro::{Listed, catalog_macro};

/// Judges a type. What is wrong is in the model as well, with something in the place of what is not known.
pub(crate) fn check(input: &DeriveInput) -> (Option<Model>, Diagnostics) {
    let mut errors = Diagnostics::default();
    let target = match input.data {
        // A union is refused, and not its keys.
        Data::Struct(_) | Data::Union(_) => Target::Struct(&input.ident),
        Data::Enum(_) => Target::Enum,
    };
    let attrs = parse::attributes(&input.attrs, target, &mut errors);
    // Without the crate all that is generated would be wrong as well.
    let mut model = judge(input, &attrs, &mut errors).filter(|_| !attrs.rejects("crate"));
    if let Some(model) = &mut model {
        model.rejected = !errors.is_empty();
    }
    (model, errors)
}

/// The facade, which nothing else spells.
const FACADE: &str = "errcode";

/// What a type's errors are; nothing of a union.
fn judge(input: &DeriveInput, attrs: &Attrs, errors: &mut Diagnostics) -> Option<Model> {
    let own: Vec<Attrs> = match &input.data {
        Data::Enum(data) => {
            let variants = data.variants.iter();
            let read = variants.map(|variant| {
                parse::attributes(&variant.attrs, Target::Variant(&variant.ident), errors)
            });
            read.collect()
        }
        Data::Struct(_) | Data::Union(_) => Vec::new(),
    };
    let variants: Vec<Declared<'_>> = match &input.data {
        Data::Struct(data) => vec![Declared {
            ident: &input.ident,
            attributes: &input.attrs,
            fields: &data.fields,
            attrs,
        }],
        Data::Enum(data) => {
            let variants = data.variants.iter().zip(&own);
            let declared = variants.map(|(variant, attrs)| Declared {
                ident: &variant.ident,
                attributes: &variant.attrs,
                fields: &variant.fields,
                attrs,
            });
            declared.collect()
        }
        Data::Union(data) => {
            let message = "`ApiError` is derived for enums and structs, not for unions";
            let help = "write an enum, with a variant for each thing that can go wrong";
            errors.report(data.union_token, message, help);
            return None;
        }
    };
    let format = format::of_type(attrs, &input.data, errors);
    let before = errors.len();
    let denied = attrs.deny.iter().flat_map(|deny| &deny.value);
    let denied = names::known(denied, &DENIED, |_| None, errors);
    let ty = Type {
        ident: &input.ident,
        generics: &input.generics,
        attrs,
        format: &format,
        is_struct: matches!(input.data, Data::Struct(_)),
        lacks_codes: format::lacks_codes(input, attrs, &variants, &format, errors),
        denies_undocumented: !denied.is_empty() && errors.len() == before,
        variants: &variants,
    };
    type_keys(attrs, errors);
    let defaults = if ty.is_struct {
        Settings::default()
    } else {
        Settings::new(attrs, None, &ty, errors)
    };
    let mut consts = Consts::default();
    let mut codes = Codes::new(&ty, &defaults.allowed, errors);
    let mut checked = Vec::new();
    for declared in &variants {
        checked.push(variant::judge(
            &ty,
            declared,
            &defaults,
            &mut codes,
            &mut consts,
            errors,
        ));
    }
    codes.judge(errors, &mut consts);
    if errors.is_empty() {
        unused(attrs, &checked, &defaults, errors);
    }
    let states_format =
        attrs.format.is_some() || variants.iter().any(|own| own.attrs.format.is_some());
    let cases = hide_as::resolve(checked, &ty, errors);
    let group = attrs.group.as_ref().map(|group| group.value.value());
    Some(Model {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        krate: facade(attrs),
        format,
        states_format,
        group: group.unwrap_or_else(|| naming::heading(&input.ident.unraw().to_string())),
        docs: docs::docs(&input.attrs),
        respond: attrs.respond.as_ref().is_none_or(|respond| respond.value),
        rejected: false,
        cases,
        statuses: consts.statuses,
        checks: consts.checks,
    })
}

/// Reports what has no effect. It is asked only if nothing else is wrong, which may be why.
fn unused(attrs: &Attrs, checked: &[Checked], defaults: &Settings, errors: &mut Diagnostics) {
    for variant in checked {
        variant.allowed.report_unused(errors);
    }
    defaults.allowed.report_unused(errors);
    let is_sent = checked.iter().any(|variant| {
        matches!(&variant.response, Response::Own(Kind::Entry(entry)) if entry.challenge.is_some())
    });
    if let Some(challenge) = attrs.challenge.as_ref().filter(|_| !is_sent) {
        let message = "`challenge` is for a 401, and none of these errors is one";
        errors.report(&challenge.key, message, "remove `challenge`");
    }
}

/// Where the facade lives.
fn facade(attrs: &Attrs) -> Path {
    let given = attrs.krate.as_ref().map(|krate| krate.value.clone());
    given.unwrap_or_else(|| {
        let name = format_ident!("{FACADE}");
        parse_quote!(::#name)
    })
}

/// What the keys say that only a type has.
fn type_keys(attrs: &Attrs, errors: &mut Diagnostics) {
    if let Some(group) = &attrs.group {
        text::fixed(group, errors);
    }
    if let Some(style) = &attrs.rename_all_fields {
        errors.keep(codes::style(style));
    }
    if let Some(prefix) = attrs.prefix.as_ref().filter(|_| attrs.rename_all.is_some()) {
        text::is_blank(prefix, errors);
    }
    if let Some(challenge) = &attrs.challenge {
        header::value("www-authenticate", &challenge.value, errors);
        if challenge.value.value().trim().is_empty() {
            let message = "a challenge names at least a scheme (RFC 9110, 11.6.1)";
            errors.report(&challenge.value, message, "write `challenge = \"Bearer\"`");
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
