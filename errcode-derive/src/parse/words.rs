//! What tokens say, whatever they are: names, literals of any kind, and words with `-` between them.

use proc_macro2::TokenTree;
use syn::Lit;

use crate::parse::item::is_punct;
use crate::parse::value::is_constant;

pub(super) fn is_path(text: &str) -> bool {
    let text = text.strip_prefix("::").unwrap_or(text);
    text.split("::").all(|name| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

/// What a name or a literal says, whatever kind of literal it is.
fn plain_text(tree: &TokenTree) -> Option<String> {
    match tree {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            Lit::Char(letter) => Some(letter.value().to_string()),
            Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok(),
            Lit::CStr(text) => text.value().into_string().ok(),
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            Lit::Float(number) => Some(number.base10_digits().to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a constant is named, by capitals alone, or something is called: then a text is made, and not said.
pub(super) fn is_made(trees: &[TokenTree]) -> bool {
    let dash = |tree: Option<&TokenTree>| tree.is_some_and(|tree| is_punct(tree, "-"));
    trees.iter().enumerate().any(|(at, tree)| match tree {
        TokenTree::Ident(name) => {
            let joined = dash(at.checked_sub(1).and_then(|at| trees.get(at)));
            is_constant(&name.to_string()) && !joined && !dash(trees.get(at + 1))
        }
        TokenTree::Group(group) => {
            let called = match at.checked_sub(1).map(|at| &trees[at]) {
                Some(TokenTree::Ident(name)) => name.to_string().starts_with(char::is_lowercase),
                _ => false,
            };
            called || is_made(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    })
}

/// The last name of a path, in quotes or not.
pub(super) fn last_name(trees: &[TokenTree]) -> Option<String> {
    let is_in_path = |tree: &TokenTree| matches!(tree, TokenTree::Ident(_)) || is_punct(tree, ":");
    let text = match trees {
        [.., TokenTree::Ident(last)] if trees.iter().all(is_in_path) => last.to_string(),
        [only] => plain_text(only).filter(|text| is_path(text))?,
        _ => return None,
    };
    text.rsplit("::").next().map(str::to_owned)
}

/// What the names and literals say, with those joined that a `-` joins; nothing if there is more than that
/// and what may stand between.
pub(super) fn words(trees: &[TokenTree]) -> Option<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    let (mut after_word, mut after_dash) = (false, false);
    for tree in trees {
        let (mut said, is_word) = match tree {
            TokenTree::Group(group) => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                (words(&inside)?, false)
            }
            tree if is_punct(tree, "=,:>") => (Vec::new(), false),
            dash if is_punct(dash, "-") => (vec!["-".to_owned()], true),
            word => (vec![plain_text(word)?], true),
        };
        let is_dash = is_punct(tree, "-");
        match found.last_mut() {
            Some(last) if is_word && (after_dash || is_dash && after_word) => {
                last.extend(said.drain(..));
            }
            _ => found.append(&mut said),
        }
        (after_word, after_dash) = (is_word, is_dash);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::*;

    #[test]
    fn paths_are_names_between_colons() {
        for (text, is) in [
            ("a_b", true),
            ("::a::B2", true),
            ("_", true),
            ("a-b", false),
            ("2a", false),
            ("a::", false),
            ("a b", false),
            ("", false),
        ] {
            assert_eq!(is_path(text), is, "{text}");
        }
    }

    #[test]
    fn what_tokens_say() {
        let cases: [(&str, Option<&[&str]>); 13] = [
            ("\"a b\"", Some(&["a b"])),
            ("b\"ab\"", Some(&["ab"])),
            ("c\"ab\"", Some(&["ab"])),
            ("b\"\\xff\"", None),
            ("'a'", Some(&["a"])),
            ("4.5", Some(&["4.5"])),
            ("1_0u8", Some(&["10"])),
            ("-1", Some(&["-1"])),
            ("Retry-After: -30", Some(&["Retry-After", "-30"])),
            ("a-b(-c) - d", Some(&["a-b", "-c", "-d"])),
            ("a::b", Some(&["a", "b"])),
            ("a!(b)", None),
            ("", Some(&[])),
        ];
        for (tokens, said) in cases {
            let trees: Vec<TokenTree> =
                tokens.parse::<TokenStream>().unwrap().into_iter().collect();
            let found = words(&trees);
            let found = found
                .as_ref()
                .map(|found| found.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(found.as_deref(), said, "{tokens}");
        }
    }
}
