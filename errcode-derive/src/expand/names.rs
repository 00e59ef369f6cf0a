//! The user's names, types and expressions in generated code.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics};

/// Keywords of newer editions, which are plain names in a user's older edition.
const NEW_KEYWORDS: [&str; 5] = ["async", "await", "dyn", "gen", "try"];

/// A user's name in generated code. Errors point to the user's code, and lints treat the name as generated.
pub(super) fn ident_at_call_site(ident: &Ident) -> Ident {
    let span = Span::call_site().located_at(ident.span());
    let name = ident.to_string();
    if NEW_KEYWORDS.contains(&name.as_str()) {
        return Ident::new_raw(&name, span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// A user's name as text.
pub(super) fn text_of(ident: &Ident) -> String {
    let name = ident.to_string();
    if NEW_KEYWORDS.contains(&name.as_str()) {
        return "r#".to_owned() + &name;
    }
    name
}

/// A user's parameters, types and examples in generated code. Rustc reports deprecated names where the user wrote
/// them, and not here again. `$crate` keeps its span, because with another span it would be another crate.
pub(super) fn at_call_site(tokens: impl ToTokens) -> TokenStream {
    let trees = tokens
        .into_token_stream()
        .into_iter()
        .map(|tree| match tree {
            TokenTree::Ident(ident) if ident != "$crate" && ident != "dyn" => {
                ident_at_call_site(&ident).into()
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), at_call_site(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            other => other,
        });
    trees.collect()
}

/// The parameters of an impl, and the arguments of its type.
pub(super) fn parameters(generics: &Generics) -> (TokenStream, TokenStream) {
    let mut generics = generics.clone();
    for parameter in &mut generics.params {
        // Rustc checks the attributes on the type.
        match parameter {
            GenericParam::Lifetime(parameter) => parameter.attrs.clear(),
            GenericParam::Type(parameter) => parameter.attrs.clear(),
            GenericParam::Const(parameter) => parameter.attrs.clear(),
        }
    }
    let (parameters, arguments, _) = generics.split_for_impl();
    (at_call_site(parameters), at_call_site(arguments))
}
