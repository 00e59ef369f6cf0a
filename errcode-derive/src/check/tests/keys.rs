//! Keys: the type's are defaults, a variant's own win, and what says nothing is refused.

use quote::ToTokens;

use super::*;
use crate::model::{Message, Status};

#[test]
fn keys_of_the_type_are_defaults() {
    let model = model(
        r#"#[api(status = 502, title = "T", type = "urn:{code}", category = "c", expose)]
        #[api(header("X-A" = "a"), header("X-B" = "b"))]
        enum E {
            #[api(code = "A")] A { a: u8 },
            #[api(status = 404, code = "B", title = "t", type = "urn:b", category = "d")]
            #[api(header("x-a" = "own"), header("X-C" = "c"), message = "m")]
            B,
        }"#,
    );
    let (a, b) = (entry(&model.cases[0]), entry(&model.cases[1]));
    assert!(matches!(a.status, Status::Number(502)) && matches!(b.status, Status::Number(404)));
    assert_eq!((a.code.text.as_str(), b.code.text.as_str()), ("A", "B"));
    assert_eq!(a.title.as_deref(), Some("T"));
    assert_eq!(b.title.as_deref(), Some("t"));
    assert_eq!(a.type_uri.as_deref(), Some("urn:A"));
    assert_eq!(b.type_uri.as_deref(), Some("urn:b"));
    assert_eq!(a.category.as_deref(), Some("c"));
    assert_eq!(b.category.as_deref(), Some("d"));
    assert!(matches!(a.message, Message::Exposed));
    assert!(matches!(&b.message, Message::Fixed(text) if text == "m"));
    assert_eq!(pairs(&a.headers), [("x-a", "a"), ("x-b", "b")]);
    let own = [("x-a", "own"), ("x-c", "c"), ("x-b", "b")];
    assert_eq!(pairs(&b.headers), own);
    assert!(!a.fieldless && b.fieldless);
}

#[test]
fn a_struct_is_one_error() {
    let text = r#"#[api(status = 404, code = "A", header("X-A" = "a"), allow(duplicate_code))]
        struct NotThere;"#;
    let found = model(text);
    assert_eq!(found.group, "Not there");
    assert!(found.cases[0].variant.is_none() && found.cases[0].name == "NotThere");
    let found = first(text);
    assert_eq!(pairs(&found.headers), [("x-a", "a")]);
    assert!(found.shared && found.title.is_none() && found.type_uri.is_none());
    // Once, though type and variant are one.
    one_error(
        r#"#[api(status = 404, code = "A", allow(everything))] struct S;"#,
        "unknown check `everything`",
    );
    one_error(
        r#"#[api(status = 200, code = "A")] struct S;"#,
        "200 is a success",
    );
    one_error(
        r#"#[api(status = 404, code = "A", header("a b" = "c"))] struct S;"#,
        "` ` at byte 1",
    );
}

#[test]
fn what_the_type_says_of_itself() {
    let found = model(
        r#"/// A.
        #[api(group = "G", respond = false, crate = a::b, format = problem(code = false))]
        enum E {}"#,
    );
    assert_eq!((found.group.as_str(), found.docs.len()), ("G", 1));
    assert!(!found.respond);
    assert_eq!(found.krate.segments.len(), 2);
    assert!(matches!(found.format, Format::Problem { code: false }));
    let found = model("enum r#else {}");
    assert_eq!(found.group, "Else");
    assert!(found.respond);
    let krate = &found.krate;
    assert_eq!(quote::quote!(#krate).to_string(), ":: errcode");
    assert!(matches!(found.format, Format::Problem { code: true }));
    for (format, is_right) in [
        (
            "nested",
            matches!(
                model("#[api(format = nested)] enum E {}").format,
                Format::Nested
            ),
        ),
        (
            "flat",
            matches!(
                model("#[api(format = flat)] enum E {}").format,
                Format::Flat
            ),
        ),
        (
            "Own",
            matches!(
                model("#[api(format = Own)] enum E {}").format,
                Format::Path(_)
            ),
        ),
        (
            "_own",
            matches!(
                model("#[api(format = _own)] enum E {}").format,
                Format::Path(_)
            ),
        ),
    ] {
        assert!(is_right, "{format}");
    }
}

#[test]
fn a_key_that_may_be_meant_is_not_missing_too() {
    let wrong = [
        // On the variant.
        r#"enum E { #[api(statsu = 409, code = "A")] A }"#,
        r#"enum E { #[api(status = 409, coed = "A")] A }"#,
        r#"enum E { #[api(status = "409", code = 'a')] A }"#,
        "enum E { #[api(trasparent)] A(B) }",
        "enum E { #[api(hide_ass = B)] A, #[api(status = 404, code = \"B\")] B }",
        r#"enum E { #[api(status = 409, code = "A", mesage = "a")] A(u8) }"#,
        r#"enum E { #[api(status = 409, code = "A", expos)] A(u8) }"#,
        r#"enum E { #[api(status = 401, code = "A", heeder("WWW-Authenticate" = "B"))] A }"#,
        "enum E { #[api(7)] A }",
        "enum E { #[api = 7] A }",
        // On the type.
        r#"#[api(statsu = 409)] enum E { #[api(code = "A")] A }"#,
        r#"#[api(rename_al = "snake_case")] enum E { #[api(status = 409)] A }"#,
        "#[api(rename_all = snake_case)] enum E { #[api(status = 409)] A }",
        "#[api(trasparent)] enum E { A(B) }",
        r#"#[api(expos)] enum E { #[api(status = 409, code = "A")] A(u8) }"#,
        r#"#[api(chalenge = "B")] enum E { #[api(status = 401, code = "A")] A }"#,
        // On a field.
        r#"enum E { #[api(status = 409, code = "A")] A { #[api(pubilc)] a: u8 } }"#,
        r#"enum E { #[api(status = 401, code = "A")] A { #[api(headr = "WWW-Authenticate")] a: u8 } }"#,
    ];
    for text in wrong
        .into_iter()
        .filter(|text| !text.contains("\"409\", code = 'a'"))
    {
        assert_eq!(errors(text).len(), 1, "{:?} in {text}", errors(text));
    }
    assert_eq!(errors(wrong[2]).len(), 2);
}

#[test]
fn what_is_missing_is_missing() {
    for (text, start) in [
        ("enum E { A }", "`A` has no `status` and no `code`"),
        (
            "enum E { #[api(category = \"t\")] A }",
            "`A` has no `status` and no `code`",
        ),
        ("enum E { #[api(status = 409)] A }", "`A` has no `code`"),
        ("enum E { #[api(code = \"A\")] A }", "`A` has no `status`\n"),
        (
            "#[api(rename_all = \"snake_case\")] enum E { A }",
            "`A` has no `status`\n",
        ),
        ("#[api(status = 409)] enum E { A }", "`A` has no `code`"),
        (
            "enum E { #[doc(hidden)] A }",
            "`A` has no `status` and no `code`\n",
        ),
    ] {
        one_error(text, start);
    }
    // Rustc reports the attribute.
    model("enum E { #[ap(status = 409)] A }");
    // What is wrong of another key takes nothing away.
    let both = errors(r#"enum E { #[api(titel = "t")] A }"#);
    assert_eq!(both.len(), 2, "{both:?}");
    let both = errors(r#"enum E { #[api(status = 409, code = "A", titel = "t")] A(u8) }"#);
    assert_eq!(both.len(), 2, "{both:?}");
    let both = errors(r#"enum E { #[api(status = 401, code = "A", titel = "t")] A }"#);
    assert_eq!(both.len(), 2, "{both:?}");
}

#[test]
fn transparent_variants_hand_on() {
    let included = |text: &str| match &model(text).cases[0].kind {
        Kind::Transparent { included, .. } => *included,
        _ => panic!("not transparent: {text}"),
    };
    for ty in ["Inner", "Box<Inner>", "m::E", "(Inner)", "[m::E; 1]"] {
        assert!(
            included(&format!("enum E {{ #[api(transparent)] A({ty}) }}")),
            "{ty}"
        );
    }
    for ty in ["E", "Self", "Box<E>", "Box<Self>", "(E,)", "[Box<E>; 1]"] {
        assert!(
            !included(&format!("enum E {{ #[api(transparent)] A({ty}) }}")),
            "{ty}"
        );
    }
    assert!(included("#[api(transparent)] struct S { inner: Inner }"));
    // The type says so for those that say nothing else.
    let found = model(
        r#"#[api(transparent)] enum E {
            A(Inner),
            #[api(status = 404, code = "B")] B,
            #[api(hide_as = B)] C,
            #[api(transparent)] D(Inner),
        }"#,
    );
    let kinds = found.cases.iter().map(|case| match &case.kind {
        Kind::Transparent { .. } => 't',
        Kind::Entry(_) => 'e',
        Kind::Hidden { .. } => 'h',
    });
    assert_eq!(kinds.collect::<String>(), "teht");
    let half = "#[api(transparent)] enum E { #[api(code = \"A\")] A(Inner) }";
    one_error(half, "`A` has no `status`");
    let half = "#[api(transparent)] enum E { #[api(status = 500)] A(Inner) }";
    one_error(half, "`A` has no `code`");
}

#[test]
fn what_has_no_effect_is_refused() {
    for (key, text) in [
        ("status", "status = 500"),
        ("code", "code = \"A\""),
        ("hide_as", "hide_as = B"),
        ("message", "message = \"m\""),
        ("expose", "expose"),
        ("title", "title = \"t\""),
        ("type", "type = \"urn:a\""),
        ("category", "category = \"c\""),
        ("header", "header(\"X-A\" = \"a\")"),
        ("example", "example(1)"),
    ] {
        let b = r#"#[api(status = 404, code = "B")] B"#;
        one_error(
            &format!("enum E {{ #[api(transparent, {text})] A(Inner), {b} }}"),
            &format!("`{key}` has no effect beside `transparent`"),
        );
        if !["status", "code", "hide_as"].contains(&key) {
            one_error(
                &format!("enum E {{ #[api(hide_as = B, {text})] A, {b} }}"),
                &format!("`{key}` has no effect beside `hide_as`"),
            );
        }
    }
    // On a struct `expose` may be the default of what it is not.
    model("#[api(transparent, expose)] struct S(Inner);");
}

#[test]
fn without_a_crate_there_is_no_code() {
    let krate = |key: &str| {
        let text = format!(r#"#[api({key}, status = 404, code = "A")] struct S;"#);
        let (model, errors) = check(&syn::parse_str(&text).unwrap());
        assert_eq!(errors.len(), 1, "{text}: {:?}", errors.messages());
        model.map(|model| model.krate.to_token_stream().to_string().replace(' ', ""))
    };
    for wrong in [
        r#"crate = "ec""#,
        "crate(ec)",
        "crat = ec",
        "krate = \"x\"",
        "crate = 7",
    ] {
        assert_eq!(krate(wrong), None, "{wrong}");
    }
    assert_eq!(krate("respnd = 7").unwrap(), "::errcode");
    assert_eq!(krate("group crate = \"G\"").unwrap(), "::errcode");
}

#[test]
fn a_transparent_variant_of_several_fields_keeps_what_it_says() {
    for (keys, help) in [
        ("", "add `status = 500, code = \"A\"`"),
        (", status = 404", "remove `transparent`"),
        (r#", code = "A""#, "remove `transparent`"),
    ] {
        let found = errors(&format!("enum E {{ #[api(transparent{keys})] A(u8, u8) }}"));
        assert!(found.len() == 1 && found[0].ends_with(help), "{found:?}");
    }
}
