//! Where rustc reports what is wrong with generated code: at the tokens of the user.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// The spans of the first and the last token. A macro cannot join two spans, but rustc joins them for code whose first
/// token has the first span and whose last token has the last one.
pub(super) fn ends(tokens: &impl ToTokens, resolved_at: Span) -> (Span, Span) {
    let mut trees = tokens.to_token_stream().into_iter();
    let first = trees.next().map_or(resolved_at, |tree| tree.span());
    let last = trees.last().map_or(first, |tree| tree.span());
    (resolved_at.located_at(first), resolved_at.located_at(last))
}

/// The value of a binding as an argument. Rustc reports errors about it at all of `tokens`.
pub(super) fn passed(binding: &Ident, tokens: &impl ToTokens) -> TokenStream {
    let (first, last) = ends(tokens, Span::call_site());
    let mut binding = binding.clone();
    binding.set_span(last);
    quote_spanned!(first=> &*#binding)
}
