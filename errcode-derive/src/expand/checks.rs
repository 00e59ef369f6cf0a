//! What const evaluation checks, each at the tokens it is about.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{concrete, format, included};
use crate::model::{ConstCheck, Model, StatusPath};

pub(super) fn checks(model: &Model) -> TokenStream {
    let statuses = model.statuses.iter().map(status);
    let constants = constants(model);
    let members = members(model);
    let unique = unique(model);
    quote!(#(#statuses)* #constants #members #unique)
}

/// The place of tokens in the user's code, in code that is not the user's.
fn at(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

fn status(status: &StatusPath) -> TokenStream {
    let name = &status.name;
    let check = if status.lenient {
        quote!(any_status)
    } else {
        quote!(error_status)
    };
    quote_spanned!(at(&status.path)=> const _: () = __errcode::checks::#check(#name);)
}

/// What depends on a status that is given by a constant, each once.
fn constants(model: &Model) -> TokenStream {
    let mut asked = HashSet::new();
    let checks = model.checks.iter().filter_map(|check| match check {
        ConstCheck::PrivateField { status, field } => Some(
            quote_spanned!(at(field)=> const _: () = __errcode::checks::private_field(#status);),
        ),
        ConstCheck::Header { status, demanding } => {
            asked.insert((status.to_string(), demanding)).then(|| {
                quote_spanned!(at(status)=> const _: () = __errcode::checks::header(#status, #demanding);)
            })
        }
        ConstCheck::Member { .. } => None,
    });
    checks.collect()
}

/// The names of members, all in one constant: the compiler takes its time for each.
fn members(model: &Model) -> Option<TokenStream> {
    let mut asked = HashSet::new();
    let checks: Vec<TokenStream> = model
        .checks
        .iter()
        .filter_map(|check| match check {
            ConstCheck::Member { name, at: tokens } => asked
                .insert(name)
                .then(|| quote_spanned!(at(tokens)=> __errcode::checks::member(RESERVED, #name);)),
            ConstCheck::PrivateField { .. } | ConstCheck::Header { .. } => None,
        })
        .collect();
    let format = format(model);
    (!checks.is_empty()).then(|| {
        quote! {
            const _: () = {
                const RESERVED: &[&__errcode::core::primitive::str] =
                    <#format as __errcode::Format>::RESERVED;
                #(#checks)*
            };
        }
    })
}

/// No code of an included catalog is used twice. A generic type is checked where it is concrete, in
/// a `catalog!`.
fn unique(model: &Model) -> Option<TokenStream> {
    let fields: Vec<TokenStream> = included(model)
        .enumerate()
        .map(|(include, field)| {
            quote_spanned! {at(&field.ty)=>
                const _: () = __errcode::uniqueness::assert_unique(&__ERRCODE_CLASHES[#include]);
            }
        })
        .collect();
    let count = fields.len();
    let ty = concrete(model).filter(|_| count > 0)?;
    Some(quote! {
        const __ERRCODE_CLASHES: [__errcode::core::option::Option<__errcode::uniqueness::Clash>; #count] = {
            const CATALOG: &__errcode::Catalog = <#ty as __errcode::Documented>::CATALOG;
            __errcode::uniqueness::clashes::<{ __errcode::uniqueness::slots(CATALOG) }, #count>(CATALOG)
        };
        #(#fields)*
    })
}
