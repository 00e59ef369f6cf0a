//! The words for an invalid value: what is expected, what was written, and how to write it.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{Error, Path};

use super::is_constant;
use crate::diagnostics::source;

/// An error at `tokens`, with something to write instead.
pub(super) fn expected(tokens: &impl ToTokens, what: &str, mend: &str) -> Error {
    error(tokens, what, "", mend)
}

/// The same where nothing but a literal will do.
pub(super) fn expected_literal(tokens: &impl ToTokens, what: &str, mend: &str) -> Error {
    let path = syn::parse2::<Path>(tokens.to_token_stream()).ok();
    let name = path.and_then(|path| Some(path.segments.last()?.ident.to_string()));
    let why = match name {
        Some(name) if is_constant(&name) => "; what a constant says is not known here",
        _ => "",
    };
    error(tokens, what, why, mend)
}

fn error(tokens: &impl ToTokens, what: &str, why: &str, mend: &str) -> Error {
    let why = if is_macro(tokens) {
        "; macros are not expanded here"
    } else {
        why
    };
    let found = source(tokens);
    Error::new_spanned(
        tokens,
        format!("expected {what}, found `{found}`{why}\n  help: write `{mend}`"),
    )
}

fn is_macro(tokens: &impl ToTokens) -> bool {
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
    fn macros_are_known_by_their_mark() {
        assert!(is_macro(&quote!(concat!("a", "b"))));
        assert!(is_macro(&quote!(core::concat!("a", "b"))));
        assert!(!is_macro(&quote!(!true)));
        assert!(!is_macro(&quote!(a != (b))));
        assert!(!is_macro(&quote!(a::b)));
    }
}
