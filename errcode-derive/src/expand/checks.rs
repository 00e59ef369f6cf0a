//! Calls of the checks in const evaluation. Each fails at the tokens it is about.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::entries::included;
use super::paths::{concrete, format};
use super::spans::ends;
use crate::model::{ConstCheck, Format, Model, Status, StatusPath};

pub(super) fn checks(model: &Model) -> TokenStream {
    let statuses = model.statuses.iter().map(status);
    let constants = constants(model);
    let members = members(model);
    let own_format = own_format(model);
    let unique = unique(model);
    quote!(#(#statuses)* #own_format #constants #members #unique)
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

/// The checks that depend on a status constant. Equal checks appear once, because each makes an item for rustc.
fn constants(model: &Model) -> TokenStream {
    let mut asked = HashSet::new();
    let checks = model.checks.iter().filter_map(|check| match check {
        ConstCheck::PrivateField { status, field } => {
            Some(call("private_field", quote!(#status), field))
        }
        ConstCheck::Header {
            status,
            demanding,
            at,
        } => asked
            .insert((status.to_string(), demanding))
            .then(|| call("header", quote!(#status, #demanding), at)),
        ConstCheck::Status { first, second, at } => {
            let ((first, variant), tokens) = (first, |status: &Status| match status {
                Status::Number(number) => number.to_token_stream(),
                Status::Named(name) => name.to_token_stream(),
            });
            let (first, second) = (tokens(first), tokens(second));
            Some(call("problem", quote!(#first, #second, #variant), at))
        }
        ConstCheck::Member { .. } => None,
    });
    quote!(#(const _: () = #checks;)*)
}

/// The check of the user's own format.
fn own_format(model: &Model) -> Option<TokenStream> {
    let Format::Path(path) = &model.format else {
        return None;
    };
    let check = call(
        "content_type",
        quote!(__errcode::FormatVtable::new::<#path>()),
        path,
    );
    Some(quote!(const _: () = #check;))
}

/// The checks of members against the reserved names of the user's own format.
fn members(model: &Model) -> Option<TokenStream> {
    let mut asked = HashSet::new();
    let checks: Vec<TokenStream> = model
        .checks
        .iter()
        .filter_map(|check| match check {
            ConstCheck::Member { name, at: tokens } => asked
                .insert(name)
                .then(|| call("member", quote!(__ERRCODE_RESERVED, #name), tokens)),
            _ => None,
        })
        .collect();
    let format = format(model);
    (!checks.is_empty()).then(|| {
        quote! {
            const __ERRCODE_RESERVED: &[&__errcode::core::primitive::str] =
                __errcode::FormatVtable::new::<#format>().reserved();
            #(const _: () = #checks;)*
        }
    })
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
