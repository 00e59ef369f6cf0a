//! How generated code refers to the parts of a model: paths, types and the errors in fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericArgument, GenericParam, parse_quote};

use super::bounds::Bounds;
use super::names::{at_call_site, ident_at_call_site, text_of};
use crate::model::{Case, Field, Format, Model};

/// The path of a variant or struct, for patterns and expressions.
pub(super) fn path(model: &Model, case: &Case) -> String {
    let ident = text_of(&model.ident);
    match &case.variant {
        Some(variant) => ident + "::" + &text_of(variant),
        None => ident,
    }
}

/// The type of the format.
pub(super) fn format(format: &Format) -> TokenStream {
    match format {
        Format::Problem { code } => quote!(__errcode::Problem<#code>),
        Format::Nested => quote!(__errcode::Nested),
        Format::Flat => quote!(__errcode::Flat),
        Format::BuiltIn(name) => {
            let name = Ident::new(name, Span::call_site());
            quote!(__errcode::#name)
        }
        Format::Path(path) => path.to_token_stream(),
    }
}

/// The type with `'static` for every lifetime, or `None` if it has other parameters.
pub(super) fn concrete(model: &Model) -> Option<TokenStream> {
    let ident = ident_at_call_site(&model.ident);
    let arguments: Option<Vec<GenericArgument>> = model
        .generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(_) => Some(parse_quote!('static)),
            GenericParam::Type(_) | GenericParam::Const(_) => None,
        })
        .collect();
    let arguments = arguments?;
    Some(quote!(#ident <#(#arguments),*>))
}

/// The error in a transparent field. If the field is no API error, rustc reports the same missing trait, `Documented`,
/// everywhere, and so one error. A type that depends on parameters, and the type itself, are called directly.
pub(super) fn inner(model: &Model, field: &Field, included: bool, binding: &Ident) -> TokenStream {
    if !included || Bounds::of(&model.generics).concern(&field.ty) {
        return binding.to_token_stream();
    }
    let ty = at_call_site(&field.ty);
    quote!(<#ty as __errcode::Documented>::inner_error(#binding, __errcode::Derived))
}
