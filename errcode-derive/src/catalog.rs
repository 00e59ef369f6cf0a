//! `catalog!`: one service's catalog from several types.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Expr, Meta, Result, Token, Type, Visibility, bracketed};

use crate::errors::{Errors, did_you_mean, listed, unknown};
use crate::expand::call;

const FORM: &str = "pub static ERRORS: Catalog = { title: \"My API\", types: [MyError] };";

/// The keys, each with how it is written.
const KEYS: [(&str, &str); 4] = [
    ("title", "title: \"Skills API\""),
    ("types", "types: [SkillError, AuthError]"),
    ("after", "after: include_str!(\"troubleshooting.md\")"),
    ("allow", "allow: [duplicate_code]"),
];

/// The checks that `allow` switches off.
const CHECKS: [&str; 2] = ["duplicate_code", "mixed_format"];

/// The static, or every error beside an empty one. The first tree is the facade's path.
pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    let mut trees = input.into_iter();
    let krate: TokenStream = trees.next().into_iter().collect();
    let written = Written::parse.parse2(trees.collect());
    match written {
        Ok(written) if written.errors.is_empty() => written.expand(&krate),
        Ok(written) => written.stub(&krate),
        Err(error) => error.into_compile_error(),
    }
}

/// What stands in the macro.
struct Written {
    attributes: Vec<Attribute>,
    docs: Vec<Expr>,
    vis: Visibility,
    name: Ident,
    title: TokenStream,
    types: Vec<Type>,
    after: Option<TokenStream>,
    allow: Vec<Ident>,
    errors: Errors,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let all = input.call(Attribute::parse_outer)?;
        let (mut attributes, mut docs) = (Vec::new(), Vec::new());
        for attribute in all {
            match attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => docs.push(meta.value),
                _ => attributes.push(attribute),
            }
        }
        let vis = input.parse()?;
        let (name, content) = head(input).map_err(|error| {
            Error::new(error.span(), format!("{error}\n  help: write `{FORM}`"))
        })?;
        let mut written = Self {
            attributes,
            docs,
            vis,
            name,
            title: TokenStream::new(),
            types: Vec::new(),
            after: None,
            allow: Vec::new(),
            errors: Errors::default(),
        };
        let members = |input: ParseStream<'_>| written.members(input);
        members.parse2(content)?;
        Ok(written)
    }
}

/// `static NAME: Catalog = { ... };`
fn head(input: ParseStream<'_>) -> Result<(Ident, TokenStream)> {
    input.parse::<Token![static]>()?;
    let name = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty: Ident = input.parse()?;
    if ty != "Catalog" {
        let message = format!("expected `Catalog`, found `{ty}`");
        return Err(Error::new(ty.span(), message));
    }
    input.parse::<Token![=]>()?;
    let content;
    let brace = syn::braced!(content in input);
    let content = content.parse()?;
    if input.is_empty() {
        return Err(Error::new(brace.span.close(), "expected `;` after this"));
    }
    input.parse::<Token![;]>()?;
    if input.is_empty() {
        Ok((name, content))
    } else {
        Err(input.error("one catalog at a time: expected nothing more"))
    }
}

/// Whether a known key and its colon come next.
fn is_key(input: ParseStream<'_>) -> Result<bool> {
    let name = input.parse::<Ident>()?.to_string();
    let known = KEYS.iter().any(|(known, _)| *known == name);
    Ok(known && input.peek(Token![:]) && !input.peek(Token![::]))
}

impl Written {
    /// The keys with their values, in any order.
    fn members(&mut self, input: ParseStream<'_>) -> Result<()> {
        let mut seen: Vec<String> = Vec::new();
        let mut obscure = false;
        while !input.is_empty() {
            let key: TokenTree = input.parse()?;
            let colon = input.parse::<Option<Token![:]>>()?;
            let mut value = Vec::new();
            let next = |input: ParseStream<'_>| is_key(&input.fork()).unwrap_or_default();
            while !input.is_empty() && !input.peek(Token![,]) && !next(input) {
                value.push(input.parse::<TokenTree>()?);
            }
            if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
                let name: TokenTree = input.fork().parse()?;
                let message =
                    format!("expected `,` before `{name}`\n  help: write `, {name}: ...`");
                self.errors.at(name, message);
            }
            let name = key.to_string();
            let known = KEYS.iter().find(|(known, _)| *known == name);
            let Some((_, form)) = known else {
                obscure = true;
                let names = KEYS.iter().map(|(name, _)| *name);
                self.errors.at(key, unknown("key", &name, names));
                continue;
            };
            if seen.contains(&name) {
                let message = format!("duplicate `{name}`\n  help: remove one of them");
                self.errors.at(key, message);
                continue;
            }
            seen.push(name.clone());
            if colon.is_none() || value.is_empty() {
                let message = format!("`{name}` needs a value\n  help: write `{form}`");
                self.errors.at(key, message);
                continue;
            }
            let value: TokenStream = value.into_iter().collect();
            match name.as_str() {
                "title" => self.title = value,
                "after" => self.after = Some(value),
                "types" => self.types = self.list(value, form),
                _ => self.allow = self.list(value, form),
            }
        }
        for (key, form) in &KEYS[..2] {
            // What is misspelt is not missing too.
            if !obscure && !seen.iter().any(|seen| seen == key) {
                let message = format!("this catalog has no `{key}`\n  help: add `{form}`");
                self.errors.at(&self.name, message);
            }
        }
        for name in &self.allow {
            let text = name.to_string();
            if !CHECKS.contains(&text.as_str()) {
                let near = did_you_mean(&text, CHECKS);
                let known = listed(CHECKS);
                let message =
                    format!("unknown check `{text}`{near}\n  help: a catalog takes {known}");
                self.errors.at(name, message);
            }
        }
        Ok(())
    }

    /// `[a, b]`
    fn list<T: Parse>(&mut self, value: TokenStream, form: &str) -> Vec<T> {
        let read = |input: ParseStream<'_>| {
            let inside;
            bracketed!(inside in input);
            let list = Punctuated::<T, Token![,]>::parse_terminated(&inside)?;
            if input.is_empty() {
                Ok(list)
            } else {
                Err(input.error("expected `,`"))
            }
        };
        match read.parse2(value) {
            Ok(list) => list.into_iter().collect(),
            Err(error) => {
                let message = format!("{error}\n  help: write `{form}`");
                self.errors.push(Error::new(error.span(), message));
                Vec::new()
            }
        }
    }

    fn allows(&self, check: &str) -> bool {
        self.allow.iter().any(|name| name == check)
    }

    fn expand(&self, krate: &TokenStream) -> TokenStream {
        let Self {
            attributes,
            docs,
            vis,
            name,
            title,
            types,
            ..
        } = self;
        let after = match &self.after {
            Some(after) => after.clone(),
            None => "".to_token_stream(),
        };
        let count = types.len();
        let unique = (!self.allows("duplicate_code")).then(|| {
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
        let formats = (!self.allows("mixed_format")).then(|| {
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
            #vis static #name: #krate::Catalog = {
                use #krate::__private as __errcode;
                const __ERRCODE_TYPES: &[&__errcode::Catalog] =
                    &[#(<#types as __errcode::Documented>::CATALOG),*];
                const __ERRCODE_NAME: &__errcode::core::primitive::str = __errcode::core::concat!(
                    __errcode::core::module_path!(),
                    "::",
                    __errcode::core::stringify!(#name),
                );
                const __ERRCODE_PLACE: __errcode::core::primitive::u64 = __errcode::uniqueness::place(
                    __ERRCODE_NAME,
                    __errcode::core::line!(),
                    __errcode::core::column!(),
                );
                const __ERRCODE_CATALOG: __errcode::Catalog = __errcode::Catalog {
                    name: __ERRCODE_NAME,
                    place: __ERRCODE_PLACE,
                    key: __errcode::uniqueness::key(__ERRCODE_PLACE, __ERRCODE_TYPES),
                    title: __errcode::example!(#title),
                    docs: __errcode::core::concat!(#(#docs, "\n"),*),
                    after: __errcode::example!(#after),
                    format: __errcode::uniqueness::first_format(__ERRCODE_TYPES),
                    documents: __errcode::Documents::NONE,
                    examples: |_, _| {},
                    includes: __ERRCODE_TYPES,
                    origin: __errcode::Origin::List,
                };
                #unique
                #formats
                __ERRCODE_CATALOG
            };
        }
    }

    /// The errors, and a catalog of nothing, so that nothing else fails for want of it.
    fn stub(&self, krate: &TokenStream) -> TokenStream {
        let errors = self.errors.to_compile_errors();
        let (vis, name) = (&self.vis, &self.name);
        quote! {
            #errors
            #vis static #name: #krate::Catalog = #krate::Catalog::NOTHING;
        }
    }
}

#[cfg(test)]
mod tests;
