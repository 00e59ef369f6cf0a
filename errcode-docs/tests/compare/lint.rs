//! The findings of the lint, with their help.

use errcode::ApiError;
use errcode_docs::lint::{Finding, FindingKind, lint};
use errcode_docs::{Code, Document};

use crate::fixture::{error, flat};

#[derive(Debug, serde::Serialize)]
struct Money;

#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are tested")]
#[api(format = flat)]
enum PayError {
    /// Too little.
    ///
    /// # Fix
    /// Pay more.
    #[error("too little")]
    #[api(status = 402, code = "PAY_MORE")]
    TooLittle {
        #[api(public)]
        missing: Money,
    },
    #[error("closed")]
    #[api(status = 403, code = "PAY_CLOSED")]
    Closed,
    /// Wait.
    #[error("wait")]
    #[api(status = 429, code = "PAY_WAIT")]
    #[api(header("Retry-After" = "5"))]
    Wait,
    /// Nothing is wrong here.
    ///
    /// # Fix
    /// None.
    #[error("{0} is fine")]
    #[api(status = 400, code = "PAY_FINE", message = "{0} is fine")]
    #[api(example(Self::Fine(3)))]
    Fine(#[api(public = "count")] u8),
}

errcode::catalog! { static PAY: Catalog = { title: "Pay", types: [PayError] }; }

#[test]
fn findings_name_what_is_missing_and_the_fix() {
    let findings = lint(&Document::from(&PAY));
    let texts: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "no-example: `PAY_MORE` has no example, but its response depends on fields\n  help: add to `PayError::TooLittle`: `#[api(example(...))]` with a `Self::TooLittle` that has all its fields",
            "unknown-type: the JSON type of the detail `missing` of `PAY_MORE` is unknown: `Money` is not a type of the standard library, and no example has a value\n  help: add an example in which `missing` has a value to `PayError::TooLittle`: `#[api(example(...))]` with a `Self::TooLittle` that has all its fields",
            "undocumented: `PAY_CLOSED` has no description\n  help: add a doc comment to `PayError::Closed` that says what went wrong: `/// ...`",
            "no-fix: `PAY_CLOSED` has no section `# Fix` that says what a caller can do\n  help: add to the doc comment of `PayError::Closed`: `/// # Fix`, followed by a line `/// - ...` for each thing to try",
        ]
    );
    assert!(
        findings
            .iter()
            .all(|finding| finding.group.ends_with("::PayError"))
    );
    let json = serde_json::to_value(&findings[0]).unwrap();
    assert_eq!(
        (&json["kind"], &json["code"]),
        (&"no-example".into(), &"PAY_MORE".into())
    );
}

fn of_kind(document: &Document, kind: FindingKind) -> Vec<Finding> {
    let mut findings = lint(document);
    findings.retain(|finding| finding.kind == kind);
    findings
}

#[test]
fn similar_codes_and_equal_descriptions_are_found() {
    let mut document = flat(vec![
        error("SLUG_TAKEN", 409),
        error("SLUG_TOKEN", 400),
        error("slug-taken", 400),
        error("SLUG_TAKEN", 400),
        error("E1001", 400),
        error("E1002", 400),
    ]);
    let near = of_kind(&document, FindingKind::NearCodes);
    let texts: Vec<&str> = near.iter().map(|f| f.message.as_str()).collect();
    assert_eq!(
        texts,
        [
            "`SLUG_TOKEN` is easily confused with `SLUG_TAKEN`",
            "`slug-taken` is easily confused with `SLUG_TAKEN`"
        ]
    );
    // Two errors with one code may have the same description.
    assert_eq!(of_kind(&document, FindingKind::SameText), []);
    document.groups[0].errors[4].description = "The same\ntext.".into();
    document.groups[0].errors[5].description = "The same text.".into();
    let same = of_kind(&document, FindingKind::SameText);
    assert_eq!(same.len(), 1);
    assert_eq!(same[0].code, Code::Text("E1002".into()));
    assert_eq!(
        same[0].message,
        "`E1002` and `E1001` have the same description, so readers cannot tell them apart"
    );
}
