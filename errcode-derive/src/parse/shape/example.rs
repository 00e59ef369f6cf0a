//! `example(EXPR)`, `example("caption", EXPR)`: an instance of the error, with a caption or without.

use proc_macro2::TokenTree;
use syn::{Lit, LitStr};

use super::{Parse, expected};
use crate::diagnostics::{Mistake, Result};
use crate::parse::item::Item;
use crate::tokens::{Trees, is_punct, literal, source, split_at_commas};

#[derive(Clone)]
pub(crate) struct ExampleValue {
    pub(crate) caption: Option<LitStr>,
    pub(crate) expr: Trees,
}

impl Parse for ExampleValue {
    fn parse(item: &Item) -> Result<Self> {
        let given = item.list()?;
        let parts: Vec<Trees> = split_at_commas(given).into_iter().map(Trees::new).collect();
        let text = |part: &Trees| match literal(part) {
            Some(Lit::Str(text)) => Some(text),
            _ => None,
        };
        let is_instance = |part: &Trees| match &**part {
            [] => false,
            // The name and value of a field.
            [TokenTree::Ident(_), equals, _, ..] if is_punct(equals, "=") => false,
            // A caption without a comma.
            [TokenTree::Literal(_), TokenTree::Ident(name), ..] if name != "as" => false,
            _ => text(part).is_none(),
        };
        match &*parts {
            [expr] if is_instance(expr) => Ok(Self {
                caption: None,
                expr: expr.clone(),
            }),
            [caption, expr] if is_instance(expr) && text(caption).is_some() => Ok(Self {
                caption: text(caption),
                expr: expr.clone(),
            }),
            [.., last] if parts.len() > 1 && is_instance(last) => {
                let mistake = Mistake::new(last, "one instance at a time");
                Err(mistake.with_help(format!("write another `example({})`", source(last))))
            }
            [expr, caption] if is_instance(expr) => Err(Mistake::new(
                caption,
                "a caption stands before its instance",
            )),
            _ => Err(expected(given, "an instance of the error")),
        }
    }
}
