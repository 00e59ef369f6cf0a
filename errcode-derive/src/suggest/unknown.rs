//! What stands in the place of a key, and is none.

use proc_macro2::{Delimiter, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Lit, Meta, Path};

use super::synonyms::{self, Meant, here, key_of_value};
use super::words::words;
use super::{help, item};
use crate::diagnostics::{Mistake, listed};
use crate::nearest::nearest;
use crate::parse::item::Item;
use crate::parse::items::{Grammar, Read, items};
use crate::parse::keys::{ATTRIBUTE, Key, Target};
use crate::parse::shape::FORMATS;
use crate::tokens::{Trees, inside, is_punct, source};

/// The key that an unknown word is meant to be, if there is one, and the mistake.
pub(crate) fn unknown_key(unknown: &Item, target: Target<'_>) -> (Option<&'static str>, Mistake) {
    let name = unknown.name.as_str();
    let given = unknown.given();
    let wrong = |what: &str, help: String| {
        Mistake::new(unknown.key_tokens(), format!("unknown key `{name}`{what}")).with_help(|| help)
    };
    if let Some(key) = key_of_value(name).and_then(|key| Key::find(key, target)) {
        let value = Trees::from(unknown.tokens.to_token_stream());
        let form = item(key, Some(&value), target).unwrap_or_default();
        let there = if key.on.takes(target) {
            String::new()
        } else {
            format!(" on {}", key.on.noun())
        };
        let message = format!("`{name}` is a value of `{}`, and no key", key.name);
        let mistake = Mistake::new(unknown.key_tokens(), message)
            .with_help(|| format!("write `#[api({form})]`{there}"));
        return (Some(key.name), mistake);
    }
    let synonym = synonyms::key(name, target);
    if let Some(Meant::Help(_, help)) = synonym {
        return (None, wrong("", (*help).to_owned()));
    }
    if let Some(Meant::Header(header, value)) = synonym {
        return (
            Some("header"),
            wrong(
                "; did you mean `header`?",
                with_header(header, value, given, target),
            ),
        );
    }
    if let Some(status) = synonyms::status(name).filter(|_| given.is_none())
        && let Some(key) = here("status", target)
    {
        return (
            Some(key.name),
            wrong(
                "; did you mean `status`?",
                format!("write `status = {status}`"),
            ),
        );
    }
    let by_name = match synonym {
        Some(Meant::Key(names)) => names.iter().find_map(|name| here(name, target)),
        _ => None,
    };
    let by_value = || {
        let value = given.and_then(words)?;
        here(key_of_value(&value)?, target)
    };
    let near = || here(nearest(name, target.keys())?, target);
    match by_value().or(by_name).or_else(near) {
        Some(key) => (
            Some(key.name),
            wrong(
                &format!("; did you mean `{}`?", key.name),
                help(key, given, target),
            ),
        ),
        None => (None, wrong("", expected(target))),
    }
}

fn expected(target: Target<'_>) -> String {
    format!("expected one of {}", listed(target.keys()))
}

/// A header in the form of this target.
fn with_header(name: &str, value: &str, given: Option<&[TokenTree]>, target: Target<'_>) -> String {
    let value = given.and_then(words).unwrap_or_else(|| value.to_owned());
    match target {
        Target::Field => format!("write `header = {name:?}`"),
        Target::Enum if name == "WWW-Authenticate" => format!("write `challenge = {value:?}`"),
        _ => format!("write `header({name:?} = {value:?})`"),
    }
}

/// The mistake of something that does not begin with a key, beside these keys.
pub(crate) fn stray(trees: &Trees, target: Target<'_>, beside: &[String]) -> Mistake {
    let [tree, ..] = &**trees else {
        return Mistake::new(trees, "expected a key");
    };
    if is_punct(tree, "!") {
        let found = source(trees);
        return Mistake::new(trees, format!("expected a key, found `{found}`"))
            .with_help(|| format!("remove `{found}`"));
    }
    if let [TokenTree::Literal(text), _, value @ ..] = &**trees
        && let Lit::Str(text) = Lit::new(text.clone())
        && let Some(key) = here(&text.value(), target)
    {
        let mistake = Mistake::new(tree, "a key has no quotes");
        return mistake.with_help(|| help(key, Some(value), target));
    }
    let found = source(tree);
    if let Some(keys) =
        inside(tree, Delimiter::Parenthesis).or_else(|| inside(tree, Delimiter::Brace))
        && let Some(keys) = grouped(&keys, target)
    {
        return Mistake::new(tree, "the keys stand in a group")
            .with_help(|| format!("write `{keys}`"));
    }
    let message = format!("expected a key, found `{found}`");
    let mistake = Mistake::new(tree, message);
    let meant = match tree {
        TokenTree::Literal(literal) => meanings(&Lit::new(literal.clone())),
        _ => &[],
    };
    let mut meant = meant
        .iter()
        .filter(|name| !beside.iter().any(|key| key == *name));
    let meant = meant.find_map(|name| here(name, target));
    mistake.with_help(|| match meant {
        Some(key) => help(key, Some(std::slice::from_ref(tree)), target),
        None if beside.is_empty() => expected(target),
        None => "remove it".to_owned(),
    })
}

/// What a literal may be the value of, the likeliest first. On a field that would make it public.
fn meanings(literal: &Lit) -> &'static [&'static str] {
    match literal {
        Lit::Str(text) if text.value().contains(' ') => &["message", "group", "title"],
        Lit::Str(_) => &["code", "category", "group"],
        Lit::Int(number) => match number.base10_parse() {
            Ok(400..=599_u16) => &["status", "code"],
            _ => &["code"],
        },
        _ => &[],
    }
}

/// The items in a group, as they are written without it.
fn grouped(trees: &[TokenTree], target: Target<'_>) -> Option<String> {
    let assign = match trees {
        [TokenTree::Ident(_), TokenTree::Punct(assign), ..] if assign.as_char() == ':' => ':',
        _ => '=',
    };
    let grammar = Grammar {
        assign,
        ..ATTRIBUTE
    };
    let written = items(trees, grammar).into_iter().map(|read| match read {
        Read::Item(found) => item(here(&found.name, target)?, found.given(), target),
        _ => None,
    });
    let written: Vec<String> = written.collect::<Option<_>>()?;
    (!written.is_empty()).then(|| written.join(", "))
}

/// The mistake of a format that is neither built in nor may be the path of a type.
pub(crate) fn unknown_format(path: &Path) -> Option<Mistake> {
    let name = path.get_ident()?.to_string();
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    let meant = synonyms::format(&Trees::from(path.to_token_stream()));
    let near = meant
        .as_ref()
        .map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    Some(
        Mistake::new(path, format!("unknown format `{name}`{near}")).with_help(|| match meant {
            Some(meant) => format!("write `format = {meant}`"),
            None => format!(
                "expected one of {}, or the path of a type that implements `Format`",
                listed(FORMATS)
            ),
        }),
    )
}

/// The mistake of an attribute that is called after the crate or the status, in place of `api`.
pub(crate) fn other_attribute(attribute: &Attribute, has_status: bool) -> Option<Mistake> {
    let name = attribute.path().get_ident()?.to_string();
    let given = match &attribute.meta {
        Meta::List(list) => source(&list.tokens),
        Meta::NameValue(pair) => source(&pair.value),
        Meta::Path(_) => String::new(),
    };
    let items = match &*name {
        "api_error" | "errcode" => given,
        "status" if !has_status => format!("status = {given}"),
        _ => return None,
    };
    let mistake = Mistake::new(
        attribute.path(),
        format!("`{name}` is not an attribute of errcode"),
    );
    Some(mistake.with_help(|| format!("write `#[api({items})]`")))
}
