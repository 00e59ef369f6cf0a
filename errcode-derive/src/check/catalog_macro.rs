//! What the keys of a `catalog!` mean.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{LitStr, Type};

use super::names;
use crate::diagnostics::Diagnostics;
use crate::parse::Keyed;
use crate::parse::catalog_macro::CatalogMacro;
use crate::parse::keys::{CATALOG_CHECKS, CHECKS, Key, Target};
use crate::suggest;
use crate::tokens::{Trees, source};

/// What a catalog lists.
pub(crate) struct Listed {
    pub(crate) title: TokenStream,
    pub(crate) types: Vec<Type>,
    pub(crate) after: Option<TokenStream>,
    /// The checks that are switched off.
    pub(crate) allowed: Vec<&'static str>,
}

/// Judges the keys. What is wrong is left out.
pub(crate) fn catalog_macro(catalog: &mut CatalogMacro) -> Listed {
    let (attrs, errors) = (&catalog.attrs, &mut catalog.errors);
    let has = [
        ("title", attrs.catalog_title.is_some()),
        ("types", attrs.types.is_some()),
    ];
    let missing = has.iter().filter(|(key, has)| !has && !attrs.may_mean(key));
    for key in missing.filter_map(|(key, _)| Key::find(key, Target::Catalog)) {
        let message = format!("this catalog has no `{}`", key.name);
        errors.report(&catalog.name, message, format!("add `{}`", key.sample));
    }
    if let Some(title) = attrs.catalog_title.as_ref().map(|title| &title.value)
        && let Ok(text) = title.parse::<LitStr>()
        && text.value().trim().is_empty()
    {
        errors.report(
            title,
            "this `title` is blank",
            "write `title: \"Skills API\"`",
        );
    }
    let types = attrs.types.iter().flat_map(|types| &types.value.0);
    let types = types.filter_map(|ty| element(ty, errors)).collect();
    let allowed = attrs.catalog_allow.iter().flat_map(|allow| &allow.value.0);
    let of_type = |name: &str| {
        let form = format!("#[api(allow({name}))]");
        CHECKS
            .contains(&name)
            .then_some(("a type or a variant", form))
    };
    let allowed = names::known(allowed, &CATALOG_CHECKS, of_type, errors);
    let text =
        |given: &Option<Keyed<Trees>>| given.as_ref().map(|given| given.value.to_token_stream());
    Listed {
        title: text(&attrs.catalog_title).unwrap_or_default(),
        types,
        after: text(&attrs.after),
        allowed: allowed.into_iter().map(|(name, _)| name).collect(),
    }
}

fn element(trees: &Trees, errors: &mut Diagnostics) -> Option<Type> {
    let parsed = trees.parse().ok();
    if parsed.is_none() {
        let help = match suggest::path(trees) {
            Some(meant) => format!("write `{meant}`"),
            None => "remove it".to_owned(),
        };
        errors.report(
            trees,
            format!("expected a type, found `{}`", source(trees)),
            help,
        );
    }
    parsed
}
