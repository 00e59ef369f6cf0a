//! What stands in the place of a key and is none: what it may be meant as, of what is not there yet.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Lit, Meta, Result, Token};

use super::scan::trees_of_value;
use super::{KEYS, Key, Place};
use crate::diagnostics::source;

/// The error for the next tree, which is no key.
pub(super) fn stray(input: ParseStream<'_>, place: Place<'_>, all: &[Attribute]) -> Result<Error> {
    let tree = ungrouped(input.parse()?);
    let free = |name: &&str| find(name, place).is_some() && !has(all, name);
    let wrong = |help: String| {
        let such_as = samples(place).iter().find(|name| free(name));
        let such_as = such_as.map_or_else(String::new, |name| format!(" such as `{name}`"));
        let found = source(&tree);
        let message = format!("expected a key{such_as}, found `{found}`\n  help: {help}");
        Error::new_spanned(&tree, message)
    };
    match &tree {
        TokenTree::Group(group) if is_list(&inside(group)) => {
            let inside = source(&inside(group));
            let message =
                format!("the keys stand in a group of their own\n  help: write `{inside}`");
            Ok(Error::new_spanned(&tree, message))
        }
        TokenTree::Punct(not) if not.as_char() == '!' && input.peek(syn::Ident::peek_any) => {
            let key: TokenTree = input.parse()?;
            let message = format!("`{key}` can't be negated\n  help: leave it out");
            let tokens = TokenStream::from_iter([tree, key]);
            Ok(Error::new_spanned(tokens, message))
        }
        TokenTree::Literal(literal) => {
            let lit = Lit::new(literal.clone());
            if let Lit::Str(text) = &lit
                && let Some(key) = super::key(&text.value(), place)
            {
                let given = trees_of_value(&input.fork())?.into_iter().collect();
                return Ok(wrong(format!("write `{}`", key.mend(Some(&given), place))));
            }
            let given = tree.to_token_stream();
            let mut meant = meanings(&lit).iter().filter(|name| free(name));
            let meant = meant.find_map(|name| find(name, place));
            Ok(wrong(match meant {
                Some(key) => format!("write `{}`", key.mend(Some(&given), place)),
                None => "remove it".to_owned(),
            }))
        }
        _ if KEYS.iter().any(|key| has(all, key.name)) => Ok(wrong("remove it".to_owned())),
        _ => {
            let sample = place.sample();
            let first = sample.split(',').next().unwrap_or_default();
            Ok(wrong(format!("write `{first}`")))
        }
    }
}

/// What a literal may be the value of, the likeliest first.
fn meanings(lit: &Lit) -> &'static [&'static str] {
    match lit {
        Lit::Str(text) if text.value().contains(' ') => &["message", "group", "title"],
        Lit::Str(_) => &["code", "category", "group", "public"],
        Lit::Int(number) => match number.base10_parse() {
            Ok(400..=599_u16) => &["status", "code"],
            _ => &["code"],
        },
        _ => &[],
    }
}

/// Keys that are here most.
fn samples(place: Place<'_>) -> &'static [&'static str] {
    match place {
        Place::Enum => &["format", "group", "rename_all"],
        Place::Struct(_) | Place::Variant(_) => &["status", "code", "message", "title"],
        Place::Field => &["public", "header"],
    }
}

/// The key of this place.
fn find(name: &str, place: Place<'_>) -> Option<&'static Key> {
    super::key(name, place).filter(|key| key.home.takes(place))
}

/// Whether a key stands in one of the attributes.
fn has(all: &[Attribute], name: &str) -> bool {
    let ours = all
        .iter()
        .filter(|attribute| attribute.path().is_ident("api"));
    let mut tokens = ours.filter_map(|attribute| match &attribute.meta {
        Meta::List(list) => Some(list.tokens.clone()),
        _ => None,
    });
    tokens.any(|tokens| {
        let mut trees = tokens.into_iter();
        trees.any(|tree| matches!(tree, TokenTree::Ident(found) if found == name))
    })
}

/// What stands in a group, and in all groups that are alone in it.
fn inside(group: &Group) -> TokenStream {
    let mut trees = group.stream().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(only)), None) => inside(&only),
        _ => group.stream(),
    }
}

/// Whether keys with values stand here.
fn is_list(tokens: &TokenStream) -> bool {
    let first = tokens.clone().into_iter().next();
    let key = match first {
        Some(TokenTree::Ident(name)) => super::key(&name.unraw().to_string(), Place::Enum),
        _ => None,
    };
    key.is_some()
}

/// The one tree in an invisible group.
fn ungrouped(tree: TokenTree) -> TokenTree {
    match &tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut inside = group.stream().into_iter();
            match (inside.next(), inside.next()) {
                (Some(only), None) => ungrouped(only),
                _ => tree,
            }
        }
        _ => tree,
    }
}

/// The error for a comma behind which no item ends, all the others being read.
pub(super) fn comma(input: ParseStream<'_>) -> Result<Option<Error>> {
    if !input.peek(Token![,]) {
        return Ok(None);
    }
    let comma: TokenTree = input.parse()?;
    let message = "unexpected `,`\n  help: remove it";
    Ok(Some(Error::new_spanned(comma, message)))
}

#[cfg(test)]
mod tests {
    use quote::{format_ident, quote};
    use syn::parse::Parser;

    use super::*;

    #[test]
    fn what_a_macro_was_given_is_seen_through_its_groups() {
        let group = |tokens: TokenStream| Group::new(Delimiter::None, tokens).to_token_stream();
        let name = format_ident!("SlugTaken");
        for (tokens, mend) in [
            (group(quote!(404)), "`status = 404`"),
            (group(group(quote!("P"))), "`code = \"P\"`"),
            (group(quote!(4 4)), "`status = 409`"),
        ] {
            let read = |input: ParseStream<'_>| stray(input, Place::Variant(&name), &[]);
            let error = read.parse2(tokens).unwrap().to_string();
            assert!(error.ends_with(mend), "{error}");
        }
    }

    #[test]
    fn what_is_no_key_is_taken_for_what_is_not_there_yet() {
        let name = format_ident!("SlugTaken");
        let variant = Place::Variant(&name);
        for (place, text, mend) in [
            (variant, "404", "`status = 404`"),
            (variant, "404, status = 500", "`code = 404`"),
            (variant, "7", "`code = 7`"),
            (variant, "7, code = 8", "remove it"),
            (Place::Enum, "7", "remove it"),
            (Place::Enum, "500", "`status = 500`"),
            (variant, "\"P\"", "`code = \"P\"`"),
            (variant, "\"P\", code = \"A\"", "`category = \"P\"`"),
            (variant, "\"a b\"", "`message = \"a b\"`"),
            (Place::Enum, "\"a b\"", "`group = \"a b\"`"),
            (Place::Field, "\"a\"", "`public = \"a\"`"),
            (Place::Field, "\"a b\"", "remove it"),
            (variant, "\"code\" = 7", "`code = 7`"),
            (variant, "'c'", "remove it"),
            (
                variant,
                "(status = 404, code = 7)",
                "`status = 404, code = 7`",
            ),
            (variant, "(([code = 7]))", "`code = 7`"),
            (variant, "[7]", "`status = 409`"),
            (variant, "*, status = 404", "remove it"),
            (Place::Field, "*, public, header = \"A\"", "remove it"),
            (variant, "!expose", "leave it out"),
            (variant, "!", "`status = 409`"),
        ] {
            let all = Attribute::parse_outer.parse_str(&format!("#[api({text})]"));
            let all = all.unwrap();
            let read = |input: ParseStream<'_>| {
                let error = stray(input, place, &all)?;
                input.parse::<TokenStream>()?;
                Ok(error.to_string())
            };
            let error = read.parse_str(text).unwrap();
            assert!(error.ends_with(mend), "{error} in {text}");
        }
    }
}
