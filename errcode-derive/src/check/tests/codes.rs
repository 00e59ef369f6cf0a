//! Codes: each one a meaning of its own, in one kind and one style.

use super::*;

/// A type whose variants have these attributes.
fn variants(ty: &str, attributes: &[&str]) -> String {
    let variants = attributes.iter().zip('A'..);
    let variants: Vec<String> = variants
        .map(|(attribute, name)| format!("#[api(status = 404, {attribute})] {name}"))
        .collect();
    let variants = variants.join(", ");
    format!("{ty} enum E {{ {variants} }}")
}

#[test]
fn a_code_is_used_once() {
    let twice = ["code = \"X\"", "code = \"Y\"", "code = \"X\""];
    one_error(
        &variants("", &twice),
        "code `X` is used by variant `A` already",
    );
    one_error(
        &variants("", &["code = 7", "code = 0x7"]),
        "code `7` is used by variant `A` already",
    );
    let (plain, shared) = ("code = \"X\"", "code = \"X\", allow(duplicate_code)");
    model(&variants("", &[plain, shared]));
    model(&variants("", &[shared, plain]));
    model(&variants("#[api(allow(duplicate_code))]", &[plain, plain]));
    one_error(
        &variants("#[api(allow(code_style))]", &[plain, plain]),
        "code `X` is used by variant `A` already",
    );
    assert!(first(&variants("", &[shared])).shared && !first(&variants("", &[plain])).shared);
}

#[test]
fn without_a_code_status_and_type_tell() {
    let codeless = "#[api(format = problem(code = false))]";
    let typed = |code: &str, uri: &str| format!("code = \"{code}\", type = \"{uri}\"");
    let (one, two) = (typed("X", "urn:x"), typed("Y", "urn:y"));
    model(&variants(codeless, &[&one, &two, "code = \"Z\""]));
    let alike = variants(
        codeless,
        &["code = \"X\"", "code = \"Y\", type = \"about:blank\""],
    );
    one_error(&alike, "without a code a client cannot tell this from `A`");
    model(&variants(
        codeless,
        &["code = \"X\"", "code = \"Y\", allow(duplicate_code)"],
    ));
    model(&variants("", &["code = \"X\"", "code = \"Y\""]));
    // The code makes the types differ.
    let each = format!("{codeless} #[api(type = \"urn:{{code}}\")]");
    model(&variants(&each, &["code = \"X\"", "code = \"Y\""]));
    // Constants may be alike, but need not.
    model(&format!(
        "{codeless} enum E {{ #[api(status = S, code = \"X\")] A, #[api(status = T, code = \"Y\")] B }}"
    ));
}

#[test]
fn codes_of_one_type_are_of_one_kind() {
    let found = errors(&variants("", &["code = \"X\"", "code = 7", "code = \"Y\""]));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("this code is a number, that of `A` is a string"));
    assert!(
        found[0].ends_with("help: write `code = \"7\"`"),
        "{}",
        found[0]
    );
    let found = errors(&variants("", &["code = 7", "code = \"X\""]));
    assert!(found[0].starts_with("this code is a string, that of `A` is a number"));
    assert!(
        found[0].ends_with("help: write `code = 10042`"),
        "{}",
        found[0]
    );
    let number = first(&variants("", &["code = -(7)"])).code;
    assert!(number.number && number.text == "-7");
    let text = first(&variants("", &["code = \"7\""])).code;
    assert!(!text.number && text.text == "7");
}

#[test]
fn codes_of_one_type_are_in_one_style() {
    let codes = |codes: &[&str]| {
        let codes: Vec<String> = codes
            .iter()
            .map(|code| format!("code = {code:?}"))
            .collect();
        variants("", &codes.iter().map(String::as_str).collect::<Vec<_>>())
    };
    for (list, help) in [
        (
            ["SLUG_TAKEN", "not-found"],
            "write `code = \"NOT_FOUND\"`, or",
        ),
        (
            ["SLUG_TAKEN", "notFound"],
            "write `code = \"NOT_FOUND\"`, or",
        ),
        (
            ["slug_taken", "not-found"],
            "write `code = \"not_found\"`, or",
        ),
        (
            ["slug-taken", "not_found"],
            "write `code = \"not-found\"`, or",
        ),
        (["slugTaken", "NotFound"], "write `code = \"notFound\"`, or"),
        (
            ["SlugTaken", "not-found"],
            "write `code = \"NotFound\"`, or",
        ),
        (["a.b_c", "A-B"], "switch the check off"),
    ] {
        let found = errors(&codes(&list));
        let start = format!("code `{}` beside `{}` fits no one style", list[1], list[0]);
        assert!(
            found.len() == 1 && found[0].starts_with(&start),
            "{found:?}"
        );
        assert!(found[0].contains(help), "{found:?}");
    }
    let start = "code `Not_Found` fits no one style\n  help: write `code = \"NOT_FOUND\"`, or";
    one_error(&codes(&["Not_Found"]), start);
    // One error for the odd one, and those after it are judged against the first.
    assert_eq!(errors(&codes(&["A_B", "c-d", "E_F"])).len(), 1);
    let free = variants(
        "",
        &[
            "code = \"a-b\", allow(code_style)",
            "code = \"A_B\"",
            "code = \"A-b\", allow(code_style)",
        ],
    );
    model(&free);
    model(&variants(
        "#[api(allow(code_style))]",
        &["code = \"a b\"", "code = \"A_B\""],
    ));
    let beside = errors(&variants(
        "",
        &[
            "code = \"a-b\", allow(code_style)",
            "code = \"A_B\"",
            "code = \"c-d\"",
        ],
    ));
    assert!(
        beside[0].starts_with("code `c-d` beside `A_B` "),
        "{beside:?}"
    );
    // The code beside it is one that has a style.
    let found = errors(&codes(&["a_b-c", "A_B", "x-y"]));
    assert!(
        found.len() == 2 && found[0].starts_with("code `a_b-c` fits no one style"),
        "{found:?}"
    );
    assert!(
        found[1].starts_with("code `x-y` beside `A_B` fits"),
        "{found:?}"
    );
    assert!(found[1].contains("write `code = \"X_Y\"`, or"), "{found:?}");
    // Numbers have no style, and a style is for letters alone.
    model(&variants("", &["code = 7", "code = -8"]));
}

#[test]
fn letters_that_a_code_had_better_not_have() {
    for (code, help) in [
        ("a b", "a_b"),
        (" a  b ", "a_b"),
        ("a\tb", "a_b"),
        ("a\u{7}b", "a_b"),
        ("a\"b", "a_b"),
        ("a'b", "a_b"),
        ("a`b", "a_b"),
        ("a\\b", "a_b"),
        ("a\u{ad}b", "a_b"),
        ("a\u{200b}b", "a_b"),
        ("a\u{feff}b", "a_b"),
    ] {
        let text = variants("", &[&format!("code = {code:?}")]);
        let at = code.find(|letter| letter != 'a').unwrap();
        let found = errors(&text);
        assert!(found.len() == 1, "{found:?} for {code:?}");
        assert!(
            found[0].contains(&format!("at byte {at} is not allowed in a code")),
            "{found:?}"
        );
        assert!(
            found[0].contains(&format!("write `code = \"{help}\"`")),
            "{found:?}"
        );
    }
    one_error(
        &variants("", &["code = \"\""]),
        "a code can't be empty\n  help: write `code = \"A\"`",
    );
    model(&variants("", &["code = \"groesse:a/b.c-1\""]));
}

#[test]
fn codes_from_names() {
    let found = model(
        r#"#[api(status = 404, rename_all = "kebab-case", prefix = "p-")]
        enum E { NotFound, r#Else, #[api(code = "own")] Own }"#,
    );
    let codes: Vec<&str> = found
        .cases
        .iter()
        .map(|case| entry(case).code.text.as_str())
        .collect();
    assert_eq!(codes, ["p-not-found", "p-else", "own"]);
    one_error(
        "#[api(rename_all = \"kebap-case\")] enum E {}",
        "unknown style `kebap-case`",
    );
    one_error("#[api(prefix = \"p\")] enum E {}", "`prefix` is put before");
}

#[test]
fn a_type_reference_has_the_code_in_it() {
    for (code, uri) in [
        ("AZaz09-._~", "urn:AZaz09-._~#AZaz09-._~"),
        ("a b/ö", "urn:a%20b%2F%C3%B6#a%20b%2F%C3%B6"),
    ] {
        let text = format!(
            r#"#[api(status = 404, code = {code:?}, type = "urn:{{code}}#{{code}}", allow(code_style))] struct S;"#
        );
        assert_eq!(first(&text).type_uri.as_deref(), Some(uri));
    }
}

#[test]
fn a_prefix_is_of_the_style_that_it_begins() {
    for (rule, prefix, fitting) in [
        ("SCREAMING_SNAKE_CASE", "skill", "SKILL_"),
        ("kebab-case", "A_", "a-"),
        ("camelCase", "skill_", "skill"),
    ] {
        let keys = format!("rename_all = {rule:?}, prefix = {prefix:?}");
        let text = format!("#[api(status = 404, {keys})] enum E {{ A, B }}");
        let found = errors(&text);
        let help = format!("help: write `prefix = {fitting:?}`, or");
        assert!(found.len() == 1 && found[0].contains(&help), "{found:?}");
        model(&text.replace("status = 404", "status = 404, allow(code_style)"));
        // A code that is written out has no prefix, and is judged.
        let odd = text.replace("A,", "#[api(code = \"a b\")] A,");
        assert_eq!(errors(&odd).len(), 2, "{odd}");
    }
    model(r#"#[api(status = 404, rename_all = "snake_case", prefix = "skill_")] enum E { A }"#);
}

#[test]
fn what_only_constants_can_tell_of_problems_without_a_code() {
    let asked = |variants: &str| {
        let found = model(&format!(
            "#[api(format = problem(code = false))] enum E {{ {variants} }}"
        ));
        let asked = asked(&found, "problem").into_iter();
        let asked = asked.map(|(arguments, at)| {
            let variant = arguments.rsplit('"').nth(1).unwrap_or_default();
            (variant.to_owned(), at)
        });
        asked.collect::<Vec<_>>()
    };
    let pair = |first: &str, at: &str| (first.to_owned(), format!("{at:?}"));
    let named = r#"#[api(status = S, code = "A")] A, #[api(status = 404, code = "B")] B,"#;
    assert_eq!(asked(named), [pair("A", "B")]);
    assert_eq!(
        asked(&format!(r#"{named} #[api(status = T, code = "C")] C"#)),
        [pair("A", "B"), pair("A", "C"), pair("B", "C")]
    );
    // Two numbers, two types, and those that share are not asked of.
    for others in [
        r#"#[api(status = 403, code = "A")] A, #[api(status = 404, code = "B")] B"#,
        r#"#[api(status = S, code = "A", type = "urn:a")] A, #[api(status = 404, code = "B")] B"#,
        r#"#[api(status = S, code = "A", allow(duplicate_code))] A, #[api(status = 404, code = "B")] B"#,
    ] {
        assert_eq!(asked(others), []);
    }
}

#[test]
fn an_example_is_of_its_own_variant() {
    let with = |example: &str| {
        format!(
            r#"enum E {{ #[api(status = 500, code = "A", example({example}))] A(u8), #[api(status = 404, code = "B")] B {{}} }}"#
        )
    };
    for other in ["Self::B {}", "E::B {}", "(Self::B {})"] {
        one_error(&with(other), "this example is of `B`, and stands at `A`");
    }
    for own in [
        "Self::A(1)",
        "E::A(1)",
        "Self::b()",
        "B {}",
        "Other::B(1)",
        "b!()",
    ] {
        model(&with(own));
    }
}

#[test]
fn a_missing_code_is_suggested_in_the_style_of_the_others() {
    for (others, help) in [
        (&["\"SLUG_TAKEN\""][..], "code = \"NOT_FOUND\""),
        (&["\"slug-taken\""], "code = \"not-found\""),
        (&["\"SlugTaken\""], "code = \"NotFound\""),
        (&["7", "12", "9"], "code = 13"),
        (&["7", "\"a-b\"", "\"c-d\""], "code = \"not-found\""),
        (&[], "code = \"NOT_FOUND\""),
    ] {
        let others = others.iter().enumerate();
        let others = others.map(|(at, code)| format!("#[api(status = 409, code = {code})] V{at},"));
        let others: String = others.collect();
        let text = format!("enum E {{ #[api(status = 404)] NotFound, {others} }}");
        let errors = errors(&text);
        assert!(
            errors[0].ends_with(&format!("add `#[api({help})]`")),
            "{errors:?}"
        );
    }
}
