//! What tokens say, whatever they are: names, paths, literals of any kind, and words with `-` between them.

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

/// What a name or a literal of any kind says.
pub(super) fn plain(tree: &TokenTree) -> Option<String> {
    match tree {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            Lit::Char(letter) => Some(letter.value().to_string()),
            Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok(),
            Lit::CStr(text) => text.value().into_string().ok(),
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            Lit::Float(number) => Some(number.base10_digits().to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// One word, or several with `-` between them.
pub(super) fn words(trees: &[TokenTree]) -> Option<String> {
    let trees = bare(trees);
    let mut text = String::new();
    let mut after_word = false;
    for tree in &trees {
        let is_dash = is_punct(tree, "-");
        if after_word && !is_dash {
            return None;
        }
        text += &if is_dash {
            "-".to_owned()
        } else {
            plain(tree)?
        };
        after_word = !is_dash;
    }
    Some(text)
}

/// A path, in quotes or not.
pub(super) fn path(trees: &[TokenTree]) -> Option<String> {
    let text = match trees {
        [TokenTree::Literal(_)] => words(trees)?,
        _ => source(&Trees::new(trees)).replace(' ', ""),
    };
    // What is no path had better not be read as tokens: rustc reports what it can't read.
    let names = text.strip_prefix("::").unwrap_or(&text).split("::");
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    names.clone().all(is_name).then_some(text)
}

/// The last name of a path, in quotes or not.
pub(super) fn last_name(trees: &[TokenTree]) -> Option<String> {
    path(trees)?.rsplit("::").next().map(str::to_owned)
}
