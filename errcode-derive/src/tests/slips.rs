//! One slip gives one error: commas that change places with a neighbour in the attributes of `tests/ui`, without rustc.

use std::fs;
use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::ui_texts::{made, sources};

/// The trees of each `#[api(...)]` and of each catalog, as deep as they are.
fn lists(stream: TokenStream, found: &mut Vec<Vec<TokenTree>>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else {
            continue;
        };
        let before = at.checked_sub(1).map(|before| trees[before].to_string());
        let is_list = matches!(
            (group.delimiter(), before.as_deref()),
            // `static NAME: Catalog = { ... }`
            (Delimiter::Parenthesis, Some("api")) | (Delimiter::Brace, Some("="))
        );
        if is_list {
            found.push(group.stream().into_iter().collect());
        } else {
            lists(group.stream(), found);
        }
    }
}

/// The text in which two neighbours have changed places.
fn swapped(text: &str, first: Range<usize>, second: Range<usize>) -> String {
    let [before, between, behind] = [
        &text[..first.start],
        &text[first.end..second.start],
        &text[second.end..],
    ];
    format!(
        "{before} {} {between} {} {behind}",
        &text[second], &text[first]
    )
}

#[test]
fn a_comma_in_the_wrong_place_is_one_error() {
    let (mut inputs, mut refused) = (0, 0);
    let mut cascades = Vec::new();
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap();
        let right = made(&text).len();
        let mut found = Vec::new();
        lists(text.parse().unwrap(), &mut found);
        for pair in found.iter().flat_map(|trees| trees.windows(2)) {
            let is_comma = pair.iter().any(|tree| tree.to_string() == ",");
            let has_group = pair.iter().any(|tree| matches!(tree, TokenTree::Group(_)));
            if !is_comma || has_group {
                continue;
            }
            let [first, second] = [0, 1].map(|at| pair[at].span().byte_range());
            let slip = swapped(&text, first.clone(), second);
            let errors = made(&slip);
            inputs += 1;
            refused += usize::from(errors.len() > right);
            if errors.len() > right + 1 {
                let line = text[..first.start].lines().count();
                let place = format!("{}:{line}", path.display());
                let written = slip.lines().nth(line - 1).unwrap_or_default();
                let texts: Vec<_> = errors.iter().map(|error| &error.text).collect();
                cascades.push(format!("{place}: {written}\n{right} before, {texts:#?}"));
            }
        }
    }
    assert!(
        cascades.is_empty(),
        "{} of {inputs}\n{}",
        cascades.len(),
        cascades.join("\n")
    );
    assert!(inputs > 500 && refused > 400, "{refused} of {inputs}");
}
