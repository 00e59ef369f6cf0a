//! Where the items of an attribute begin and end, also where a comma is forgotten.

use proc_macro2::{Ident, Punct, Spacing, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Result, Token};

use super::Place;
use crate::parse::item::is_punct;

/// The trees up to a comma, or up to what looks like the next item behind a forgotten one.
pub(super) fn trees_of_value(input: ParseStream<'_>) -> Result<Vec<TokenTree>> {
    let mut trees = Vec::new();
    while !input.is_empty() && !input.peek(Token![;]) {
        if input.peek(Token![,]) && !is_in_angles(&trees, input) {
            break;
        }
        let after_literal = matches!(trees.last(), Some(TokenTree::Literal(_)));
        let is_dot = |(punct, _): &(Punct, Cursor<'_>)| punct.as_char() == '.';
        let behind = input.cursor().punct().filter(is_dot);
        let ends = behind.is_some_and(|(_, rest)| starts_item(rest, false));
        if !trees.is_empty() && (ends || starts_item(input.cursor(), after_literal)) {
            break;
        }
        trees.push(input.parse()?);
    }
    Ok(trees)
}

/// Whether the `<` of a path's arguments is open, and will be closed.
fn is_in_angles(before: &[TokenTree], input: ParseStream<'_>) -> bool {
    let count = |mark| before.iter().filter(|tree| is_punct(tree, mark)).count();
    if count("<") <= count(">") {
        return false;
    }
    let mut after = input.cursor().token_stream().into_iter();
    let next = after.find(|tree| is_punct(tree, ">=;"));
    next.is_some_and(|tree| is_punct(&tree, ">"))
}

/// `name =`, and not `name ==`; or a key alone, where a literal has just ended.
pub(super) fn starts_item(cursor: Cursor<'_>, after_literal: bool) -> bool {
    let Some((first, rest)) = cursor.ident() else {
        return false;
    };
    match rest.punct() {
        Some((punct, _)) if punct.as_char() == '=' => punct.spacing() == Spacing::Alone,
        _ => after_literal && is_key(&first),
    }
}

pub(super) fn is_key(name: &Ident) -> bool {
    super::key(&name.unraw().to_string(), Place::Enum).is_some()
}

pub(super) fn skip_to_comma(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() {
        let tree: TokenTree = input.parse()?;
        if is_punct(&tree, ",") {
            break;
        }
    }
    Ok(())
}
