//! Fields: what a client may read of them, and by which names.

use super::*;
use crate::model::Message;

#[test]
fn display_of_a_4xx_shows_no_private_field() {
    for (keys, field) in [
        (r"status = 404", "#[api(public)] a: u8"),
        (r"status = 404", "#[api(flatten)] a: A"),
        (r"status = 404", "#[api(header = \"X-A\")] a: u8"),
        (r"status = 404", "#[api(status)] a: u16"),
        (r#"status = 404, message = "m""#, "a: u8"),
        (r#"status = 404, message = "{a}""#, "a: u8"),
        (r"status = 404, message = Self::text", "a: u8"),
        (r"status = 404, expose", "a: u8"),
        (r"status = 500", "a: u8"),
        (r"status = 399, allow(non_error_status)", "a: u8"),
        (r"status = 404", "#[api(status)] a: u16, b: u8"),
    ] {
        let text = format!(r#"enum E {{ #[api({keys}, code = "A")] A {{ {field} }} }}"#);
        assert!(
            model(&text)
                .checks
                .iter()
                .all(|check| check.function == "member")
        );
    }
    for status in [400, 404, 499] {
        let text = format!(
            r#"enum E {{ #[api(status = {status}, code = "A")] A {{ #[api(public)] a: u8, b: u8, c: u8 }} }}"#
        );
        let errors = errors(&text);
        let start = |at: usize, name: &str| {
            errors[at].starts_with(&format!("field `{name}` is not public"))
        };
        assert!(
            errors.len() == 2 && start(0, "b") && start(1, "c"),
            "{errors:?}"
        );
    }
    // Under a constant only rustc knows.
    let found =
        model(r#"enum E { #[api(status = S, code = "A")] A { #[api(public)] a: u8, b: u8 } }"#);
    assert_eq!(asked(&found, "private_field").len(), 1);
}

#[test]
fn a_run_time_status_shows_the_reason_phrase() {
    let text = r#"enum E { #[api(status = 502, code = "A")] A(#[api(status)] u16, u8) }"#;
    assert!(matches!(first(text).message, Message::Masked));
    let text = r#"enum E { #[api(status = 502, code = "A")] A(u8) }"#;
    assert!(matches!(first(text).message, Message::ByStatus));
    let text =
        r#"enum E { #[api(status = 502, code = "A", expose)] A(#[api(status = path)] u16) }"#;
    let found = first(text);
    assert!(matches!(found.message, Message::Exposed));
    assert!(
        found
            .status_field
            .is_some_and(|status| status.function.is_some())
    );
}

#[test]
fn a_source_is_shown_only_if_exposed() {
    let sources = [
        "#[from] a: A",
        "#[source] a: A",
        "#[snafu(source)] a: A",
        "#[snafu(source(from(A, B)))] a: A",
        "#[error(source)] a: A",
        "#[error(from)] a: A",
        "#[error(not(backtrace), source)] a: A",
        "#[snafu(backtrace, source)] a: A",
        "#[snafu(backtrace(false), source(true),)] a: A",
        "source: A",
        "r#source: A",
    ];
    for source in sources {
        for mark in ["public", "flatten", "header = \"X-A\""] {
            let with = |keys: &str| {
                format!(
                    r#"enum E {{ #[api(status = 500, code = "A"{keys})] A {{ #[api({mark})] {source} }} }}"#
                )
            };
            one_error(&with(""), "a source is for logs");
            model(&with(", expose"));
        }
        // A status is a number, and says no more.
        model(&format!(
            r#"enum E {{ #[api(status = 500, code = "A")] A {{ #[api(status)] {source} }} }}"#
        ));
        let name = if source.ends_with("source: A") {
            "source"
        } else {
            "a"
        };
        let with = |keys: &str| {
            format!(
                r#"enum E {{ #[api(status = 500, code = "A", message = "{{{name}}}"{keys})] A {{ {source}, b: u8 }} }}"#
            )
        };
        one_error(&with(""), &format!("`{{{name}}}` is a source"));
        model(&with(", expose"));
    }
    for other in [
        "a: A",
        "#[serde(source)] a: A",
        "#[snafu(display(\"a\"))] a: A",
        "#[snafu(source(false))] a: A",
        "#[error(not(source), backtrace)] a: A",
        "#[a::from] a: A",
        "sources: A",
    ] {
        model(&format!(
            r#"enum E {{ #[api(status = 500, code = "A")] A {{ #[api(public)] {other} }} }}"#
        ));
    }
    one_error(
        r#"enum E { #[api(status = 404, code = "A")] A(#[from] u8) }"#,
        "field `0` is not public",
    );
    let is_refused = |text: &str| errors(text)[0].contains("a source is for logs");
    assert!(is_refused(
        r#"enum E { #[api(status = 404, code = "A")] A(#[from] u8) }"#
    ));
    assert!(!is_refused(
        r#"enum E { #[api(status = 404, code = "A")] A(u8) }"#
    ));
}

#[test]
fn sources_that_nothing_marks() {
    for (attribute, field) in [
        ("#[error(transparent)]", "io::Error"),
        ("#[snafu(transparent)]", "A"),
        ("#[display(\"a\")]", "io::Error"),
        ("#[display(\"a\")]", "ParseIntError"),
        ("", "Box<dyn Error>"),
        ("", "Arc<dyn std::error::Error + Send + Sync>"),
        ("", "Box<dyn StdError + 'static>"),
        ("", "Option<Box<dyn Error + Send>>"),
        ("", "anyhow::Error"),
    ] {
        let with = |keys: &str| {
            format!(
                r#"enum E {{ {attribute} #[api(status = 400, code = "A", message = "{{0}}"{keys})] A({field}) }}"#
            )
        };
        one_error(&with(""), "`{0}` is a source");
        model(&with(", expose"));
    }
    for (attribute, field) in [
        ("#[error(\"transparent\")]", "A"),
        ("#[display(\"a\")]", "String"),
        ("#[display(\"a\")]", "#[error(not(source))] AError"),
        ("#[doc(transparent)]", "A"),
        ("", "AError"),
        ("", "Box<dyn Errors>"),
        ("", "Box<dyn Fn(Error) -> A>"),
    ] {
        model(&format!(
            r#"enum E {{ {attribute} #[api(status = 400, code = "A", message = "{{0}}")] A({field}) }}"#
        ));
    }
}

#[test]
fn names_of_members() {
    let found = first(
        r#"enum E { #[api(status = 404, code = "A")] A {
            #[api(public)] r#match: u8,
            #[api(public = "other")] b: u8,
            #[api(flatten)] c: M,
            #[api(flatten = "more", header = "X-D")] d: M,
        } }"#,
    );
    let members = found
        .details
        .iter()
        .map(|detail| (detail.name.as_str(), detail.flatten));
    let expected = [
        ("match", false),
        ("other", false),
        ("errors", true),
        ("more", true),
    ];
    assert_eq!(members.collect::<Vec<_>>(), expected);
    assert_eq!(found.header_fields[0].name, "X-D");
    let tuple = first(r#"enum E { #[api(status = 404, code = "A")] A(#[api(flatten)] M) }"#);
    assert_eq!(tuple.details[0].name, "errors");
    for (fields, start) in [
        (
            "#[api(public)] a: u8, #[api(public = \"a\")] b: u8",
            "two members are named `a`",
        ),
        (
            "#[api(flatten)] a: M, #[api(public)] errors: u8",
            "two members are named `errors`",
        ),
        ("#[api(public = \"\")] a: u8", "a member needs a name"),
        (
            "#[api(public, flatten)] a: u8",
            "`public` and `flatten` can't go together",
        ),
        (
            "#[api(status)] a: u16, #[api(status)] b: u16",
            "two fields give the status",
        ),
        (
            "#[api(header = \"X-A\")] a: u8, #[api(header = \"x-a\")] b: u8",
            "two fields are sent as `x-a`",
        ),
    ] {
        one_error(
            &format!(r#"enum E {{ #[api(status = 404, code = "A")] A {{ {fields} }} }}"#),
            start,
        );
    }
    one_error(
        r#"enum E { #[api(status = 404, code = "A")] A(#[api(public)] u8) }"#,
        "a field of a tuple has no name",
    );
}

#[test]
fn members_are_checked_against_the_format() {
    let members = |format: &str, keys: &str| {
        let found = model(&format!(
            r#"#[api(format = {format})] enum E {{
                #[api(status = 404, code = "A"{keys})] A {{ #[api(public)] title: u8, #[api(flatten)] b: M }}
            }}"#
        ));
        let names = asked(&found, "member").into_iter();
        let names = names.map(|(arguments, _)| {
            let name = arguments.rsplit('"').nth(1).unwrap_or_default();
            name.to_owned()
        });
        names.collect::<Vec<_>>()
    };
    assert_eq!(members("a::Own", ""), ["title", "errors"]);
    assert_eq!(
        members("a::Own", ", allow(duplicate_code)"),
        ["title", "errors"]
    );
    assert!(members("a::Own", ", allow(reserved_member)").is_empty());
    assert!(members("nested", "").is_empty());
    assert!(members("flat", "").is_empty());
    assert!(members("problem", ", allow(reserved_member)").is_empty());
    let of_problem = |format: &str, name: &str| {
        format!(
            r#"#[api(format = {format})] enum E {{
                #[api(status = 404, code = "A")] A {{ #[api(public)] {name}: u8 }}
            }}"#
        )
    };
    for format in ["problem", "problem(code = false)"] {
        for name in ["r#type", "title", "status", "detail", "instance"] {
            let plain = name.trim_start_matches("r#");
            let start = format!("the format writes a member `{plain}` itself");
            one_error(&of_problem(format, name), &start);
        }
        model(&of_problem(format, "other"));
    }
    one_error(
        &of_problem("problem", "code"),
        "the format writes a member `code`",
    );
    model(&of_problem("problem(code = false)", "code"));
}

#[test]
fn traits_that_a_format_string_asks_for() {
    let text = r#"enum E { #[api(status = 404, code = "A")]
        #[api(message = "{a} {a:?} {a:#?} {a:o} {a:x} {a:X} {a:p} {a:b} {a:e} {a:E} {a:>w$} {a:5}")]
        A { a: u8, w: usize } }"#;
    let Message::Template(template) = first(text).message else {
        panic!("no template");
    };
    let [a, w] = template.arguments.as_slice() else {
        panic!("{}", template.arguments.len());
    };
    let known = [
        "Display", "Debug", "Debug", "Octal", "LowerHex", "UpperHex", "Pointer", "Binary",
        "LowerExp", "UpperExp", "Display", "Display",
    ];
    assert_eq!(a.traits, known);
    assert!(w.traits.is_empty());
}

#[test]
fn header_names_and_values() {
    let with = |name: &str, value: &str| {
        format!(r#"enum E {{ #[api(status = 404, code = "A", header({name:?} = {value:?}))] A }}"#)
    };
    model(&with("A-z9!#$%&'*+.^_`|~", "\t ~visible"));
    for name in [
        "connection",
        "Content-Length",
        "KEEP-ALIVE",
        "proxy-connection",
        "TE",
        "Trailer",
        "transfer-encoding",
    ] {
        one_error(&with(name, "v"), &format!("`{name}` frames the message"));
    }
    one_error(
        &with("Content-Type", "v"),
        "`Content-Type` is decided by the format",
    );
    one_error(&with("", "v"), "a header needs a name");
    let odd = with(" X(A)  b", "v");
    one_error(&odd, "` ` at byte 0");
    assert!(
        errors(&odd)[0].ends_with(r#"write `"X-A-b"`"#),
        "{:?}",
        errors(&odd)
    );
    for (value, start) in [
        ("a\u{7f}", r"`\u{7f}` at byte 1"),
        ("\n", r"`\n` at byte 0"),
        ("ö", "`ö` at byte 0"),
    ] {
        one_error(&with("X-A", value), start);
    }
}

#[test]
fn a_field_with_one_value_has_nothing_to_hide() {
    let with = |ty: &str| format!(r#"#[api(status = 404, code = "A")] struct S({ty});"#);
    for nothing in [
        "()",
        "PhantomData<T>",
        "std::marker::PhantomData<fn() -> T>",
    ] {
        model(&with(nothing));
    }
    for something in ["(u8,)", "Phantom<T>", "[(); 2]"] {
        one_error(&with(something), "field `0` is not public");
    }
}

#[test]
fn what_is_flattened_may_be_a_map() {
    let of = |ty: &str| {
        format!(r#"#[api(status = 404, code = "A")] struct S {{ #[api(flatten)] a: {ty} }}"#)
    };
    for ty in [
        "BTreeMap<String, String>",
        "Own",
        "Option<Own>",
        "&'static Own",
        "Value",
        "T",
    ] {
        model(&of(ty));
    }
    for ty in [
        "u8",
        "String",
        "&'static str",
        "Vec<Own>",
        "std::vec::Vec<u8>",
        "[Own; 2]",
        "(A, B)",
        "(String)",
        "&'a [A]",
    ] {
        one_error(&of(ty), "`flatten` writes the entries of a map");
    }
}
