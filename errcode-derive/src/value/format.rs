//! `format = ...`: a built-in format with its options, or the path of one's own.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{Error, LitBool, Path, Result, Token};

use super::assigned;
use super::wrong::expected;
use crate::errors::did_you_mean;
use crate::item::Item;

/// `format = ...`
#[derive(Clone)]
pub(crate) enum FormatValue {
    Problem { code: bool },
    Nested,
    Flat,
    Path(Path),
}

const FORMATS: [&str; 3] = ["problem", "nested", "flat"];

pub(crate) fn format(item: &Item, form: &str) -> Result<FormatValue> {
    let tokens = assigned(item, form)?;
    tokens
        .parse(format_value)
        .map_err(|error| match error.to_string().as_str() {
            message if message.contains("help: ") => error,
            _ => expected(tokens, "a format", form),
        })
}

fn format_value(input: ParseStream<'_>) -> Result<FormatValue> {
    let path = input.call(Path::parse_mod_style)?;
    let options = if input.is_empty() {
        None
    } else {
        let inner;
        syn::parenthesized!(inner in input);
        Some(inner.parse::<TokenStream>()?)
    };
    let name = path
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default();
    match (name.as_str(), options) {
        ("problem", None) => Ok(FormatValue::Problem { code: true }),
        ("problem", Some(options)) => problem_options.parse2(options.clone()).map_err(|error| {
            let what = "the option of `problem`";
            if error.to_string().contains("help: ") {
                error
            } else {
                expected(&options, what, "problem(code = false)")
            }
        }),
        ("nested", None) => Ok(FormatValue::Nested),
        ("flat", None) => Ok(FormatValue::Flat),
        (_, Some(options)) => {
            let message = format!("`{name}` has no options\n  help: write `format = {name}`");
            Err(Error::new_spanned(options, message))
        }
        (name, None) if name.starts_with(|first: char| first.is_ascii_lowercase()) => {
            let near = did_you_mean(name, FORMATS);
            let help = "write `problem`, `nested`, `flat`, or the path of a type that implements `errcode::Format`";
            let message = format!("unknown format `{name}`{near}\n  help: {help}");
            Err(Error::new_spanned(path, message))
        }
        _ => Ok(FormatValue::Path(path)),
    }
}

fn problem_options(input: ParseStream<'_>) -> Result<FormatValue> {
    let key: Ident = input.parse()?;
    if key != "code" {
        let near = did_you_mean(&key.to_string(), ["code"]);
        let message =
            format!("unknown option `{key}`{near}\n  help: write `problem(code = false)`");
        return Err(Error::new_spanned(key, message));
    }
    input.parse::<Token![=]>()?;
    let code = input.parse::<LitBool>()?.value;
    input.parse::<Option<Token![,]>>()?;
    Ok(FormatValue::Problem { code })
}
