//! Prints the code for `catalog!`, the catalog of a service.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;
use syn::parse::{Parse, Parser};

use crate::check::{Listed, catalog_macro};
use crate::expand::checks::call;
use crate::parse::catalog_macro::CatalogMacro;

/// The static. If the input has errors, it is all the errors and an empty catalog. The first token tree is the path of
/// the facade.
pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    let mut trees = input.into_iter();
    let krate: TokenStream = trees.next().into_iter().collect();
    let mut catalog = match CatalogMacro::parse.parse2(trees.collect()) {
        Ok(catalog) => catalog,
        Err(error) => return error.into_compile_error(),
    };
    let listed = catalog_macro(&mut catalog);
    if catalog.errors.is_empty() {
        expand(&catalog, &listed, &krate)
    } else {
        stub(&catalog, &listed, &krate)
    }
}

fn expand(catalog: &CatalogMacro, listed: &Listed, krate: &TokenStream) -> TokenStream {
    let CatalogMacro {
        attributes,
        docs,
        vis,
        name,
        ..
    } = catalog;
    let Listed { title, types, .. } = listed;
    let allows = |check: &str| listed.allowed.contains(&check);
    let ty = type_of_static(catalog, krate);
    let after = match &listed.after {
        Some(after) => after.clone(),
        None => "".to_token_stream(),
    };
    let count = types.len();
    let unique = (!allows("duplicate_code")).then(|| {
            let checks = types
                .iter()
                .enumerate()
                .map(|(at, ty)| call("unique", quote!(&__ERRCODE_CLASHES[#at]), ty));
            quote! {
                const __ERRCODE_CLASHES: [__errcode::core::option::Option<__errcode::uniqueness::Clash>; #count] =
                    __errcode::uniqueness::clashes::<
                        { __errcode::uniqueness::slots(&__ERRCODE_CATALOG) },
                        #count,
                    >(&__ERRCODE_CATALOG);
                #(const _: () = #checks;)*
            }
        });
    let formats = (!allows("mixed_format")).then(|| {
        let checks = types.iter().enumerate().skip(1).map(|(at, ty)| {
            call(
                "one_format",
                quote!(__ERRCODE_TYPES[0], __ERRCODE_TYPES[#at]),
                ty,
            )
        });
        quote!(#(const _: () = #checks;)*)
    });
    quote! {
        #(#[doc = #docs])*
        #(#attributes)*
        #vis static #name: #ty = {
            use #krate::__private as __errcode;
            const __ERRCODE_TYPES: [&__errcode::Catalog; #count] =
                [#(<#types as __errcode::Documented>::CATALOG),*];
            const __ERRCODE_NAME: &__errcode::core::primitive::str = __errcode::core::concat!(
                __errcode::core::module_path!(),
                "::",
                __errcode::core::stringify!(#name),
            );
            const __ERRCODE_DEFINITION: __errcode::core::primitive::u64 = __errcode::uniqueness::definition(
                __ERRCODE_NAME,
                __errcode::core::line!(),
                __errcode::core::column!(),
            );
            const __ERRCODE_CATALOG: __errcode::Catalog = __errcode::Catalog::new(__errcode::CatalogParts {
                name: __ERRCODE_NAME,
                definition: __ERRCODE_DEFINITION,
                instance: __errcode::uniqueness::instance(__ERRCODE_DEFINITION, &__ERRCODE_TYPES),
                title: __errcode::example!(#title),
                docs: __errcode::core::concat!(#(#docs, "\n"),*),
                after: __errcode::example!(#after),
                format: __errcode::uniqueness::first_format(&__ERRCODE_TYPES),
                documents: __errcode::Documents::NONE,
                examples: |_, _| {},
                includes: &__ERRCODE_TYPES,
                states_format: false,
                kept_formats: &[],
                origin: __errcode::Origin::List,
            });
            #unique
            #formats
            __ERRCODE_CATALOG
        };
    }
}

/// The type of the static: the written path, or the facade's `Catalog`.
fn type_of_static(catalog: &CatalogMacro, krate: &TokenStream) -> TokenStream {
    match &catalog.ty {
        Some(path) => path.to_token_stream(),
        None => quote!(#krate::Catalog),
    }
}

/// The errors and an empty catalog, so that rustc reports neither a missing static nor unused imports.
fn stub(catalog: &CatalogMacro, listed: &Listed, krate: &TokenStream) -> TokenStream {
    let errors = catalog.errors.to_compile_errors();
    let CatalogMacro {
        attributes,
        docs,
        vis,
        name,
        ..
    } = catalog;
    let types = &listed.types;
    let ty = type_of_static(catalog, krate);
    let conditions: Vec<_> = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .collect();
    let is_expr = |tokens: &&TokenStream| syn::parse2::<Expr>((*tokens).clone()).is_ok();
    let texts = [&listed.title]
        .into_iter()
        .chain(&listed.after)
        .filter(is_expr);
    quote! {
        #errors
        #(#[doc = #docs])*
        #(#attributes)*
        #vis static #name: #ty = #krate::Catalog::NOTHING;
        #(#conditions)*
        const _: () = {
            #(const _: #krate::__private::core::option::Option<fn(&#types)> =
                #krate::__private::core::option::Option::None;)*
            #(const _: fn() = || {
                let _ = #texts;
            };)*
        };
    }
}
