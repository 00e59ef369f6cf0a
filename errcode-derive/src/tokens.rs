//! Token trees: a few of them as one value, and how they are written in the source.

use std::ops::Deref;
use std::rc::Rc;

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, Parser};
use syn::{GenericParam, Generics, Lit};

/// A few token trees. The compiler keeps a `TokenStream`, so that making one and taking it apart are calls.
#[derive(Clone)]
pub(crate) struct Trees(Rc<[TokenTree]>);

impl Trees {
    pub(crate) fn new(trees: &[TokenTree]) -> Self {
        Self(trees.into())
    }

    pub(crate) fn parse<T: Parse>(&self) -> syn::Result<T> {
        T::parse.parse2(self.to_token_stream())
    }
}

impl From<TokenStream> for Trees {
    fn from(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }
}

impl Deref for Trees {
    type Target = [TokenTree];

    fn deref(&self) -> &[TokenTree] {
        &self.0
    }
}

impl ToTokens for Trees {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.iter().cloned());
    }
}

/// Whether a tree is one of these marks.
pub(crate) fn is_punct(tree: &TokenTree, any_of: &str) -> bool {
    matches!(tree, TokenTree::Punct(punct) if any_of.contains(punct.as_char()))
}

/// The trees in a group, if it has this delimiter.
pub(crate) fn inside(tree: &TokenTree, delimiter: Delimiter) -> Option<Trees> {
    match tree {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream().into()),
        _ => None,
    }
}

/// Trees without the parentheses and invisible groups around all of them.
pub(crate) fn peeled(trees: &Trees) -> Trees {
    let inner = match &**trees {
        [only] => inside(only, Delimiter::Parenthesis).or_else(|| inside(only, Delimiter::None)),
        _ => None,
    };
    inner.map_or_else(|| trees.clone(), |inner| peeled(&inner))
}

/// The one literal that the trees are, parentheses aside.
pub(crate) fn literal(trees: &Trees) -> Option<Lit> {
    match &*peeled(trees) {
        [TokenTree::Literal(literal)] => Some(Lit::new(literal.clone())),
        [TokenTree::Ident(_)] => trees.parse().ok(),
        _ => None,
    }
}

/// What stands between commas. A comma in the angle brackets of a path separates nothing.
pub(crate) fn split_at_commas(trees: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 0..trees.len() {
        if is_punct(&trees[at], ",") && !is_in_angles(&trees[start..], at - start) {
            parts.push(&trees[start..at]);
            start = at + 1;
        }
    }
    if start < trees.len() {
        parts.push(&trees[start..]);
    }
    parts
}

/// Whether a `<` of a path's arguments is open before this place, and is closed behind it.
pub(crate) fn is_in_angles(trees: &[TokenTree], at: usize) -> bool {
    let mut depth = 0_usize;
    for (at, tree) in trees[..at].iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &trees[at]);
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == '<' => {
                // Less than stands behind a value, which is no path.
                let is_less = matches!(before, Some(TokenTree::Literal(_) | TokenTree::Group(_)));
                depth += usize::from(depth > 0 || !is_less);
            }
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                let is_arrow = matches!(before, Some(TokenTree::Punct(before)) if "-=".contains(before.as_char()) && before.spacing() == Spacing::Joint);
                depth = depth.saturating_sub(usize::from(!is_arrow));
            }
            _ => {}
        }
    }
    let mut behind = trees[at..].iter();
    depth > 0
        && behind
            .find(|tree| is_punct(tree, ">=;"))
            .is_some_and(|tree| is_punct(tree, ">"))
}

/// Trees in which an invisible group of one tree, which a macro's fragment is, is that tree.
pub(crate) fn without_fragments(tokens: TokenStream) -> Vec<TokenTree> {
    let plain = |tree: TokenTree| match &tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let trees = without_fragments(group.stream());
            match <[TokenTree; 1]>::try_from(trees) {
                Ok([only]) => only,
                Err(_) => tree,
            }
        }
        _ => tree,
    };
    tokens.into_iter().map(plain).collect()
}

/// The names of the type and const parameters.
pub(crate) fn parameters(generics: &Generics) -> Vec<Ident> {
    let names = generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.clone()),
            GenericParam::Const(parameter) => Some(parameter.ident.clone()),
            GenericParam::Lifetime(_) => None,
        });
    names.collect()
}

/// The first name for which something holds, of those that begin a path.
pub(crate) fn find_name(tokens: TokenStream, holds: &impl Fn(&Ident) -> bool) -> Option<Ident> {
    let mut colons = 0;
    tokens.into_iter().find_map(|tree| {
        let is_first = colons < 2;
        colons = if is_punct(&tree, ":") { colons + 1 } else { 0 };
        match tree {
            TokenTree::Ident(name) => (is_first && holds(&name)).then_some(name),
            TokenTree::Group(group) => find_name(group.stream(), holds),
            _ => None,
        }
    })
}

/// Where a span begins, which is known only inside of the compiler.
pub(crate) fn start(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}

/// Tokens as rustfmt would print them, but for line breaks: `Vec<Option<String>>`, `status = 409`.
pub(crate) fn source(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(&mut text, tokens.to_token_stream());
    text
}

fn write(text: &mut String, tokens: TokenStream) {
    let mut is_joint = false;
    for tree in tokens {
        let spacing = std::mem::take(&mut is_joint);
        let word = match &tree {
            TokenTree::Group(group) => match group.delimiter() {
                Delimiter::Parenthesis => format!("({})", source(&group.stream())),
                Delimiter::Bracket => format!("[{}]", source(&group.stream())),
                Delimiter::Brace => format!("{{ {} }}", source(&group.stream())),
                Delimiter::None => source(&group.stream()),
            },
            TokenTree::Punct(punct) => {
                is_joint = punct.spacing() == Spacing::Joint;
                punct.to_string()
            }
            word => word.to_string(),
        };
        let after_word =
            text.ends_with(|last: char| last.is_alphanumeric() || "_>!".contains(last));
        let joins = text.ends_with(['&', '*', '!', '<', '.'])
            || text.ends_with("::")
            || text == "-"
            || text.ends_with("..=");
        let is_joined = word.starts_with(['>', ',', ';', ':', '.', '?'])
            || after_word && word.starts_with(['(', '<', '!']);
        if !(text.is_empty() || spacing || joins || is_joined) {
            text.push(' ');
        }
        text.push_str(&word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_read_as_they_are_written() {
        for text in [
            "-1",
            "400 - 1",
            "400..=499",
            "Self::Absent",
            "a::B<true, { 1 }>",
            "&'a [u8]",
            "x.y(0x1F)?",
            "concat!(\"a  b\", r#type)",
            "status = 409, code = \"A\"",
            "Vec<Option<String>>",
            "Fn(u8) -> bool",
            "title: \"x\", types: [A, B]",
            "&404",
            "Self::A { b: 1 }",
        ] {
            let tokens: TokenStream = text.parse().unwrap();
            assert_eq!(source(&tokens), text);
        }
    }

    #[test]
    fn commas_in_angle_brackets_separate_nothing() {
        for (text, parts) in [
            ("", &[][..]),
            ("a, b,", &["a", "b"]),
            (", a", &["", "a"]),
            ("A<B, C>, d", &["A<B, C>", "d"]),
            ("a::<b, c>(d), e", &["a::<b, c>(d)", "e"]),
            ("1 < 2, 3 > 2", &["1<2", "3> 2"]),
            ("A<fn(u8) -> u8, B>, c", &["A<fn(u8) -> u8, B>", "c"]),
            ("A<b, c = d", &["A<b", "c = d"]),
        ] {
            let trees = Trees::from(text.parse::<TokenStream>().unwrap());
            let found = split_at_commas(&trees);
            let found: Vec<String> = found.iter().map(|part| source(&Trees::new(part))).collect();
            assert_eq!(found, parts, "{text}");
        }
    }
}
