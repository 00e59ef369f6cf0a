//! The bodies of the three formats, to the byte.

mod html;
mod negotiated;
mod problem_xml;

use std::collections::BTreeMap;

use http::StatusCode;

use super::*;
use crate::error::occurrence;
use crate::sample::{Sample, varying_row};
use crate::{Code, Context, Details, StaticEntry};

/// What an error's format writes.
fn written(error: &Sample, context: &Context) -> String {
    let mut body = Body::new();
    let occurrence = occurrence(error, error.format, context);
    error.format.write(&occurrence, &mut body).unwrap();
    String::from_utf8(body.as_bytes().to_vec()).unwrap()
}

fn body(error: &Sample) -> String {
    written(error, &Context::new())
}

fn in_format<F: Format>(entry: crate::Entry) -> Sample {
    Sample {
        format: FormatVtable::new::<F>(),
        ..Sample::new(entry)
    }
}

/// A value that can't be serialized.
struct Odd;

impl serde::Serialize for Odd {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("odd"))
    }
}

#[test]
fn nested_and_flat() {
    let entry = varying_row(404);
    let (nested, flat) = (in_format::<Nested>(entry), in_format::<Flat>(entry));
    assert_eq!(
        body(&nested),
        r#"{"error":{"code":"A","message":"it says"}}"#
    );
    assert_eq!(body(&flat), r#"{"code":"A","detail":"it says"}"#);
    let details = |details: &mut Details<'_>| {
        details.member("b", &1);
        details.member("none", &None::<u8>);
        details.member("a", "{");
        details.member("c", &"x");
    };
    let (nested, flat) = (Sample { details, ..nested }, Sample { details, ..flat });
    let object = r#""details":{"b":1,"a":"{","c":"x"}"#;
    let start = r#"{"error":{"code":"A","message":"it says","#;
    assert_eq!(body(&nested), format!("{start}{object}}}}}"));
    let start = r#"{"code":"A","detail":"it says","#;
    assert_eq!(body(&flat), format!("{start}{object}}}"));
}

#[test]
fn problems() {
    let plain = Sample::new(varying_row(404));
    let start = r#"{"type":"about:blank","title":"Not Found","status":404"#;
    assert_eq!(
        body(&plain),
        format!(r#"{start},"detail":"it says","code":"A"}}"#)
    );
    let context = Context::new().with_instance("/a\"b");
    let instance = r#","detail":"it says","instance":"/a\"b","code":"A""#;
    assert_eq!(written(&plain, &context), format!("{start}{instance}}}"));
    // What the title says is not said twice.
    let same = Sample {
        text: Some("Not Found"),
        ..plain.clone()
    };
    assert_eq!(body(&same), format!(r#"{start},"code":"A"}}"#));
    let codeless = in_format::<Problem<false>>(plain.entry);
    assert_eq!(body(&codeless), format!(r#"{start},"detail":"it says"}}"#));
    // The status that is sent, not the declared one.
    let late = Sample {
        status: Some(410),
        ..plain
    };
    let start = r#"{"type":"about:blank","title":"Gone","status":410"#;
    assert_eq!(
        body(&late),
        format!(r#"{start},"detail":"it says","code":"A"}}"#)
    );
}

#[test]
fn a_title_stands_beside_a_type_of_its_own() {
    for (type_uri, title, expected) in [
        ("about:blank", Some("Own"), "Not Found"),
        ("urn:a", Some("Own"), "Own"),
        ("urn:a", None, "Not Found"),
    ] {
        let mut entry = StaticEntry::new(404, Code::new("A")).with_type_uri(type_uri);
        if let Some(title) = title {
            entry = entry.with_title(title);
        }
        let error = Sample::new(Box::leak(Box::new(entry)).entry());
        let start = format!(r#"{{"type":"{type_uri}","title":"{expected}","status":404,"#);
        assert!(body(&error).starts_with(&start), "{}", body(&error));
    }
}

#[test]
fn entries_of_maps() {
    let details = |details: &mut Details<'_>| {
        let map = BTreeMap::from([
            ("a", Some("1")),
            ("b", None),
            ("d", Some("2")),
            ("type", Some("3")),
        ]);
        details.member("d", "own");
        details.flatten("first", &map, &["d"]);
        details.flatten("second", &BTreeMap::from([("a", 4), ("b", 5)]), &["d"]);
        details.flatten("third", &None::<BTreeMap<String, u8>>, &["d"]);
        details.flatten("type", &BTreeMap::from([("e", 6)]), &["d"]);
        details.flatten("fifth", &BTreeMap::from([("f", None::<u8>)]), &["d"]);
    };
    let error = Sample {
        details,
        ..in_format::<Flat>(varying_row(404))
    };
    // Side by side: declared names win, then the first; a null takes no name.
    let object = r#""details":{"d":"own","a":"1","type":"3","b":5,"e":6}"#;
    assert!(body(&error).contains(object), "{}", body(&error));
    // In a problem each under a name of its own, which is none of the problem's.
    let error = Sample {
        format: FormatVtable::new::<Problem>(),
        ..error
    };
    let end =
        r#""code":"A","d":"own","first":{"a":"1","d":"2","type":"3"},"second":{"a":4,"b":5}}"#;
    assert!(body(&error).ends_with(end), "{}", body(&error));
}

#[test]
fn standard_members_win() {
    let details = |details: &mut Details<'_>| {
        details.member("status", &7);
        details.member("code", &8);
        details.member("other", &9);
    };
    let error = Sample {
        details,
        ..Sample::new(varying_row(404))
    };
    assert!(
        body(&error).ends_with(r#""code":"A","other":9}"#),
        "{}",
        body(&error)
    );
    let error = Sample {
        format: FormatVtable::new::<Problem<false>>(),
        ..error
    };
    assert!(
        body(&error).ends_with(r#""code":8,"other":9}"#),
        "{}",
        body(&error)
    );
}

#[test]
fn a_value_that_fails_takes_all_details_with_it() {
    let failing: [fn(&mut Details<'_>); 4] = [
        |details| {
            details.member("a", &1);
            details.member("b", &Odd);
            details.member("c", &2);
        },
        |details| {
            details.member("b", &Odd);
            details.flatten("c", &BTreeMap::from([("d", 3)]), &[]);
        },
        |details| {
            details.flatten("b", &BTreeMap::from([("d", (1, Odd))]), &[]);
            details.member("c", &2);
        },
        // Not a map.
        |details| details.flatten("b", &[1], &[]),
    ];
    for details in failing {
        let error = Sample {
            details,
            ..in_format::<Flat>(varying_row(404))
        };
        assert_eq!(body(&error), r#"{"code":"A","detail":"it says"}"#);
        let error = Sample {
            format: FormatVtable::new::<Problem>(),
            ..error
        };
        assert!(body(&error).ends_with(r#""detail":"it says","code":"A"}"#));
    }
}

#[test]
fn a_display_that_fails_leaves_the_reason_phrase() {
    let error = Sample {
        text: None,
        ..in_format::<Flat>(varying_row(404))
    };
    assert_eq!(body(&error), r#"{"code":"A","detail":"Not Found"}"#);
}

#[test]
fn an_occurrence_tells_all_by_name() {
    static ENTRY: StaticEntry = StaticEntry::new(404, Code::new("A")).with_category("c");

    let details = |details: &mut Details<'_>| {
        details.member("text", "a\"b");
        details.member("list", &[1, 2]);
    };
    let status = Some(410);
    let error = Sample {
        status,
        details,
        ..Sample::new(ENTRY.entry())
    };
    let context = Context::new().with_instance("/a");
    let whole = occurrence(&error, error.format, &context);
    assert_eq!(
        (whole.status(), whole.code().as_str()),
        (StatusCode::GONE, "A")
    );
    assert_eq!((&*whole.message(), whole.title()), ("it says", "Gone"));
    assert_eq!(
        (whole.type_uri(), whole.category()),
        ("about:blank", Some("c"))
    );
    assert_eq!(whole.context().instance(), Some("/a"));
    assert_eq!(whole.entry().status(), StatusCode::NOT_FOUND);
    assert!(whole.has_details() && !whole.without_details().has_details());

    let map = whole.details();
    assert_eq!(
        serde_json::to_string(&map).unwrap(),
        r#"{"text":"a\"b","list":[1,2]}"#
    );
    let names: Vec<&str> = map.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["text", "list"]);
    assert_eq!(map.get("list").unwrap().get(), "[1,2]");
    assert_eq!(map.text("list").as_deref(), Some("[1,2]"));
    assert_eq!(map.text("text").as_deref(), Some("a\"b"));
    assert!(map.get("other").is_none() && map.text("other").is_none());
    assert!(!map.is_empty() && whole.without_details().details().is_empty());
}

#[test]
fn details_are_fields_or_entries_of_maps() {
    let details = |details: &mut Details<'_>| {
        details.member("a", &1);
        let entries = BTreeMap::from([("b", vec!["x", "y"]), ("c", vec![])]);
        details.flatten("errors", &entries, &["a"]);
        details.flatten("more", &BTreeMap::from([("e", 3)]), &["a"]);
        details.member("d", "x");
    };
    let error = Sample {
        details,
        ..Sample::new(varying_row(404))
    };
    let context = Context::new();
    let mut map = occurrence(&error, error.format, &context).details();
    let fields: Vec<&str> = map.fields().map(|(name, _)| name).collect();
    assert_eq!(fields, ["a", "d"]);
    let texts: Vec<String> = map
        .field_errors()
        .map(|(field, text)| format!("{field}: {text}"))
        .collect();
    assert_eq!(texts, ["b: x", "b: y", "e: 3"]);
    assert_eq!(map.take("b").unwrap().get(), r#"["x","y"]"#);
    assert!(map.take("b").is_none());
    assert_eq!(
        serde_json::to_string(&map).unwrap(),
        r#"{"a":1,"c":[],"e":3,"d":"x"}"#
    );
}

#[test]
fn an_occurrence_knows_the_headers_of_its_error() {
    let headers = |headers: &mut crate::Headers<'_>| {
        headers.field("retry-after", &7);
        headers.field("x-a", "b");
    };
    let error = Sample {
        headers,
        ..Sample::new(varying_row(429))
    };
    let context = Context::new();
    let whole = occurrence(&error, error.format, &context);
    assert_eq!(whole.headers()["x-a"], "b");
    assert_eq!(whole.retry_after(), Some(std::time::Duration::from_secs(7)));
    let silent = Sample::new(varying_row(429));
    assert_eq!(
        occurrence(&silent, silent.format, &context).retry_after(),
        None
    );
    assert_eq!(whole.link(), None);
}

#[test]
fn text_is_the_message_alone() {
    let details = |details: &mut Details<'_>| details.member("a", &1);
    let error = Sample {
        details,
        text: Some("<it>\n says\0"),
        ..in_format::<Text>(varying_row(404))
    };
    assert_eq!(body(&error), "<it>\n says\0");
    let failing = Sample {
        text: None,
        ..error
    };
    assert_eq!(body(&failing), "Not Found");
}

#[test]
fn a_format_as_a_value() {
    let (problem, flat) = (FormatVtable::new::<Problem>(), FormatVtable::new::<Flat>());
    assert_eq!((problem.name(), flat.name()), ("problem", "flat"));
    assert_eq!(problem.content_type(), "application/problem+json");
    assert_eq!(flat.content_type(), "application/json");
    let (here, nowhere) = (Context::new().with_instance("/"), Context::new());
    assert!(problem.is_cacheable_in(&nowhere) && !problem.is_cacheable_in(&here));
    assert!(flat.is_cacheable_in(&here));
    assert_eq!(problem.reserved()[0], "type");
}
