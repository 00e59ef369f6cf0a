//! Statuses: which numbers may be one, and the headers that they demand.

use quote::ToTokens;

use super::*;
use crate::model::Status;

#[test]
fn numbers_that_are_statuses_of_errors() {
    let on_variant = |status: &str, more: &str| {
        format!(r#"enum E {{ #[api(status = {status}, code = "A"{more})] A }}"#)
    };
    let on_type = |status: &str, more: &str| {
        format!(r#"#[api(status = {status}{more})] enum E {{ #[api(code = "A")] A }}"#)
    };
    let lenient = ", allow(non_error_status)";
    for place in [&on_variant as &dyn Fn(&str, &str) -> String, &on_type] {
        for (status, number) in [
            ("400", 400),
            ("599", 599),
            ("409u16", 409),
            ("(409)", 409),
            ("0x199", 409),
        ] {
            let found = first(&place(status, ""));
            assert!(
                matches!(found.status, Status::Number(found) if found == number),
                "{status}"
            );
        }
        for (status, start) in [
            ("200", "200 is a success"),
            ("299", "299 is a success"),
            ("300", "300 is a redirect"),
            ("399", "399 is a redirect"),
        ] {
            one_error(&place(status, ""), start);
            one_error(&place(status, ", allow(missing_header)"), start);
            assert!(matches!(
                first(&place(status, lenient)).status,
                Status::Number(_)
            ));
        }
        for status in ["0", "199", "600", "65536"] {
            let start = format!("`{status}` is not the status of an error");
            one_error(&place(status, ""), &start);
            let start = format!("`{status}` is not the status of a response");
            one_error(&place(status, lenient), &start);
        }
        one_error(&place("409u32", ""), "unexpected suffix `u32`");
        one_error(
            &place("-409", ""),
            "expected an integer or the path of a constant, found `-409`",
        );
        assert!(matches!(
            first(&place("<u8 as U>::C", "")).status,
            Status::Named(_)
        ));
        one_error(
            &place("1 + 2", ""),
            "expected an integer or the path of a constant",
        );
    }
    // A function of the field's type.
    let by = |path: &str| {
        format!(r#"enum E {{ #[api(status = 500, code = "A")] A(#[api(status = {path})] u8) }}"#)
    };
    model(&by("Self::status"));
    model(&by("<u8 as T>::status"));
    model(r#"#[api(status = 404, code = "A", message = <S as T>::text)] struct S;"#);
    one_error(&by("404"), "expected the path of a function, found `404`");
    // Of a default that each variant overrules, too.
    one_error(
        r#"#[api(status = 200)] enum E { #[api(status = 404, code = "A")] A }"#,
        "200 is a success",
    );
    // A variant may be lenient where the type is not, but then the type has no such default.
    one_error(
        r#"#[api(status = 200)] enum E { #[api(code = "A", allow(non_error_status))] A }"#,
        "200 is a success",
    );
}

#[test]
fn a_constant_stands_outside_of_the_type() {
    for (generics, path, outside) in [
        ("", "Self::S", Some("r#E::S")),
        ("", "<Self as T<Self>>::S", Some("<r#E as T<r#E>>::S")),
        (
            "",
            "<(Box<Self>, U) as T>::S",
            Some("<(Box<r#E>, U) as T>::S"),
        ),
        ("<'a>", "<Self as T>::S", Some("<r#E as T>::S")),
        ("<U>", "<Self as T>::S", None),
        ("<U>", "<[Box<U>] as T>::S", None),
        ("<U>", "U::S", None),
        ("<U>", "V::S", Some("V::S")),
        ("<const N: u16>", "N", None),
    ] {
        let text = format!(r#"enum r#E{generics} {{ #[api(status = {path}, code = "A")] A }}"#);
        if let Some(outside) = outside {
            let path = model(&text).statuses[0].path.to_token_stream();
            assert_eq!(path.to_string().replace(' ', ""), outside.replace(' ', ""));
        } else {
            one_error(&text, "a status is the same for every");
        }
    }
}

#[test]
fn a_constant_is_read_once() {
    let found = model(
        r#"enum E {
            #[api(status = m::S, code = "A")] A,
            #[api(status = m :: S, code = "B")] B,
            #[api(status = T, code = "C")] C,
            #[api(status = m::S, code = "D", allow(non_error_status))] D,
        }"#,
    );
    let lenient: Vec<bool> = found.statuses.iter().map(|status| status.lenient).collect();
    assert_eq!(lenient, [false, false, true]);
    let names: Vec<String> = found
        .cases
        .iter()
        .map(|case| match &entry(case).status {
            Status::Named(name) => name.to_string(),
            Status::Number(number) => number.to_string(),
        })
        .collect();
    assert!(names[0] == names[1] && names[0] != names[2]);
    assert!(names[3] != names[0] && names[3] != names[2]);
}

#[test]
fn some_statuses_demand_a_header() {
    for (status, name) in [
        (401, "WWW-Authenticate"),
        (405, "Allow"),
        (407, "Proxy-Authenticate"),
        (426, "Upgrade"),
    ] {
        let with = |ty: &str, keys: &str, field: &str| {
            format!(r#"{ty} enum E {{ #[api(status = {status}, code = "A"{keys})] A({field}) }}"#)
        };
        let start = format!("a {status} without `{name}`");
        let own = format!(", header({name:?} = \"v\")");
        let by_field = |ty: &str| format!("#[api(header = {name:?})] {ty}");
        model(&with("", &own, ""));
        model(&with("", ", allow(missing_header)", ""));
        model(&with(&format!("#[api(header({name:?} = \"v\"))]"), "", ""));
        for always in ["String", "m::String", "Option", "Vec<u8>", "(String)"] {
            model(&with("", "", &by_field(always)));
        }
        for perhaps in ["Option<String>", "std::option::Option<u8>", "(Option<u8>)"] {
            one_error(&with("", "", &by_field(perhaps)), &start);
        }
        one_error(&with("", "", ""), &start);
        one_error(
            &with(
                "",
                ", header(\"X-A\" = \"v\")",
                "#[api(header = \"X-B\")] u8",
            ),
            &start,
        );
        one_error(&with("", ", allow(code_style)", ""), &start);
        let challenged = with("#[api(challenge = \"Bearer\")]", "", "");
        assert_eq!(errors(&challenged).len(), usize::from(status != 401));
    }
    model(r#"enum E { #[api(status = 404, code = "A")] A }"#);
}

#[test]
fn a_constant_may_demand_any_header() {
    let demanding = |ty: &str, keys: &str| {
        let found = model(&format!(
            r#"{ty} enum E {{ #[api(status = S, code = "A"{keys})] A }}"#
        ));
        let demanding = asked(&found, "header").into_iter();
        let demanding = demanding.map(|(arguments, _)| {
            let number = arguments.rsplit(", ").next().unwrap_or_default();
            number.trim_end_matches("u16").parse().unwrap_or_default()
        });
        demanding.collect::<Vec<u16>>()
    };
    assert_eq!(demanding("", ""), [401, 405, 407, 426]);
    assert_eq!(
        demanding("", ", header(\"Allow\" = \"GET\")"),
        [401, 407, 426]
    );
    assert_eq!(
        demanding("#[api(challenge = \"Bearer\")]", ""),
        [405, 407, 426]
    );
    assert!(demanding("", ", allow(missing_header)").is_empty());
}

#[test]
fn the_types_challenge_is_for_every_401() {
    let challenge = |variant: &str| {
        let text = format!(r#"#[api(challenge = "Bearer")] enum E {{ {variant} }}"#);
        first(&text).challenge
    };
    for may in [
        r#"#[api(status = 401, code = "A")] A"#,
        r#"#[api(status = S, code = "A")] A"#,
        r#"#[api(status = 502, code = "A")] A(#[api(status)] u16)"#,
    ] {
        assert_eq!(challenge(may).as_deref(), Some("Bearer"), "{may}");
    }
    for not in [
        r#"#[api(status = 401, code = "A", allow(missing_header))] A, #[api(status = 401, code = "B")] B"#,
        r#"#[api(status = 502, code = "A", allow(missing_header))] A(#[api(status)] u16), #[api(status = 401, code = "B")] B"#,
    ] {
        assert_eq!(challenge(not), None, "{not}");
    }
    // What the type allows is for its other statuses.
    let type_allows = r#"#[api(challenge = "Bearer", allow(missing_header))] enum E {
        #[api(status = 401, code = "A")] A, #[api(status = 405, code = "B")] B }"#;
    assert!(first(type_allows).challenge.is_some());
    let other = r#"#[api(status = 403, code = "A")] A"#;
    assert_eq!(
        challenge(&format!(r#"{other}, #[api(status = 401, code = "B")] B"#)),
        None
    );
    one_error(
        &format!(r#"#[api(challenge = "Bearer")] enum E {{ {other} }}"#),
        "`challenge` is for a 401",
    );
    assert!(
        first(r#"#[api(status = 401, code = "A", allow(missing_header))] struct S;"#)
            .challenge
            .is_none()
    );
    one_error("#[api(challenge = \"a\\nb\")] enum E {}", r"`\n` at byte 1");
}

#[test]
fn examples_and_their_captions() {
    let found = first(
        r#"#[api(status = 404, code = "A")]
        #[api(example(Self), example("c", Self { a: 1 }), example("d", (1, 2),), example(a,))]
        struct S;"#,
    );
    let examples = found
        .examples
        .iter()
        .map(|example| (example.caption.as_str(), example.expr.to_string()));
    let examples: Vec<(&str, String)> = examples.collect();
    let expected = [
        ("", "Self"),
        ("c", "Self { a : 1 }"),
        ("d", "(1 , 2)"),
        ("", "a"),
    ];
    for ((caption, expr), (expected, text)) in examples.iter().zip(expected) {
        assert_eq!(
            (*caption, expr.replace(' ', "")),
            (expected, text.replace(' ', ""))
        );
    }
    assert_eq!(examples.len(), 4);
    for (example, error) in [
        ("\"c\"", "expected an instance of the error"),
        ("\"c\",", "expected an instance of the error"),
        ("\"c\" Self", "expected an instance of the error"),
        ("\"c\" Self {}", "expected an instance of the error"),
    ] {
        one_error(
            &format!(r#"#[api(status = 404, code = "A", example({example}))] struct S;"#),
            error,
        );
    }
}
