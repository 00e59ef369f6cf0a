//! The catalog: what documents are made from, reachable from nowhere else.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Expr, Type};

use super::{entries, format, included, locally, option, path};
use crate::model::{Case, Detail, Entry, HeaderField, Model};
use crate::value::literal_text;

pub(super) fn catalog(model: &Model) -> TokenStream {
    let name = model.ident.unraw().to_string();
    let name = quote! {
        __errcode::core::concat!(__errcode::core::module_path!(), "::", #name)
    };
    let title = &model.group;
    let docs = lines(&model.docs);
    let format = format(model);
    let documents = documents(model);
    let examples = examples(model);
    let includes: Vec<TokenStream> = included(model)
        .map(|field| {
            let ty = locally(&field.ty);
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
            documents: #documents,
            examples: #examples,
            includes: &[#(#includes),*],
            is_list: false,
        };
    }
}

/// A doc comment as one text: a literal, unless a macro is part of it.
fn lines(docs: &[Expr]) -> TokenStream {
    if let [line] = docs {
        return line.into_token_stream();
    }
    let texts: Vec<Option<String>> = docs.iter().map(literal_text).collect();
    let is_comment = |text: &str| text.is_empty() || text.starts_with([' ', '\t']);
    if texts.iter().flatten().all(|text| is_comment(text)) && !texts.contains(&None) {
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        return texts.join("\n").into_token_stream();
    }
    // Beside the text of an attribute, the space after `///` is no part of a common indent.
    let texts = texts.iter().zip(docs).map(|(text, doc)| match text {
        Some(text) => text.strip_prefix(' ').unwrap_or(text).into_token_stream(),
        None => doc.into_token_stream(),
    });
    quote!(__errcode::core::concat!(#(#texts, "\n"),*))
}

/// The entries as columns, and lists of what only some of them have.
fn documents(model: &Model) -> TokenStream {
    let all: Vec<(&Entry, &Case)> = entries(model).collect();
    if all.is_empty() {
        return quote!(__errcode::Documents::NONE);
    }
    let names = all.iter().map(|(_, case)| &case.name);
    let hashes = all
        .iter()
        .map(|(entry, _)| Literal::u64_unsuffixed(hash(&entry.code.text)));
    let docs = all.iter().map(|(entry, _)| lines(&entry.docs));
    let rows = || all.iter().map(|(entry, _)| *entry).enumerate();
    let marked = |mark: fn(&Entry) -> bool| {
        let marked = rows()
            .filter(move |(_, entry)| mark(entry))
            .map(|(row, _)| row);
        quote!(&[#(#marked),*])
    };
    let members =
        rows().flat_map(|(row, entry)| entry.details.iter().map(move |detail| member(row, detail)));
    let headers = rows().flat_map(|(row, entry)| {
        entry
            .header_fields
            .iter()
            .map(move |field| header(row, field))
    });
    let deprecated = rows().filter_map(|(row, entry)| {
        let deprecated = entry.deprecated.as_ref()?;
        let (note, since) = (&deprecated.note, option(deprecated.since.as_ref()));
        Some(quote!((#row, __errcode::Deprecated { note: #note, since: #since })))
    });
    let hidden = marked(|entry| entry.hidden);
    let shared = marked(|entry| entry.shared);
    let run_time_status = marked(|entry| entry.status_field.is_some());
    quote! {
        __errcode::Documents {
            rows: &__ERRCODE_ROWS,
            names: &[#(#names),*],
            hashes: &[#(#hashes),*],
            docs: &[#(#docs),*],
            members: &[#(#members),*],
            headers: &[#(#headers),*],
            deprecated: &[#(#deprecated),*],
            hidden: #hidden,
            shared: #shared,
            run_time_status: #run_time_status,
        }
    }
}

fn member(row: usize, detail: &Detail) -> TokenStream {
    let (name, flatten) = (&detail.name, detail.flatten);
    let ty = type_text(&detail.field.ty);
    let docs = lines(&detail.docs);
    quote!((#row, __errcode::Member { name: #name, rust_type: #ty, docs: #docs, flatten: #flatten }))
}

fn header(row: usize, header: &HeaderField) -> TokenStream {
    let name = &header.name;
    let ty = type_text(&header.field.ty);
    let docs = lines(&header.docs);
    quote!((#row, __errcode::HeaderDoc { name: #name, rust_type: #ty, docs: #docs }))
}

/// A type as rustfmt would print it: `Vec<Option<String>>`, `&'a [u8]`, `dyn Fn(u8) -> bool`.
pub(super) fn type_text(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let mut tight = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let joins = |text: &str| {
            text.ends_with(['<', '(', '[', '&', '!', '*', '\'']) || text.ends_with("::")
        };
        let joined = word.starts_with(['<', '>', ')', ']', ',', ';', ':', '(']) && word != "->";
        if !tight.is_empty() && !joins(&tight) && !joined {
            tight.push(' ');
        }
        tight.push_str(word);
    }
    tight
}

/// One function for the examples of all entries: those that are written, and variants without
/// fields, each of which is its own.
fn examples(model: &Model) -> TokenStream {
    let at = Ident::new("__errcode_at", Span::mixed_site());
    let look = Ident::new("__errcode_look", Span::mixed_site());
    let example = Ident::new("__errcode_example", Span::mixed_site());
    let (mut itself, mut written) = (Vec::new(), Vec::new());
    for (row, (entry, case)) in entries(model).enumerate() {
        if entry.examples.is_empty() && entry.fieldless && !entry.hidden {
            let path = path(model, case);
            itself.push(quote!(#row => #path {},));
        } else if !entry.examples.is_empty() {
            let shown = entry.examples.iter().map(|given| {
                let (caption, expr) = (&given.caption, &given.expr);
                // The example of what is deprecated is no use of it.
                let expr = match entry.deprecated {
                    Some(_) => locally(expr),
                    None => expr.clone(),
                };
                quote! {
                    let #example: Self = __errcode::example!(#expr);
                    #look(#caption, &#example);
                }
            });
            written.push(quote!(#row => { #(#shown)* }));
        }
    }
    let written = (!written.is_empty()).then(|| quote!(match #at { #(#written)* _ => {} }));
    let itself = (!itself.is_empty()).then(|| {
        quote! {
            let #example = match #at {
                #(#itself)*
                _ => return,
            };
            #look("", &#example);
        }
    });
    if written.is_none() && itself.is_none() {
        return quote!(|_, _| {});
    }
    quote!(|#at, #look| { #written #itself })
}

/// FNV-1a over 64 bits, as core has it.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::type_text;

    #[test]
    fn types_read_as_they_are_written() {
        for text in [
            "String",
            "Vec<Option<String>>",
            "std::collections::BTreeMap<String, Vec<u8>>",
            "&'static str",
            "[u8; 4]",
            "(u8, String)",
            "Box<dyn Error + Send>",
            "&'a [T]",
        ] {
            assert_eq!(type_text(&syn::parse_str(text).unwrap()), text);
        }
    }
}
