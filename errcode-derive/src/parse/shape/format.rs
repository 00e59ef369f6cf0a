//! `format = ...`: a built-in format with its options, or the path of a type.

use proc_macro2::{Delimiter, TokenTree};
use syn::{Lit, Path, PathArguments};

use super::{Parse, expected};
use crate::diagnostics::{Mistake, Result};
use crate::parse::item::Item;
use crate::tokens::{Trees, inside, is_punct, literal, source};

#[derive(Clone)]
pub(crate) enum FormatValue {
    Problem { code: bool },
    Nested,
    Flat,
    Path(Path),
}

pub(crate) const FORMATS: [&str; 3] = ["problem", "nested", "flat"];

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
        let name = path
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        match (name.as_str(), options) {
            ("problem", None) => Ok(Self::Problem { code: true }),
            ("problem", Some((group, options))) => problem(group, &options),
            ("nested", None) => Ok(Self::Nested),
            ("flat", None) => Ok(Self::Flat),
            (name, Some((group, options))) if FORMATS.contains(&name) || !is_lowercase(name) => {
                let message = format!("`{}` has no options", source(&path));
                Err(match &*options {
                    [] => Mistake::new(group, message),
                    options => Mistake::new(Trees::new(options), message),
                })
            }
            // Whether it is known is a question of meaning.
            _ => Ok(Self::Path(path)),
        }
    }
}

fn is_lowercase(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Whether a path may be that of a type, which `Fn(A)` is not.
fn is_of_type(path: &Path) -> bool {
    let mut segments = path.segments.iter();
    !segments.any(|segment| matches!(segment.arguments, PathArguments::Parenthesized(_)))
}

/// The option of `problem(code = false)`.
fn problem(group: &TokenTree, options: &Trees) -> Result<FormatValue> {
    let options = match &**options {
        [options @ .., comma] if is_punct(comma, ",") => options,
        options => options,
    };
    match options {
        [TokenTree::Ident(key), ..] if key != "code" => Err(Mistake::new(
            key,
            format!("unknown option `{key}` of `problem`"),
        )),
        [TokenTree::Ident(_), equals, value @ TokenTree::Ident(_)] if is_punct(equals, "=") => {
            match literal(&Trees::new(std::slice::from_ref(value))) {
                Some(Lit::Bool(code)) => Ok(FormatValue::Problem { code: code.value }),
                _ => Err(expected(value, "`true` or `false`")),
            }
        }
        _ => Err(expected(group, "the option of `problem`")),
    }
}
