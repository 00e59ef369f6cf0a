//! `header("Name" = "value")`: one fixed header.

use proc_macro2::TokenTree;
use syn::{Lit, LitStr};

use super::{Parse, expected};
use crate::diagnostics::{Mistake, Result};
use crate::parse::item::Item;
use crate::tokens::{Trees, is_punct, literal, split_at_commas};

#[derive(Clone)]
pub(crate) struct HeaderValue {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

impl Parse for HeaderValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.list()?;
        let parts = split_at_commas(trees);
        let mut sides = parts[0].splitn(2, |tree| is_punct(tree, "="));
        let name = sides.next().filter(|name| !name.is_empty());
        let Some(name) = name else {
            return Err(Mistake::new(&item.tokens, "this header has no name"));
        };
        let name = quoted(name, "name")?;
        let value = match sides.next() {
            None => return Err(Mistake::new(name, "this header has no value")),
            Some([]) => return Err(Mistake::new(&parts[0][1], "this header has no value")),
            Some(value) => value,
        };
        if let [TokenTree::Literal(_), rest @ ..] = value
            && !rest.is_empty()
        {
            return Err(expected(&Trees::new(rest), "nothing after the value"));
        }
        let value = quoted(value, "value")?;
        let rest = Trees::new(trees.get(parts[0].len() + 1..).unwrap_or_default());
        if rest.iter().any(|tree| is_punct(tree, "=")) {
            let help = "write another `header(...)` for each";
            return Err(Mistake::new(rest, "one header at a time").with_help(help));
        }
        if !rest.is_empty() {
            return Err(expected(&rest, "nothing after the value"));
        }
        Ok(Self { name, value })
    }
}

fn quoted(trees: &[TokenTree], what: &str) -> Result<LitStr> {
    let trees = Trees::new(trees);
    match literal(&trees) {
        Some(Lit::Str(text)) if text.suffix().is_empty() => Ok(text),
        _ => Err(expected(&trees, &format!("the header's {what} in quotes"))),
    }
}
