//! The messages of changes.

use errcode_docs::{Code, Document, Entry, Kind, Schema, compare, html};

use crate::fixture::{changed, detail, document, error, flat, group, header};

fn messages(old: &Document, new: &Document) -> Vec<String> {
    let changes = compare(old, new).changes.into_iter();
    changes.map(|change| change.message).collect()
}

/// The messages of the changes of one error.
fn of_error(old: Entry, change: impl FnOnce(&mut Entry)) -> Vec<String> {
    let mut new = old.clone();
    change(&mut new);
    messages(&flat(vec![old]), &flat(vec![new]))
}

#[test]
fn messages_of_changes_of_an_error() {
    type Case = (fn(&mut Entry), &'static [&'static str]);
    let taken = || changed!(error("TAKEN", 409); details: vec![detail("slug", "u32", Some(Kind::Integer))], headers: vec![header("Retry-After", None), header("Link", Some("<a>"))]);
    let cases: [Case; 14] = [
        (
            |e| e.code = Code::Text("IN_USE".into()),
            &["`TAKEN` was renamed to `IN_USE`"],
        ),
        (
            |e| e.type_uri = "/taken".into(),
            &["the type of `TAKEN` was `about:blank` and is `/taken`, but no body has it"],
        ),
        (
            |e| e.category = Some("conflict".into()),
            &["`TAKEN` has the category `conflict` now, but no body has it"],
        ),
        (
            |e| e.deprecated = Some("use\n`OTHER`".into()),
            &["`TAKEN` is deprecated: use `OTHER`"],
        ),
        (
            |e| e.status_varies = true,
            &["the status of `TAKEN` was always 409 and is now chosen at run time"],
        ),
        (
            |e| e.details[0].schema = Schema::new(Kind::String),
            &["the detail `slug` of `TAKEN` was integer and is string"],
        ),
        (
            |e| e.details[0].schema.format = Some("uint32".into()),
            &["the detail `slug` of `TAKEN` was integer and is integer (uint32)"],
        ),
        (
            |e| e.details[0].schema.minimum = Some(0),
            &[
                r#"the detail `slug` of `TAKEN` was {"type":"integer"} and is {"type":"integer","minimum":0}"#,
            ],
        ),
        (
            |e| e.details[0].required = false,
            &["the detail `slug` of `TAKEN` was always present and is now optional"],
        ),
        (
            |e| e.details.push(detail("by", "Whom", None)),
            &["`TAKEN` has a new detail `by` (any value)"],
        ),
        (
            |e| e.details.clear(),
            &["`TAKEN` no longer has the detail `slug`"],
        ),
        (
            |e| e.headers[1].value = Some("<b>".into()),
            &["the header `Link` of `TAKEN` was `<a>` and is `<b>`"],
        ),
        (
            |e| e.headers[0].name = "X-Wait".into(),
            &["the header `Retry-After` of `TAKEN` was renamed to `X-Wait`"],
        ),
        (
            |e| e.causes = "Some.".into(),
            &["the section on causes of `TAKEN` was added"],
        ),
    ];
    for (change, expected) in cases {
        assert_eq!(of_error(taken(), change), expected);
    }
}

#[test]
fn the_deprecation_version_is_compared_as_a_text() {
    let since = |error: &mut Entry| {
        error.deprecated = Some(String::new());
        error.deprecated_since = Some("1.2.0".into());
    };
    assert_eq!(
        of_error(error("TAKEN", 409), since),
        ["`TAKEN` is deprecated"]
    );
    let old = changed!(error("TAKEN", 409); deprecated: Some(String::new()));
    assert_eq!(
        of_error(old, since),
        ["the deprecation version of `TAKEN` was added"]
    );
}

#[test]
fn a_rename_is_one_change() {
    let docs = |code: &str, variant: &str, text: &str| changed!(error(code, 409); variants: vec![variant.into()], description: text.into(), summary: text.into(), anchor: code.into(), type_uri: format!("https://example.com/errors#{code}"));
    // Found by the variant, and by the description if the code follows the variant.
    let old = flat(vec![docs("A", "Taken", "Old.")]);
    assert_eq!(
        messages(&old, &flat(vec![docs("B", "Taken", "New.")])),
        ["`A` was renamed to `B`", "the description of `A` changed"]
    );
    assert_eq!(
        messages(&old, &flat(vec![docs("B", "InUse", "Old.")])),
        ["`A` was renamed to `B`", "the Rust name of `A` changed"]
    );
    // Neither is the same: one error was removed and one added.
    assert_eq!(
        messages(&old, &flat(vec![docs("B", "InUse", "New.")])),
        ["`A` was removed", "`B` is new"]
    );
    // A string became a number.
    let mut number = docs("42", "Taken", "Old.");
    let text = flat(vec![number.clone()]);
    number.code = Code::Number(42);
    assert_eq!(
        messages(&text, &flat(vec![number])),
        ["`42` was renamed to `42`, a number"]
    );
}

#[test]
fn errors_that_share_a_code_are_matched_by_status() {
    let old = flat(vec![error("INVALID", 400), error("INVALID", 422)]);
    let mut new = old.clone();
    new.groups[0].errors[1].fix = "Mend it.".into();
    assert_eq!(
        messages(&old, &new),
        ["the section on the fix of `INVALID` (422) was added"]
    );
    let one = flat(vec![error("INVALID", 400)]);
    assert_eq!(
        messages(&one, &old),
        ["`INVALID` is also the code of another error now, with status 422"]
    );
    assert_eq!(messages(&old, &one), ["`INVALID` (422) was removed"]);
}

#[test]
fn errors_without_a_code_in_bodies_are_matched_by_status_and_type() {
    let bare = |errors| document(vec![group("Bare", "problem(code = false)", errors)]);
    let typed = |code: &str, uri: &str| changed!(error(code, 403); type_uri: uri.into());
    let old = bare(vec![typed("a", "/one"), typed("b", "/two")]);
    let swapped = bare(vec![typed("b", "/one"), typed("a", "/two")]);
    let comparison = compare(&old, &swapped);
    assert_eq!(
        comparison.level(),
        Some(errcode_docs::compare::Level::Patch)
    );
    assert_eq!(
        comparison.changes[0].message,
        "`a` (403) was renamed to `b`, but no body has it"
    );
}

#[test]
fn a_change_that_is_not_in_bodies_is_a_patch() {
    use errcode_docs::compare::Level::{self, Breaking, Patch};
    let level = |format: &str, uri: &str, change: fn(&mut Entry)| -> Option<Level> {
        let old =
            changed!(error("TAKEN", 409); type_uri: uri.into(), category: Some("conflict".into()));
        let mut new = old.clone();
        change(&mut new);
        let of = |error| document(vec![group("One", format, vec![error])]);
        compare(&of(old), &of(new)).level()
    };
    let title = |error: &mut Entry| error.title = "Taken".into();
    let category = |error: &mut Entry| error.category = None;
    let uri = |error: &mut Entry| error.type_uri = "/other".into();
    for (format, of_type, of_title, of_blank_title, of_category) in [
        ("flat", Patch, Patch, Patch, Patch),
        ("nested", Patch, Patch, Patch, Patch),
        ("problem", Breaking, Breaking, Patch, Patch),
        ("problem(code = false)", Breaking, Breaking, Patch, Patch),
        ("own", Breaking, Breaking, Breaking, Breaking),
    ] {
        assert_eq!(level(format, "/taken", uri), Some(of_type), "{format}");
        assert_eq!(level(format, "/taken", title), Some(of_title), "{format}");
        let blank = level(format, "about:blank", title);
        assert_eq!(blank, Some(of_blank_title), "{format}");
        let category = level(format, "/taken", category);
        assert_eq!(category, Some(of_category), "{format}");
    }
}

#[test]
fn moved_errors_and_types_are_matched() {
    let old = document(vec![
        group("One", "flat", vec![error("A", 400), error("B", 400)]),
        group("Two", "nested", vec![error("C", 400)]),
    ]);
    let mut new = old.clone();
    let moved = new.groups[0].errors.remove(1);
    new.groups[1].errors.push(moved);
    assert_eq!(
        messages(&old, &new),
        [
            "the format of `B` was `flat` and is `nested`",
            "`B` moved from the group `Errors of One` to `Errors of Two`"
        ]
    );
    let mut new = old.clone();
    new.groups[0].name = "service::Uno".into();
    new.groups[0].format = "problem".into();
    new.groups[0].content_type = "application/problem+json".into();
    assert_eq!(
        messages(&old, &new),
        [
            "the format of the group `Errors of One` was `flat` and is `problem`",
            "the Rust name of the group `Errors of One` changed"
        ]
    );
}

/// The variants of a type that have a format of their own are a group of the same name.
#[test]
fn the_formats_of_variants_are_told_apart() {
    let of = |format: &str, code: &str| group("SkillError", format, vec![error(code, 400)]);
    let old = document(vec![of("flat", "A"), of("html", "B")]);
    let new = document(vec![of("flat", "A"), of("nested", "C"), of("html", "B")]);
    assert_eq!(messages(&old, &new), ["`C` is new"]);
    assert_eq!(messages(&new, &old), ["`C` was removed"]);
    let other = document(vec![of("flat", "A"), of("nested", "B")]);
    assert_eq!(
        messages(&old, &other),
        ["the format of the group `Errors of SkillError` was `html` and is `nested`"]
    );
    let mut moved = old.clone();
    let errors = moved.groups.remove(1).errors;
    moved.groups[0].errors.extend(errors);
    assert_eq!(
        messages(&old, &moved)[0],
        "the format of `B` was `html` and is `flat`"
    );
}

/// The derive replaces `{code}` with the percent-encoded code.
#[test]
fn a_type_with_the_code_in_it_follows_the_code() {
    let with = |code: &str, shown: &str| {
        let error = changed!(error(code, 404); variants: vec!["One".to_owned()], type_uri: format!("https://example.com/{shown}#top"));
        document(vec![group("SkillError", "problem", vec![error])])
    };
    for (old, new) in [("A", "B"), ("KV:A", "KV:B"), ("a|b", "c"), ("a", "ü /")] {
        let renamed = [format!("`{old}` was renamed to `{new}`")];
        let encoded = |code: &str| with(code, &html::segment(code));
        assert_eq!(messages(&encoded(old), &encoded(new))[..1], renamed);
        // The plain code, written by hand.
        let raw = |code: &str| with(code, code);
        for (old, new) in [(encoded(old), encoded(new)), (raw(old), raw(new))] {
            let messages = messages(&old, &new);
            let types = messages
                .iter()
                .filter(|text| text.starts_with("the type of"));
            assert_eq!(types.count(), 0, "{messages:?}");
        }
    }
    let other = messages(&with("KV:A", "KV%3AA"), &with("KV:B", "KV%3AC"));
    assert!(other[1].starts_with("the type of `KV:A` was"), "{other:?}");
}
