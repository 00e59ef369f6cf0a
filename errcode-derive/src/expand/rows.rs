//! The table of rows: what an entry is before any document or field is looked at.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::text::Text;
use super::{ends, entries, option};
use crate::model::{Entry, Message, Model, Status};

/// The statuses given by paths, and the table.
pub(super) fn rows(model: &Model) -> TokenStream {
    let constants = model.statuses.iter().map(|status| {
        let (name, path) = (&status.name, &status.path);
        let (_, last) = ends(path, Span::call_site());
        let get = Ident::new("get", last);
        quote! {
            const #name: __errcode::core::primitive::u16 = __errcode::StatusConst(#path).#get();
        }
    });
    let entries: Vec<&Entry> = entries(model).map(|(entry, _)| entry).collect();
    if entries.is_empty() {
        return TokenStream::new();
    }
    let count = entries.len();
    let (mut statuses, mut codes) = (Text::default(), Text::default());
    for entry in &entries {
        match &entry.status {
            Status::Number(number) => statuses.code(format_args!("{number},")),
            Status::Named(name) => statuses.code(format_args!("{name},")),
        }
        codes.code(format_args!("{:?},", entry.code.text));
    }
    let [statuses, codes] = [statuses, codes].map(Text::into_tokens);
    let numbers = entries.iter().any(|entry| entry.code.number);
    let (mut messages, mut exposed, mut masked) = (Vec::new(), Vec::new(), Vec::new());
    for (row, entry) in entries.iter().enumerate() {
        match &entry.message {
            Message::ByStatus => {}
            Message::Masked => masked.push(row),
            Message::Fixed(text) => messages.push(quote!((#row, #text))),
            Message::Exposed | Message::Template(_) | Message::Function(_) => exposed.push(row),
        }
    }
    let varying = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| varies(entry))
        .map(|(row, _)| row);
    let facts = entries
        .iter()
        .enumerate()
        .filter_map(|(row, entry)| facts(row, entry));
    quote! {
        #(#constants)*
        static __ERRCODE_ROWS: [__errcode::Entry; #count] = __errcode::Rows {
            statuses: [#statuses],
            codes: [#codes],
            numbers: #numbers,
            messages: &[#(#messages),*],
            exposed: &[#(#exposed),*],
            masked: &[#(#masked),*],
            varying: &[#(#varying),*],
            facts: &[#(#facts),*],
        }
        .build();
    }
}

/// Whether the body depends on fields. What `Display` says is compared when it is sent.
fn varies(entry: &Entry) -> bool {
    !entry.details.is_empty()
        || entry.status_field.is_some()
        || matches!(entry.message, Message::Template(_) | Message::Function(_))
}

/// What only few entries have.
fn facts(row: usize, entry: &Entry) -> Option<TokenStream> {
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
        (#row, __errcode::Facts {
            title: #title,
            type_uri: #type_uri,
            category: #category,
            headers: &[#(#headers),*],
            challenge: #challenge,
        })
    })
}
