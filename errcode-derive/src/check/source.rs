//! Sources: fields that say why an error came about, which is for logs.

use proc_macro2::{Ident, TokenTree};
use syn::{Attribute, Meta};

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
