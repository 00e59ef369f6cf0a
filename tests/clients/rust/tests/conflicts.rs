//! Two 409s are told apart.

use typed_client::{alternatives, merged};

const TAKEN: &str =
    r#"{"code":"SKILL_SLUG_TAKEN","detail":"taken","details":{"slug":"pdf-tools"}}"#;
const PENDING: &str =
    r#"{"code":"SKILL_VERSION_PENDING","detail":"pending","details":{"version":2}}"#;
const UNKNOWN: &str = r#"{"code":"NO_SUCH_CODE","detail":"new"}"#;

#[test]
fn by_the_code_of_one_type() {
    use merged::{Error409, Error409Code};

    let taken: Error409 = serde_json::from_str(TAKEN).unwrap();
    assert_eq!(taken.code, Error409Code::SkillSlugTaken);
    assert_eq!(taken.details.unwrap().slug.as_deref(), Some("pdf-tools"));
    let pending: Error409 = serde_json::from_str(PENDING).unwrap();
    assert_eq!(pending.code, Error409Code::SkillVersionPending);
    assert_eq!(pending.details.unwrap().version, Some(2));
    assert!(serde_json::from_str::<Error409>(UNKNOWN).is_err());
}

#[test]
fn by_the_variants_of_an_enum() {
    use alternatives::Error409;

    let slug_or_version = |json: &str| match serde_json::from_str(json).unwrap() {
        Error409::SkillSlugTaken(taken) => taken.details.slug,
        Error409::SkillVersionPending(pending) => pending.details.version.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(slug_or_version(TAKEN), "pdf-tools");
    assert_eq!(slug_or_version(PENDING), "2");
    assert!(serde_json::from_str::<Error409>(UNKNOWN).is_err());
}
