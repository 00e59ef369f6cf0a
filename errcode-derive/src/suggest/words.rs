//! What tokens say, whatever they are: names, paths and literals of any kind.

use proc_macro2::TokenTree;
use syn::Lit;

use crate::tokens::{Trees, is_punct, source};

/// A value without signs of assignment before it, and brackets and commas around it.
pub(super) fn bare(trees: &[TokenTree]) -> Vec<TokenTree> {
    match trees {
        [TokenTree::Group(group)] => bare(&group.stream().into_iter().collect::<Vec<_>>()),
        [first, rest @ ..] if is_punct(first, "&=:>") => bare(rest),
        [rest @ .., last] if is_punct(last, ",") => bare(rest),
        _ => trees.to_vec(),
    }
}

/// What names and literals of any kind say, which may have `-` between them.
pub(super) fn words(trees: &[TokenTree]) -> Option<String> {
    let mut text = String::new();
    let mut is_behind_word = false;
    for tree in &bare(trees) {
        let is_word = !is_punct(tree, "-");
        if is_word && is_behind_word {
            return None;
        }
        is_behind_word = is_word;
        text += &match tree {
            TokenTree::Ident(name) => name.to_string(),
            TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
                Lit::Str(text) => text.value(),
                Lit::Char(letter) => letter.value().to_string(),
                Lit::Int(number) => number.base10_digits().to_owned(),
                Lit::Float(number) => number.base10_digits().to_owned(),
                Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok()?,
                Lit::CStr(text) => text.value().into_string().ok()?,
                _ => return None,
            },
            _ if is_word => return None,
            _ => "-".to_owned(),
        };
    }
    (!text.is_empty()).then_some(text)
}

/// A path, in quotes or not.
pub(crate) fn path(trees: &[TokenTree]) -> Option<String> {
    let text = match trees {
        [TokenTree::Literal(_)] => words(trees)?,
        _ => source(&Trees::new(trees)).replace(' ', ""),
    };
    // Rustc reports text that it cannot read as tokens, so only names get so far.
    let mut names = text.strip_prefix("::").unwrap_or(&text).split("::");
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_path = names.all(|name| {
        name.bytes().next().is_some_and(is_letter)
            && name
                .bytes()
                .all(|byte| is_letter(byte) || byte.is_ascii_digit())
    });
    is_path.then_some(text)
}

/// The last name of a path, in quotes or not.
pub(super) fn last_name(trees: &[TokenTree]) -> Option<String> {
    path(trees)?.rsplit("::").next().map(str::to_owned)
}
