//! `header("Name" = "value")`: one fixed header.

use proc_macro2::TokenTree;
use syn::{Lit, LitStr};

use super::{Parse, expected};
use crate::diagnostics::{Mistake, Result};
use crate::parse::item::Item;
use crate::tokens::{Trees, is_punct, literal, source, split_at_commas};

#[derive(Clone)]
pub(crate) struct HeaderValue {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

impl Parse for HeaderValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.list()?;
        let parts = split_at_commas(trees);
        let header = Self::read(parts[0], item)?;
        match parts.get(1..) {
            Some([]) | None => Ok(header),
            Some(more) => {
                let at = Trees::new(&trees[parts[0].len() + 1..]);
                let more: Vec<String> = more
                    .iter()
                    .map(|part| format!("header({})", source(&Trees::new(part))))
                    .collect();
                let message = "one header at a time";
                let help = || format!("write another `{}`", more.join(", "));
                let is_pair = parts[1].iter().any(|tree| is_punct(tree, "="));
                Err(if is_pair {
                    Mistake::new(at, message).with_help(help)
                } else {
                    expected(&at, "nothing after the value")
                })
            }
        }
    }
}

impl HeaderValue {
    fn read(trees: &[TokenTree], item: &Item) -> Result<Self> {
        let equals = trees.iter().position(|tree| is_punct(tree, "="));
        let name = &trees[..equals.unwrap_or(trees.len())];
        if name.is_empty() {
            return Err(Mistake::new(&item.tokens, "this header has no name"));
        }
        let name = quoted(name, "name")?;
        let Some(equals) = equals else {
            return Err(Mistake::new(name, "this header has no value"));
        };
        match &trees[equals + 1..] {
            [] => Err(Mistake::new(&trees[equals], "this header has no value")),
            [TokenTree::Literal(_), rest @ ..] if !rest.is_empty() => {
                Err(expected(&Trees::new(rest), "nothing after the value"))
            }
            value => Ok(Self {
                name,
                value: quoted(value, "value")?,
            }),
        }
    }
}

fn quoted(trees: &[TokenTree], what: &str) -> Result<LitStr> {
    let trees = Trees::new(trees);
    match literal(&trees) {
        Some(Lit::Str(text)) if text.suffix().is_empty() => Ok(text),
        _ => Err(expected(&trees, &format!("the header's {what} in quotes"))),
    }
}
