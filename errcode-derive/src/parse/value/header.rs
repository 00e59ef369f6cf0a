//! `header(NAME = "value")`: one fixed header.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Error, LitStr, Result, Token};

use super::wrong::expected_literal;
use super::{list, no_suffix};
use crate::diagnostics::source;
use crate::parse::item::Item;

/// `header(NAME = "value")`
#[derive(Clone)]
pub(crate) struct HeaderValue {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

impl Parse for HeaderValue {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        Ok(Self { name, value })
    }
}

impl HeaderValue {
    fn written(&self) -> String {
        format!("header({} = {})", source(&self.name), source(&self.value))
    }
}

pub(crate) fn header(item: &Item, form: &str) -> Result<HeaderValue> {
    let read = |input: ParseStream<'_>| {
        let name = in_header(input, "name", &item.tokens, form)?;
        let Ok(equals) = input.parse::<Token![=]>() else {
            return Err(without("value", &name, form));
        };
        let value = in_header(input, "value", &equals, form)?;
        input.parse::<Option<Token![,]>>()?;
        let header = HeaderValue { name, value };
        let rest: TokenStream = input.parse()?;
        if rest.is_empty() {
            return Ok(header);
        }
        let more = Punctuated::<HeaderValue, Token![,]>::parse_terminated.parse2(rest.clone());
        let message = match more {
            Ok(more) => {
                let more: Vec<String> = more.iter().map(HeaderValue::written).collect();
                let more = more.join(", ");
                format!("one header at a time\n  help: write another `{more}`")
            }
            Err(_) => {
                let (header, rest) = (header.written(), source(&rest));
                format!(
                    "expected nothing after the value, found `{rest}`\n  help: write `{header}`"
                )
            }
        };
        Err(Error::new_spanned(rest, message))
    };
    read.parse2(list(item, form)?.clone())
}

/// The name or the value of a header, behind something: a string.
fn in_header(
    input: ParseStream<'_>,
    what: &str,
    behind: &impl ToTokens,
    form: &str,
) -> Result<LitStr> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![=]) && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    if tokens.is_empty() {
        return Err(without(what, behind, form));
    }
    let literal: LitStr = syn::parse2(tokens.clone())
        .map_err(|_| expected_literal(&tokens, &format!("the header's {what} in quotes"), form))?;
    no_suffix(&literal, literal.suffix(), form)?;
    Ok(literal)
}

fn without(what: &str, at: &impl ToTokens, form: &str) -> Error {
    let message = format!("this header has no {what}\n  help: write `{form}`");
    Error::new_spanned(at, message)
}
