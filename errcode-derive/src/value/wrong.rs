//! The words for a value that is none: what is wanted, what is there, and how to write it.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{Error, Lit};

use crate::errors::source;
use crate::item::Item;

/// An error at `tokens`, with something to write instead.
pub(super) fn expected(tokens: &impl ToTokens, what: &str, mend: &str) -> Error {
    let why = if is_macro(tokens) {
        "; macros are not expanded here"
    } else {
        ""
    };
    let found = source(tokens);
    Error::new_spanned(
        tokens,
        format!("expected {what}, found `{found}`{why}\n  help: write `{mend}`"),
    )
}

/// `key = "text"` for a text that stands there in another form, else the form of the key.
pub(super) fn in_quotes(item: &Item, tokens: &impl ToTokens, form: &str) -> String {
    match plain_text(tokens) {
        Some(text) => format!("{} = {text:?}", item.key),
        None => form.to_owned(),
    }
}

/// `key = name` for a name that stands there in quotes or behind a path, else the form of the key.
pub(super) fn bare(item: &Item, tokens: &impl ToTokens, form: &str) -> String {
    let name = plain_text(tokens).or_else(|| last_name(tokens));
    match name.filter(|name| syn::parse_str::<syn::Path>(name).is_ok()) {
        Some(name) => format!("{} = {name}", item.key),
        None => form.to_owned(),
    }
}

/// What a single token says, whatever kind of literal or name it is.
pub(super) fn plain_text(tokens: &impl ToTokens) -> Option<String> {
    let mut trees = tokens.to_token_stream().into_iter();
    match (trees.next()?, trees.next()) {
        (TokenTree::Ident(ident), None) => Some(ident.to_string()),
        (TokenTree::Literal(literal), None) => match Lit::new(literal) {
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

/// The last name of a path.
fn last_name(tokens: &impl ToTokens) -> Option<String> {
    let path: syn::Path = syn::parse2(tokens.to_token_stream()).ok()?;
    path.segments.last().map(|last| last.ident.to_string())
}

pub(super) fn is_macro(tokens: &impl ToTokens) -> bool {
    let mut trees = tokens.to_token_stream().into_iter().skip_while(|tree| {
        matches!(tree, TokenTree::Ident(_))
            || matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':')
    });
    let bang = matches!(trees.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
    bang && matches!(trees.next(), Some(TokenTree::Group(_)))
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn what_a_token_says() {
        for (tokens, text) in [
            (quote!("a b"), Some("a b")),
            (quote!(b"ab"), Some("ab")),
            (quote!(c"ab"), Some("ab")),
            (quote!('a'), Some("a")),
            (quote!(4.5), Some("4.5")),
            (quote!(1_0u8), Some("10")),
            (quote!(ab), Some("ab")),
            (quote!(a::b), None),
            (quote!(-1), None),
            (quote!(), None),
        ] {
            assert_eq!(plain_text(&tokens).as_deref(), text, "{tokens}");
        }
        assert_eq!(last_name(&quote!(Self::Absent)).as_deref(), Some("Absent"));
    }

    #[test]
    fn macros_are_known_by_their_mark() {
        assert!(is_macro(&quote!(concat!("a", "b"))));
        assert!(is_macro(&quote!(core::concat!("a", "b"))));
        assert!(!is_macro(&quote!(!true)));
        assert!(!is_macro(&quote!(a != (b))));
        assert!(!is_macro(&quote!(a::b)));
    }
}
