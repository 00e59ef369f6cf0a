//! What may stand behind a key: the forms of values, and the words for what is not one.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Error, Expr, ExprLit, ExprUnary, Lit, LitBool, LitInt, LitStr, Path, Result, Token, UnOp,
};

use crate::attr::{Item, Value};
use crate::errors::did_you_mean;

/// `format = ...`
#[derive(Clone)]
pub(crate) enum FormatValue {
    Problem { code: bool },
    Nested,
    Flat,
    Path(Path),
}

/// `status = ...` on a type or a variant.
#[derive(Clone)]
pub(crate) enum StatusValue {
    Literal(LitInt),
    Path(Path),
}

/// `code = ...`
#[derive(Clone)]
pub(crate) enum CodeValue {
    Text(LitStr),
    Number(i64, TokenStream),
}

/// `message = ...`
#[derive(Clone)]
pub(crate) enum MessageValue {
    Text(LitStr),
    Path(Path),
}

/// `header(NAME = "value")`
#[derive(Clone)]
pub(crate) struct HeaderValue {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

/// `example(EXPR)`, `example("caption", EXPR)`
#[derive(Clone)]
pub(crate) struct ExampleValue {
    pub(crate) caption: Option<LitStr>,
    pub(crate) expr: TokenStream,
}

const FORMATS: [&str; 3] = ["problem", "nested", "flat"];

/// The tokens behind `key =`.
fn assigned<'a>(item: &'a Item, form: &str) -> Result<&'a TokenStream> {
    match &item.value {
        Value::Assigned(tokens) => Ok(tokens),
        Value::None | Value::List(_) => Err(item.wrong_form(form)),
    }
}

/// The tokens in `key(...)`.
fn list<'a>(item: &'a Item, form: &str) -> Result<&'a TokenStream> {
    match &item.value {
        Value::List(tokens) if !tokens.is_empty() => Ok(tokens),
        _ => Err(item.wrong_form(form)),
    }
}

fn expected(tokens: &TokenStream, what: &str, form: &str) -> Error {
    Error::new_spanned(
        tokens,
        format!("expected {what}, found `{tokens}`\n  help: write `{form}`"),
    )
}

/// `key` alone.
pub(crate) fn flag(item: &Item) -> Result<()> {
    match item.value {
        Value::None => Ok(()),
        _ => Err(item.wrong_form(&item.key.to_string())),
    }
}

/// `key = "text"`
pub(crate) fn text(item: &Item, form: &str) -> Result<LitStr> {
    let tokens = assigned(item, form)?;
    let literal: LitStr =
        syn::parse2(tokens.clone()).map_err(|_| expected(tokens, "a string literal", form))?;
    no_suffix(&literal, literal.suffix())?;
    Ok(literal)
}

/// `key` alone or `key = "text"`
pub(crate) fn flag_or_text(item: &Item, form: &str) -> Result<Option<LitStr>> {
    match item.value {
        Value::None => Ok(None),
        _ => text(item, form).map(Some),
    }
}

/// `key = path`
pub(crate) fn path(item: &Item, form: &str) -> Result<Path> {
    let tokens = assigned(item, form)?;
    Path::parse_mod_style
        .parse2(tokens.clone())
        .map_err(|_| expected(tokens, "a path", form))
}

/// `key` alone or `key = path`
pub(crate) fn flag_or_path(item: &Item, form: &str) -> Result<Option<Path>> {
    match &item.value {
        Value::None => Ok(None),
        _ => expr_path(assigned(item, form)?, "a path to a function", form).map(Some),
    }
}

/// `key = true`
pub(crate) fn bool(item: &Item, form: &str) -> Result<bool> {
    let tokens = assigned(item, form)?;
    syn::parse2::<LitBool>(tokens.clone())
        .map(|literal| literal.value)
        .map_err(|_| expected(tokens, "`true` or `false`", form))
}

/// `key = name`
pub(crate) fn ident(item: &Item, form: &str) -> Result<Ident> {
    let tokens = assigned(item, form)?;
    syn::parse2(tokens.clone()).map_err(|_| expected(tokens, "a name", form))
}

/// `key(name, name)`
pub(crate) fn idents(item: &Item, form: &str) -> Result<Vec<Ident>> {
    let tokens = list(item, form)?;
    Punctuated::<Ident, Token![,]>::parse_terminated
        .parse2(tokens.clone())
        .map(|names| names.into_iter().collect())
        .map_err(|_| expected(tokens, "a list of names", form))
}

fn no_suffix(tokens: impl quote::ToTokens, suffix: &str) -> Result<()> {
    if suffix.is_empty() {
        return Ok(());
    }
    Err(Error::new_spanned(
        tokens,
        format!("unexpected suffix `{suffix}`\n  help: remove it"),
    ))
}

/// An expression without the parentheses and invisible groups around it.
fn peeled(expr: Expr) -> Expr {
    match expr {
        Expr::Paren(inner) => peeled(*inner.expr),
        Expr::Group(inner) => peeled(*inner.expr),
        other => other,
    }
}

fn expr(tokens: &TokenStream) -> Option<Expr> {
    let mut trees = tokens.clone().into_iter();
    // Most values are one literal, which needs no parser of expressions.
    if let (Some(TokenTree::Literal(literal)), None) = (trees.next(), trees.next()) {
        return Some(Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit: Lit::new(literal),
        }));
    }
    syn::parse2::<Expr>(tokens.clone()).ok().map(peeled)
}

fn expr_path(tokens: &TokenStream, what: &str, form: &str) -> Result<Path> {
    match expr(tokens) {
        Some(Expr::Path(found)) if found.qself.is_none() => Ok(found.path),
        _ => Err(expected(tokens, what, form)),
    }
}

pub(crate) fn format(item: &Item, form: &str) -> Result<FormatValue> {
    let tokens = assigned(item, form)?;
    (|input: ParseStream<'_>| format_value(input))
        .parse2(tokens.clone())
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
        ("problem", Some(options)) => problem_options.parse2(options.clone()).map_err(|_| {
            let what = "the option of `problem`";
            expected(&options, what, "problem(code = false)")
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
        return Err(Error::new_spanned(key, "expected `code`"));
    }
    input.parse::<Token![=]>()?;
    let code = input.parse::<LitBool>()?.value;
    input.parse::<Option<Token![,]>>()?;
    Ok(FormatValue::Problem { code })
}

pub(crate) fn status(item: &Item, form: &str) -> Result<StatusValue> {
    let tokens = assigned(item, form)?;
    match expr(tokens) {
        Some(Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        })) => Ok(StatusValue::Literal(literal)),
        Some(Expr::Path(found)) if found.qself.is_none() => Ok(StatusValue::Path(found.path)),
        Some(Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        })) => {
            let value = literal.value();
            let mend = match value.parse::<u16>() {
                Ok(number) => format!("remove the quotes: `status = {number}`"),
                Err(_) => format!("write `{form}`"),
            };
            let message = format!("expected an integer, found `{tokens}`\n  help: {mend}");
            Err(Error::new_spanned(tokens, message))
        }
        _ => Err(expected(
            tokens,
            "an integer or the path of a constant",
            form,
        )),
    }
}

pub(crate) fn code(item: &Item, form: &str) -> Result<CodeValue> {
    let tokens = assigned(item, form)?;
    let wrong = || expected(tokens, "a string or an integer literal", form);
    let number = |literal: LitInt, sign: &str| {
        no_suffix(&literal, literal.suffix())?;
        format!("{sign}{}", literal.base10_digits())
            .parse()
            .map(|number| CodeValue::Number(number, tokens.clone()))
            .map_err(|_| expected(tokens, "an integer of 64 bits", form))
    };
    match expr(tokens).ok_or_else(wrong)? {
        Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        }) => {
            no_suffix(&literal, literal.suffix())?;
            Ok(CodeValue::Text(literal))
        }
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) => number(literal, ""),
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => match peeled(*expr) {
            Expr::Lit(ExprLit {
                lit: Lit::Int(literal),
                ..
            }) => number(literal, "-"),
            _ => Err(wrong()),
        },
        _ => Err(wrong()),
    }
}

pub(crate) fn message(item: &Item, form: &str) -> Result<MessageValue> {
    let tokens = assigned(item, form)?;
    match expr(tokens) {
        Some(Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        })) => {
            no_suffix(&literal, literal.suffix())?;
            Ok(MessageValue::Text(literal))
        }
        Some(Expr::Path(found)) if found.qself.is_none() => Ok(MessageValue::Path(found.path)),
        _ => Err(expected(
            tokens,
            "a format string or the path of a function",
            form,
        )),
    }
}

impl Parse for HeaderValue {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { name, value })
    }
}

pub(crate) fn header(item: &Item, form: &str) -> Result<HeaderValue> {
    let tokens = list(item, form)?;
    syn::parse2(tokens.clone()).map_err(|_| expected(tokens, "a name and a value", form))
}

pub(crate) fn example(item: &Item, form: &str) -> Result<ExampleValue> {
    let tokens = without_last_comma(list(item, form)?);
    let mut rest = tokens.clone().into_iter();
    let first: TokenStream = rest.next().into_iter().collect();
    let comma = matches!(rest.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',');
    let expr: TokenStream = rest.collect();
    match syn::parse2::<LitStr>(first) {
        Ok(caption) if comma && !expr.is_empty() => Ok(ExampleValue {
            caption: Some(caption),
            expr,
        }),
        Ok(_) => Err(expected(&tokens, "an instance of the error", form)),
        Err(_) => Ok(ExampleValue {
            caption: None,
            expr: tokens,
        }),
    }
}

fn without_last_comma(tokens: &TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if matches!(tokens.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',') {
        tokens.pop();
    }
    tokens.into_iter().collect()
}

/// The tokens up to the end of an item, invisible groups around the whole of it removed.
pub(crate) fn ungrouped(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungrouped(group.stream())
        }
        _ => tokens,
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
