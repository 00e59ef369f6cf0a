//! What stands in the place of a key, and is none.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{Attribute, Lit, Meta, Path};

use super::synonyms::{self, Meant};
use super::words::words;
use super::{attribute, help};
use crate::diagnostics::{Mistake, listed};
use crate::nearest::nearest;
use crate::parse::item::Item;
use crate::parse::keys::{Key, Target};
use crate::parse::shape::FORMATS;
use crate::tokens::{Trees, source};

/// The key that an unknown word is meant to be, if there is one, and the mistake.
pub(crate) fn unknown_key(unknown: &Item, target: Target<'_>) -> (Option<&'static str>, Mistake) {
    let name = unknown.name.as_str();
    let given = unknown.given();
    let here = |name: &str| Key::here(name, target);
    let wrong = |key: Option<&'static Key>, help: String| {
        let near = key.map_or_else(String::new, |key| format!("; did you mean `{}`?", key.name));
        let message = format!("unknown key `{name}`{near}");
        let mistake = Mistake::new(unknown.key_tokens(), message).with_help(help);
        (key.map(|key| key.name), mistake)
    };
    let is_format = |word: String| FORMATS.contains(&&*word);
    let is_status = || given.is_none() && synonyms::status(name).is_some();
    let (key, value) = match synonyms::key(name, target) {
        Some(Meant::Help(_, help)) => return wrong(None, (*help).to_owned()),
        Some(Meant::Header(header, value)) => {
            let value = given.and_then(words).unwrap_or_else(|| (*value).to_owned());
            let help = match target {
                Target::Field => format!("write `header = {header:?}`"),
                Target::Enum if *header == "WWW-Authenticate" => {
                    format!("write `challenge = {value:?}`")
                }
                _ => format!("write `header({header:?} = {value:?})`"),
            };
            return wrong(here("header"), help);
        }
        _ if given.and_then(words).is_some_and(is_format) => (here("format"), given),
        Some(Meant::Value(name)) => (here(name), Some(&*unknown.tokens)),
        _ if is_status() => (here("status"), Some(&*unknown.tokens)),
        Some(Meant::Key(names)) => (names.iter().find_map(|name| here(name)), given),
        None => (nearest(name, target.keys()).and_then(here), given),
    };
    let help = key.map_or_else(|| expected(target), |key| help(key, value, target));
    wrong(key, help)
}

fn expected(target: Target<'_>) -> String {
    format!("expected one of {}", listed(target.keys()))
}

/// The mistake of something that does not begin with a key, beside these keys.
pub(crate) fn stray(trees: &Trees, target: Target<'_>, beside: &[String]) -> Mistake {
    let here = |name: &str| Key::here(name, target);
    let Some(tree) = trees.first() else {
        return Mistake::new(trees, "expected a key");
    };
    if let [TokenTree::Literal(text), _, value @ ..] = &**trees
        && let Lit::Str(text) = Lit::new(text.clone())
        && let Some(key) = here(&text.value())
    {
        let mistake = Mistake::new(tree, "a key has no quotes");
        return mistake.with_help(help(key, Some(value), target));
    }
    if let TokenTree::Group(group) = tree
        && let Some(TokenTree::Ident(name)) = group.stream().into_iter().next()
        && here(&name.to_string()).is_some()
    {
        let mistake = Mistake::new(tree, "the keys stand in a group");
        let form = attribute(target);
        return mistake.with_help(format!("write each key with its value alone, `{form}`"));
    }
    let is_mark = matches!(tree, TokenTree::Punct(_));
    let at = if is_mark { &**trees } else { &trees[..1] };
    let meanings = meanings(tree).iter();
    let mut meant = meanings.filter(|name| !beside.iter().any(|key| key == *name));
    let help = match meant.find_map(|name| here(name)) {
        Some(key) => help(key, Some(at), target),
        None if beside.is_empty() && !is_mark => expected(target),
        None => "remove it".to_owned(),
    };
    let at = Trees::new(at);
    let message = format!("expected a key, found `{}`", source(&at));
    Mistake::new(at, message).with_help(help)
}

/// What a literal may be the value of, the likeliest first. On a field that would make it public.
fn meanings(tree: &TokenTree) -> &'static [&'static str] {
    let TokenTree::Literal(literal) = tree else {
        return &[];
    };
    match Lit::new(literal.clone()) {
        Lit::Str(text) if text.value().contains(' ') => &["message", "group", "title"],
        Lit::Str(_) => &["code", "category", "group"],
        Lit::Int(number) if matches!(number.base10_parse(), Ok(400..=599_u16)) => {
            &["status", "code"]
        }
        Lit::Int(_) => &["code"],
        _ => &[],
    }
}

/// The mistake of a format that is neither built in nor may be the path of a type.
pub(crate) fn unknown_format(path: &Path) -> Option<Mistake> {
    let name = path.get_ident()?.to_string();
    if name.starts_with(|first: char| !first.is_ascii_lowercase()) {
        return None;
    }
    let meant = synonyms::format(&Trees::from(path.to_token_stream()));
    let known = listed(FORMATS);
    let (near, help) = match meant {
        Some(meant) => (
            format!("; did you mean `{meant}`?"),
            format!("write `format = {meant}`"),
        ),
        None => (
            String::new(),
            format!("expected one of {known}, or the path of a type that implements `Format`"),
        ),
    };
    let mistake = Mistake::new(path, format!("unknown format `{name}`{near}"));
    Some(mistake.with_help(help))
}

/// The mistake of an attribute that is called after the crate or the status, in place of `api`.
pub(crate) fn other_attribute(attribute: &Attribute, has_status: bool) -> Option<Mistake> {
    let name = attribute.path().get_ident()?.to_string();
    // Most attributes belong to others, so their tokens are not read.
    let given = || match &attribute.meta {
        Meta::List(list) => source(&list.tokens),
        Meta::NameValue(pair) => source(&pair.value),
        Meta::Path(_) => String::new(),
    };
    let items = match &*name {
        "api_error" | "errcode" => given(),
        "status" if !has_status => format!("status = {}", given()),
        _ => return None,
    };
    let mistake = Mistake::new(
        attribute.path(),
        format!("`{name}` is not an attribute of errcode"),
    );
    Some(mistake.with_help(format!("write `#[api({items})]`")))
}
