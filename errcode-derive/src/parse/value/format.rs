//! `format = ...`: a built-in format with its options, or the path of one's own.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Error, LitBool, Path, PathArguments, Result, Token};

use super::assigned;
use super::wrong::expected;
use crate::diagnostics::{did_you_mean, nearest, source};
use crate::parse::item::Item;

/// `format = ...`
#[derive(Clone)]
pub(crate) enum FormatValue {
    Problem { code: bool },
    Nested,
    Flat,
    Path(Path),
}

pub(crate) const FORMATS: [&str; 3] = ["problem", "nested", "flat"];

pub(crate) fn format(item: &Item, form: &str) -> Result<FormatValue> {
    let tokens = assigned(item, form)?;
    let (path, options) = match &**tokens {
        [path @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            (path, Some(group))
        }
        path => (path, None),
    };
    let path: Path = syn::parse2(path.iter().cloned().collect())
        .ok()
        .filter(is_of_type)
        .ok_or_else(|| expected(tokens, "a format", form))?;
    let name = path
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default();
    match (name.as_str(), options) {
        ("problem", None) => Ok(FormatValue::Problem { code: true }),
        ("problem", Some(group)) => problem_options.parse2(group.stream()).map_err(|error| {
            match error.to_string().as_str() {
                message if message.contains("help: ") => error,
                _ => {
                    let what = "the option of `problem`";
                    expected(&inside(group), what, "problem(code = false)")
                }
            }
        }),
        ("nested", None) => Ok(FormatValue::Nested),
        ("flat", None) => Ok(FormatValue::Flat),
        (name, _) if name.starts_with(is_small) && !FORMATS.contains(&name) => {
            let near = did_you_mean(name, FORMATS);
            let help =
                "write `problem`, `nested`, `flat`, or the path of a type that implements `Format`";
            let message = format!("unknown format `{name}`{near}\n  help: {help}");
            Err(Error::new_spanned(path, message))
        }
        (_, Some(group)) => {
            let last = path.segments.last().map(|last| last.ident.to_string());
            let near = nearest(&last.unwrap_or_default(), FORMATS);
            let found = source(&path);
            let mend = match near {
                Some("problem") => "problem(code = false)",
                _ => &found,
            };
            let message = format!("`{found}` has no options\n  help: write `format = {mend}`");
            Err(Error::new_spanned(inside(group), message))
        }
        (_, None) => Ok(FormatValue::Path(path)),
    }
}

fn is_small(letter: char) -> bool {
    letter.is_ascii_lowercase()
}

/// Whether a path may be that of a type, which `Fn(A)` is not.
fn is_of_type(path: &Path) -> bool {
    let mut segments = path.segments.iter();
    !segments.any(|segment| matches!(segment.arguments, PathArguments::Parenthesized(_)))
}

/// What stands in parentheses, or the parentheses if nothing does.
fn inside(group: &Group) -> TokenStream {
    if group.stream().is_empty() {
        group.to_token_stream()
    } else {
        group.stream()
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

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;
    use crate::parse::item::Value;

    fn read(text: &str) -> Result<FormatValue> {
        let trees: Vec<TokenTree> = text.parse::<TokenStream>().unwrap().into_iter().collect();
        let item = Item {
            key: Ident::new("format", Span::call_site()),
            value: Value::Assigned(trees.clone().into()),
            tokens: trees.into(),
        };
        format(&item, "format = nested")
    }

    #[test]
    fn one_s_own_may_have_arguments() {
        for text in ["Own<true>", "a::Own<2, B>", "Own::<{ 1 + 1 }>", "a<b>::C"] {
            let Ok(FormatValue::Path(path)) = read(text) else {
                panic!("{text}");
            };
            let found = path.to_token_stream().to_string().replace(' ', "");
            assert_eq!(found, text.replace(' ', ""));
        }
        for text in [
            "Fn(u8) -> u8",
            "a::Fn(u8) -> u8",
            "Own<true",
            "Own<true>>",
            "",
            "(problem)",
        ] {
            let error = read(text).err().map(|error| error.to_string());
            assert!(
                error.is_some_and(|text| text.starts_with("expected a format")),
                "{text}"
            );
        }
    }

    #[test]
    fn options_are_those_of_problem() {
        for (text, code) in [
            ("problem", true),
            ("problem(code = true,)", true),
            ("problem(code = false)", false),
        ] {
            let found = read(text);
            assert!(
                matches!(found, Ok(FormatValue::Problem { code: found }) if found == code),
                "{text}"
            );
        }
        for (text, mend) in [
            ("problem()", "`problem(code = false)`"),
            ("nested()", "`format = nested`"),
            ("Problem(code = false)", "`format = problem(code = false)`"),
            ("a::Own(code = false)", "`format = a::Own`"),
        ] {
            let error = read(text).err().map(|error| error.to_string());
            assert!(error.is_some_and(|text| text.ends_with(mend)), "{text}");
        }
    }
}
