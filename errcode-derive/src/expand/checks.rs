//! Calls of the checks in const evaluation. Each fails at the tokens it is about.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::entries::{entries, included, included_formats};
use super::names::at_call_site;
use super::paths::{concrete, format};
use super::spans::ends;
use crate::model::{Format, InnerFormat, Model, StatusPath};

pub(super) fn checks(model: &Model) -> TokenStream {
    let statuses = model.statuses.iter().map(status);
    let own_formats = own_formats(model);
    let inner_formats = inner_formats(model);
    let checks = model.checks.iter();
    let checks = checks.map(|check| call(check.function, check.arguments.clone(), &check.at));
    let unique = unique(model);
    quote!(#(#statuses)* #own_formats #inner_formats #(const _: () = #checks;)* #unique)
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

/// The checks of the user's own formats.
fn own_formats(model: &Model) -> TokenStream {
    let of_entries = entries(model).filter_map(|(entry, _)| entry.format.as_ref());
    let checks = of_entries.chain([&model.format]).filter_map(|format| {
        let Format::Path(path) = format else {
            return None;
        };
        let vtable = quote!(__errcode::FormatVtable::new::<#path>());
        Some(call("content_type", vtable, path))
    });
    quote!(#(const _: () = #checks;)*)
}

/// The checks that an inner type states no other format than this type.
fn inner_formats(model: &Model) -> Option<TokenStream> {
    concrete(model)?;
    let outer = format(&model.format);
    let checks = included(model).zip(included_formats(model));
    let checks = checks.filter(|(_, formats)| *formats == InnerFormat::Same);
    let checks = checks.map(|(field, _)| {
        let ty = at_call_site(&field.ty);
        let arguments = quote! {
            __errcode::FormatVtable::new::<#outer>(),
            <#ty as __errcode::Documented>::CATALOG
        };
        call("inner_format", arguments, &field.ty)
    });
    Some(quote!(#(const _: () = #checks;)*))
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
