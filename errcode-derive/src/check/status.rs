//! Statuses: literals, and what const evaluation has to check of constants.

use std::collections::HashSet;

use errcode_rules::message::wrong_status;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ExprPath, LitInt};

use super::allowed::Allowed;
use super::of_type::Type;
use crate::diagnostics::{Mistake, Result};
use crate::model::{ConstCheck, StatusPath};
use crate::parse::shape::StatusValue;
use crate::suggest;
use crate::tokens::{self, Trees, source};

/// What is left to const evaluation.
#[derive(Default)]
pub(super) struct Consts {
    pub(super) statuses: Vec<StatusPath>,
    pub(super) checks: Vec<ConstCheck>,
    /// What has been asked once.
    asked: HashSet<(&'static str, String)>,
    /// The status that the type gives its variants lacks a header, which has been reported.
    pub(super) default_lacks_header: bool,
    /// The title that the type gives its variants is never sent, which has been reported.
    pub(super) default_title_is_unused: bool,
}

impl Consts {
    /// Has const evaluation check something.
    pub(super) fn check(
        &mut self,
        function: &'static str,
        arguments: TokenStream,
        at: TokenStream,
    ) {
        self.checks.push(ConstCheck {
            function,
            arguments,
            at,
        });
    }

    /// The same, once for these arguments, because each check makes an item for rustc.
    pub(super) fn check_once(
        &mut self,
        function: &'static str,
        arguments: TokenStream,
        at: &TokenStream,
    ) {
        if self.asked.insert((function, arguments.to_string())) {
            self.check(function, arguments, at.clone());
        }
    }

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

/// Judges a status, and gives it as it is known outside of the impls.
pub(super) fn judge(value: &StatusValue, ty: &Type<'_>, allowed: &Allowed) -> Result<StatusValue> {
    match value {
        StatusValue::Literal(literal) => number(literal, allowed).map(|_| value.clone()),
        StatusValue::Path(path) => match misspelt(path) {
            Some(mistake) => Err(mistake),
            None => outside(path, ty).map(StatusValue::Path),
        },
    }
}

/// A path as it is known outside of the impls, where a status is evaluated.
fn outside(path: &ExprPath, ty: &Type<'_>) -> Result<ExprPath> {
    let open = tokens::parameters(ty.generics);
    let is_open = |name: &Ident| open.contains(name) || name == "Self" && !open.is_empty();
    if let Some(found) = tokens::find_name(path.to_token_stream(), &is_open) {
        let ty = ty.ident;
        let message = format!(
            "a status is the same for every `{ty}`, whatever its parameters, so `{found}` is not known here"
        );
        let help = "write the constant outside of it: `const CONFLICT: u16 = 409;` and `status = CONFLICT`";
        return Err(Mistake::new(path, message).with_help(help));
    }
    let named = Trees::from(without_self(path.to_token_stream(), ty.ident));
    Ok(named.parse().unwrap_or_else(|_| path.clone()))
}

/// Tokens that name a type and do not call it `Self`.
fn without_self(tokens: TokenStream, ty: &Ident) -> TokenStream {
    let named = tokens.into_iter().map(|tree| match tree {
        TokenTree::Ident(name) if name == "Self" => {
            let mut ty = ty.clone();
            ty.set_span(name.span());
            ty.into()
        }
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
fn number(literal: &LitInt, allowed: &Allowed) -> Result<u16> {
    let mistake = |message: String, help: &str| {
        let help = format!("write `status = {help}");
        Err(Mistake::new(literal, message).with_help(help))
    };
    let suffix = literal.suffix();
    if !suffix.is_empty() && suffix != "u16" {
        let help = format!("{}`", literal.base10_digits());
        return mistake(format!("unexpected suffix `{suffix}`"), &help);
    }
    // A number that is too large is no status either.
    let number = literal.base10_parse::<u16>().unwrap_or_default();
    let lenient = wrong_status(number, false).is_some() && allowed.allows("non_error_status");
    match wrong_status(number, lenient) {
        None => Ok(number),
        Some(wrong) if wrong_status(number, true).is_none() => mistake(
            format!("{number} {wrong}"),
            "409`, or `allow(non_error_status)`",
        ),
        Some(wrong) => mistake(format!("`{literal}` {wrong}"), "500`"),
    }
}

/// The mistake of a path that is not that of a constant, by its letters, and is near to a registered status.
fn misspelt(path: &ExprPath) -> Option<Mistake> {
    let name = path.path.segments.last()?.ident.unraw().to_string();
    let status = suggest::status(&name).filter(|_| name.contains(char::is_lowercase))?;
    let message = format!("`{}` is not a constant", source(path));
    Some(Mistake::new(path, message).with_help(format!("write `status = {status}`")))
}
