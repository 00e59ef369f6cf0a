//! What may stand behind a key: the forms of values.

mod example;
mod format;
mod header;
mod names;
pub(crate) mod phrase;
mod wrong;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parse;
use syn::{
    Error, Expr, ExprLit, ExprPath, ExprUnary, Lit, LitBool, LitInt, LitStr, Path, Result, UnOp,
};

pub(crate) use self::example::{ExampleValue, example};
pub(crate) use self::format::{FORMATS, FormatValue, format};
pub(crate) use self::header::{HeaderValue, header};
pub(crate) use self::names::{add, names, names_meant};
use self::wrong::{expected, expected_literal};
use crate::diagnostics::source;
use crate::parse::item::{Item, Trees, Value};

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

/// The tokens behind `key =`.
fn assigned<'a>(item: &'a Item, form: &str) -> Result<&'a Trees> {
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

/// `key` alone.
pub(crate) fn flag(item: &Item, form: &str) -> Result<()> {
    match item.value {
        Value::None => Ok(()),
        _ => Err(item.wrong_form(form)),
    }
}

/// `key = "text"`
pub(crate) fn text(item: &Item, form: &str) -> Result<LitStr> {
    let tokens = assigned(item, form)?;
    let Some(Expr::Lit(ExprLit {
        lit: Lit::Str(literal),
        ..
    })) = expr(tokens)
    else {
        return Err(expected_literal(tokens, "a string literal", form));
    };
    said(item, literal, form)
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
    tokens
        .parse(Path::parse_mod_style)
        .map_err(|_| expected(tokens, "a path", form))
}

/// `status` of a field: alone, or `status = path`
pub(crate) fn status_field(item: &Item, form: &str) -> Result<Option<ExprPath>> {
    if matches!(item.value, Value::None) {
        return Ok(None);
    }
    let tokens = assigned(item, form)?;
    match expr(tokens) {
        Some(Expr::Path(found)) => Ok(Some(found)),
        Some(Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        })) => {
            let message = format!(
                "a fixed status belongs on the variant\n  help: write `status = {number}` there; on a field `status` alone sends what the field says"
            );
            Err(Error::new_spanned(tokens, message))
        }
        _ => Err(expected(tokens, "the path of a function", form)),
    }
}

/// `key = true`
pub(crate) fn bool(item: &Item, form: &str) -> Result<bool> {
    let tokens = assigned(item, form)?;
    tokens
        .parse(LitBool::parse)
        .map(|literal| literal.value)
        .map_err(|_| expected(tokens, "`true` or `false`", form))
}

/// `key = name`
pub(crate) fn ident(item: &Item, form: &str) -> Result<Ident> {
    let tokens = assigned(item, form)?;
    tokens
        .parse(Ident::parse)
        .map_err(|_| expected(tokens, "the name of a variant", form))
}

fn no_suffix(tokens: impl ToTokens, suffix: &str, mend: &str) -> Result<()> {
    if suffix.is_empty() {
        return Ok(());
    }
    let message = format!("unexpected suffix `{suffix}`\n  help: write `{mend}`");
    Err(Error::new_spanned(tokens, message))
}

/// A text that says something.
fn said(item: &Item, literal: LitStr, form: &str) -> Result<LitStr> {
    no_suffix(&literal, literal.suffix(), form)?;
    let key = item.key.unraw().to_string();
    // What is wrong with others that are empty is told where their meaning is known.
    let says = matches!(
        &*key,
        "category" | "flatten" | "group" | "message" | "prefix" | "title"
    );
    if says && literal.value().trim().is_empty() {
        let without = match &*key {
            "flatten" => "write `flatten` alone",
            _ => "leave it out",
        };
        let message =
            format!("this `{key}` says nothing\n  help: {without}, or write a text, `{form}`");
        return Err(Error::new_spanned(literal, message));
    }
    Ok(literal)
}

/// An expression without the parentheses and invisible groups around it.
fn peeled(expr: Expr) -> Expr {
    match expr {
        Expr::Paren(inner) => peeled(*inner.expr),
        Expr::Group(inner) => peeled(*inner.expr),
        other => other,
    }
}

fn expr(tokens: &Trees) -> Option<Expr> {
    // Most values are one literal, which needs no parser of expressions.
    match tokens.literal() {
        Some(lit) => Some(Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        })),
        None => tokens.parse(Expr::parse).ok().map(peeled),
    }
}

pub(crate) fn status(item: &Item, form: &str) -> Result<StatusValue> {
    let tokens = assigned(item, form)?;
    match expr(tokens) {
        Some(Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        })) => Ok(StatusValue::Literal(literal)),
        Some(Expr::Path(found)) => {
            if let Some(constant) = phrase::misspelt(&found.path) {
                let found = source(&found);
                let message = format!(
                    "`{found}` is no constant; did you mean `StatusCode::{constant}`?\n  help: write `{form}`"
                );
                return Err(Error::new_spanned(tokens, message));
            }
            Ok(StatusValue::Path(found))
        }
        Some(Expr::Unary(ExprUnary {
            op: UnOp::Neg(_), ..
        })) => {
            let found = source(tokens);
            let rule = "is not the status of an error; those are in 400..=599";
            let message = format!("`{found}` {rule}\n  help: write `{form}`, say");
            Err(Error::new_spanned(tokens, message))
        }
        Some(Expr::Lit(_)) => Err(expected(tokens, "an integer", form)),
        other => {
            let what = "an integer or the path of a constant";
            let mend = match other {
                Some(expr) if may_be_constant(&expr) => format!(
                    "{form}`, or `const STATUS: u16 = {found};` beside the type and here `status = STATUS",
                    found = source(tokens)
                ),
                _ => form.to_owned(),
            };
            Err(expected(tokens, what, &mend))
        }
    }
}

/// Whether a name is in capitals alone, as that of a constant.
pub(crate) fn is_constant(name: &str) -> bool {
    name.len() > 1 && !name.contains(char::is_lowercase) && name.contains(char::is_uppercase)
}

/// Whether an expression may be of a number's type, and a constant.
fn may_be_constant(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Binary(_)
            | Expr::Block(_)
            | Expr::Call(_)
            | Expr::Cast(_)
            | Expr::Const(_)
            | Expr::Field(_)
            | Expr::If(_)
            | Expr::Index(_)
            | Expr::Match(_)
            | Expr::MethodCall(_)
            | Expr::Unsafe(_)
            | Expr::Verbatim(_)
    )
}

pub(crate) fn code(item: &Item, form: &str) -> Result<CodeValue> {
    let tokens = assigned(item, form)?;
    let wrong = || expected_literal(tokens, "a string or an integer literal", form);
    let number = |literal: LitInt, sign: &str| {
        let suffix = literal.suffix();
        if suffix != "i64" {
            let written = literal.to_string();
            let plain = written.strip_suffix(suffix).unwrap_or_default();
            let plain = plain.trim_end_matches('_');
            no_suffix(&literal, suffix, &format!("code = {sign}{plain}"))?;
        }
        format!("{sign}{}", literal.base10_digits())
            .parse()
            .map(|number| CodeValue::Number(number, tokens.clone()))
            .map_err(|_| expected(tokens, "an integer of 64 bits", form))
    };
    match expr(tokens).ok_or_else(wrong)? {
        Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        }) => said(item, literal, form).map(CodeValue::Text),
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
        })) => said(item, literal, form).map(MessageValue::Text),
        Some(Expr::Path(found)) => Ok(MessageValue::Path(found)),
        _ => Err(expected(
            tokens,
            "a format string or the path of a function",
            form,
        )),
    }
}

/// The text of a string literal.
pub(crate) fn literal_text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        Expr::Lit(ExprLit {
            lit: Lit::Verbatim(literal),
            ..
        }) => unescaped(literal),
        Expr::Group(group) => literal_text(&group.expr),
        _ => None,
    }
}

/// The text of a literal, which is what stands between its quotes if nothing is escaped.
fn unescaped(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    let inner = source
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match inner {
        Some(text) if !text.contains('\\') && !text.contains('\r') => Some(text.to_owned()),
        _ => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::is_constant;

    #[test]
    fn constants_are_in_capitals() {
        for (name, is) in [
            ("RETRY_AFTER", true),
            ("X2", true),
            ("A", false),
            ("Allow", false),
            ("12", false),
            ("", false),
        ] {
            assert_eq!(is_constant(name), is, "{name}");
        }
    }
}
