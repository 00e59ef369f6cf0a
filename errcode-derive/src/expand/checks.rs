//! Calls of the checks in const evaluation. Each fails at the tokens it is about.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::entries::included;
use super::paths::{concrete, format};
use super::spans::ends;
use crate::model::{Format, Model, StatusPath};

pub(super) fn checks(model: &Model) -> TokenStream {
    let statuses = model.statuses.iter().map(status);
    let own_format = match &model.format {
        Format::Path(path) => {
            let format = quote!(__errcode::FormatVtable::new::<#path>());
            let check = call("content_type", format, path);
            Some(quote!(const _: () = #check;))
        }
        _ => None,
    };
    let format = format(model);
    let mut checks = model.checks.iter();
    let reserved = checks.any(|check| check.function == "member").then(|| {
        quote! {
            const __ERRCODE_RESERVED: &[&__errcode::core::primitive::str] =
                __errcode::FormatVtable::new::<#format>().reserved();
        }
    });
    let checks = model.checks.iter();
    let checks = checks.map(|check| call(check.function, check.arguments.clone(), &check.at));
    let unique = unique(model);
    quote!(#(#statuses)* #own_format #reserved #(const _: () = #checks;)* #unique)
}

/// The call of a check that fails at `tokens`.
pub(super) fn call(check: &str, arguments: TokenStream, tokens: &impl ToTokens) -> TokenStream {
    let (first, last) = ends(tokens, Span::call_site());
    let check = Ident::new(check, first);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote_spanned!(first=> __errcode::checks::#check #arguments)
}

fn status(status: &StatusPath) -> TokenStream {
    let name = if status.lenient {
        "any_status"
    } else {
        "error_status"
    };
    let check = call(name, status.name.to_token_stream(), &status.path);
    quote!(const _: () = #check;)
}

/// The checks that no code of an included catalog is used twice. `catalog!` checks generic types, because their
/// parameters are known there.
fn unique(model: &Model) -> Option<TokenStream> {
    let fields: Vec<TokenStream> = included(model)
        .enumerate()
        .map(|(include, field)| call("unique", quote!(&__ERRCODE_CLASHES[#include]), &field.ty))
        .collect();
    let count = fields.len();
    let ty = concrete(model).filter(|_| count > 0)?;
    Some(quote! {
        const __ERRCODE_CLASHES: [__errcode::core::option::Option<__errcode::uniqueness::Clash>; #count] = {
            const CATALOG: &__errcode::Catalog = <#ty as __errcode::Documented>::CATALOG;
            __errcode::uniqueness::clashes::<{ __errcode::uniqueness::slots(CATALOG) }, #count>(CATALOG)
        };
        #(const _: () = #fields;)*
    })
}
