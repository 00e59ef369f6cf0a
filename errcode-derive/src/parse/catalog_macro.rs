//! What stands in `catalog!`: its head, and its keys with their values.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, Meta, Path, Token, Visibility};

use super::attributes::catalog;
use super::attrs::Attrs;
use crate::diagnostics::{Diagnostics, text};
use crate::tokens::source;

const SAMPLE: &str = "pub static ERRORS: Catalog = { title: \"My API\", types: [MyError] };";

pub(crate) struct CatalogMacro {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) docs: Vec<Expr>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// The type of the static, unless it is `Catalog` alone.
    pub(crate) ty: Option<Path>,
    pub(crate) attrs: Attrs,
    pub(crate) errors: Diagnostics,
}

impl Parse for CatalogMacro {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (mut attributes, mut docs) = (Vec::new(), Vec::new());
        for attribute in input.call(Attribute::parse_outer)? {
            match attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => docs.push(meta.value),
                _ => attributes.push(attribute),
            }
        }
        let vis = input.parse()?;
        let mut errors = Diagnostics::default();
        let (name, ty, content) = head(input, &mut errors).map_err(|error| {
            // What can't be read is still there.
            let found = input.cursor().token_tree().map(|(tree, _)| tree);
            let found = found.filter(|_| !error.to_string().contains("found"));
            let found =
                found.map_or_else(String::new, |tree| format!(", found `{}`", source(&tree)));
            let text = text(
                format!("{error}{found}"),
                format!("a catalog is written as `{SAMPLE}`"),
            );
            syn::Error::new(error.span(), text)
        })?;
        let attrs = catalog(content, &mut errors);
        Ok(Self {
            attributes,
            docs,
            vis,
            name,
            ty,
            attrs,
            errors,
        })
    }
}

/// `static NAME: Catalog = { ... };`
fn head(
    input: ParseStream<'_>,
    errors: &mut Diagnostics,
) -> syn::Result<(Ident, Option<Path>, TokenStream)> {
    input.parse::<Token![static]>()?;
    let name: Ident = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty: Path = input.parse()?;
    let last = ty.segments.last();
    let is_catalog = last.is_some_and(|last| last.ident == "Catalog" && last.arguments.is_none());
    if !is_catalog {
        let message = format!("expected `Catalog`, found `{}`", source(&ty));
        errors.report(&ty, message, "write `Catalog`");
    }
    let is_path = ty.leading_colon.is_some() || ty.segments.len() > 1;
    let ty = Some(ty).filter(|_| is_catalog && is_path);
    input.parse::<Token![=]>()?;
    let content;
    let brace = syn::braced!(content in input);
    let content = content.parse()?;
    if input.parse::<Option<Token![;]>>()?.is_none() {
        errors.report_at(brace.span.close(), "expected `;` after this", "write `};`");
    }
    let rest: TokenStream = input.parse()?;
    if !rest.is_empty() {
        let message = format!(
            "one catalog at a time: expected nothing more, found `{}`",
            source(&rest)
        );
        errors.report(rest, message, "write another `catalog! { ... }`");
    }
    Ok((name, ty, content))
}
