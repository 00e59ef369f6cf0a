//! What the error tracker is sent.

use observed::tracker;
use sentry::protocol::{Context, Event};
use sentry::test::with_captured_events_options;
use tracing_subscriber::layer::SubscriberExt;

use crate::{ask, run};

/// What is sent to the tracker.
fn events(send: impl FnOnce()) -> Vec<Event<'static>> {
    let run = || {
        let subscriber = tracing_subscriber::registry().with(tracker::layer());
        tracing::subscriber::with_default(subscriber, send);
    };
    with_captured_events_options(run, tracker::options())
}

#[test]
fn a_5xx_is_an_issue_with_its_code_and_its_cause() {
    let events = events(|| {
        for path in ["/notes/1", "/notes/2", "/notes/3", "/notes/4"] {
            run(ask(path));
        }
    });
    assert_eq!(events.len(), 1, "{events:#?}");
    let event = &events[0];
    assert_eq!(event.message.as_deref(), Some("storage failed"));
    assert_eq!(event.level, sentry::Level::Error);
    assert_eq!(event.logger.as_deref(), Some("notes"));
    assert_eq!(event.tags["code"], "STORAGE_FAILED");
    assert_eq!(*event.fingerprint, ["STORAGE_FAILED"]);
    let Context::Other(fields) = &event.contexts["Rust Tracing Fields"] else {
        panic!("{:?}", event.contexts);
    };
    assert_eq!(fields["error.chain"], "disk full");
    assert_eq!(fields["error.fields"], r#"{"disk":"sda"}"#);
    assert_eq!(fields["http.response.status_code"], 500);
}

#[test]
fn an_event_of_another_crate_keeps_its_own_group() {
    let events = events(|| tracing::error!(answer = 42, "not of errcode"));
    assert_eq!(events.len(), 1);
    assert!(events[0].tags.is_empty());
    assert_eq!(*events[0].fingerprint, ["{{ default }}"]);
}
