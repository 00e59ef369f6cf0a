//! `hide_as`: who can be hidden behind whom, and documents that hide.

use super::*;

const ABSENT: &str = r#"#[api(status = 404, code = "ABSENT")] Absent"#;

#[test]
fn a_hidden_variant_has_the_response_of_another() {
    let found = model(&format!(
        r#"enum E {{
            #[api(hide_as = Absent)] Bare {{ secret: u8 }},
            {ABSENT},
            #[api(hide_as = r#Absent, status = 403, code = "OWN")] Own,
        }}"#
    ));
    let [bare, absent, own] = found.cases.as_slice() else {
        panic!("{}", found.cases.len());
    };
    assert!(matches!(
        bare.kind,
        Kind::Hidden {
            own: None,
            target: 1
        }
    ));
    assert!(matches!(
        own.kind,
        Kind::Hidden {
            own: Some(_),
            target: 1
        }
    ));
    assert!(entry(own).hidden && entry(own).code.text == "OWN");
    assert!(matches!(
        entry(own).status,
        crate::model::Status::Number(403)
    ));
    assert!(!entry(absent).hidden);
    // With codes from names a status of its own is enough.
    let found = model(
        r#"#[api(rename_all = "snake_case")] enum E {
            #[api(status = 404)] Absent,
            #[api(hide_as = Absent, status = 403)] Own,
        }"#,
    );
    assert_eq!(entry(&found.cases[1]).code.text, "own");
}

#[test]
fn a_response_that_may_differ_hides_nobody() {
    for target in [
        r#"#[api(status = 404, code = "T")] T"#,
        r#"#[api(status = S, code = "T")] T"#,
        r#"#[api(status = 404, code = "T", expose)] T"#,
        r#"#[api(status = 404, code = "T", message = Self::text)] T"#,
        r#"#[api(status = 404, code = "T", message = "m")] T(u8)"#,
        r#"#[api(status = 500, code = "T")] T(u8)"#,
        r#"#[api(status = 399, code = "T", allow(non_error_status))] T(u8)"#,
    ] {
        model(&format!("enum E {{ #[api(hide_as = T)] A, {target} }}"));
    }
    for target in [
        r#"#[api(status = S, code = "T")] T(u8)"#,
        r#"#[api(status = 404, code = "T", expose)] T(u8)"#,
        r#"#[api(status = 404, code = "T", message = Self::text)] T(u8)"#,
        r#"#[api(status = 404, code = "T", message = "{a}")] T { a: u8 }"#,
        r#"#[api(status = 404, code = "T", message = "m")] T { #[api(public)] a: u8 }"#,
        r#"#[api(status = 404, code = "T", message = "m")] T(#[api(header = "X-A")] u8)"#,
        r#"#[api(status = 500, code = "T", message = "m")] T(#[api(status)] u16)"#,
        r#"#[api(status = 500, code = "T")] T(#[api(status)] u16)"#,
        r#"#[api(status = 500, code = "T")] T { #[api(public)] a: u8 }"#,
        r#"#[api(status = 499, code = "T")] T { #[api(public)] a: u8 }"#,
    ] {
        one_error(
            &format!("enum E {{ #[api(hide_as = T)] A, {target} }}"),
            "the response of `T` may depend on its fields",
        );
    }
}

#[test]
fn a_hidden_or_transparent_variant_is_no_target() {
    for target in ["A", "B", "C"] {
        one_error(
            &format!(
                "enum E {{ #[api(hide_as = {target})] A, #[api(transparent)] B(I), #[api(hide_as = Absent)] C, {ABSENT} }}"
            ),
            "`hide_as` must name a variant with `status` and `code`",
        );
    }
    let unknown = format!("enum E {{ {ABSENT}, #[api(hide_as = Absnt)] A }}");
    one_error(
        &unknown,
        "no variant `Absnt` in `E`; did you mean `Absent`?",
    );
    assert!(
        errors(&unknown)[0]
            .ends_with("help: there are `Absent`; a variant that a `cfg` removes cannot be named")
    );
    // A target that is wrong has been reported.
    let wrong = "enum E { #[api(status = 200, code = \"T\")] T, #[api(hide_as = T)] A }";
    one_error(wrong, "200 is a success");
    for field in ["u8", "#[api(pubilc)] u8"] {
        let meant = if field == "u8" {
            "mesage = \"m\""
        } else {
            "category = \"t\""
        };
        let target = format!("#[api(status = 404, code = \"T\", {meant})] T({field})");
        let text = format!("enum E {{ {target}, #[api(hide_as = T)] A }}");
        one_error(&text, "unknown key");
    }
}

#[test]
fn doc_hidden_and_nothing_like_it() {
    for (attribute, hidden) in [
        ("#[doc(hidden)]", true),
        ("#[doc(alias = \"x\", hidden)]", true),
        ("#[doc(alias = \"hidden\")]", false),
        ("#[allow(hidden)]", false),
        ("#[doc = \"hidden\"]", false),
        ("", false),
    ] {
        let text = format!(r#"enum E {{ {attribute} #[api(status = 404, code = "A")] A }}"#);
        assert_eq!(first(&text).hidden, hidden, "{attribute}");
    }
}

#[test]
fn notes_of_what_is_deprecated() {
    for (attribute, note) in [
        ("", None),
        ("#[deprecated]", Some("")),
        ("#[deprecated = \"n\"]", Some("n")),
        ("#[deprecated(note = \"n\")]", Some("n")),
        ("#[deprecated(since = \"1\", note = \"n\")]", Some("n")),
        ("#[deprecated(note = \"n\", since = \"1\")]", Some("n")),
        ("#[deprecated(since = \"1\")]", Some("")),
        ("#[deprecated(suggestion = \"n\")]", Some("")),
        ("#[allow(deprecated)]", None),
    ] {
        let text = format!(r#"enum E {{ {attribute} #[api(status = 404, code = "A")] A }}"#);
        let found = first(&text).deprecated;
        let since = found.as_ref().and_then(|found| found.since.as_deref());
        assert_eq!(since.is_some(), attribute.contains("since"), "{attribute}");
        assert_eq!(since.unwrap_or("1"), "1");
        let found = found.as_ref().map(|found| found.note.as_str());
        assert_eq!(found, note, "{attribute}");
    }
}

#[test]
fn undocumented_is_without_a_word() {
    let with = |docs: &str| {
        format!(
            r#"#[api(deny(undocumented))] enum E {{ {docs}
#[api(status = 404, code = "A")] A }}"#
        )
    };
    for docs in ["/// A.", "#[doc = include_str!(\"a\")]", "///\n/// A."] {
        model(&with(docs));
    }
    for docs in [
        "",
        "///",
        "///  \n///",
        "#[doc(hidden)]",
        "#[allow = \"a\"]",
        "#[doc = \"\"]",
    ] {
        one_error(&with(docs), "`A` has no doc comment");
    }
    // Nobody asked.
    model(r#"enum E { #[api(status = 404, code = "A")] A }"#);
    let docs = first(
        r#"enum E { /** a */ #[doc = "b"] #[allow = "c"] #[api(status = 404, code = "A")] A }"#,
    );
    assert_eq!(docs.docs.len(), 2);
}

#[test]
fn a_wrong_variant_hides_nobody_but_what_it_names_is_judged() {
    let found = errors(r"enum E { #[api(hide_as = Q, stats = 3)] A, #[api(hide_as = A)] B }");
    assert!(
        found.len() == 2
            && found[0].contains("unknown key `stats`")
            && found[1].contains("no variant `Q`"),
        "{found:?}"
    );
    // What may be wrong with the target follows from what is.
    one_error(
        r#"enum E { #[api(hide_as = T)] A, #[api(status = 404, code = "T")] T(u8) }"#,
        "field `0` is not public",
    );
    one_error(
        r"#[api(hide_as = Q)] struct S;",
        "`hide_as` names another variant",
    );
}
