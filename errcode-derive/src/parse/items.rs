//! Reads the items of an attribute, and skips what is not an item.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, Lit, Meta, Result, Token};

use super::scan::{is_key, skip_to_comma, starts_item, trees_of_value};
use super::{Place, stray, unknown};
use crate::diagnostics::{Errors, source};
use crate::parse::item::{Item, Trees, Value, is_punct};

/// The items of one attribute; what is no item is reported and passed over.
pub(super) fn items(
    attribute: &Attribute,
    all: &[Attribute],
    place: Place<'_>,
    errors: &mut Errors,
) -> Vec<Item> {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            let mut found = Vec::new();
            let read = |input: ParseStream<'_>| {
                if says_nothing(input) {
                    let (found, form) = (source(&attribute.meta), place.sample());
                    let message =
                        format!("`#[{found}]` says nothing\n  help: write `#[api({form})]`");
                    errors.at(&attribute.meta, message);
                    input.parse::<TokenStream>()?;
                }
                while !input.is_empty() {
                    if let Some(error) = stray::comma(input)? {
                        errors.push(error);
                        continue;
                    }
                    match item(input, all, place) {
                        Ok(item) => {
                            errors.keep(comma(input, &item));
                            found.push(item);
                        }
                        Err(error) => {
                            errors.push(error);
                            skip_to_comma(input)?;
                        }
                    }
                }
                Ok(())
            };
            let result = read.parse2(list.tokens.clone());
            errors.keep(result);
            found
        }
        meta => {
            let found = source(meta);
            let form = match meta {
                Meta::List(list) if !list.tokens.is_empty() => source(&list.tokens),
                _ => place.sample(),
            };
            let message = format!("wrong form of `#[{found}]`\n  help: write `#[api({form})]`");
            errors.at(meta, message);
            Vec::new()
        }
    }
}

/// Whether there is nothing but commas.
fn says_nothing(input: ParseStream<'_>) -> bool {
    let is_comma = |tree: TokenTree| is_punct(&tree, ",");
    let starts = input.is_empty() || input.peek(Token![,]);
    starts && input.cursor().token_stream().into_iter().all(is_comma)
}

fn item(input: ParseStream<'_>, all: &[Attribute], place: Place<'_>) -> Result<Item> {
    let Ok(key) = input.call(Ident::parse_any) else {
        return Err(stray::stray(input, place, all)?);
    };
    // Made only if something is wrong.
    let name = || key.unraw().to_string();
    let mut trees = vec![TokenTree::Ident(key.clone())];
    while input.peek(Token![-]) && input.peek2(Ident::peek_any) {
        let (dash, part): (TokenTree, TokenTree) = (input.parse()?, input.parse()?);
        trees.extend([dash, part]);
    }
    if trees.len() > 1 {
        let name: String = trees.iter().map(ToString::to_string).collect();
        let trees = Trees::from(trees);
        return Err(unknown::key(&trees, &name, place, &trees));
    }
    let value = if input.peek(Token![=]) {
        let equals: TokenTree = input.parse()?;
        let value = trees_of_value(input)?;
        if value.is_empty() {
            let name = name();
            let Some(known) = super::key(&name, place) else {
                return Err(unknown::key(&key, &name, place, &trees.into()));
            };
            let form = known.form(place);
            let message = format!("expected a value after `{name} =`\n  help: write `{form}`");
            return Err(Error::new_spanned(equals, message));
        }
        if let Some(error) = swallowed(&key, &value) {
            return Err(error);
        }
        trees.push(equals);
        trees.extend(value.iter().cloned());
        Value::Assigned(ungrouped(value))
    } else if input.peek(syn::token::Paren) {
        let tree: TokenTree = input.parse()?;
        trees.push(tree.clone());
        match tree {
            TokenTree::Group(group) => Value::List(group.stream()),
            _ => Value::None,
        }
    } else {
        Value::None
    };
    let tokens = Trees::from(trees);
    if matches!(value, Value::None) && !input.is_empty() && !input.peek(Token![,]) {
        let next: TokenTree = input.fork().parse()?;
        if !matches!(&next, TokenTree::Ident(next) if is_key(next)) {
            let name = name();
            let Some(known) = super::key(&name, place) else {
                return Err(unknown::key(&key, &name, place, &tokens));
            };
            let given = trees_of_value(&input.fork())?.into_iter().collect();
            let mend = known.mend(Some(&given), place);
            let message = format!(
                "expected `,` or `=` after `{name}`, found `{next}`\n  help: write `{mend}`"
            );
            return Err(Error::new_spanned(next, message));
        }
    }
    Ok(Item { key, value, tokens })
}

/// The error for a key that a literal has taken for its suffix: `code="A"message="a"`.
fn swallowed(key: &Ident, value: &[TokenTree]) -> Option<Error> {
    let [TokenTree::Literal(literal), next, ..] = value else {
        return None;
    };
    if !is_punct(next, "=") && !matches!(next, TokenTree::Group(_)) {
        return None;
    }
    let lit = Lit::new(literal.clone());
    let suffix = lit.suffix();
    super::key(suffix, Place::Enum)?;
    let written = literal.to_string();
    let plain = written.strip_suffix(suffix)?;
    let (equals, rest) = match next {
        TokenTree::Punct(_) => (" = ", value.get(2..)?),
        _ => ("", value.get(1..)?),
    };
    let rest = source(&Trees::from(rest.to_vec()));
    let message = format!(
        "expected `,` before `{suffix}`\n  help: write `{key} = {plain}, {suffix}{equals}{rest}`"
    );
    Some(Error::new_spanned(literal, message))
}

/// Reads the comma behind an item, which is wanted unless it is the last one.
fn comma(input: ParseStream<'_>, item: &Item) -> Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    let next: TokenTree = input.fork().parse()?;
    // No key takes `404.`, which is one mistake with what follows.
    let ends_in_dot = |tree: &TokenTree| matches!(tree, TokenTree::Literal(literal) if literal.to_string().ends_with('.'));
    if item.tokens.last().is_some_and(ends_in_dot) {
        return Ok(());
    }
    let item = source(&item.tokens);
    let message = match &next {
        TokenTree::Ident(_) => {
            format!("expected `,` before `{next}`\n  help: write `{item}, {next}`")
        }
        _ => {
            if is_punct(&next, ".;") {
                input.parse::<TokenTree>()?;
            }
            if !starts_item(input.cursor(), false) {
                skip_to_comma(input)?;
            }
            format!("expected `,` after `{item}`, found `{next}`\n  help: write `{item},`")
        }
    };
    Err(Error::new_spanned(next, message))
}

/// A value without the invisible groups around the whole of it.
fn ungrouped(trees: Vec<TokenTree>) -> Trees {
    match trees.as_slice() {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            ungrouped(group.stream().into_iter().collect())
        }
        _ => trees.into(),
    }
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::*;

    fn attribute(text: &str) -> Attribute {
        let found = Attribute::parse_outer.parse_str(text).unwrap();
        found.into_iter().next().unwrap()
    }

    /// The keys that are read, and the first line of each error.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let mut errors = Errors::default();
        let items = items(
            &attribute(text),
            &[],
            Place::Variant(&format_ident!("A")),
            &mut errors,
        );
        let keys = items.iter().map(|item| item.key.to_string()).collect();
        let messages = errors.messages().into_iter();
        let lines = messages.filter_map(|text| text.lines().next().map(str::to_owned));
        (keys, lines.collect())
    }

    #[test]
    fn a_wrong_form_keeps_what_it_says() {
        for (text, mend) in [
            ("#[api{}]", r#"write `#[api(status = 409, code = "A")]`"#),
            ("#[api[expose]]", "write `#[api(expose)]`"),
        ] {
            let mut errors = Errors::default();
            let variant = format_ident!("A");
            items(&attribute(text), &[], Place::Variant(&variant), &mut errors);
            let messages = errors.messages();
            let is_mended = messages.len() == 1 && messages[0].ends_with(mend);
            assert!(is_mended, "{messages:?}");
        }
    }

    #[test]
    fn what_follows_a_mistake_is_read_nevertheless() {
        let cases: [(&str, &[&str], &[&str]); 16] = [
            (
                r"#[api(format = a::Own<B, 2>, crate = c)]",
                &["format", "crate"],
                &[],
            ),
            (
                r"#[api(format = Own<B, crate = c)]",
                &["format", "crate"],
                &[],
            ),
            (
                r#"#[api(status = a::B code = "A", expose)]"#,
                &["status", "code", "expose"],
                &["expected `,` before `code`"],
            ),
            (
                r#"#[api(status = 409 code = "A", expose)]"#,
                &["status", "code", "expose"],
                &["expected `,` before `code`"],
            ),
            (
                r#"#[api(status = 409; code = "A", expose)]"#,
                &["status", "code", "expose"],
                &["expected `,` after `status = 409`, found `;`"],
            ),
            (
                r#"#[api(status = 409.code = "A", expose)]"#,
                &["status", "code", "expose"],
                &["expected `,` after `status = 409`, found `.`"],
            ),
            (
                r#"#[api(status = 409. code = "A")]"#,
                &["status", "code"],
                &[],
            ),
            (
                r#"#[api(, status = 409,, code = "A",)]"#,
                &["status", "code"],
                &["unexpected `,`", "unexpected `,`"],
            ),
            (
                r#"#[api(code="A"message="b", expose)]"#,
                &["expose"],
                &["expected `,` before `message`"],
            ),
            (r#"#[api(code = "A"x = 5)]"#, &["code"], &[]),
            (
                r#"#[api(status = 409 frob, code = "A")]"#,
                &["status", "code"],
                &[],
            ),
            (
                r#"#[api(code="A"header("X-A" = "b"), expose)]"#,
                &["expose"],
                &["expected `,` before `header`"],
            ),
            (
                r#"#[api(status 409, code = "A")]"#,
                &["code"],
                &["expected `,` or `=` after `status`, found `409`"],
            ),
            (
                r"#[api(expose transparent, 7, code = )]",
                &["expose", "transparent"],
                &[
                    "expected `,` before `transparent`",
                    "expected a key such as `status`, found `7`",
                    "expected a value after `code =`",
                ],
            ),
            (
                r#"#[api(message = "a" expose)]"#,
                &["message", "expose"],
                &["expected `,` before `expose`"],
            ),
            (
                r"#[api(crate = a::status, example(a == b, c),)]",
                &["crate", "example"],
                &[],
            ),
        ];
        for (text, keys, messages) in cases {
            let (found_keys, found_messages) = read(text);
            assert_eq!(found_keys, keys, "{text}");
            assert_eq!(found_messages, messages, "{text}");
        }
    }
}
