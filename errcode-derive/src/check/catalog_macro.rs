//! What the keys of a `catalog!` mean.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::Parse;
use syn::{LitStr, Type};

use crate::diagnostics::{Diagnostics, listed};
use crate::nearest::did_you_mean;
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
    pub(crate) allowed: Vec<String>,
}

/// Judges the keys. What is wrong is left out.
pub(crate) fn catalog_macro(catalog: &mut CatalogMacro) -> Listed {
    let (attrs, errors) = (&catalog.attrs, &mut catalog.errors);
    for key in ["title", "types"] {
        let is_there = attrs.catalog_title.is_some() && key == "title"
            || attrs.types.is_some() && key == "types";
        if !is_there
            && !attrs.may_mean(key)
            && let Some(key) = Key::find(key, Target::Catalog)
        {
            let message = format!("this catalog has no `{}`", key.name);
            errors.report(&catalog.name, message, format!("add `{}`", key.sample));
        }
    }
    if let Some(title) = &attrs.catalog_title
        && title
            .value
            .parse::<LitStr>()
            .is_ok_and(|text| text.value().trim().is_empty())
    {
        errors.report(
            &title.value,
            "this `title` is blank",
            "write `title: \"Skills API\"`",
        );
    }
    let types = attrs.types.iter().flat_map(|types| &types.value.0);
    let types = types.filter_map(|ty| element(ty, errors)).collect();
    let allowed = attrs.catalog_allow.iter().flat_map(|allow| &allow.value.0);
    let mut names: Vec<String> = Vec::new();
    for name in allowed {
        let text = source(name);
        if names.contains(&text) {
            errors.report(name, format!("duplicate `{text}`"), "remove one of them");
        } else if CHECKS.contains(&&*text) && !CATALOG_CHECKS.contains(&&*text) {
            let message = format!("`{text}` is a check of a type, and has no effect here");
            errors.report(
                name,
                message,
                format!("write `#[api(allow({text}))]` at the type, or at a variant"),
            );
        } else if !CATALOG_CHECKS.contains(&&*text) {
            let near = did_you_mean(&text, CATALOG_CHECKS);
            let known = listed(CATALOG_CHECKS);
            errors.report(
                name,
                format!("unknown check `{text}`{near}"),
                format!("a catalog takes {known}"),
            );
        }
        names.push(text);
    }
    Listed {
        title: attrs
            .catalog_title
            .as_ref()
            .map(|title| title.value.to_token_stream())
            .unwrap_or_default(),
        types,
        after: attrs
            .after
            .as_ref()
            .map(|after| after.value.to_token_stream()),
        allowed: names,
    }
}

fn element<T: Parse>(trees: &Trees, errors: &mut Diagnostics) -> Option<T> {
    let parsed = trees.parse().ok();
    if parsed.is_none() {
        let help = suggest::element(trees).map_or_else(
            || "remove it".to_owned(),
            |meant| format!("write `{meant}`"),
        );
        errors.report(
            trees,
            format!("expected a type, found `{}`", source(trees)),
            help,
        );
    }
    parsed
}
