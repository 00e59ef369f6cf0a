//! Reads JSON catalogs and lock files.

use std::path::Path;

use errcode_docs::lock::Lock;
use errcode_docs::{Document, VERSION};
use serde_json::Value;

use crate::failure::Failure;
use crate::files;

/// A file that contains a catalog.
pub(crate) enum CatalogFile {
    Catalog(Document),
    Lock(Lock),
}

impl CatalogFile {
    /// The catalog. A lock file contains that of the last release.
    pub(crate) fn document(&self) -> &Document {
        match self {
            Self::Catalog(document) => document,
            Self::Lock(lock) => lock.document(),
        }
    }
}

/// Reads a JSON catalog or a lock file.
pub(crate) fn read(path: &Path) -> Result<CatalogFile, Failure> {
    let (text, file) = (files::read(path)?, files::display(path));
    if has_member(&text, "lock") {
        return parse_lock(&text, &file).map(CatalogFile::Lock);
    }
    parse(&text, &file).map(CatalogFile::Catalog)
}

/// Parses the text of a lock file.
pub(crate) fn parse_lock(text: &str, file: &str) -> Result<Lock, Failure> {
    Lock::parse(text).map_err(|error| {
        let failure = Failure::new(format!("can't read the lock file `{file}`: {error}"));
        if has_member(text, "groups") {
            failure.help(format!(
                "compare catalogs with `cargo errcode diff {file} NEW`; `cargo errcode check --update` writes lock files"
            ))
        } else {
            failure
        }
    })
}

/// Whether a text is a JSON object with a member.
fn has_member(text: &str, member: &str) -> bool {
    let value: Option<Value> = serde_json::from_str(text).ok();
    value.is_some_and(|value| value.get(member).is_some())
}

/// Parses the text of a JSON catalog.
pub(crate) fn parse(text: &str, file: &str) -> Result<Document, Failure> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Failure::new(format!("`{file}` is not JSON: {error}")))?;
    let version = value.get("version").and_then(Value::as_u64);
    match version {
        Some(version) if version > u64::from(VERSION) => {
            return Err(Failure::new(format!(
                "`{file}` is a catalog of version {version}, but this `cargo errcode` reads versions up to {VERSION}"
            ))
            .help("install the release of `cargo errcode` that matches the `errcode` of the catalog"));
        }
        Some(1..) => {}
        Some(0) => {
            return Err(Failure::new(format!(
                "`{file}` is not a JSON catalog: its `version` is 0, and the first version is 1"
            ))
            .help("write one with `cargo errcode docs json --out FILE`"));
        }
        None => {
            return Err(Failure::new(format!(
                "`{file}` is not a JSON catalog: it has no number `version`"
            ))
            .help("write one with `cargo errcode docs json --out FILE`"));
        }
    }
    // From the text, not from the value, so that an error names the line.
    serde_json::from_str(text)
        .map_err(|error| Failure::new(format!("`{file}` is not a JSON catalog: {error}")))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_catalog_is_parsed() {
        let text = r#"{"version": 1, "title": "Skills", "groups": []}"#;
        assert_eq!(parse(text, "a.json").unwrap().title, "Skills");
    }

    #[test]
    fn other_texts_are_refused() {
        for (text, message) in [
            (
                "",
                "`a.json` is not JSON: EOF while parsing a value at line 1 column 0",
            ),
            (
                "{}",
                "`a.json` is not a JSON catalog: it has no number `version`",
            ),
            (
                r#"{"version": 0, "title": "Skills", "groups": []}"#,
                "`a.json` is not a JSON catalog: its `version` is 0, and the first version is 1",
            ),
            (
                r#"{"version": 2, "news": true}"#,
                "`a.json` is a catalog of version 2, but this `cargo errcode` reads versions up to 1",
            ),
            (
                "{\"version\": 1,\n\"title\": 1}",
                "`a.json` is not a JSON catalog: invalid type: integer `1`, expected a string at line 2 column 10",
            ),
        ] {
            assert_eq!(parse(text, "a.json").unwrap_err().message, message);
        }
    }
}
