//! `format = ...`: a built-in format with its options, or the path of a type.

use proc_macro2::{Delimiter, TokenTree};
use syn::{Path, PathArguments};

use super::{Parse, expected};
use crate::diagnostics::{Mistake, Result};
use crate::parse::item::Item;
use crate::parse::items::{Grammar, Read, items};
use crate::tokens::{Trees, inside, source};

#[derive(Clone)]
pub(crate) enum FormatValue {
    Problem {
        code: bool,
    },
    Nested,
    Flat,
    /// The name of its type.
    BuiltIn(&'static str),
    /// That of the inner error.
    Inner,
    Path(Path),
}

pub(crate) const FORMATS: [&str; 6] = ["problem", "nested", "flat", "text", "html", "problem_xml"];

impl Parse for FormatValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        let (path, options) = match &**trees {
            [path @ .., options] => match inside(options, Delimiter::Parenthesis) {
                Some(inner) => (path, Some((options, inner))),
                None => (&**trees, None),
            },
            [] => (&**trees, None),
        };
        let path = Trees::new(path).parse::<Path>().ok().filter(is_of_type);
        let path = path.ok_or_else(|| expected(trees, "a format"))?;
        match (source(&path).as_str(), options) {
            ("problem", None) => Ok(Self::Problem { code: true }),
            ("problem", Some((group, options))) => problem(group, &options),
            ("nested", None) => Ok(Self::Nested),
            ("flat", None) => Ok(Self::Flat),
            ("text", None) => Ok(Self::BuiltIn("Text")),
            ("html", None) => Ok(Self::BuiltIn("Html")),
            ("problem_xml", None) => Ok(Self::BuiltIn("ProblemXml")),
            ("inner", None) => Ok(Self::Inner),
            (name, Some((group, options))) if FORMATS.contains(&name) || is_type(name) => {
                let empty = std::slice::from_ref(group);
                let at = if options.is_empty() { empty } else { &options };
                let message = format!("`{name}` has no options");
                Err(Mistake::new(Trees::new(at), message))
            }
            // Whether it is known is a question of meaning.
            _ => Ok(Self::Path(path)),
        }
    }
}

/// Whether a path is not a misspelt name of a built-in format.
fn is_type(path: &str) -> bool {
    path.contains(|letter: char| letter.is_uppercase() || letter == ':')
}

/// Whether a path may be that of a type, which `Fn(A)` is not.
fn is_of_type(path: &Path) -> bool {
    let mut segments = path.segments.iter();
    !segments.any(|segment| matches!(segment.arguments, PathArguments::Parenthesized(_)))
}

/// The option of `problem(code = false)`.
fn problem(group: &TokenTree, options: &[TokenTree]) -> Result<FormatValue> {
    let grammar = Grammar {
        assign: '=',
        is_key: |name| name == "code",
    };
    match &*items(options, grammar) {
        [Read::Item(item, None)] if item.name == "code" => Ok(FormatValue::Problem {
            code: bool::parse(item)?,
        }),
        [Read::Item(item, _), ..] if item.name != "code" => {
            let message = format!("unknown option `{}` of `problem`", item.name);
            Err(Mistake::new(&item.key, message))
        }
        _ => Err(expected(group, "the option of `problem`")),
    }
}
