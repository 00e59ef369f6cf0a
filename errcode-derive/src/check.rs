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
mod header;
mod header_value;
mod hide_as;
mod message;
mod missing;
mod of_type;
mod rules;
mod settings;
mod source;
mod status;
mod text;
mod uri;
mod variant;

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, LitStr, Path, parse_quote};

use self::codes::Codes;
use self::hide_as::{Checked, Response};
use self::of_type::Type;
use self::settings::Settings;
use self::status::Consts;
use self::variant::Declared;
use crate::diagnostics::{Diagnostics, listed};
use crate::model::{Format, Kind, Model};
use crate::naming;
use crate::nearest::did_you_mean;
use crate::parse::keys::{DENIED, Target};
use crate::parse::shape::FormatValue;
use crate::parse::{self, Attrs, Keyed};
use crate::suggest;
use crate::tokens::source;

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
    if let Data::Union(data) = &input.data {
        let message = "`ApiError` is derived for enums and structs, not for unions";
        errors.report(
            data.union_token,
            message,
            "write an enum, with a variant for each thing that can go wrong",
        );
        return None;
    }
    let variants: Vec<Attrs> = match &input.data {
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants
                .map(|variant| {
                    parse::attributes(&variant.attrs, Target::Variant(&variant.ident), errors)
                })
                .collect()
        }
        Data::Struct(_) | Data::Union(_) => Vec::new(),
    };
    let format = format(attrs, errors);
    let ty = Type {
        ident: &input.ident,
        generics: &input.generics,
        data: &input.data,
        attrs,
        format: &format,
        is_struct: matches!(input.data, Data::Struct(_)),
        denies_undocumented: denies_undocumented(attrs, errors),
        variants: &variants,
    };
    type_keys(attrs, errors);
    let defaults = if ty.is_struct {
        Settings::default()
    } else {
        Settings::new(attrs, None, &ty, errors)
    };
    let mut consts = Consts::default();
    let mut codes = Codes::new(&ty);
    let checked: Vec<Checked> = declared(input, attrs, &variants)
        .iter()
        .map(|declared| variant::judge(&ty, declared, &defaults, &mut codes, &mut consts, errors))
        .collect();
    codes.judge(errors, &mut consts);
    unused_allows(&checked, &defaults, errors);
    unused_challenge(attrs, &checked, errors);
    let cases = hide_as::resolve(checked, &ty, errors);
    Some(Model {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        krate: facade(attrs),
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

/// Reports a challenge of a type none of whose errors may be a 401.
fn unused_challenge(attrs: &Attrs, checked: &[Checked], errors: &mut Diagnostics) {
    let is_sent = checked.iter().any(|variant| match &variant.response {
        Response::Own(Kind::Entry(entry)) => entry.challenge.is_some(),
        _ => false,
    });
    if let Some(challenge) = attrs
        .challenge
        .as_ref()
        .filter(|_| errors.is_empty() && !is_sent)
    {
        let message = "`challenge` is for a 401, and none of these errors is one";
        errors.report(&challenge.key, message, "remove `challenge`");
    }
}

/// Reports what `allow` names in vain, unless something else is wrong, which may be why.
fn unused_allows(checked: &[Checked], defaults: &Settings, errors: &mut Diagnostics) {
    if errors.is_empty() {
        for variant in checked {
            variant.allowed.report_unused(errors);
        }
        defaults.allowed.report_unused(errors);
    }
}

/// The variants as they are written, or the struct.
fn declared<'a>(
    input: &'a DeriveInput,
    attrs: &'a Attrs,
    variants: &'a [Attrs],
) -> Vec<Declared<'a>> {
    match &input.data {
        Data::Struct(data) => vec![Declared {
            ident: &input.ident,
            attributes: &input.attrs,
            fields: &data.fields,
            attrs,
        }],
        Data::Enum(data) => {
            let variants = data.variants.iter().zip(variants);
            let declared = variants.map(|(variant, attrs)| Declared {
                ident: &variant.ident,
                attributes: &variant.attrs,
                fields: &variant.fields,
                attrs,
            });
            declared.collect()
        }
        Data::Union(_) => Vec::new(),
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
    rename_all(attrs, errors);
    if let Some(challenge) = &attrs.challenge {
        header::value("www-authenticate", &challenge.value, errors);
        if challenge.value.value().trim().is_empty() {
            let message = "a challenge names at least a scheme (RFC 9110, 11.6.1)";
            errors.report(&challenge.value, message, "write `challenge = \"Bearer\"`");
        }
    }
}

fn denies_undocumented(attrs: &Attrs, errors: &mut Diagnostics) -> bool {
    let mut denies = false;
    for denied in attrs.deny.iter().flat_map(|deny| &deny.value) {
        let name = source(denied);
        denies |= name == DENIED[0];
        if !DENIED.contains(&&*name) {
            let near = did_you_mean(&name, DENIED);
            errors.report(
                denied,
                format!("unknown name `{name}`{near}"),
                "write `deny(undocumented)`",
            );
        }
    }
    denies
}

fn format(attrs: &Attrs, errors: &mut Diagnostics) -> Format {
    let Some(format) = &attrs.format else {
        // What a misspelt format writes itself is not known; flat reserves no names.
        let is_unknown = attrs.rejects("format");
        return if is_unknown {
            Format::Flat
        } else {
            Format::Problem { code: true }
        };
    };
    match &format.value {
        FormatValue::Problem { code } => Format::Problem { code: *code },
        FormatValue::Nested => Format::Nested,
        FormatValue::Flat => Format::Flat,
        FormatValue::Path(path) => match suggest::unknown_format(path) {
            Some(mistake) => {
                errors.push(mistake);
                Format::Flat
            }
            None => Format::Path(path.clone()),
        },
    }
}

fn rename_all(attrs: &Attrs, errors: &mut Diagnostics) {
    let prefix = attrs.prefix.as_ref();
    let is_blank = prefix.is_some_and(|prefix| text::is_blank(prefix, errors));
    let prefix = prefix.filter(|_| !is_blank);
    for styled in attrs.rename_all.iter().chain(&attrs.rename_all_fields) {
        style(styled, errors);
    }
    if let Some(prefix) = prefix.filter(|_| attrs.rename_all.is_none()) {
        let message = "`prefix` is put before codes that come from `rename_all`, which is missing";
        errors.report(
            &prefix.key,
            message,
            "add `rename_all = \"SCREAMING_SNAKE_CASE\"`, or write the codes out",
        );
    }
}

/// Judges the style of a key that renames.
fn style(styled: &Keyed<LitStr>, errors: &mut Diagnostics) {
    let style = styled.value.value();
    if naming::STYLES.contains(&style.as_str()) {
        return;
    }
    let meant = suggest::style(&style);
    let near = meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    let help = match meant {
        Some(meant) => format!("write `{} = {meant:?}`", styled.key),
        None => format!("expected one of {}", listed(naming::STYLES)),
    };
    let message = format!("unknown style `{style}`{near}");
    errors.report(&styled.value, message, help);
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
