//! The files that `--catalog` and `check` read: any text is a catalog, a lock file, or an error that names the file;
//! whatever is read can be compared, updated, written again and rendered.

#![no_main]
// The sources of cargo-errcode contain more than this target calls.
#![allow(dead_code)]

/// A program exports nothing, so its sources are a part of this one.
#[path = "../../cargo-errcode/src"]
mod sources {
    #[path = "workspace/catalog_file.rs"]
    pub(crate) mod catalog_file;
    pub(crate) mod failure;
    pub(crate) mod files;
}

use errcode_docs::Document;
use errcode_docs::lock::Lock;
use libfuzzer_sys::fuzz_target;
use sources::catalog_file::{parse, parse_lock};
use sources::failure::Failure;
pub(crate) use sources::{failure, files};

const FILE: &str = "catalog.json";

fn check_failure(failure: &Failure) {
    assert!(failure.message.contains(FILE), "{failure:?}");
    assert!(failure.message.len() > FILE.len() + 10, "{failure:?}");
}

fn check_lock(lock: &Lock) {
    let again =
        Lock::parse(&lock.text()).unwrap_or_else(|error| panic!("{error}\n{}", lock.text()));
    assert_eq!(again, *lock);
}

fn check_document(document: Document) {
    let first = Lock::new(document.clone());
    check_lock(&first);
    assert!(
        first.check(&document).is_empty(),
        "{:?}",
        first.check(&document)
    );
    let mut fewer = document.clone();
    fewer.groups.pop();
    let second = first.update(fewer);
    check_lock(&second);
    let comparison = second.check(&document);
    let _ = (comparison.json(), comparison.level());
    fuzz::check_documents(&document);
}

fuzz_target!(
    init: fuzz::catch_foreign_panics(),
    |text: &str| {
        match parse_lock(text, FILE) {
            Ok(lock) => {
                check_lock(&lock);
                check_document(lock.document().clone());
            }
            Err(failure) => check_failure(&failure),
        }
        match parse(text, FILE) {
            Ok(document) => check_document(document),
            Err(failure) => check_failure(&failure),
        }
    }
);
