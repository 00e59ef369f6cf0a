//! What `[package.metadata.errcode]` may say.

use errcode_docs::Outputs;
use errcode_docs::lint::FindingKind;
use serde::Deserialize;

use crate::failure::Failure;
use crate::near;

const KEYS: [&str; 4] = ["catalog", "bin", "docs", "lint"];

/// `[package.metadata.errcode]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// The path of the catalog's static, which begins with the name of the library.
    pub(crate) catalog: Option<String>,
    /// Instead: the program whose `main` begins with `errcode::catalog_hook!`.
    pub(crate) bin: Option<String>,
    /// `[package.metadata.errcode.docs]`.
    pub(crate) docs: Outputs,
    /// `[package.metadata.errcode.lint]`.
    pub(crate) lint: Lint,
}

/// `[package.metadata.errcode.lint]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Lint {
    /// The kinds of findings that are not wanted.
    pub(crate) allow: Vec<FindingKind>,
}

impl Settings {
    /// Reads the settings of a package, if it has any.
    pub(crate) fn read(
        package: &str,
        metadata: &serde_json::Value,
    ) -> Result<Option<Self>, Failure> {
        let Some(table) = metadata.get("errcode") else {
            return Ok(None);
        };
        serde_json::from_value(table.clone())
            .map(Some)
            .map_err(|why| wrong(package, table, &why))
    }
}

/// Says what is wrong with a table, and what was meant.
fn wrong(package: &str, table: &serde_json::Value, why: &serde_json::Error) -> Failure {
    let failure = Failure::new(format!(
        "`[package.metadata.errcode]` of package `{package}` can't be read: {why}"
    ));
    let unknown = table.as_object().and_then(|table| {
        let mut keys = table.keys().map(String::as_str);
        keys.find(|key| !KEYS.contains(key))
    });
    match unknown.and_then(|key| near::did_you_mean(key, KEYS)) {
        Some(question) => failure.help(question),
        None => failure,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FindingKind, Settings};

    #[test]
    fn read_whole() {
        let metadata = json!({ "errcode": {
            "catalog": "skills::SKILLS",
            "docs": { "html": "docs/", "front-matter": { "sidebar-position": 1 } },
            "lint": { "allow": ["no-fix"] },
        }});
        let settings = Settings::read("skills", &metadata).unwrap().unwrap();
        assert_eq!(settings.catalog.as_deref(), Some("skills::SKILLS"));
        assert_eq!(settings.docs.html.as_deref(), Some("docs/"));
        let front = settings.docs.front_matter.unwrap();
        assert_eq!(front.sidebar_position, Some(1));
        assert_eq!(settings.lint.allow, [FindingKind::NoFix]);
    }

    #[test]
    fn none_is_no_mistake() {
        assert_eq!(Settings::read("skills", &serde_json::Value::Null), Ok(None));
        assert_eq!(Settings::read("skills", &json!({ "docs": {} })), Ok(None));
    }

    #[test]
    fn a_mistake_is_named() {
        for (table, named, help) in [
            (json!({ "catalogue": "a" }), "unknown field `catalogue`", 1),
            (json!({ "docs": { "pdf": "a" } }), "unknown field `pdf`", 0),
            (json!({ "catalog": 1 }), "invalid type: integer `1`", 0),
            (
                json!({ "lint": { "allow": ["no-fox"] } }),
                "unknown variant `no-fox`",
                0,
            ),
            (json!("skills::SKILLS"), "invalid type: string", 0),
        ] {
            let failure = Settings::read("skills", &json!({ "errcode": table })).unwrap_err();
            assert!(failure.what.contains("of package `skills`"), "{failure:?}");
            assert!(failure.what.contains(named), "{failure:?}");
            assert_eq!(failure.help.len(), help, "{failure:?}");
        }
    }
}
