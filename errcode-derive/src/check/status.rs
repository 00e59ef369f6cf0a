//! Statuses: literals, and what const evaluation has to check of constants.

use errcode_rules::message::wrong_status;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::{ExprPath, GenericParam, LitInt};

use super::Type;
use crate::diagnostics::Errors;
use crate::model::{ConstCheck, StatusPath};

/// What is left to const evaluation.
#[derive(Default)]
pub(super) struct Consts {
    pub(super) statuses: Vec<StatusPath>,
    pub(super) checks: Vec<ConstCheck>,
    /// The status that the type gives its variants lacks a header, which has been reported.
    pub(super) header_is_missing: bool,
}

impl Consts {
    /// The name for the number of a constant, which is the same for the same path.
    pub(super) fn status(&mut self, path: &ExprPath, lenient: bool) -> Ident {
        let text = path.to_token_stream().to_string();
        let known = self.statuses.iter().find(|known| {
            known.lenient == lenient && known.path.to_token_stream().to_string() == text
        });
        if let Some(known) = known {
            return known.name.clone();
        }
        let span = Span::call_site().located_at(path.span());
        let name = format_ident!("__ERRCODE_STATUS_{}", self.statuses.len(), span = span);
        self.statuses.push(StatusPath {
            name: name.clone(),
            path: path.clone(),
            lenient,
        });
        name
    }
}

/// A path as it is known outside of the impls, where a status is evaluated.
pub(super) fn outside(mut path: ExprPath, ty: &Type<'_>, errors: &mut Errors) -> Option<ExprPath> {
    let open = |parameter: &GenericParam| match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.clone()),
        GenericParam::Const(parameter) => Some(parameter.ident.clone()),
        GenericParam::Lifetime(_) => None,
    };
    let open: Vec<Ident> = ty.generics.params.iter().filter_map(open).collect();
    let tokens = match &path.qself {
        Some(of) => of.ty.to_token_stream(),
        None => path.path.segments.first()?.ident.to_token_stream(),
    };
    let unknown = |name: &Ident| open.contains(name) || name == "Self" && !open.is_empty();
    if let Some(found) = first(tokens.clone(), &unknown) {
        let ty = ty.ident;
        let message = format!(
            "a status is the same for every `{ty}`, whatever its parameters, so `{found}` is not known here\n  help: write the constant outside of it: `const CONFLICT: u16 = 409;` and `status = CONFLICT`"
        );
        errors.at(&path, message);
        return None;
    }
    if let Some(of) = &mut path.qself {
        *of.ty = syn::parse2(without_self(tokens, ty.ident)).ok()?;
    } else if let Some(first) = path.path.segments.first_mut()
        && first.ident == "Self"
    {
        first.ident = named_at(ty.ident, first.ident.span());
    }
    Some(path)
}

/// A name as if it stood elsewhere.
fn named_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// The first name for which something holds.
fn first(tokens: TokenStream, holds: &impl Fn(&Ident) -> bool) -> Option<Ident> {
    tokens.into_iter().find_map(|tree| match tree {
        TokenTree::Ident(name) => holds(&name).then_some(name),
        TokenTree::Group(group) => first(group.stream(), holds),
        _ => None,
    })
}

/// Tokens that name a type and do not call it `Self`.
fn without_self(tokens: TokenStream, ty: &Ident) -> TokenStream {
    let named = tokens.into_iter().map(|tree| match tree {
        TokenTree::Ident(name) if name == "Self" => named_at(ty, name.span()).into(),
        TokenTree::Group(group) => {
            let inside = without_self(group.stream(), ty);
            let mut renamed = Group::new(group.delimiter(), inside);
            renamed.set_span(group.span());
            renamed.into()
        }
        other => other,
    });
    named.collect()
}

/// The number of a status literal.
pub(super) fn number(literal: &LitInt, lenient: bool) -> Result<u16, String> {
    let suffix = literal.suffix();
    let digits = literal.base10_digits();
    if !suffix.is_empty() && suffix != "u16" {
        return Err(format!(
            "unexpected suffix `{suffix}`\n  help: write `status = {digits}`"
        ));
    }
    let parsed = literal.base10_parse::<u16>();
    match parsed.as_ref().map(|number| wrong_status(*number, lenient)) {
        Ok(None) => Ok(parsed.unwrap_or_default()),
        Ok(Some(wrong)) if matches!(parsed, Ok(200..=399)) => Err(format!(
            "{digits} {wrong}\n  help: write `status = 409`, say, or `allow(non_error_status)`"
        )),
        wrong => {
            let wrong = wrong.ok().flatten();
            let wrong = wrong
                .or_else(|| wrong_status(0, lenient))
                .unwrap_or_default();
            Err(format!(
                "`{literal}` {wrong}\n  help: write `status = 500`, say"
            ))
        }
    }
}
