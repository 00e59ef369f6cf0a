//! The catalog: what documents are made from, reachable from nowhere else.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Expr;
use syn::ext::IdentExt;

use super::rows::option;
use super::{entries, format, included, local};
use crate::model::{Case, Entry, Model};

pub(super) fn catalog(model: &Model) -> TokenStream {
    let name = model.ident.unraw().to_string();
    let name = quote! {
        __errcode::core::concat!(__errcode::core::module_path!(), "::", #name)
    };
    let title = &model.group;
    let docs = lines(&model.docs);
    let format = format(model);
    let entries = entries(model)
        .enumerate()
        .map(|(row, (entry, case))| document(model, row, entry, case));
    let includes: Vec<TokenStream> = included(model)
        .map(|(field, _)| {
            let ty = &field.ty;
            quote!(<#ty as __errcode::Documented>::CATALOG)
        })
        .collect();
    quote! {
        const CATALOG: &'static __errcode::Catalog = &__errcode::Catalog {
            name: #name,
            key: __errcode::uniqueness::key(#name, &[#(#includes),*]),
            title: #title,
            docs: #docs,
            after: "",
            format: __errcode::FormatFns::of::<#format>(),
            entries: &[#(#entries),*],
            includes: &[#(#includes),*],
        };
    }
}

/// Doc comments as a slice of lines.
fn lines(docs: &[Expr]) -> TokenStream {
    quote!(&[#(#docs),*])
}

fn document(model: &Model, row: usize, entry: &Entry, case: &Case) -> TokenStream {
    let name = &case.name;
    let hash = hash(&entry.code.text);
    let docs = lines(&entry.docs);
    let facts = facts(model, entry, case);
    quote!(__errcode::EntryDoc::new(&__ERRCODE_ROWS[#row], #name, #hash, #docs) #facts)
}

/// What only some entries have to say.
fn facts(model: &Model, entry: &Entry, case: &Case) -> Option<TokenStream> {
    let examples = examples(model, entry, case);
    let plain = entry.deprecated.is_none()
        && !entry.hidden
        && !entry.shared
        && entry.status_field.is_none()
        && entry.details.is_empty()
        && entry.header_fields.is_empty()
        && examples.is_empty();
    if plain {
        return None;
    }
    let deprecated = option(entry.deprecated.as_ref());
    let (hidden, shared) = (entry.hidden, entry.shared);
    let run_time_status = entry.status_field.is_some();
    let members = entry.details.iter().map(|detail| {
        let (name, ty, flatten) = (&detail.name, &detail.field.ty, detail.flatten);
        let docs = lines(&detail.docs);
        quote! {
            __errcode::Member {
                name: #name,
                rust_type: __errcode::core::stringify!(#ty),
                docs: #docs,
                flatten: #flatten,
            }
        }
    });
    let headers = entry.header_fields.iter().map(|header| {
        let (name, ty) = (&header.name, &header.field.ty);
        let docs = lines(&header.docs);
        quote! {
            __errcode::HeaderDoc {
                name: #name,
                rust_type: __errcode::core::stringify!(#ty),
                docs: #docs,
            }
        }
    });
    Some(quote! {
        .with_facts(const { &__errcode::DocFacts {
            deprecated: #deprecated,
            hidden: #hidden,
            shared: #shared,
            run_time_status: #run_time_status,
            members: &[#(#members),*],
            headers: &[#(#headers),*],
            examples: &[#(#examples),*],
        } })
    })
}

/// The examples as they are written; of a variant without fields, itself.
fn examples(model: &Model, entry: &Entry, case: &Case) -> Vec<TokenStream> {
    let look = Ident::new("__errcode_look", Span::mixed_site());
    let example = |caption: &str, expr: &TokenStream| {
        quote! {
            __errcode::Example {
                caption: #caption,
                visit: |#look| #look(&{
                    let example: Self = #expr;
                    example
                }),
            }
        }
    };
    if entry.examples.is_empty() && entry.fieldless && !entry.hidden {
        let ident = local(&model.ident);
        let itself = match case.variant.as_ref().map(local) {
            Some(variant) => quote!(#ident::#variant {}),
            None => quote!(#ident {}),
        };
        return vec![example("", &itself)];
    }
    entry
        .examples
        .iter()
        .map(|given| example(&given.caption, &given.expr))
        .collect()
}

/// FNV-1a over 64 bits, as core has it.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
