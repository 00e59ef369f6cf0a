//! `[a, b]`: the lists of a catalog, of which every wrong element is told.

use proc_macro2::{Delimiter, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Result, Token};

use crate::diagnostics::{Errors, source};
use crate::parse::item::Trees;

/// The elements that are right; what is wrong with others is reported, with all of them in what to write.
pub(super) fn list<T: Parse + ToTokens>(
    key: &str,
    value: &Trees,
    what: &str,
    form: &str,
    errors: &mut Errors,
) -> Vec<T> {
    let (inside, rest, is_list) = match &**value {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Bracket => {
            (group.stream(), rest, true)
        }
        _ => (value.to_token_stream(), &[][..], false),
    };
    let elements = |input: ParseStream<'_>| elements::<T>(input);
    let elements = elements.parse2(inside).unwrap_or_default();
    let meant: Vec<String> = elements.iter().filter_map(Element::meant).collect();
    let mend = match meant.as_slice() {
        [] => form.to_owned(),
        meant => format!("{key}: [{}]", meant.join(", ")),
    };
    if !is_list {
        let found = source(value);
        let message =
            format!("expected a list in `[` and `]`, found `{found}`\n  help: write `{mend}`");
        errors.at(value, message);
    }
    if !rest.is_empty() {
        let rest = Trees::from(rest.to_vec());
        let found = source(&rest);
        errors.at(
            &rest,
            format!("expected `,`, found `{found}`\n  help: write `{mend},`"),
        );
    }
    let mut right = Vec::new();
    for element in elements {
        match element {
            Element::Right(element) => right.push(element),
            Element::Joined(element) => {
                let found = source(&element);
                let message = format!("expected `,` before `{found}`\n  help: write `{mend}`");
                errors.at(&element, message);
                right.push(element);
            }
            Element::Wrong(trees) if is_list => {
                let found = source(&trees);
                let message = format!("expected {what}, found `{found}`\n  help: write `{mend}`");
                errors.at(trees, message);
            }
            Element::Wrong(_) => {}
        }
    }
    right
}

enum Element<T> {
    Right(T),
    /// There is no comma before it.
    Joined(T),
    Wrong(Trees),
}

impl<T: Parse + ToTokens> Element<T> {
    fn meant(&self) -> Option<String> {
        match self {
            Self::Right(element) | Self::Joined(element) => Some(source(element)),
            // The text of a string may be an element.
            Self::Wrong(trees) => {
                let text = trees.parse(<LitStr as Parse>::parse).ok()?.value();
                syn::parse_str::<T>(&text).is_ok().then_some(text)
            }
        }
    }
}

fn elements<T: Parse>(input: ParseStream<'_>) -> Result<Vec<Element<T>>> {
    let mut elements = Vec::new();
    let mut is_joined = false;
    while !input.is_empty() {
        if input.peek(Token![,]) {
            let comma: TokenTree = input.parse()?;
            elements.push(Element::Wrong(vec![comma].into()));
            continue;
        }
        let ahead = input.fork();
        let element = match ahead.parse::<T>() {
            Ok(_) if is_joined => Element::Joined(input.parse()?),
            Ok(_) => Element::Right(input.parse()?),
            Err(_) => {
                let mut trees: Vec<TokenTree> = Vec::new();
                while !input.is_empty() && !input.peek(Token![,]) {
                    trees.push(input.parse()?);
                }
                Element::Wrong(trees.into())
            }
        };
        elements.push(element);
        is_joined = input.parse::<Option<Token![,]>>()?.is_none();
    }
    Ok(elements)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::{Ident, Type};

    use super::*;

    fn read<T: Parse + ToTokens>(value: &str) -> (Vec<String>, Vec<String>) {
        let trees: Vec<TokenTree> = value.parse::<TokenStream>().unwrap().into_iter().collect();
        let mut errors = Errors::default();
        let right = list::<T>("k", &trees.into(), "x", "form", &mut errors);
        (right.iter().map(source).collect(), errors.messages())
    }

    #[test]
    fn every_wrong_element_is_told_with_all_that_are_meant() {
        for (value, right, wrong) in [
            (
                "[A, b::C<'static, D>,]",
                &["A", "b::C<'static, D>"][..],
                &[][..],
            ),
            ("[]", &[], &[]),
            (
                "[\"A\"]",
                &[],
                &["expected x, found `\"A\"`\n  help: write `k: [A]`"],
            ),
            (
                "[A, \"b-\"]",
                &["A"],
                &["expected x, found `\"b-\"`\n  help: write `k: [A]`"],
            ),
            (
                "[A B]",
                &["A", "B"],
                &["expected `,` before `B`\n  help: write `k: [A, B]`"],
            ),
            (
                "[A,, B]",
                &["A", "B"],
                &["expected x, found `,`\n  help: write `k: [A, B]`"],
            ),
            (
                "A",
                &["A"],
                &["expected a list in `[` and `]`, found `A`\n  help: write `k: [A]`"],
            ),
            (
                "{A}",
                &[],
                &["expected a list in `[` and `]`, found `{A}`\n  help: write `form`"],
            ),
            (
                "[A] [B]",
                &["A"],
                &["expected `,`, found `[B]`\n  help: write `k: [A],`"],
            ),
        ] {
            let (found, errors) = read::<Type>(value);
            assert_eq!(found, right, "{value}");
            assert_eq!(errors, wrong, "{value}");
        }
        assert_eq!(read::<Ident>("[a, 7]").0, ["a"]);
    }
}
