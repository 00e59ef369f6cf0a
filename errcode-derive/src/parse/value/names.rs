//! `key(name, name)`: every wrong name is told, and what to write keeps them all.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Error, LitStr, Result};

use super::list;
use super::wrong::expected;
use crate::naming;
use crate::parse::item::{Item, Trees, is_punct};

/// What stands where a name may stand.
struct Part {
    trees: Vec<TokenTree>,
    /// There is no comma before it.
    is_joined: bool,
}

/// The names, and what is wrong with others.
pub(crate) fn names(item: &Item, form: &str) -> (Vec<Ident>, Result<()>) {
    let parts = match list(item, form) {
        Ok(tokens) => parts(tokens),
        Err(error) => return (Vec::new(), Err(error)),
    };
    let mend = match meant(&parts).as_slice() {
        [] => form.to_owned(),
        meant => format!("{}({})", item.key, meant.join(", ")),
    };
    let (mut names, mut wrong) = (Vec::new(), Ok(()));
    for part in &parts {
        let tokens = Trees::from(part.trees.clone());
        let error = match part.name() {
            None => expected(&tokens, "a name", &mend),
            Some(name) if part.is_joined => {
                let message = format!("expected `,` before `{name}`\n  help: write `{mend}`");
                Error::new_spanned(tokens, message)
            }
            Some(name) => {
                names.push(name.clone());
                continue;
            }
        };
        add(&mut wrong, error);
    }
    (names, wrong)
}

/// The names that are meant by a value that is no list of them.
pub(crate) fn names_meant(tokens: &TokenStream) -> Vec<String> {
    let mut trees = tokens.clone().into_iter();
    let (Some(only), None) = (trees.next(), trees.next()) else {
        return meant(&parts(tokens));
    };
    let inside = match &only {
        TokenTree::Group(group) => Some(group.stream()),
        // A list may stand in quotes, if tokens do.
        TokenTree::Literal(_) => syn::parse2::<LitStr>(only.clone().into())
            .ok()
            .and_then(|text| text.parse().ok()),
        _ => None,
    };
    match inside {
        Some(inside) => names_meant(&inside),
        None => meant(&parts(tokens)),
    }
}

/// The names that are meant, each once.
fn meant(parts: &[Part]) -> Vec<String> {
    let mut seen = HashSet::new();
    let meant = parts.iter().filter_map(Part::meant);
    meant.filter(|name| seen.insert(name.clone())).collect()
}

/// Adds an error to those that there are.
pub(crate) fn add(wrong: &mut Result<()>, error: Error) {
    match wrong {
        Ok(()) => *wrong = Err(error),
        Err(first) => first.combine(error),
    }
}

/// What stands between commas, and a name of its own behind another.
fn parts(tokens: &TokenStream) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut after_comma, mut after_name) = (true, false);
    for tree in tokens.clone() {
        let is_name = matches!(tree, TokenTree::Ident(_));
        let is_comma = is_punct(&tree, ",");
        match parts.last_mut() {
            Some(last) if !(is_comma || after_comma || is_name && after_name) => {
                last.trees.push(tree);
            }
            _ if is_comma && !after_comma => {}
            _ => parts.push(Part {
                trees: vec![tree],
                is_joined: after_name && is_name,
            }),
        }
        (after_comma, after_name) = (is_comma, is_name);
    }
    parts
}

impl Part {
    fn name(&self) -> Option<&Ident> {
        match self.trees.as_slice() {
            [TokenTree::Ident(name)] => Some(name),
            _ => None,
        }
    }

    /// The name that is meant by a name, a path, a text, or words with `-` between them.
    fn meant(&self) -> Option<String> {
        let mut meant = String::new();
        for tree in &self.trees {
            match tree {
                TokenTree::Ident(name) => meant.push_str(&name.to_string()),
                TokenTree::Punct(punct) if punct.as_char() == '-' => meant.push('-'),
                TokenTree::Punct(punct) if punct.as_char() == ':' => meant.clear(),
                TokenTree::Punct(punct) if punct.as_char() == '=' => break,
                TokenTree::Literal(text) => {
                    let text: LitStr = syn::parse2(TokenTree::from(text.clone()).into()).ok()?;
                    meant.push_str(&text.value());
                }
                _ => return None,
            }
        }
        let name = naming::rename(&meant, "snake_case")?;
        syn::parse_str::<Ident>(&name).is_ok().then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::*;
    use crate::parse::item::Value;

    #[test]
    fn every_wrong_name_is_told_with_all_that_is_meant() {
        for (written, right, wrong) in [
            ("a, b_c,", "a b_c", &[][..]),
            ("a-b, c, AB", "c AB", &["`allow(a_b, c, ab)`"]),
            ("a-b, aB", "aB", &["`allow(a_b)`"]),
            ("a, B c", "a B", &["`allow(a, b, c)`"]),
            (
                "\"a\", x::b-c, d",
                "d",
                &["`allow(a, b_c, d)`", "`allow(a, b_c, d)`"],
            ),
            ("a, a", "a a", &[]),
            ("a,, b", "a b", &["`allow(a, b)`"]),
            (",", "", &["`allow(f)`"]),
            ("a, b = 1", "a", &["`allow(a, b)`"]),
            ("a, [b]", "a", &["`allow(a)`"]),
            ("\"\"", "", &["`allow(f)`"]),
        ] {
            let item = Item {
                key: format_ident!("allow"),
                value: Value::List(written.parse().unwrap()),
                tokens: Vec::new().into(),
            };
            let (names, result) = names(&item, "allow(f)");
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            assert_eq!(names.join(" "), right, "{written}");
            let errors = result.err().into_iter().flatten();
            let errors: Vec<String> = errors.map(|error| error.to_string()).collect();
            assert_eq!(errors.len(), wrong.len(), "{errors:?} in {written}");
            for (error, mend) in errors.iter().zip(wrong) {
                assert!(error.ends_with(mend), "{error} in {written}");
            }
        }
    }
}
