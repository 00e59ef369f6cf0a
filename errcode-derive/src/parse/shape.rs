//! The shapes of values: one parser for each. They say what is wrong and where, and suggest nothing.

mod example;
mod format;
mod header;

use proc_macro2::{Delimiter, Ident, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Expr, ExprLit, ExprPath, Lit, LitBool, LitInt, LitStr, Path};

pub(crate) use self::example::ExampleValue;
pub(crate) use self::format::{FORMATS, FormatValue};
pub(crate) use self::header::HeaderValue;
use super::item::{Item, Value};
use crate::diagnostics::{Mistake, Result};
use crate::tokens::{Trees, inside, is_punct, literal, peeled, source, split_at_commas};

/// A value that an item can have.
pub(crate) trait Parse: Sized {
    fn parse(item: &Item) -> Result<Self>;
}

/// `status = ...` on a type or a variant.
#[derive(Clone)]
pub(crate) enum StatusValue {
    Literal(LitInt),
    Path(ExprPath),
}

/// `code = ...`
#[derive(Clone)]
pub(crate) enum CodeValue {
    Text(LitStr),
    Number(i64, Trees),
}

/// `message = ...`
#[derive(Clone)]
pub(crate) enum MessageValue {
    Text(LitStr),
    Path(ExprPath),
}

/// The mistake of a value that is something else.
fn expected(tokens: &impl ToTokens, what: &str) -> Mistake {
    let trees = Trees::from(tokens.to_token_stream());
    let why = match &*trees {
        [.., bang, TokenTree::Group(_)] if is_punct(bang, "!") => "; macros are not expanded here",
        [.., TokenTree::Ident(name)] if is_constant(&name.to_string()) => {
            "; the value of a constant is not known here"
        }
        _ => "",
    };
    Mistake::new(
        tokens,
        format!("expected {what}, found `{}`{why}", source(tokens)),
    )
}

/// Whether a name is in capitals alone, as that of a constant.
pub(crate) fn is_constant(name: &str) -> bool {
    name.len() > 1 && !name.contains(char::is_lowercase) && name.contains(char::is_uppercase)
}

/// The value of an item, which syn reads.
fn read<T: syn::parse::Parse>(item: &Item, what: &str) -> Result<T> {
    let trees = item.assigned()?;
    let value = peeled(trees).parse();
    value.map_err(|_| expected(trees, what))
}

/// A flag.
impl Parse for () {
    fn parse(item: &Item) -> Result<Self> {
        item.no_value()
    }
}

/// A flag, or a key with a value.
impl<T: Parse> Parse for Option<T> {
    fn parse(item: &Item) -> Result<Self> {
        match item.value {
            Value::None => Ok(None),
            _ => T::parse(item).map(Some),
        }
    }
}

impl Parse for bool {
    fn parse(item: &Item) -> Result<Self> {
        read(item, "`true` or `false`").map(|literal: LitBool| literal.value)
    }
}

impl Parse for LitStr {
    fn parse(item: &Item) -> Result<Self> {
        read(item, "a string literal")
    }
}

impl Parse for Path {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        let path = Self::parse_mod_style.parse2(trees.to_token_stream());
        path.map_err(|_| expected(trees, "a path"))
    }
}

impl Parse for ExprPath {
    fn parse(item: &Item) -> Result<Self> {
        read(item, "the path of a function")
    }
}

impl Parse for Ident {
    fn parse(item: &Item) -> Result<Self> {
        read(item, "the name of a variant")
    }
}

impl Parse for StatusValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        match literal(trees) {
            Some(Lit::Int(number)) => Ok(Self::Literal(number)),
            Some(_) => Err(expected(trees, "an integer")),
            None => read(item, "an integer or the path of a constant").map(Self::Path),
        }
    }
}

impl Parse for CodeValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        let plain = peeled(trees);
        let (sign, digits) = match &*plain {
            [minus, digits] if is_punct(minus, "-") => {
                ("-", Trees::new(std::slice::from_ref(digits)))
            }
            _ => ("", plain),
        };
        match literal(&digits) {
            Some(Lit::Str(text)) if sign.is_empty() => Ok(Self::Text(text)),
            Some(Lit::Int(number)) if matches!(number.suffix(), "" | "i64") => {
                let number = format!("{sign}{}", number.base10_digits()).parse();
                let number = number.map(|number| Self::Number(number, trees.clone()));
                number.map_err(|_| expected(trees, "an integer of 64 bits"))
            }
            Some(Lit::Int(number)) => {
                let message = format!("unexpected suffix `{}`", number.suffix());
                Err(Mistake::new(trees, message))
            }
            _ => Err(expected(trees, "a string or an integer literal")),
        }
    }
}

impl Parse for MessageValue {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        match literal(trees) {
            Some(Lit::Str(text)) => Ok(Self::Text(text)),
            _ => read(item, "a format string or the path of a function").map(Self::Path),
        }
    }
}

/// Names, as they are written: whether they are known is a question of meaning.
impl Parse for Vec<Trees> {
    fn parse(item: &Item) -> Result<Self> {
        let mut names = Vec::new();
        for part in split_at_commas(item.list()?) {
            if let [TokenTree::Ident(_), next @ TokenTree::Ident(_), ..] = part {
                let mistake = Mistake::new(next, format!("expected `,` before `{next}`"));
                return Err(mistake.with_help(format!("write `, {next}`")));
            }
            names.push(Trees::new(part));
        }
        match names.iter().filter(|name| name.is_empty()).count() {
            0 => Ok(names),
            empty if empty == names.len() => item.wrong_form("needs values"),
            _ => item.wrong_form("has a `,` too many"),
        }
    }
}

/// An expression, which rustc reads.
impl Parse for Trees {
    fn parse(item: &Item) -> Result<Self> {
        item.assigned().cloned()
    }
}

/// `key: [a, b]`
pub(crate) struct List(pub(crate) Vec<Trees>);

impl Parse for List {
    fn parse(item: &Item) -> Result<Self> {
        let trees = item.assigned()?;
        let list = match &**trees {
            [only] => inside(only, Delimiter::Bracket),
            _ => None,
        };
        let list = list.ok_or_else(|| expected(trees, "a list in `[` and `]`"))?;
        let elements = split_at_commas(&list);
        if elements.iter().any(|element| element.is_empty()) {
            return Err(Mistake::new(trees, "this list has a `,` too many"));
        }
        Ok(Self(elements.into_iter().map(Trees::new).collect()))
    }
}

/// The text of a string literal.
pub(crate) fn literal_text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        Expr::Group(group) => literal_text(&group.expr),
        _ => None,
    }
}
