//! Code that is written as text, because rustc's lexer reads a long text faster than a macro makes single tokens. Also
//! a type as text for readers.

use std::fmt::{Arguments, Write as _};

use proc_macro2::{Group, LexError, Span, TokenStream, TokenTree};
use syn::Type;

use crate::tokens::source;

/// Stands in the text for tokens of the user, which keep their spans and so cannot be text.
const HOLE: &str = "__errcode_hole";

/// Code that is being written.
#[derive(Default)]
pub(super) struct Text {
    code: String,
    holes: Vec<TokenStream>,
}

impl Text {
    /// Adds code.
    pub(super) fn code(&mut self, code: Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.code.write_fmt(code);
    }

    /// Adds the user's own tokens.
    pub(super) fn tokens(&mut self, tokens: TokenStream) {
        self.code.push_str(HOLE);
        self.code.push(' ');
        self.holes.push(tokens);
    }

    /// Adds an arm of a match.
    pub(super) fn arm(&mut self, pattern: &str, body: TokenStream) {
        self.code(format_args!("{pattern} => "));
        self.tokens(body);
        self.code(format_args!(","));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.code.is_empty()
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        // The text is valid code. If it were not, the compile error would say so.
        let tokens = read(&self.code)
            .unwrap_or_else(|error| syn::Error::new(Span::call_site(), error).to_compile_error());
        if self.holes.is_empty() {
            return tokens;
        }
        fill(tokens, &mut self.holes.into_iter())
    }
}

/// Reads code with rustc's lexer. In the compiler, `proc_macro2` would first check the text with its own lexer.
fn read(code: &str) -> Result<TokenStream, String> {
    if proc_macro::is_available() {
        let read = code.parse::<proc_macro::TokenStream>();
        return read.map(Into::into).map_err(|error| error.to_string());
    }
    code.parse().map_err(|error: LexError| error.to_string())
}

fn fill(tokens: TokenStream, holes: &mut impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut filled = TokenStream::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) if ident == HOLE => filled.extend(holes.next()),
            TokenTree::Group(group) => {
                let inner = Group::new(group.delimiter(), fill(group.stream(), holes));
                filled.extend([TokenTree::Group(inner)]);
            }
            other => filled.extend([other]),
        }
    }
    filled
}

/// A type as rustfmt would print it: `Vec<Option<String>>`, `&'a [u8]`, `dyn Fn(u8) -> bool`.
pub(super) fn type_text(ty: &Type) -> String {
    source(ty)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn tokens_are_where_they_were_added() {
        let mut text = Text::default();
        assert!(text.is_empty());
        text.code(format_args!("a({:?}, ", "x\"\u{0}"));
        text.tokens(quote!(b + c));
        text.code(format_args!(") => ["));
        text.tokens(quote!(d));
        text.code(format_args!(", {}],", 5));
        assert!(!text.is_empty());
        let expected = quote!(a("x\"\0", b + c) => [d, 5],);
        assert_eq!(text.into_tokens().to_string(), expected.to_string());
    }

    #[test]
    fn invalid_code_is_an_error() {
        let mut text = Text::default();
        text.code(format_args!("a("));
        assert!(text.into_tokens().to_string().contains("compile_error"));
    }

    #[test]
    fn types_read_as_they_are_written() {
        for text in [
            "String",
            "Vec<Option<String>>",
            "std::collections::BTreeMap<String, Vec<u8>>",
            "&'static str",
            "[u8; 4]",
            "(u8, String)",
            "Box<dyn Error + Send>",
            "&'a [T]",
        ] {
            assert_eq!(type_text(&syn::parse_str(text).unwrap()), text);
        }
    }
}
