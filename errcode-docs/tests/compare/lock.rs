//! The lock: it reads back, never loses a code, and reports codes that are back.

use errcode_docs::compare::{ChangeKind, Level};
use errcode_docs::lock::Lock;
use errcode_docs::{Document, Entry, Kind, json};
use proptest::prelude::*;

use crate::fixture::{any_document, changed, detail, document, error, flat, group};

fn changes(lock: &Lock, new: &Document) -> Vec<(Level, ChangeKind)> {
    let changes = lock.check(new).changes.into_iter();
    changes.map(|change| (change.level, change.kind)).collect()
}

#[test]
fn a_returned_code_must_keep_its_meaning() {
    let taken = || changed!(error("TAKEN", 409); details: vec![detail("slug", "String", Some(Kind::String))]);
    let gone = flat(vec![error("OTHER", 400)]);
    let lock = Lock::new(flat(vec![error("OTHER", 400), taken()]));
    assert_eq!(
        changes(&lock, &gone),
        [(Level::Breaking, ChangeKind::Removed)]
    );

    let lock = lock.update(gone);
    assert_eq!(lock.retired()[0].errors[0].code, taken().code);
    let with = |error: Entry| {
        let mut document = lock.document().clone();
        document.groups[0].errors.push(error);
        document
    };
    let same = lock.check(&with(taken()));
    assert_eq!(same.changes[0].message, "`TAKEN` was retired and is back");
    assert_eq!(same.level(), Some(Level::Minor));

    let reworded = lock.check(&with(changed!(taken(); description: "Another.".into())));
    assert_eq!(reworded.level(), Some(Level::Minor));
    assert_eq!(
        reworded.changes[0].message,
        "`TAKEN` was retired and is back; its description changed, so check that it still means the same"
    );

    let other = lock.check(&with(error("TAKEN", 400)));
    assert_eq!(other.changes.len(), 1);
    assert_eq!(other.changes[0].kind, ChangeKind::Reused);
    assert_eq!(
        other.changes[0].message,
        "`TAKEN` was retired and is back with a different meaning: the status of `TAKEN` was 409 and is 400; `TAKEN` no longer has the detail `slug`"
    );

    // The accepted meaning is the meaning from now on.
    let lock = lock.update(with(error("TAKEN", 400)));
    assert!(lock.retired().is_empty());
}

#[test]
fn a_rename_retires_the_old_code_and_cannot_use_a_retired_one() {
    let mut renamed = error("NEW", 409);
    renamed.variants = error("OLD", 409).variants;
    renamed.description = error("OLD", 409).description;
    renamed.summary.clone_from(&renamed.description);
    let lock = Lock::new(flat(vec![error("OLD", 409)]));
    let (before, after) = (lock.document().clone(), flat(vec![renamed]));
    assert_eq!(
        changes(&lock, &after),
        [(Level::Breaking, ChangeKind::Renamed)]
    );
    let lock = lock.update(after);
    assert_eq!(
        lock.retired()[0].errors[0].code,
        before.groups[0].errors[0].code
    );
    assert_eq!(
        changes(&lock, &before),
        [(Level::Breaking, ChangeKind::Renamed)]
    );

    let mut other = before.clone();
    other.groups[0].errors[0].status = 400;
    let kinds = [ChangeKind::Reused, ChangeKind::Renamed, ChangeKind::Status];
    let mut found: Vec<_> = changes(&lock, &other)
        .into_iter()
        .map(|(_, kind)| kind)
        .collect();
    found.sort_by_key(|kind| kinds.iter().position(|k| k == kind));
    assert_eq!(found, kinds);
}

#[test]
fn without_a_code_in_the_body_a_returned_type_must_keep_its_meaning() {
    let bare = |errors| document(vec![group("Bare", "problem(code = false)", errors)]);
    let typed = |code: &str, title: &str| changed!(error(code, 403); type_uri: "https://example.com/quota".into(), title: title.into());
    let lock =
        Lock::new(bare(vec![typed("quota", "Quota")])).update(bare(vec![error("denied", 401)]));
    let with = |error: Entry| {
        bare(vec![
            Entry::clone(&lock.document().groups[0].errors[0]),
            error,
        ])
    };
    assert_eq!(
        changes(&lock, &with(typed("fresh", "Quota"))),
        [(Level::Minor, ChangeKind::Returned)]
    );
    assert_eq!(
        changes(&lock, &with(typed("fresh", "Speed"))),
        [(Level::Breaking, ChangeKind::Reused)]
    );
    assert_eq!(
        changes(&lock, &with(error("fresh", 403))),
        [(Level::Minor, ChangeKind::Added)]
    );
}

#[test]
fn an_invalid_lock_is_an_error_with_line_and_fix() {
    let good = Lock::new(flat(vec![error("TAKEN", 409)])).text();
    let newer = good.replacen("\"lock\": 1", "\"lock\": 2", 1);
    let newer_catalog = good.replacen("\"version\": 1", "\"version\": 2", 1);
    let merged = good.replacen("    \"title\"", "<<<<<<< HEAD\n    \"title\"", 1);
    let wrong = good.replacen("409", "\"409\"", 1);
    for (text, expected) in [
        (
            "",
            "line 1: EOF while parsing a value; restore the file from version control",
        ),
        (
            "{}",
            "line 1: this is not a lock file, because it has no member `lock`; restore it from version control",
        ),
        (
            "{\n\"lock\": 1,\n}",
            "line 3: trailing comma; restore the file from version control",
        ),
        (
            "{\"lock\": 1}",
            "line 1: missing field `catalog`; restore the file from version control",
        ),
        (
            &newer,
            "line 2: the lock file has version 2, but this errcode reads version 1; use the errcode that wrote it, or a newer one",
        ),
        (
            &newer_catalog,
            "line 4: the catalog has version 2, but this errcode reads version 1; use the errcode that wrote it, or a newer one",
        ),
        (
            &merged,
            "line 5: unresolved merge conflict; take the whole file of one side, then update it",
        ),
        (
            &json(flat(vec![])),
            "line 1: this is a JSON catalog, not a lock file; compare it as a catalog",
        ),
        (
            &wrong,
            "line 20: invalid type: string \"409\", expected u16; restore the file from version control",
        ),
    ] {
        assert_eq!(
            Lock::parse(text).unwrap_err().to_string(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn the_text_is_the_same_for_the_same_catalogs() {
    let text = Lock::new(flat(vec![error("TAKEN", 409)])).text();
    assert!(text.starts_with("{\n  \"lock\": 1,\n  \"catalog\": {\n    \"version\": 1,\n"));
    assert!(text.ends_with("  \"retired\": []\n}\n"));
    let groups = |names: [&str; 2]| {
        let errors = |name: &str| {
            vec![
                error(&format!("{name}2"), 400),
                error(&format!("{name}1"), 400),
            ]
        };
        document(names.map(|name| group(name, "flat", errors(name))).into())
    };
    let empty = || document(Vec::new());
    let one = Lock::new(groups(["A", "B"])).update(empty());
    let other = Lock::new(groups(["B", "A"])).update(empty());
    assert_eq!(one.text(), other.text());
}

/// The public and the hidden errors.
fn all_errors(document: &Document) -> impl Iterator<Item = &Entry> {
    let hidden = document.hidden.iter().flatten();
    document
        .errors()
        .chain(hidden.flat_map(|group| &group.errors))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_lock_is_read_back_and_loses_no_code(releases in prop::collection::vec(any_document(), 1..5)) {
        let mut lock = Lock::new(releases[0].clone());
        for (at, release) in releases.iter().enumerate() {
            lock = lock.update(release.clone());
            prop_assert!(lock.check(release).is_empty());
            prop_assert_eq!(lock.document(), release);
            prop_assert_eq!(&Lock::parse(&lock.text()).unwrap(), &lock);
            prop_assert_eq!(&lock.update(release.clone()), &lock);
            for earlier in &releases[..=at] {
                for error in all_errors(earlier) {
                    let mut retired = lock.retired().iter().flat_map(|group| &group.errors);
                    let is_kept = all_errors(release).any(|e| e.code == error.code)
                        || retired.any(|e| e.code == error.code);
                    prop_assert!(is_kept, "{} is lost", error.code);
                }
            }
        }
    }
}
