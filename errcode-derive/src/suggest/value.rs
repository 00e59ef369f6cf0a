//! What the user wrote as a value, in the form that its key takes.

use proc_macro2::TokenTree;

use super::synonyms;
use super::words::{bare, last_name, path, words};
use crate::nearest::nearest;
use crate::parse::items::{Read, items};
use crate::parse::keys::{Key, On, Shape};
use crate::parse::shape::is_constant;
use crate::tokens::{Trees, is_punct, source, without_fragments};

/// Values of a field's key that say that it is not wanted.
pub(super) const NO: [&str; 6] = ["false", "hidden", "no", "none", "private", "skip"];

/// The key with the value that was given to it, if the key takes that.
pub(super) fn item(key: &Key, given: Option<&[TokenTree]>) -> Option<String> {
    let name = key.name;
    let given = bare(given.unwrap_or_default());
    let text = match key.shape {
        Shape::Flag => name.to_owned(),
        Shape::FlagOrText | Shape::Function if given.is_empty() => name.to_owned(),
        Shape::FlagOrText if words(&given)? == "true" => name.to_owned(),
        Shape::Names(known) => format!(
            "{name}({})",
            nearest(&words(&given)?, known.iter().copied())?
        ),
        Shape::Header => header(&given)?,
        Shape::Example => format!("{name}({})", source(&Trees::new(&given))),
        shape => {
            let assign = if key.on == On::Catalog { ":" } else { " =" };
            format!("{name}{assign} {}", assigned(shape, &given)?)
        }
    };
    is_accepted(key, &text).then_some(text)
}

/// A value in a form that stands behind `=`.
fn assigned(shape: Shape, given: &[TokenTree]) -> Option<String> {
    Some(match shape {
        Shape::Path | Shape::Function => path(given)?,
        Shape::Variant => last_name(given)?,
        Shape::Format => synonyms::format(given)?,
        Shape::Style => format!("{:?}", synonyms::style(&words(given)?)?),
        Shape::Status => status(given)?.to_string(),
        Shape::Code => code(given)?,
        Shape::Message => function(given).or_else(|| text(given))?,
        Shape::List => format!("[{}]", source(&Trees::new(given))),
        Shape::Expr => source(&Trees::new(given)),
        Shape::Bool => words(given)?,
        _ => text(given)?,
    })
}

/// A text in quotes. What a constant says is not known.
fn text(trees: &[TokenTree]) -> Option<String> {
    let is_constant = matches!(trees, [TokenTree::Ident(name)] if is_constant(&name.to_string()));
    words(trees)
        .filter(|_| !is_constant)
        .map(|text| format!("{text:?}"))
}

/// The path of a function that is called.
fn function(trees: &[TokenTree]) -> Option<String> {
    let [path @ .., TokenTree::Group(_)] = trees else {
        return None;
    };
    match path {
        [TokenTree::Ident(this), dot, name] if this == "self" && is_punct(dot, ".") => {
            Some(format!("Self::{name}"))
        }
        path => self::path(path),
    }
}

/// The number or the name of a status, or where a range of them begins.
fn status(trees: &[TokenTree]) -> Option<u16> {
    let first = match trees {
        [first @ TokenTree::Literal(_), ..] => words(std::slice::from_ref(first))?,
        _ => last_name(trees)?,
    };
    let number = first.split([' ', '.']).next()?.parse().ok();
    let number = number.or_else(|| synonyms::status(&first));
    number.filter(|number| matches!(number, 400..=599))
}

/// A number as it is, and everything else as a text.
fn code(trees: &[TokenTree]) -> Option<String> {
    let words = words(trees)?;
    let is_text = matches!(trees, [TokenTree::Literal(text)] if text.to_string().contains('"'));
    match words.parse::<i64>() {
        Ok(_) if !is_text => Some(words),
        _ => Some(format!("{words:?}")),
    }
}

/// A name and a value, with whatever stands between them. The name may be a constant of the `http` crate.
fn header(trees: &[TokenTree]) -> Option<String> {
    let between = trees.iter().position(|tree| is_punct(tree, "=,:"));
    let (name, value) = match between {
        Some(at) => {
            let value = bare(&trees[at + 1..]);
            let name = words(&trees[..at])?;
            text(&value)
                .map(|_| words(&value))?
                .map(|value| (name, value))?
        }
        None => {
            let line = words(trees)?;
            let (name, value) = line.split_once(':')?;
            (name.trim().to_owned(), value.trim().to_owned())
        }
    };
    let name = name.replace('_', "-");
    (!value.is_empty()).then(|| format!("header({name:?} = {value:?})"))
}

/// Whether a text is this key, in a form that it takes.
fn is_accepted(key: &Key, text: &str) -> bool {
    let Ok(tokens) = text.parse() else {
        return false;
    };
    match items(&without_fragments(tokens), key.grammar()).as_slice() {
        [Read::Item(item, None)] => item.name == key.name && key.accepts(item),
        _ => false,
    }
}
