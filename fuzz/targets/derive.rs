//! The macros on any tokens: they never panic, and give code that parses. If the input is an item, as it is wherever
//! rustc calls a derive, each error is at tokens of the input and has a help.

#![no_main]
// The sources of errcode-derive contain more than this target calls.
#![allow(dead_code)]

/// A proc-macro crate exports nothing but its macros, so its sources are a part of this crate.
#[path = "../../errcode-derive/src"]
mod sources {
    pub(crate) mod check;
    pub(crate) mod diagnostics;
    pub(crate) mod expand;
    pub(crate) mod model;
    pub(crate) mod naming;
    pub(crate) mod nearest;
    pub(crate) mod parse;
    pub(crate) mod suggest;
    pub(crate) mod tokens;
}
extern crate proc_macro;

use libfuzzer_sys::fuzz_target;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
pub(crate) use sources::{
    check, diagnostics, expand, model, naming, nearest, parse, suggest, tokens,
};

/// As deep as delimiters stand in each other. The compiler has a limit too.
const DEPTH: usize = 60;

/// What `errcode_derive::derive_api_error` does.
fn derive(input: TokenStream) -> TokenStream {
    let input: syn::DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let (model, errors) = check::check(&input);
    let mut code = errors.to_compile_errors();
    code.extend(model.as_ref().map(expand::impls));
    code
}

/// What `errcode::catalog!` does, which puts its own path before the input.
fn catalog(input: TokenStream) -> TokenStream {
    let root: TokenStream = "errcode".parse().unwrap();
    expand::catalog_macro::catalog(root.into_iter().chain(input).collect())
}

fn depth(stream: &TokenStream) -> usize {
    let groups = stream.clone().into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) => Some(1 + depth(&group.stream())),
        _ => None,
    });
    groups.max().unwrap_or(0)
}

/// The items of a source that derive `ApiError`, and what stands in each `catalog!`.
fn calls(stream: TokenStream, items: &mut Vec<TokenStream>, catalogs: &mut Vec<TokenStream>) {
    let mut item: Vec<TokenTree> = Vec::new();
    for tree in stream {
        let inside = match &tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                Some(group.stream())
            }
            _ => None,
        };
        let ends =
            inside.is_some() || matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ';');
        item.push(tree);
        if ends {
            let trees = std::mem::take(&mut item);
            let is_catalog = trees
                .iter()
                .any(|tree| matches!(tree, TokenTree::Ident(word) if word == "catalog"));
            match inside {
                _ if derives(&trees) => items.push(trees.into_iter().collect()),
                Some(inside) if is_catalog => catalogs.push(inside),
                Some(inside) => calls(inside, items, catalogs),
                None => {}
            }
        }
    }
}

fn derives(item: &[TokenTree]) -> bool {
    item.iter().any(|tree| match tree {
        TokenTree::Group(attribute) if attribute.delimiter() == Delimiter::Bracket => {
            attribute.to_string().contains("ApiError")
        }
        _ => false,
    })
}

/// A type, a variant and a field with an attribute.
fn with_attribute(content: &TokenStream) -> Vec<TokenStream> {
    let places = [
        "#[api] enum E { #[api(status = 400, code = \"A\")] A }",
        "#[api(format = flat)] enum E { #[api] A { a: u8, source: Box<dyn Error> }, #[api] B }",
        "#[api(status = 400, code = \"A\")] struct S { #[api] a: u8, b: String }",
    ];
    places
        .map(|place| filled(place.parse().unwrap(), content))
        .into()
}

/// The same with the content in each attribute `#[api]`.
fn filled(stream: TokenStream, content: &TokenStream) -> TokenStream {
    let trees = stream.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => {
            let mut inside = filled(group.stream(), content);
            if group.delimiter() == Delimiter::Bracket && inside.to_string() == "api" {
                let mut list = Group::new(Delimiter::Parenthesis, content.clone());
                list.set_span(group.span());
                inside.extend([TokenTree::from(list)]);
            }
            Group::new(group.delimiter(), inside).into()
        }
        tree => tree,
    });
    trees.collect()
}

/// Every `::core::compile_error! { "..." }` has a place in the input, and says what to do.
fn check_errors(output: TokenStream, input: &TokenStream) {
    let trees: Vec<TokenTree> = output.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Ident(name) = tree else {
            continue;
        };
        if name != "compile_error" {
            continue;
        }
        let Some(TokenTree::Group(text)) = trees.get(at + 2) else {
            continue;
        };
        let text = text.stream().to_string();
        let has_place = !name.span().byte_range().is_empty();
        assert!(has_place, "an error without a place: {text}\nfrom {input}");
        assert!(
            text.contains("help: "),
            "an error without a help: {text}\nfrom {input}"
        );
    }
}

/// Whether rustc would call a derive with this.
fn is_type(item: &TokenStream) -> bool {
    use syn_full::Item;
    let item = syn_full::parse2::<Item>(item.clone());
    matches!(item, Ok(Item::Enum(_) | Item::Struct(_) | Item::Union(_)))
}

fn check_output(of: fn(TokenStream) -> TokenStream, input: TokenStream, is_type: bool) {
    let output = of(input.clone());
    if let Err(error) = syn_full::parse2::<syn_full::File>(output.clone()) {
        panic!("{error}\n  from {input}\n  came {output}");
    }
    if is_type {
        check_errors(output, &input);
    }
}

fuzz_target!(|text: &str| {
    if let Ok(stream) = text.parse::<TokenStream>()
        && depth(&stream) < DEPTH
    {
        let (mut items, mut catalogs) = (Vec::new(), Vec::new());
        calls(stream.clone(), &mut items, &mut catalogs);
        if items.is_empty() && catalogs.is_empty() {
            items = with_attribute(&stream);
            items.push(stream);
        }
        for item in items {
            let is_type = is_type(&item);
            check_output(derive, item, is_type);
        }
        for input in catalogs {
            check_output(catalog, input, false);
        }
    }
    proc_macro2::extra::invalidate_current_thread_spans();
});
