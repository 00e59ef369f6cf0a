//! Fragments that a macro passes on stand in invisible groups, and have the same meaning as without them.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::*;

/// Every literal in groups, one in the other, as `$s:literal` hands it on to another macro.
fn handed_on(stream: TokenStream) -> TokenStream {
    let invisible = |stream: TokenStream| TokenTree::from(Group::new(Delimiter::None, stream));
    let trees = stream.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => Group::new(group.delimiter(), handed_on(group.stream())).into(),
        TokenTree::Literal(_) => invisible(invisible(tree.into()).into()),
        TokenTree::Ident(_) | TokenTree::Punct(_) => tree,
    });
    trees.collect()
}

/// What stands in brackets that are in parentheses, and no attribute, as `$p:path` or `$t:ty` hands
/// it on.
fn in_brackets(stream: TokenStream, inside: bool) -> TokenStream {
    let mut after_hash = false;
    let trees = stream.into_iter().map(|tree| {
        let is_attribute = std::mem::replace(&mut after_hash, tree.to_string() == "#");
        let TokenTree::Group(group) = tree else {
            return tree;
        };
        let delimiter = match group.delimiter() {
            Delimiter::Bracket if inside && !is_attribute => Delimiter::None,
            other => other,
        };
        let inside = inside || group.delimiter() == Delimiter::Parenthesis;
        Group::new(delimiter, in_brackets(group.stream(), inside)).into()
    });
    trees.collect()
}

#[test]
fn types_of_macros_mean_what_they_say() {
    let errors = |key: &str, ty: &str| {
        let text = format!("enum E {{ #[api(status = 405, code = 1)] A(#[api({key})] [{ty}]) }}");
        let input = syn::parse2(in_brackets(text.parse().unwrap(), false)).unwrap();
        accepted(&input).err().map_or(0, |messages| messages.len())
    };
    let sent = |ty| errors(r#"header = "Allow""#, ty);
    assert_eq!(
        ["String", "Option<String>", "(Option<u8>)"].map(sent),
        [0, 1, 1]
    );
    // A 405 without `Allow` is wrong besides.
    let flattened = |ty| errors("flatten", ty);
    assert_eq!(["M", "Vec<u8>", "(String)"].map(flattened), [1, 2, 2]);
}

#[test]
fn paths_of_macros_mean_what_they_say() {
    let text = "#[api(format = [a::B], crate = [[c::d]], respond = [false])] enum E {
        #[api(status = [S], code = [7], message = [Self::text])] A(u8),
        #[api(hide_as = [C])] B,
        #[api(status = [(404)], code = [[-7]], allow(duplicate_code))] C,
    }";
    let input = syn::parse2(in_brackets(text.parse().unwrap(), false)).unwrap();
    let found = accepted(&input).unwrap_or_else(|messages| panic!("{messages:?}"));
    assert!(matches!(&found.format, Format::Path(path) if path.segments.len() == 2));
    assert!(found.krate.segments.len() == 2 && !found.respond);
    assert!(matches!(
        found.cases[1].kind,
        Kind::Hidden { target: 2, .. }
    ));
    assert_eq!(entry(&found.cases[2]).code.text, "-7");
}

#[test]
fn literals_of_macros_mean_what_they_say() {
    let text = r#"#[api(deny(undocumented), title = "T", type = "urn:t", header("X-A" = "a"))] enum E {
        #[doc = "A."]
        #[api(status = 404, code = "A", message = "{a}", example("c", Self::A { a: 1 }))]
        A { #[api(public = "b")] a: u8 },
        #[doc = "B."]
        #[doc = "C."]
        #[deprecated(note = "n")]
        #[api(status = 500, code = "B")] B,
    }"#;
    let input = syn::parse2(handed_on(text.parse().unwrap())).unwrap();
    let found = accepted(&input).unwrap_or_else(|messages| panic!("{messages:?}"));
    let (a, b) = (entry(&found.cases[0]), entry(&found.cases[1]));
    assert_eq!((a.code.text.as_str(), a.title.as_deref()), ("A", Some("T")));
    assert_eq!(
        (a.details[0].name.as_str(), a.examples[0].caption.as_str()),
        ("b", "c")
    );
    assert_eq!(pairs(&a.headers), [("x-a", "a")]);
    let note = b
        .deprecated
        .as_ref()
        .map(|deprecated| deprecated.note.as_str());
    assert_eq!((note, b.docs.len()), (Some("n"), 2));
    let texts: Vec<Option<String>> = b
        .docs
        .iter()
        .map(crate::parse::shape::literal_text)
        .collect();
    assert_eq!(texts, [Some("B.".to_owned()), Some("C.".to_owned())]);

    let blank =
        r#"#[api(deny(undocumented))] enum E { #[doc = " "] #[api(status = 404, code = "A")] A }"#;
    let input = syn::parse2(handed_on(blank.parse().unwrap())).unwrap();
    let messages = accepted(&input).err().unwrap_or_default();
    assert!(
        messages.len() == 1 && messages[0].starts_with("`A` has no doc comment"),
        "{messages:?}"
    );
}
