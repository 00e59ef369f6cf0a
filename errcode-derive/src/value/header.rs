//! `header(NAME = "value")`: one fixed header.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Error, LitStr, Result, Token};

use super::{list, no_suffix};
use crate::item::Item;

/// `header(NAME = "value")`
#[derive(Clone)]
pub(crate) struct HeaderValue {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

pub(crate) fn header(item: &Item, form: &str) -> Result<HeaderValue> {
    let read = |input: ParseStream<'_>| {
        let name = in_header(input, "name", form)?;
        let Ok(equals) = input.parse::<Token![=]>() else {
            let message = format!("this header has no value\n  help: write `{form}`");
            return Err(Error::new_spanned(name, message));
        };
        if input.is_empty() {
            let message = format!("expected a value after `=`\n  help: write `{form}`");
            return Err(Error::new_spanned(equals, message));
        }
        let value = in_header(input, "value", form)?;
        input.parse::<Option<Token![,]>>()?;
        let rest: TokenStream = input.parse()?;
        if rest.is_empty() {
            return Ok(HeaderValue { name, value });
        }
        let message = format!("one header at a time\n  help: write another `header({rest})`");
        Err(Error::new_spanned(rest, message))
    };
    read.parse2(list(item, form)?.clone())
}

/// The name or the value of a header: a string.
fn in_header(input: ParseStream<'_>, what: &str, form: &str) -> Result<LitStr> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![=]) && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    let literal: LitStr = syn::parse2(tokens.clone()).map_err(|_| {
        let text = tokens.to_string().replace(' ', "");
        let message = format!(
            "a header's {what} is written in quotes\n  help: write `{text:?}`, as in `{form}`"
        );
        Error::new_spanned(&tokens, message)
    })?;
    no_suffix(&literal, literal.suffix())?;
    Ok(literal)
}
