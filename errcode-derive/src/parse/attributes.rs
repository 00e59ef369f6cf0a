//! Reads every `#[api(...)]` that stands on one item.

use proc_macro2::TokenStream;
use syn::{Attribute, MacroDelimiter, Meta};

use super::attrs::Attrs;
use super::item::Item;
use super::items::{Read, items};
use super::keys::{ATTRIBUTE, CATALOG, Key, Target};
use crate::diagnostics::{Diagnostics, Mistake, listed};
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
                Read::Item(item, mistake) => {
                    !is_key(item) && (mistake.is_some() || item.given().is_none())
                }
            };
            if is_rest {
                self.reject(None);
                continue;
            }
            match read {
                Read::Comma(mistake) => errors.push(mistake),
                Read::Stray(trees) => {
                    self.reject(None);
                    errors.push(suggest::stray(&trees, target, &keys));
                }
                Read::Item(item, mistake) => {
                    is_rest = self.take_item(&item, mistake, target, errors);
                }
            }
        }
    }

    /// Takes in an item, and what is wrong behind its key. Returns whether its value cannot be read.
    fn take_item(
        &mut self,
        item: &Item,
        mistake: Option<Mistake>,
        target: Target<'_>,
        errors: &mut Diagnostics,
    ) -> bool {
        let name = &item.name;
        let Some(key) = Key::find(name, target) else {
            let (meant, unknown) = suggest::unknown_key(item, target);
            self.reject(meant.filter(|_| mistake.is_none()));
            errors.push(unknown);
            return false;
        };
        let is_here = key.on.takes(target);
        let (rejected, mistake) = match mistake {
            Some(mistake) => (None, mistake),
            None if is_here => match key.set(self, item) {
                Ok(()) => return false,
                Err(mistake) => (Some(key.name), mistake),
            },
            None => {
                let (on, here) = (key.on.noun(), target.noun());
                let message = format!("`{name}` belongs on {on}, not on {here}");
                let mistake = Mistake::new(&item.key, message);
                let meant = suggest::item(key, item.given(), target);
                let there = meant.map(|meant| format!("write `#[api({meant})]` there"));
                let help = there.unwrap_or_else(|| format!("remove `{name}`"));
                (Some(key.name), mistake.with_help(help))
            }
        };
        self.reject(rejected);
        errors.push(mistake.with_help(suggest::help(key, item.given(), target)));
        rejected.is_none() || is_here
    }
}

/// The tokens in the parentheses of an attribute, if there are any.
fn content(
    attribute: &Attribute,
    target: Target<'_>,
    errors: &mut Diagnostics,
) -> Option<TokenStream> {
    let meta = &attribute.meta;
    let (tokens, is_right) = match meta {
        Meta::List(list) => (
            list.tokens.clone(),
            matches!(list.delimiter, MacroDelimiter::Paren(_)),
        ),
        _ => (TokenStream::new(), false),
    };
    let is_empty = tokens.clone().into_iter().all(|tree| is_punct(&tree, ","));
    if is_right && !is_empty {
        return Some(tokens);
    }
    let text = source(meta);
    let message = if is_right {
        format!("`#[{text}]` has no keys")
    } else {
        format!("wrong form of `#[{text}]`")
    };
    let help = match target {
        _ if !is_empty => format!("write `#[api({})]`", source(&tokens)),
        // A sample would make the field public.
        Target::Field => format!("write one of {} in the parentheses", listed(target.keys())),
        _ => format!("write `#[api({})]`", suggest::attribute(target)),
    };
    errors.report(meta, message, help);
    None
}
