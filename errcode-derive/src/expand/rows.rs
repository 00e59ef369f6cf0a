//! The table of rows: what an entry is before any document or field is looked at.

use proc_macro2::TokenStream;
use quote::quote;

use super::entries;
use crate::model::{Entry, Message, Model, Status};

/// The statuses given by paths, and the table.
pub(super) fn rows(model: &Model) -> TokenStream {
    let rows: Vec<TokenStream> = entries(model).map(|(entry, _)| row(entry)).collect();
    let statuses = model.statuses.iter().map(|status| {
        let (name, path) = (&status.name, &status.path);
        quote!(const #name: __errcode::core::primitive::u16 = __errcode::StatusConst(#path).get();)
    });
    let (text, number) = entries(model).fold((false, false), |(text, number), (entry, _)| {
        (text || !entry.code.number, number || entry.code.number)
    });
    let text = text.then(|| constructor(&quote!(__errcode_row), &quote!(new)));
    let number = number.then(|| constructor(&quote!(__errcode_number), &quote!(number)));
    let count = rows.len();
    let table = (count > 0)
        .then(|| quote!(static __ERRCODE_ROWS: [__errcode::Entry; #count] = [#(#rows),*];));
    quote! {
        #(#statuses)*
        #text
        #number
        #table
    }
}

/// A short local constructor: the compiler resolves one path instead of one for each row.
fn constructor(name: &TokenStream, code: &TokenStream) -> TokenStream {
    quote! {
        const fn #name(
            status: __errcode::core::primitive::u16,
            code: &'static __errcode::core::primitive::str,
        ) -> __errcode::Entry {
            __errcode::Entry::new(status, __errcode::Code::#code(code))
        }
    }
}

fn row(entry: &Entry) -> TokenStream {
    let constructor = if entry.code.number {
        quote!(__errcode_number)
    } else {
        quote!(__errcode_row)
    };
    let status = match &entry.status {
        Status::Number(number) => {
            let number = proc_macro2::Literal::u16_unsuffixed(*number);
            quote!(#number)
        }
        Status::Named(name) => quote!(#name),
    };
    let code = &entry.code.text;
    let message = match &entry.message {
        Message::ByStatus => TokenStream::new(),
        Message::Masked => quote!(.masked()),
        Message::Fixed(text) => quote!(.with_message(#text)),
        Message::Exposed | Message::Template(_) | Message::Function(_) => quote!(.exposed()),
    };
    let facts = facts(entry);
    quote!(#constructor(#status, #code) #message #facts)
}

/// What only few entries have.
fn facts(entry: &Entry) -> Option<TokenStream> {
    let plain = entry.title.is_none()
        && entry.type_uri.is_none()
        && entry.category.is_none()
        && entry.headers.is_empty()
        && entry.challenge.is_none();
    if plain {
        return None;
    }
    let title = option(entry.title.as_ref());
    let type_uri = entry.type_uri.as_deref().unwrap_or("about:blank");
    let category = option(entry.category.as_ref());
    let headers = entry
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let challenge = option(entry.challenge.as_ref());
    Some(quote! {
        .with_facts(const { &__errcode::Facts {
            title: #title,
            type_uri: #type_uri,
            category: #category,
            headers: &[#(#headers),*],
            challenge: #challenge,
        } })
    })
}

/// An option as an expression.
pub(super) fn option(value: Option<&String>) -> TokenStream {
    match value {
        Some(value) => quote!(__errcode::core::option::Option::Some(#value)),
        None => quote!(__errcode::core::option::Option::None),
    }
}
