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
        let caption = |part: &Trees| match literal(part) {
            Some(Lit::Str(text)) => Some(text),
            _ => None,
        };
        let texts: Vec<Option<LitStr>> = parts.iter().map(caption).collect();
        match (parts.as_slice(), texts.as_slice()) {
            // An assignment is no instance, but a field's name and value.
            ([_, ..], _)
                if given.len() > 2
                    && is_punct(&given[1], "=")
                    && matches!(given[0], TokenTree::Ident(_)) =>
            {
                Err(expected(given, "an instance of the error"))
            }
            ([expr], [None]) if is_captioned(expr) => {
                let [caption, instance] = [&expr[..1], &expr[1..]].map(Trees::new);
                let help = || {
                    format!(
                        "write `example({}, {})`",
                        source(&caption),
                        source(&instance)
                    )
                };
                Err(Mistake::new(&caption, "expected `,` after the caption").with_help(help))
            }
            ([expr], [None]) if !expr.is_empty() => Ok(Self {
                caption: None,
                expr: expr.clone(),
            }),
            ([_, expr], [Some(caption), None]) if !expr.is_empty() => Ok(Self {
                caption: Some(caption.clone()),
                expr: expr.clone(),
            }),
            ([expr, caption], [None, Some(_)]) => {
                let message = "a caption stands before its instance";
                let help = || format!("write `example({}, {})`", source(caption), source(expr));
                Err(Mistake::new(caption, message).with_help(help))
            }
            ([.., last], [.., None]) if parts.len() > 1 && !last.is_empty() => {
                Err(Mistake::new(last, "one instance at a time")
                    .with_help(|| format!("write another `example({})`", source(last))))
            }
            _ => Err(expected(given, "an instance of the error")),
        }
    }
}

/// Whether an instance stands right behind a text, which is then meant as its caption.
fn is_captioned(trees: &[TokenTree]) -> bool {
    match trees {
        [text @ TokenTree::Literal(_), TokenTree::Ident(name), ..] => {
            let text = Trees::new(std::slice::from_ref(text));
            name != "as" && matches!(literal(&text), Some(Lit::Str(_)))
        }
        _ => false,
    }
}
