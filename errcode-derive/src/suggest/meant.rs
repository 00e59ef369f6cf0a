//! What the user wrote, in the form that its key takes.

use proc_macro2::TokenTree;
use syn::{Lit, Type};

use super::synonyms;
use super::words::{bare, last_name, path, plain, words};
use crate::naming;
use crate::nearest::nearest;
use crate::parse::keys::{Key, On, Shape};
use crate::parse::shape::is_constant;
use crate::tokens::{Trees, is_punct, source, split_at_commas};

/// The key with the value that was given to it. Whether it takes that is not known here.
pub(super) fn item(key: &Key, given: Option<&[TokenTree]>) -> Option<String> {
    let name = key.name;
    let Some(given) = given.filter(|given| !given.is_empty()) else {
        return matches!(key.shape, Shape::Flag | Shape::FlagOrText | Shape::Function)
            .then(|| name.to_owned());
    };
    let given = bare(given);
    let value = match key.shape {
        Shape::Flag => return Some(name.to_owned()),
        Shape::FlagOrText if words(&given)? == "true" => return Some(name.to_owned()),
        Shape::Names(known) => return names(&given, known).map(|names| format!("{name}({names})")),
        Shape::Header => return header(&given),
        Shape::Example => return Some(format!("{name}({})", source(&Trees::new(&given)))),
        Shape::Bool => match words(&given)?.to_lowercase().as_str() {
            "false" | "no" | "off" => "false".to_owned(),
            "true" | "yes" | "on" => "true".to_owned(),
            _ => return None,
        },
        Shape::Word => word(name, &given)?,
        Shape::Text | Shape::FlagOrText => quoted(&text(&given)?),
        Shape::Path | Shape::Function => path(&given)?,
        Shape::Format => synonyms::format(&given)?,
        Shape::Status => status(&given)?.to_string(),
        Shape::Code => code(&given)?,
        Shape::Message => function(&given).or_else(|| Some(quoted(&text(&given)?)))?,
        Shape::Variant => last_name(&given)?,
        Shape::Expr => source(&Trees::new(&given)),
        Shape::List => list(&given)?,
    };
    let assign = if key.on == On::Catalog { ":" } else { " =" };
    Some(format!("{name}{assign} {value}"))
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// A text that is said. A constant's is not known.
fn text(trees: &[TokenTree]) -> Option<String> {
    match trees {
        [TokenTree::Ident(name)] if is_constant(&name.to_string()) => None,
        _ => words(trees),
    }
}

/// The word of a key that takes certain ones.
fn word(key: &str, trees: &[TokenTree]) -> Option<String> {
    let word = words(trees)?;
    let word = match key {
        "rename_all" | "rename_all_fields" => synonyms::style(&word)?.to_owned(),
        _ => word,
    };
    Some(quoted(&word))
}

/// The path of a function that is called.
fn function(trees: &[TokenTree]) -> Option<String> {
    match trees {
        [
            TokenTree::Ident(this),
            dot,
            TokenTree::Ident(name),
            TokenTree::Group(_),
        ] if this == "self" && is_punct(dot, ".") => Some(format!("Self::{name}")),
        [path @ .., TokenTree::Group(_)] => self::path(path),
        _ => None,
    }
}

/// The number or the name of a status, or where a range of them begins.
pub(super) fn status(trees: &[TokenTree]) -> Option<u16> {
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
    let text = words(trees)?;
    let is_number = trees.iter().any(|tree| matches!(tree, TokenTree::Literal(literal) if matches!(Lit::new(literal.clone()), Lit::Int(_))));
    Some(match text.parse::<i64>() {
        Ok(_) if is_number => text,
        _ => quoted(&text),
    })
}

/// The known names that are meant by names, paths and texts, each once.
fn names(trees: &[TokenTree], known: &[&'static str]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for part in split_at_commas(trees) {
        for part in part.split(|tree| is_punct(tree, ":")) {
            let words: Vec<String> = part.iter().filter_map(plain).collect();
            // A comma may be missing between two names.
            for word in [vec![words.join("_")], words].concat() {
                let near = nearest(&word, known.iter().copied());
                names.extend(near.filter(|near| !names.contains(near)));
            }
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The elements of a list.
fn list(trees: &[TokenTree]) -> Option<String> {
    let elements = split_at_commas(trees).into_iter();
    let elements: Vec<String> = elements
        .filter_map(|part| element(&Trees::new(part)))
        .collect();
    (!elements.is_empty()).then(|| format!("[{}]", elements.join(", ")))
}

/// An element of a list, which may stand in quotes.
pub(crate) fn element(trees: &Trees) -> Option<String> {
    path(trees).or_else(|| trees.parse::<Type>().is_ok().then(|| source(trees)))
}

/// A name and a value, with whatever stands between them.
fn header(trees: &[TokenTree]) -> Option<String> {
    let between = trees.iter().position(|tree| is_punct(tree, "=,:"));
    let (name, value) = match between {
        Some(at) if at + 1 < trees.len() => (
            name_of_header(&trees[..at])?,
            text(&bare(&trees[at + 1..]))?,
        ),
        _ => {
            let line = words(trees)?;
            let (name, value) = line.split_once(':')?;
            (name.trim().to_owned(), value.trim().to_owned())
        }
    };
    (!value.is_empty()).then(|| format!("header({name:?} = {value:?})"))
}

/// The name of a header, which may be a constant of the `http` crate.
fn name_of_header(trees: &[TokenTree]) -> Option<String> {
    let name = words(trees)?;
    let is_text = matches!(trees, [TokenTree::Literal(_)]);
    if is_text || !name.contains('_') {
        return Some(name);
    }
    let words = name
        .split('_')
        .map(|word| naming::rename(word, "PascalCase"));
    words
        .collect::<Option<Vec<_>>>()
        .map(|words| words.join("-"))
}
