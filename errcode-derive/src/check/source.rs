//! Sources: fields that say why an error came about, which is for logs.

use proc_macro2::{Ident, TokenTree};
use syn::{Attribute, Field, Meta};

use super::field_type;

use crate::tokens::is_punct;

/// `#[from]`, `#[source]`, and other derives' `#[snafu(source)]`, `#[error(not(backtrace), source)]`.
pub(super) fn marks_source(attribute: &Attribute) -> bool {
    let path = attribute.path();
    let is_name = |name: &Ident| name == "source" || name == "from";
    match &attribute.meta {
        Meta::List(list) if path.is_ident("snafu") || path.is_ident("error") => {
            let trees: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
            let items = trees.split(|tree| is_punct(tree, ","));
            let mut marks = items.map(|item| match item {
                [TokenTree::Ident(name), TokenTree::Group(given)] => {
                    is_name(name) && given.stream().to_string() != "false"
                }
                [TokenTree::Ident(name), ..] => is_name(name),
                _ => false,
            });
            marks.any(|marks| marks)
        }
        _ => path.get_ident().is_some_and(is_name),
    }
}

/// Whether the whole of a variant forwards to its field: `#[error(transparent)]`, `#[snafu(transparent)]`.
pub(super) fn is_forwarded(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => {
            let forwards = list.path.is_ident("error") || list.path.is_ident("snafu");
            let first = list.tokens.clone().into_iter().next();
            forwards && matches!(first, Some(TokenTree::Ident(name)) if name == "transparent")
        }
        _ => false,
    })
}

/// Whether `derive_more` takes the one field of a tuple for the source: there is `#[display(...)]`, the type is called an
/// error, and the field does not deny it by `#[error(not(source))]`.
pub(super) fn is_implicit(variant: &[Attribute], field: &Field) -> bool {
    let displays = variant
        .iter()
        .any(|attribute| attribute.path().is_ident("display"));
    let denies = field
        .attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("error"));
    displays && !denies && field.ident.is_none() && field_type::is_called_error(&field.ty)
}
