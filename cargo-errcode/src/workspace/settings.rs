//! The settings in `[package.metadata.errcode]`.

use errcode_docs::Outputs;
use errcode_docs::lint::FindingKind;
use serde::Deserialize;

use crate::failure::Failure;
use crate::terminal::suggestion;

/// `[package.metadata.errcode]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// The path of the catalog's static, from the name of the library on.
    pub(crate) catalog: Option<String>,
    /// Instead of `catalog`: the program whose `main` calls `errcode::catalog_hook!`.
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
    /// The kinds of findings that are not reported.
    pub(crate) allow: Vec<FindingKind>,
}

impl Settings {
    /// Reads the settings of a package; `None` if it has none.
    pub(crate) fn read(
        package: &str,
        metadata: &serde_json::Value,
    ) -> Result<Option<Self>, Failure> {
        let Some(table) = metadata.get("errcode") else {
            return Ok(None);
        };
        serde_path_to_error::deserialize(table)
            .map(Some)
            .map_err(|error| invalid(package, &error))
    }
}

/// Names the wrong key, the reason, and the nearest valid name.
fn invalid(package: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Failure {
    let mut key = "package.metadata.errcode".to_owned();
    if error.path().iter().next().is_some() {
        key = format!("{key}.{}", error.path());
    }
    let reason = error.inner().to_string();
    let failure = Failure::new(format!("invalid `{key}` in package `{package}`: {reason}"));
    // Serde quotes the unknown name, then the valid ones.
    let mut names = reason.split('`').skip(1).step_by(2);
    if reason.starts_with("unknown ")
        && let Some(name) = names.next()
        && let Some(question) = suggestion::did_you_mean(name, names)
    {
        return failure.help(question);
    }
    failure
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FindingKind, Settings};

    #[test]
    fn all_settings() {
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
    fn no_settings() {
        assert_eq!(Settings::read("skills", &serde_json::Value::Null), Ok(None));
        assert_eq!(Settings::read("skills", &json!({ "docs": {} })), Ok(None));
    }

    #[test]
    fn invalid_settings_are_named() {
        for (table, named, help) in [
            (
                json!({ "catalogue": "a" }),
                ".catalogue` in package `skills`: unknown field `catalogue`, expected one of ",
                "did you mean `catalog`?",
            ),
            (
                json!({ "docs": { "markdwn": "a" } }),
                ".docs.markdwn` in package `skills`: unknown field `markdwn`, expected one of ",
                "did you mean `markdown`?",
            ),
            (
                json!({ "docs": { "front-matter": { "descripton": "a" } } }),
                ".docs.front-matter.descripton` in package `skills`: unknown field `descripton`, expected ",
                "did you mean `description`?",
            ),
            (
                json!({ "docs": { "pdf": "a" } }),
                ".docs.pdf` in package `skills`: unknown field `pdf`, expected one of ",
                "",
            ),
            (
                json!({ "lint": { "alow": [] } }),
                ".lint.alow` in package `skills`: unknown field `alow`, expected `allow`",
                "did you mean `allow`?",
            ),
            (
                json!({ "lint": { "allow": ["no-fix", "nofix"] } }),
                ".lint.allow[1]` in package `skills`: unknown variant `nofix`, expected one of ",
                "did you mean `no-fix`?",
            ),
            (
                json!({ "docs": { "markdown": 3 } }),
                ".docs.markdown` in package `skills`: invalid type: integer `3`, expected a string",
                "",
            ),
            (
                json!("skills::SKILLS"),
                "` in package `skills`: invalid type: string ",
                "",
            ),
        ] {
            let failure = Settings::read("skills", &json!({ "errcode": table })).unwrap_err();
            let message = format!("invalid `package.metadata.errcode{named}");
            assert!(failure.message.starts_with(&message), "{failure:?}");
            assert_eq!(failure.help.join(""), help, "{failure:?}");
        }
    }
}
