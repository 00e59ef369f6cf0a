//! The lock file: accepted and refused updates, and files that can't be read.

use serde_json::{Value, json};

use crate::fixture::{Fixture, catalog, error};

#[test]
fn a_retired_code_is_not_accepted_with_another_meaning() {
    let files = [
        ("first.json", catalog(&[error("A", 409), error("B", 400)])),
        ("gone.json", catalog(&[error("A", 409)])),
        ("reused.json", catalog(&[error("A", 409), error("B", 404)])),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let fixture = Fixture::new("reused", &files);
    let check = |catalog: &str, more: &[&str]| {
        fixture.run(&[&["check", "--catalog", catalog], more].concat())
    };
    check("first.json", &["--update"]).fine();
    check("gone.json", &["--update"]).fine();
    let lock = fixture.read("errcode.lock.json");

    let refusal = "error: `B` is retired in `errcode.lock.json` and can't return with another meaning\n\
                   help: give the error another code, or another `type` if its body has no code\n\
                   help: if the retired error was never released, delete it from `retired` in `errcode.lock.json`";
    for more in [&["--update"][..], &["--update", "--json"], &[], &["--json"]] {
        let refused = check("reused.json", more);
        refused.says(refusal);
        assert!(
            !refused.err.contains("to accept these changes"),
            "{refused:?}"
        );
        let changes = refused.findings();
        assert!(
            changes.contains("back with a different meaning"),
            "{changes}"
        );
        assert_eq!(fixture.read("errcode.lock.json"), lock);
    }

    // The fix that the second `help` names.
    let mut lock: Value = serde_json::from_str(&lock).unwrap();
    lock["retired"] = json!([]);
    fixture.write("errcode.lock.json", &lock.to_string());
    check("reused.json", &["--update"]).fine();
    assert_eq!(check("reused.json", &[]).fine(), "No changes.\n");
}

#[test]
fn files_of_other_kinds() {
    let catalog = catalog(&[error("A", 409)]);
    let fixture = Fixture::new("lock-kinds", &[("a.json", &catalog)]);
    let check = |more: &[&str]| fixture.run(&[&["check", "--catalog", "a.json"], more].concat());
    check(&["--update"]).fine();
    // A byte order mark is ignored.
    let lock = fixture.read("errcode.lock.json");
    fixture.write("errcode.lock.json", &format!("\u{feff}{lock}"));
    assert_eq!(check(&[]).fine(), "No changes.\n");

    // A lock file can be read as a catalog: that of the last release.
    let list = |file: &str| fixture.run(&["list", "--catalog", file]);
    assert_eq!(list("errcode.lock.json").fine(), list("a.json").fine());

    fixture.write("errcode.lock.json", &catalog);
    check(&[]).fails_with(
        "error: can't read the lock file `errcode.lock.json`: line 1: this is a JSON catalog, not a lock file; compare it as a catalog\n\
         help: compare catalogs with `cargo errcode diff errcode.lock.json NEW`; `cargo errcode check --update` writes lock files",
    );
}
