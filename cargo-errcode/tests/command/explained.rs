//! What people read of an error: texts without marks, and all the facts that the documents have.

use serde_json::{Value, json};

use crate::fixture::{Fixture, catalog, error};

/// A catalog with one error, of which some members are said.
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
