//! A service before and after a release, both derived.

use errcode::ApiError;
use errcode_docs::compare::{ChangeKind, Level};
use errcode_docs::lock::Lock;
use errcode_docs::{Document, compare};

mod before {
    use super::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = flat, type = "https://example.com/errors#{code}")]
    pub(crate) enum SkillError {
        /// The slug is already in use.
        #[error("slug `{slug}` is taken")]
        #[api(status = 409, code = "SLUG_TAKEN")]
        #[api(example(Self::SlugTaken { slug: "pdf".into() }))]
        SlugTaken {
            #[api(public)]
            slug: String,
        },
        /// The skill is gone.
        #[error("gone")]
        #[api(status = 410, code = "SKILL_GONE")]
        Gone,
        /// There is no such skill.
        #[error("not found")]
        #[api(status = 404, code = "SKILL_NOT_FOUND")]
        NotFound,
        /// The skill is blocked.
        ///
        /// # Fix
        /// Ask support.
        #[error("blocked")]
        #[api(status = 403, code = "SKILL_BLOCKED")]
        Blocked,
        /// It is what it was.
        #[error("same")]
        #[api(status = 400, code = "SAME")]
        Same,
    }
}

mod after {
    use super::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = flat, type = "https://example.com/errors#{code}")]
    pub(crate) enum SkillError {
        /// The slug is already in use.
        #[error("slug `{name}` is taken")]
        #[api(status = 409, code = "SLUG_TAKEN")]
        #[api(example(Self::SlugTaken { name: "pdf".into() }))]
        SlugTaken {
            #[api(public)]
            name: String,
        },
        /// There is no such skill.
        #[error("not found")]
        #[api(status = 422, code = "SKILL_NOT_FOUND")]
        NotFound,
        /// The skill is blocked by the security review.
        ///
        /// # Fix
        /// Ask support.
        #[error("blocked")]
        #[api(status = 403, code = "SKILL_BLOCKED")]
        Blocked,
        /// It is what it was.
        #[error("same")]
        #[api(status = 400, code = "SAME")]
        Same,
    }
}

/// The catalogs of one service: its types have the same path at both times.
fn documents() -> (Document, Document) {
    errcode::catalog! { static BEFORE: Catalog = { title: "Skills", types: [before::SkillError] }; }
    errcode::catalog! { static AFTER: Catalog = { title: "Skills", types: [after::SkillError] }; }
    let (old, mut new) = (Document::from(&BEFORE), Document::from(&AFTER));
    new.groups[0].name.clone_from(&old.groups[0].name);
    (old, new)
}

#[test]
fn a_release_reports_exactly_its_changes() {
    let (old, new) = documents();
    let comparison = compare(&old, &new);
    let changes: Vec<_> = comparison
        .changes
        .iter()
        .map(|c| (c.level, c.kind, c.code.as_ref().unwrap().to_string()))
        .collect();
    let expected = [
        (Level::Breaking, ChangeKind::DetailRenamed, "SLUG_TAKEN"),
        (Level::Breaking, ChangeKind::Status, "SKILL_NOT_FOUND"),
        (Level::Breaking, ChangeKind::Removed, "SKILL_GONE"),
        (Level::Patch, ChangeKind::Text, "SKILL_BLOCKED"),
    ];
    assert_eq!(changes, expected.map(|(l, k, c)| (l, k, c.to_owned())));
    assert_eq!(
        comparison.to_string(),
        "breaking  the detail `slug` of `SLUG_TAKEN` was renamed to `name`\n\
         breaking  the status of `SKILL_NOT_FOUND` was 404 and is 422\n\
         breaking  `SKILL_GONE` was removed\n\
         patch     the description of `SKILL_BLOCKED` changed\n\
         4 changes: 3 breaking, 1 patch.\n"
    );
    assert_eq!(Lock::new(old).check(&new), comparison);
}

#[test]
fn the_json_has_the_same_changes() {
    let (old, new) = documents();
    let json: serde_json::Value = serde_json::from_str(&compare(&old, &new).json()).unwrap();
    assert_eq!(json["level"], "breaking");
    assert_eq!(
        (&json["breaking"], &json["minor"], &json["patch"]),
        (&3.into(), &0.into(), &1.into())
    );
    let expected = serde_json::json!({
        "level": "breaking",
        "kind": "status",
        "group": old.groups[0].name,
        "code": "SKILL_NOT_FOUND",
        "status": 404,
        "before": 404,
        "after": 422,
        "message": "the status of `SKILL_NOT_FOUND` was 404 and is 422",
    });
    assert_eq!(json["changes"][1], expected);
    let none: serde_json::Value = serde_json::from_str(&compare(&old, &old).json()).unwrap();
    assert_eq!(none["level"], serde_json::Value::Null);
    assert_eq!(compare(&old, &old).to_string(), "No changes.\n");
}
