//! `example(...)`: an instance of the error, with a caption or without.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::{Error, LitStr, Result};

use super::list;
use super::wrong::expected;
use crate::diagnostics::source;
use crate::parse::item::{Item, Trees};

/// `example(EXPR)`, `example("caption", EXPR)`
#[derive(Clone)]
pub(crate) struct ExampleValue {
    pub(crate) caption: Option<LitStr>,
    pub(crate) expr: TokenStream,
}

/// What stands between two commas, and the text that it is if it is no more than one.
type Part = (Option<LitStr>, Trees);

pub(crate) fn example(item: &Item, form: &str) -> Result<ExampleValue> {
    let given = list(item, form)?;
    let parts = parts(given);
    let written = |(caption, instance): &(Option<&Part>, &Trees)| match caption {
        Some((_, caption)) => format!("example({}, {})", source(caption), source(*instance)),
        None => format!("example({})", source(*instance)),
    };
    match (examples(&parts).as_deref(), parts.as_slice()) {
        (Some([(None, only)]), _) if is_captioned(only) => {
            let (caption, instance) = only.split_at(1);
            let [caption, instance] = [caption, instance].map(|trees| Trees::from(trees.to_vec()));
            let mend = format!("example({}, {})", source(&caption), source(&instance));
            let message = format!("expected `,` after the caption\n  help: write `{mend}`");
            Err(Error::new_spanned(caption, message))
        }
        (Some([(caption, only)]), _) => Ok(ExampleValue {
            caption: caption.and_then(|(text, _)| text.clone()),
            expr: only.iter().cloned().collect(),
        }),
        (Some(all @ [.., (_, last)]), _) => {
            let mend: Vec<String> = all.iter().map(written).collect();
            let mend = mend.join(", ");
            let message = format!("one instance at a time\n  help: write `{mend}`");
            Err(Error::new_spanned(last, message))
        }
        (None, [(None, instance), caption @ (Some(_), text)]) if !instance.is_empty() => {
            let mend = written(&(Some(caption), instance));
            let message = format!("a caption stands before its instance\n  help: write `{mend}`");
            Err(Error::new_spanned(text, message))
        }
        (Some([]), _) => Err(item.wrong_form(form)),
        _ => Err(expected(given, "an instance of the error", form)),
    }
}

/// The instances, each with the caption before it, unless something else is there.
fn examples(parts: &[Part]) -> Option<Vec<(Option<&Part>, &Trees)>> {
    let mut examples = Vec::new();
    let mut caption = None;
    for part in parts {
        match part {
            (None, instance) if !instance.is_empty() => examples.push((caption.take(), instance)),
            (Some(_), _) if caption.is_none() => caption = Some(part),
            _ => return None,
        }
    }
    caption.is_none().then_some(examples)
}

/// Whether an instance stands right behind a text, which is then meant as its caption.
fn is_captioned(trees: &[TokenTree]) -> bool {
    match trees {
        [text, TokenTree::Ident(name), ..] => {
            name != "as" && syn::parse2::<LitStr>(text.clone().into()).is_ok()
        }
        _ => false,
    }
}

/// What stands between commas, but for commas in the arguments of a type or a function.
fn parts(tokens: &TokenStream) -> Vec<Part> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut parts = vec![Vec::new()];
    let mut depth = 0_usize;
    for (at, tree) in trees.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &trees[at]);
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == ',' && depth == 0 => {
                parts.push(Vec::new());
                continue;
            }
            TokenTree::Punct(punct)
                if punct.as_char() == '<' && (depth > 0 || opens(&trees[..at])) =>
            {
                depth += 1;
            }
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                let is_arrow = matches!(before, Some(TokenTree::Punct(before)) if "-=".contains(before.as_char()) && before.spacing() == Spacing::Joint);
                if !is_arrow {
                    depth = depth.saturating_sub(1);
                }
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(tree.clone());
        }
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    if parts.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let text = |part: &[TokenTree]| match part {
        [only] => syn::parse2(only.clone().into()).ok(),
        _ => None,
    };
    let parts = parts.into_iter();
    parts.map(|part| (text(&part), part.into())).collect()
}

/// Whether a `<` behind these opens arguments: it stands where an expression begins, behind `::`, or in the type
/// behind `as`.
fn opens(before: &[TokenTree]) -> bool {
    let is_in_path = |tree: &&TokenTree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    match before.last() {
        None => true,
        Some(TokenTree::Punct(punct)) => !"?<".contains(punct.as_char()),
        Some(TokenTree::Ident(_)) => {
            let mut path = before.iter().rev().take_while(is_in_path);
            path.any(|tree| matches!(tree, TokenTree::Ident(name) if name == "as"))
        }
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::*;
    use crate::parse::item::Value;

    fn read(written: &str) -> Result<ExampleValue> {
        let item = Item {
            key: format_ident!("example"),
            value: Value::List(written.parse().unwrap()),
            tokens: Vec::new().into(),
        };
        example(&item, "example(Self::A)")
    }

    #[test]
    fn one_instance_is_taken_as_it_stands() {
        for (written, caption) in [
            ("Self::A", None),
            ("Self::A { a: 1, b: 2 },", None),
            ("\"c\", Self::A(1, 2),", Some("c")),
            ("\"c\".parse::<Self>().unwrap()", None),
            ("\"c\", \"d\".into()", Some("c")),
            ("Foo::<A, B>::new()", None),
            ("Foo::<A<B, C>, D>::new()", None),
            ("<Self as Tr<A, B>>::new()", None),
            ("\"c\", <A as B<Vec<C>, D>>::new()", Some("c")),
            ("new::<fn(A) -> B, C>(1)", None),
            ("a as b::C<D, E>", None),
            ("new(1 < 2, 3 > 2)", None),
            ("a < b", None),
            ("a << 1", None),
            ("m!(a, b)", None),
        ] {
            let found = read(written).map(|example| example.caption.map(|text| text.value()));
            assert_eq!(found.ok(), Some(caption.map(str::to_owned)), "{written}");
        }
    }

    #[test]
    fn several_are_examples_of_their_own() {
        for (written, mend) in [
            ("Self::A, \"c\"", "write `example(\"c\", Self::A)`"),
            (
                "Self::A, Self::B",
                "write `example(Self::A), example(Self::B)`",
            ),
            (
                "\"c\", Self::A, Foo::<A, B>::new(),",
                "write `example(\"c\", Self::A), example(Foo::<A, B>::new())`",
            ),
            ("1 << 2, 3", "write `example(1 << 2), example(3)`"),
            ("\"c\" Self::A", "write `example(\"c\", Self::A)`"),
            (
                "\"c\", Self::A, \"d\", Self::B",
                "write `example(\"c\", Self::A), example(\"d\", Self::B)`",
            ),
            ("\"c\", \"d\", Self::A", "write `example(Self::A)`"),
            ("\"c\"", "write `example(Self::A)`"),
            ("\"c\",", "write `example(Self::A)`"),
            ("\"c\", \"d\"", "write `example(Self::A)`"),
            (",", "write `example(Self::A)`"),
            (", Self::B", "write `example(Self::A)`"),
            (", \"c\"", "write `example(Self::A)`"),
            ("Self::B,, Self::B", "write `example(Self::A)`"),
        ] {
            let error = read(written).err().map(|error| error.to_string());
            let error = error.unwrap_or_default();
            assert!(error.ends_with(mend), "{error} in {written}");
        }
    }
}
