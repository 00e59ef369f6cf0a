//! The text of an error: Markdown becomes plain text, and all facts of the documents are there.

use serde_json::{Value, json};

use crate::fixture::{Fixture, catalog, error};

/// A catalog with one error, and some of its members.
fn one(name: &str, members: &Value) -> Fixture {
    let mut error = error("A", 409);
    for (name, value) in members.as_object().unwrap() {
        error[name] = value.clone();
    }
    Fixture::new(name, &[("a.json", &catalog(&[error]))])
}

#[test]
fn texts_are_plain() {
    let summary =
        r"Vec\<T> and 5 \< 6 &amp;&amp; 7 > 6, [https://example.com](https://example.com).";
    let plain = "Vec<T> and 5 < 6 && 7 > 6, https://example.com.";
    let fixture = one(
        "plain-texts",
        &json!({
            "summary": summary,
            "description": format!("{summary}\n\nSee **also** [there](https://example.com/a)."),
            "causes": "- One \\<id>\n- Two:\n\n  ```\n  a < b\n  ```",
            "retry": "*Later*",
            "details": [{
                "name": "at", "rust_type": "u8", "schema": {}, "known": "type", "required": true,
                "description": "Where\n\\<it> is"
            }],
        }),
    );
    let run = |args: &[&str]| {
        fixture
            .run(&[args, &["--catalog", "a.json"]].concat())
            .fine()
    };
    let list = run(&["list"]);
    assert!(list.ends_with(&format!("  {plain}\n")), "{list}");
    let list: Value = serde_json::from_str(&run(&["list", "--json"])).unwrap();
    assert_eq!(list[0]["summary"], plain);
    let text = run(&["explain", "A"]);
    for part in [
        &format!("\n{plain}\n\nSee also there (https://example.com/a).\n"),
        "\nPossible causes\n- One <id>\n- Two:\n\n    a < b\n",
        "\nRetry\nLater\n",
        "  Where <it> is\n",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
}

#[test]
fn all_facts_of_the_documents() {
    let detail = |name: &str, kind: &str, known: &str, required: bool, flattened: bool| {
        json!({
            "name": name, "rust_type": "Stock", "schema": { "type": kind }, "known": known,
            "required": required, "flattened": flattened,
        })
    };
    let mut entries = detail("*", "object", "example", false, true);
    entries["schema"] = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let fixture = one(
        "facts",
        &json!({
            "deprecated": "Use [`B`](#B).",
            "deprecated_since": "1.2.0",
            "details": [
                detail("by_type", "integer", "type", true, false),
                detail("by_example", "integer", "example", false, false),
                detail("unknown", "integer", "no", false, false),
                entries,
            ],
        }),
    );
    let text = fixture.run(&["explain", "A", "--catalog", "a.json"]).fine();
    for part in [
        "\nDeprecated since 1.2.0. Use `B`.\n",
        "
Details
  by_type: integer
  by_example: integer, inferred from the example, optional
  unknown: unknown: Stock in Rust
  any name: string, inferred from the example, optional
",
        "\nExample\nNo example is available, because the response depends on the values of the error.\n",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
}

#[test]
fn a_negative_code() {
    let fixture = one("below-zero", &json!({ "code": -1042 }));
    let explain = |code: &str| fixture.run(&["explain", code, "--catalog", "a.json"]);
    let text = explain("-1042").fine();
    assert!(text.starts_with("-1042: 409"), "{text}");
    explain("-1043").finds_none("help: did you mean `-1042`?");
    assert!(explain("--cod").err.contains("unexpected argument '--cod'"));
}

#[test]
fn one_group_is_not_several() {
    let fixture = one("one-group", &json!({}));
    fixture
        .run(&["list", "--group", "teapot", "--catalog", "a.json"])
        .fails_with("error: unknown group `teapot`\nhelp: the group is `Shop errors`");
}
