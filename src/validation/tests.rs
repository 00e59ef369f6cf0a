use super::{FieldError, FieldErrors, FieldPath};

fn invalid() -> FieldError {
    FieldError::new("invalid", "is not valid")
}

fn json(errors: &FieldErrors) -> String {
    serde_json::to_string(errors).unwrap()
}

fn paths(errors: &FieldErrors) -> Vec<String> {
    let read: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&json(errors)).unwrap();
    read.into_iter().map(|(path, _)| path).collect()
}

#[test]
fn a_pointer_escapes_and_a_dotted_path_quotes() {
    for (names, pointer, dotted) in [
        (&["slug"][..], "/slug", "slug"),
        (&["tags", "0", "name"], "/tags/0/name", "tags[0].name"),
        (&["a/b", "m~n", "~1"], "/a~1b/m~0n/~01", "a/b.m~n.~1"),
        (&["a.b", "", "c[0]"], "/a.b//c[0]", r#"["a.b"][""]["c[0]"]"#),
        (&["\"\n"], "/\"\n", r#"["\"\n"]"#),
        (
            &["007", "-1", "18446744073709551616"],
            "/007/-1/18446744073709551616",
            "007.-1.18446744073709551616",
        ),
        (&[], "", ""),
    ] {
        let mut errors = FieldErrors::new();
        errors.add(names.iter().collect::<FieldPath>(), invalid());
        assert_eq!(paths(&errors), [pointer]);
        assert_eq!(paths(&errors.dotted()), [dotted]);
    }
}

#[test]
fn a_name_that_is_an_index_is_the_same_path() {
    let mut errors = FieldErrors::new();
    errors.add(["tags", "0"], invalid());
    errors.add(
        FieldPath::from("tags").join("0"),
        FieldError::new("again", "again"),
    );
    assert_eq!(paths(&errors), ["/tags/0"]);
    assert_eq!(errors.iter().next().unwrap().1.len(), 2);
}

#[test]
fn fields_are_in_order_and_indexes_are_numbers() {
    let mut errors = FieldErrors::new();
    for path in [["b", "10"], ["b", "2"], ["b", "x"], ["a", "3"]] {
        errors.add(path, invalid());
    }
    // The reader of JSON sorts names, so this looks at the text.
    let text = json(&errors);
    let at = |path: &str| text.find(&format!("\"{path}\":")).unwrap();
    assert!(at("/a/3") < at("/b/2") && at("/b/2") < at("/b/10") && at("/b/10") < at("/b/x"));
}

#[test]
fn the_first_errors_of_many_are_listed() {
    let mut forward = FieldErrors::new();
    let mut backward = FieldErrors::new();
    for at in 0..1_203_u32 {
        forward.add(["items", &at.to_string()], invalid());
        backward.add(["items", &(1_202 - at).to_string()], invalid());
    }
    assert_eq!(json(&forward), json(&backward));
    assert_eq!(forward.len(), 1_203);
    let read: serde_json::Value = serde_json::from_str(&json(&forward)).unwrap();
    assert_eq!(read.as_object().unwrap().len(), FieldErrors::MAX + 1);
    assert!(read.get("/items/999").is_some() && read.get("/items/1000").is_none());
    assert_eq!(read[""][0]["code"], "too_many_errors");
    assert_eq!(read[""][0]["message"], "203 more errors are not listed");

    // An error of the whole request stays beside the count.
    forward.add([""; 0], FieldError::new("whole", "whole"));
    let read: serde_json::Value = serde_json::from_str(&json(&forward)).unwrap();
    assert_eq!(read[""][0]["code"], "whole");
    assert_eq!(read[""][1]["message"], "204 more errors are not listed");
}

#[test]
fn texts_are_cut() {
    let long = "é".repeat(4_000);
    let mut errors = FieldErrors::new();
    errors.add(&*long, FieldError::new("a".repeat(5_000), long.clone()));
    let (path, list) = errors.iter().next().unwrap();
    assert_eq!(path.to_string().len(), 1 + 4_096);
    assert_eq!(
        (list[0].code().len(), list[0].message().len()),
        (4_096, 4_096)
    );
}

#[test]
fn the_log_names_ten_fields() {
    let mut errors = FieldErrors::new();
    assert!(errors.is_empty() && errors.clone().into_result().is_ok());
    errors.add("slug", invalid());
    assert_eq!(errors.to_string(), "1 field error: /slug");
    errors.add("slug", invalid());
    assert_eq!(errors.to_string(), "2 field errors: /slug");
    for at in 0..10 {
        errors.add(["tags", &at.to_string()], invalid());
    }
    assert!(
        errors
            .to_string()
            .starts_with("12 field errors: /slug, /tags/0, ")
    );
    assert!(
        errors
            .to_string()
            .ends_with(", /tags/8 and in 1 more field")
    );
    assert!(errors.dotted().to_string().contains(" slug, tags[0], "));
    assert_eq!(errors.clone().into_result(), Err(errors));
}
