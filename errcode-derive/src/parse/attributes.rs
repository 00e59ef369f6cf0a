//! Reads every `#[api(...)]` that stands on one item.

use proc_macro2::TokenStream;
use syn::{Attribute, MacroDelimiter, Meta};

use super::attrs::Attrs;
use super::item::Item;
use super::items::{Read, items};
use super::keys::{ATTRIBUTE, CATALOG, Key, Target};
use crate::diagnostics::{Diagnostics, listed};
use crate::suggest;
use crate::tokens::{is_punct, source, without_fragments};

/// Reads the attributes of a type, a variant or a field.
pub(crate) fn attributes(all: &[Attribute], target: Target<'_>, errors: &mut Diagnostics) -> Attrs {
    let mut attrs = Attrs::default();
    let mut reads = Vec::new();
    for attribute in all
        .iter()
        .filter(|attribute| attribute.path().is_ident("api"))
    {
        match content(attribute, target, errors) {
            Some(tokens) => reads.extend(items(&without_fragments(tokens), ATTRIBUTE)),
            None => attrs.reject(None),
        }
    }
    let has_status = reads
        .iter()
        .any(|read| read.name().is_some_and(|name| name == "status"));
    for attribute in all {
        if let Some(mistake) = suggest::other_attribute(attribute, has_status) {
            attrs.reject(None);
            errors.push(mistake);
        }
    }
    attrs.take(reads, target, errors);
    attrs
}

/// Reads the keys of a catalog.
pub(crate) fn catalog(content: TokenStream, errors: &mut Diagnostics) -> Attrs {
    let mut attrs = Attrs::default();
    attrs.take(
        items(&without_fragments(content), CATALOG),
        Target::Catalog,
        errors,
    );
    attrs
}

impl Attrs {
    fn take(&mut self, reads: Vec<Read>, target: Target<'_>, errors: &mut Diagnostics) {
        let keys: Vec<String> = reads.iter().filter_map(Read::name).collect();
        let mut is_rest = false;
        for read in reads {
            // What has no key behind a broken item is the rest of that.
            let is_key = |item: &Item| Key::find(&item.name, target).is_some();
            is_rest &= match &read {
                Read::Stray(_) | Read::Comma(_) => true,
                Read::Malformed(item, _) => !is_key(item),
                Read::Item(item) => !is_key(item) && item.given().is_none(),
            };
            if is_rest {
                self.reject(None);
                continue;
            }
            is_rest = apply(self, read, target, &keys, errors);
        }
    }
}

/// The tokens in the parentheses of an attribute, if there are any.
fn content(
    attribute: &Attribute,
    target: Target<'_>,
    errors: &mut Diagnostics,
) -> Option<TokenStream> {
    let meta = &attribute.meta;
    let (message, items) = match meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            let mut trees = list.tokens.clone().into_iter();
            if trees.any(|tree| !is_punct(&tree, ",")) {
                return Some(list.tokens.clone());
            }
            (format!("`#[{}]` has no keys", source(meta)), None)
        }
        Meta::List(list) if !list.tokens.is_empty() => {
            (wrong_form(meta), Some(source(&list.tokens)))
        }
        _ => (wrong_form(meta), None),
    };
    let help = match (items, target) {
        // A sample would make the field public.
        (None, Target::Field) => {
            format!("write one of {} in the parentheses", listed(target.keys()))
        }
        (None, _) => format!("write `#[api({})]`", suggest::attribute(target)),
        (Some(items), _) => format!("write `#[api({items})]`"),
    };
    errors.report(meta, message, help);
    None
}

fn wrong_form(meta: &Meta) -> String {
    format!("wrong form of `#[{}]`", source(meta))
}

/// Takes in what was read, among these keys. Returns whether it is an item whose value cannot be read.
fn apply(
    attrs: &mut Attrs,
    read: Read,
    target: Target<'_>,
    keys: &[String],
    errors: &mut Diagnostics,
) -> bool {
    let (item, mistake) = match read {
        Read::Comma(mistake) => {
            errors.push(mistake);
            return false;
        }
        Read::Stray(trees) => {
            attrs.reject(None);
            errors.push(suggest::stray(&trees, target, keys));
            return false;
        }
        Read::Malformed(item, mistake) => (item, Some(mistake)),
        Read::Item(item) => (item, None),
    };
    let name = &item.name;
    let Some(key) = Key::find(name, target) else {
        let (meant, mistake) = suggest::unknown_key(&item, target);
        attrs.reject(meant);
        errors.push(mistake);
        return false;
    };
    if let Some(mistake) = mistake {
        attrs.reject(None);
        errors.push(mistake.with_help(|| suggest::help(key, item.given(), target)));
        return true;
    } else if key.on.takes(target) {
        if let Err(mistake) = key.set(attrs, &item) {
            attrs.reject(Some(key.name));
            errors.push(mistake.with_help(|| suggest::help(key, item.given(), target)));
            return true;
        }
    } else {
        attrs.reject(Some(key.name));
        let message = format!(
            "`{name}` belongs on {}, not on {}",
            key.on.noun(),
            target.noun()
        );
        let help = match suggest::item(key, item.given(), target) {
            Some(meant) => format!("write `#[api({meant})]` there"),
            None => format!("remove `{name}`"),
        };
        errors.report(&item.key, message, help);
    }
    false
}
