//! Reads JSON catalogs and lock files, whoever wrote them.

use std::path::Path;

use errcode_docs::lock::Lock;
use errcode_docs::{Document, VERSION};
use serde_json::Value;

use crate::failure::Failure;
use crate::files;

/// What a file with a catalog is.
pub(crate) enum Held {
    Catalog(Document),
    Lock(Lock),
}

impl Held {
    /// The catalog; of a lock file that of the last release.
    pub(crate) fn document(&self) -> &Document {
        match self {
            Self::Catalog(document) => document,
            Self::Lock(lock) => lock.document(),
        }
    }
}

/// Reads a JSON catalog or a lock file.
pub(crate) fn read(path: &Path) -> Result<Held, Failure> {
    let (text, file) = (files::read(path)?, files::shown(path));
    if has(&text, "lock") {
        return lock(&text, &file).map(Held::Lock);
    }
    parse(&text, &file).map(Held::Catalog)
}

/// Reads the lock file that a text is.
pub(crate) fn lock(text: &str, file: &str) -> Result<Lock, Failure> {
    Lock::parse(text).map_err(|why| {
        let failure = Failure::new(format!("`{file}` can't be read: {why}"));
        if has(text, "groups") {
            failure.help(format!(
                "`cargo errcode diff {file} NEW` does; the lock file is what `cargo errcode check --update` writes"
            ))
        } else {
            failure
        }
    })
}

/// Whether a text is an object of JSON with a member.
fn has(text: &str, member: &str) -> bool {
    let value: Option<Value> = serde_json::from_str(text).ok();
    value.is_some_and(|value| value.get(member).is_some())
}

/// Reads the JSON catalog that a file holds.
pub(crate) fn parse(text: &str, file: &str) -> Result<Document, Failure> {
    let value: Value = serde_json::from_str(text)
        .map_err(|why| Failure::new(format!("`{file}` is not JSON: {why}")))?;
    let version = value.get("version").and_then(Value::as_u64);
    match version {
        Some(version) if version > u64::from(VERSION) => {
            return Err(Failure::new(format!(
                "`{file}` is a catalog of version {version}, and this `cargo errcode` reads up to version {VERSION}"
            ))
            .help("install the `cargo errcode` that belongs to the `errcode` which wrote it"));
        }
        Some(_) => {}
        None => {
            return Err(Failure::new(format!(
                "`{file}` is not a JSON catalog: it has no number `version`"
            ))
            .help("`cargo errcode docs json --out FILE` writes one"));
        }
    }
    // From the text again: it knows lines.
    serde_json::from_str(text)
        .map_err(|why| Failure::new(format!("`{file}` is not a JSON catalog: {why}")))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_catalog_is_read() {
        let text = r#"{"version": 1, "title": "Skills", "groups": []}"#;
        assert_eq!(parse(text, "a.json").unwrap().title, "Skills");
    }

    #[test]
    fn what_is_none_is_named() {
        for (text, what) in [
            (
                "",
                "`a.json` is not JSON: EOF while parsing a value at line 1 column 0",
            ),
            (
                "{}",
                "`a.json` is not a JSON catalog: it has no number `version`",
            ),
            (
                r#"{"version": 2, "news": true}"#,
                "`a.json` is a catalog of version 2, and this `cargo errcode` reads up to version 1",
            ),
            (
                "{\"version\": 1,\n\"title\": 1}",
                "`a.json` is not a JSON catalog: invalid type: integer `1`, expected a string at line 2 column 10",
            ),
        ] {
            assert_eq!(parse(text, "a.json").unwrap_err().what, what);
        }
    }
}
