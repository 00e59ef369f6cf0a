//! A type whose variants have formats of their own, in TypeScript, in the JSON catalog and in the lock file.

use std::collections::BTreeMap;

use errcode::ApiError;
use errcode_docs::lock::Lock;
use errcode_docs::{Document, json, typescript};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat, group = "Forms")]
enum FormError {
    /// Not there.
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    /// Not valid.
    #[api(status = 422, code = "NOT_VALID", format = nested)]
    #[api(example(Self::NotValid { errors: [("name", "is too short")].into() }))]
    NotValid {
        #[api(flatten)]
        errors: BTreeMap<&'static str, &'static str>,
    },
    /// A page for browsers.
    #[api(status = 410, code = "GONE", format = html)]
    Gone,
}

errcode::catalog! { static FORMS: Catalog = { title: "Forms", types: [FormError] }; }

#[test]
fn each_interface_is_that_of_its_format() {
    let module = typescript(&FORMS);
    for part in [
        "export interface NotFound {\n  readonly code: \"NOT_FOUND\";\n  readonly detail: string;\n}",
        "export interface NotValid {\n  readonly code: \"NOT_VALID\";\n  readonly message: string;\n  readonly details?: {\n    readonly [name: string]: string;\n",
        "export type Gone = UnknownError;",
        "  NOT_FOUND: [404],\n  NOT_VALID: [422],\n  GONE: [410],\n",
        // A body of `nested` is inside of a member `error`.
        "isNested",
    ] {
        assert!(module.contains(part), "{part}\n{module}");
    }
}

#[test]
fn the_lock_file_has_each_format() {
    let document = Document::from(&FORMS);
    let formats = document.groups.iter().map(|group| &*group.format);
    assert_eq!(formats.collect::<Vec<_>>(), ["flat", "nested", "html"]);
    let lock = Lock::parse(&Lock::new(document.clone()).text()).unwrap();
    assert!(lock.check(&document).changes.is_empty());
    let from_json: Document = serde_json::from_str(&json(&document)).unwrap();
    assert_eq!(from_json.groups, document.groups);

    let mut other = document;
    other.groups[1].format = "problem".to_owned();
    other.groups[1].content_type = "application/problem+json".to_owned();
    let changes = lock.check(&other).changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(
        changes[0].message,
        "the format of the group `Forms (nested)` was `nested` and is `problem`"
    );
}
