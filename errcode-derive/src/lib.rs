//! The derive macro of [errcode](https://docs.rs/errcode), which re-exports and documents it.

mod check;
mod diagnostics;
mod expand;
mod model;
mod naming;
mod nearest;
mod parse;
mod suggest;
#[cfg(test)]
mod tests;
mod tokens;

use proc_macro2::TokenStream;
use syn::DeriveInput;

/// The derive of `errcode::ApiError`, which documents it.
#[proc_macro_derive(ApiError, attributes(api, api_error, errcode, status))]
pub fn derive_api_error(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into()).into()
}

/// See `errcode::catalog!`, which puts its own path before what is written.
#[doc(hidden)]
#[proc_macro]
pub fn catalog(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::catalog_macro::catalog(input.into()).into()
}

/// The whole macro on `proc_macro2` tokens: every error, and the impls, so that nothing else fails for want of them.
fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let (model, errors) = check::check(&input);
    let mut code = errors.to_compile_errors();
    code.extend(model.as_ref().map(expand::impls));
    code
}
