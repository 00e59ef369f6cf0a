//! What the macro knows it says in the words in which const evaluation says it where only that knows.

use std::panic::{UnwindSafe, catch_unwind};

use errcode_core::checks;

use super::*;

/// The first line of what a check in const evaluation refuses with.
fn refusal(check: impl FnOnce() + UnwindSafe) -> String {
    let payload = catch_unwind(check).expect_err("it refuses");
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    first_line(&text.unwrap_or_default())
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().replace('`', "")
}

/// The first line of the one error of a type.
fn reported(text: &str) -> String {
    let errors = errors(text);
    assert_eq!(errors.len(), 1, "{errors:?} in {text}");
    first_line(&errors[0])
}

#[test]
fn a_status_is_refused_in_the_same_words() {
    for status in [99, 200, 204, 302, 600, 1000] {
        let text = format!(r#"#[api(status = {status}, code = "A")] struct S;"#);
        assert_eq!(
            reported(&text),
            refusal(move || checks::error_status(status))
        );
    }
}

#[test]
fn a_header_is_demanded_in_the_same_words() {
    let mut demanding = 0;
    for status in 400..=599 {
        let text = format!(r#"#[api(status = {status}, code = "A")] struct S;"#);
        if errors(&text).is_empty() {
            continue;
        }
        demanding += 1;
        assert_eq!(
            reported(&text),
            refusal(move || checks::header(status, status))
        );
    }
    assert_eq!(demanding, 4);
}

#[test]
fn equal_problems_are_reported_in_the_same_words() {
    let text = r#"#[api(format = problem(code = false))] enum E {
        #[api(status = 404, code = "A")] A,
        #[api(status = 404, code = "B")] B,
    }"#;
    assert_eq!(reported(text), refusal(|| checks::problem(404, 404, "A")));
}
