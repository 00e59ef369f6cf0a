//! `retryable` and `grpc`: what a client may do next, in the catalog and in every document.

use errcode::{ApiError, ApiErrorExt};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat)]
enum Error {
    /// Busy.
    #[api(status = 503, code = "BUSY", retryable)]
    Busy,
    /// Limited.
    #[api(status = 429, code = "LIMITED", retryable, header("Retry-After" = "3"))]
    Limited,
    /// Read-only.
    #[api(status = 503, code = "READ_ONLY")]
    ReadOnly,
    /// Taken.
    #[api(status = 409, code = "TAKEN", grpc = "ALREADY_EXISTS")]
    Taken,
    /// Changed.
    #[api(status = 409, code = "CHANGED")]
    Changed,
}

#[test]
fn an_entry_says_whether_to_retry() {
    let is_retryable = |error: &Error| error.entry().is_retryable();
    assert!(is_retryable(&Error::Busy) && is_retryable(&Error::Limited));
    assert!(!is_retryable(&Error::ReadOnly) && !is_retryable(&Error::Taken));
}

#[test]
fn a_grpc_code_is_the_stated_one_or_that_of_the_status() {
    let codes = [
        (Error::Busy, 14),
        (Error::Limited, 8),
        (Error::Taken, 6),
        (Error::Changed, 10),
    ];
    for (error, code) in codes {
        assert_eq!(error.grpc_code(), code, "{:?}", error.code());
    }
}

#[cfg(feature = "docs")]
mod documents {
    use errcode::docs::compare::{ChangeKind, Level};
    use errcode::docs::lint::{FindingKind, lint};
    use errcode::docs::lock::Lock;
    use errcode::docs::{Document, json, markdown, openapi, typescript};

    use super::Error;

    errcode::catalog! { static ALL: Catalog = { title: "All", types: [Error] }; }

    #[test]
    fn every_document_says_which_errors_are_retryable() {
        let document = Document::from(&ALL);
        let retry: Vec<&str> = document.errors().map(|error| &*error.retry).collect();
        assert_eq!(
            retry,
            [
                "The same request may succeed later. Wait a while, then send it again.",
                "Wait 3 seconds, then send the request again.",
                "",
                "",
                "",
            ]
        );
        let page = markdown(&ALL, &markdown::Options::default());
        assert!(
            page.contains("The same request may succeed later."),
            "{page}"
        );
        let openapi = openapi(&ALL, &openapi::Options::default()).to_string();
        assert!(openapi.contains(r#""x-retryable":["BUSY"]"#), "{openapi}");
        assert!(
            openapi.contains(r#""x-retryable":["LIMITED"]"#),
            "{openapi}"
        );
        let typescript = typescript(&ALL);
        let list = r#"export const RETRYABLE: readonly ErrorCode[] = ["BUSY", "LIMITED"];"#;
        assert!(typescript.contains(list), "{typescript}");
        let json = json(&ALL);
        assert_eq!(json.matches("\"retryable\": true").count(), 2, "{json}");
    }

    #[test]
    fn a_429_or_503_that_says_nothing_is_a_finding() {
        let findings = lint(&Document::from(&ALL));
        let mut findings = findings.iter();
        let found = findings
            .find(|finding| finding.kind == FindingKind::NoRetry)
            .unwrap();
        assert_eq!(found.code.to_string(), "READ_ONLY");
        assert_eq!(
            found.to_string(),
            "no-retry: `READ_ONLY` is a 503 and does not say whether the same request may succeed later\n  \
             help: add `retryable` to `Error::ReadOnly`, or a field with the header that says when: `#[api(header = \"Retry-After\")]`"
        );
        assert!(findings.all(|finding| finding.kind != FindingKind::NoRetry));
    }

    #[test]
    fn a_promise_to_succeed_later_is_not_taken_back() {
        let old = Document::from(&ALL);
        let mut new = old.clone();
        new.groups[0].errors[0].retryable = false;
        new.groups[0].errors[2].retryable = true;
        let comparison = Lock::new(old).check(&new);
        let changes: Vec<_> = comparison
            .changes
            .iter()
            .map(|change| (change.level, change.kind, change.message.as_str()))
            .collect();
        assert_eq!(
            changes,
            [
                (
                    Level::Breaking,
                    ChangeKind::Retryable,
                    "`BUSY` is no longer retryable"
                ),
                (
                    Level::Minor,
                    ChangeKind::Retryable,
                    "`READ_ONLY` is retryable now"
                ),
            ]
        );
    }
}
