//! The lines of the access log, and the events of the errors beside it.

use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;

use crate::{Written, ask, run};

/// The lines that a target gets.
fn lines(target: &'static str, paths: &[&str]) -> Vec<String> {
    let written = Written::default();
    let writer = written.clone();
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .with_filter(filter_fn(move |metadata| metadata.target() == target));
    let subscriber = tracing_subscriber::registry().with(layer);
    tracing::subscriber::with_default(subscriber, || {
        for path in paths {
            run(ask(path));
        }
    });
    written.lines()
}

#[test]
fn each_response_is_a_line_with_the_code_and_the_cause() {
    let lines = lines(
        "access",
        &["/notes/1", "/notes/2", "/notes/3", "/notes/4", "/none"],
    );
    assert_eq!(
        lines,
        [
            r#" INFO access: method=GET path="/notes/1" status=200"#,
            r#" INFO access: method=GET path="/notes/2" status=410 code="NOTE_OF_ANOTHER" error="note of another user""#,
            r#" INFO access: method=GET path="/notes/3" status=500 code="STORAGE_FAILED" error="storage failed" cause="disk full""#,
            r#" INFO access: method=GET path="/notes/4" status=404 code="NOTE_NOT_FOUND" error="no note 4""#,
            r#" INFO access: method=GET path="/none" status=404"#,
        ]
    );
}

#[test]
fn the_events_of_the_errors_have_their_own_target() {
    let lines = lines("notes", &["/notes/1", "/notes/2", "/notes/3"]);
    assert_eq!(
        lines,
        [
            r#" WARN notes: note of another user error.type="NOTE_GONE" http.response.status_code=410 error.hidden="NOTE_OF_ANOTHER""#,
            r#"ERROR notes: storage failed error.type="STORAGE_FAILED" http.response.status_code=500 error.fields="{\"disk\":\"sda\"}" error.chain="disk full""#,
        ]
    );
}
