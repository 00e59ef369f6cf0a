//! Faults of tokens: they are cut off, lost, replaced or regrouped. Also any tokens at all.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs::WORDS;
use super::tokens;

/// The first tokens of a stream, and all delimiters closed, as rustc closes them.
pub(super) fn cut(stream: TokenStream, left: &mut usize) -> TokenStream {
    let mut kept = Vec::new();
    for tree in stream {
        if *left == 0 {
            break;
        }
        *left -= 1;
        kept.push(match tree {
            TokenTree::Group(group) => {
                Group::new(group.delimiter(), cut(group.stream(), left)).into()
            }
            other => other,
        });
    }
    kept.into_iter().collect()
}

pub(super) fn count(stream: TokenStream) -> usize {
    let one = |tree| match tree {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    };
    stream.into_iter().map(one).sum()
}

fn word() -> impl Strategy<Value = String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    select(words).prop_map(str::to_owned)
}

/// What can be wrong with one token.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    Gone,
    Twice,
    Replaced(String),
    Before(String),
    /// In an invisible group, as macros hand on what they matched.
    Grouped,
    In(char),
    /// A group without its delimiters.
    Unwrapped,
    SwappedWithNext,
}

pub(super) fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        Just(Fault::Gone),
        Just(Fault::Twice),
        word().prop_map(Fault::Replaced),
        word().prop_map(Fault::Before),
        Just(Fault::Grouped),
        select(vec!['(', '[', '{']).prop_map(Fault::In),
        Just(Fault::Unwrapped),
        Just(Fault::SwappedWithNext),
    ]
}

/// A stream with a fault at the token of a place.
pub(super) fn with_fault(stream: TokenStream, place: &mut usize, fault: &Fault) -> TokenStream {
    let mut trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        if *place == 0 {
            *place = usize::MAX;
            apply(&mut trees, at, fault);
            break;
        }
        *place -= 1;
        if let TokenTree::Group(group) = &trees[at] {
            let inside = with_fault(group.stream(), place, fault);
            trees[at] = Group::new(group.delimiter(), inside).into();
        }
        if *place > usize::MAX / 2 {
            break;
        }
        at += 1;
    }
    trees.into_iter().collect()
}

fn apply(trees: &mut Vec<TokenTree>, at: usize, fault: &Fault) {
    let tree = trees.remove(at);
    let wrapped = |delimiter| vec![Group::new(delimiter, tree.clone().into()).into()];
    let instead: Vec<TokenTree> = match fault {
        Fault::Gone => Vec::new(),
        Fault::Twice => vec![tree.clone(), tree],
        Fault::Replaced(word) => tokens(word).into_iter().collect(),
        Fault::Before(word) => tokens(word).into_iter().chain([tree]).collect(),
        Fault::Grouped => wrapped(Delimiter::None),
        Fault::In('(') => wrapped(Delimiter::Parenthesis),
        Fault::In('[') => wrapped(Delimiter::Bracket),
        Fault::In(_) => wrapped(Delimiter::Brace),
        Fault::Unwrapped => match tree {
            TokenTree::Group(group) => group.stream().into_iter().collect(),
            other => vec![other],
        },
        Fault::SwappedWithNext if at < trees.len() => vec![trees.remove(at), tree],
        Fault::SwappedWithNext => vec![tree],
    };
    trees.splice(at..at, instead);
}

/// Any tokens at all, made of words and groups.
pub(super) fn soup() -> impl Strategy<Value = String> {
    let odd = "[-+*/%^!&|=<>@.,;:#$?~a-zäß\u{202e}0-9 ]{1,4}";
    let text = prop_oneof![8 => word(), 1 => odd, 1 => any::<String>().prop_map(|text| format!("{text:?}"))];
    text.prop_recursive(4, 24, 8, |inner| {
        (vec(inner, 0..8), 0..5_usize).prop_map(|(parts, shape)| {
            let inside = parts.join(" ");
            match shape {
                0 => format!("({inside})"),
                1 => format!("[{inside}]"),
                2 => format!("{{{inside}}}"),
                _ => inside,
            }
        })
    })
}
