//! Where rustc reports what is wrong with generated code: at the tokens of the user.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

/// Where tokens begin and end in the user's code: a span that joins the two is nobody's to make, but
/// rustc makes one of code whose first token is at the one and whose last is at the other.
pub(super) fn ends(tokens: &impl ToTokens, resolved_at: Span) -> (Span, Span) {
    let mut trees = tokens.to_token_stream().into_iter();
    let first = trees.next().map_or(resolved_at, |tree| tree.span());
    let last = trees.last().map_or(first, |tree| tree.span());
    (resolved_at.located_at(first), resolved_at.located_at(last))
}

/// What a binding refers to, as an argument that rustc reports at `tokens`, from end to end.
pub(super) fn passed(binding: &Ident, tokens: &impl ToTokens) -> TokenStream {
    let (first, last) = ends(tokens, Span::call_site());
    let mut binding = binding.clone();
    binding.set_span(last);
    quote_spanned!(first=> &*#binding)
}
