//! What `[package.metadata.errcode]` may say.

use errcode_docs::Outputs;
use errcode_docs::lint::FindingKind;
use serde::Deserialize;

use crate::failure::Failure;
use crate::terminal::suggestion;

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
        serde_path_to_error::deserialize(table)
            .map(Some)
            .map_err(|why| wrong(package, &why))
    }
}

/// Says where and what is wrong, and what was meant.
fn wrong(package: &str, why: &serde_path_to_error::Error<serde_json::Error>) -> Failure {
    let mut place = "package.metadata.errcode".to_owned();
    if why.path().iter().next().is_some() {
        place = format!("{place}.{}", why.path());
    }
    let why = why.inner().to_string();
    let failure = Failure::new(format!(
        "`{place}` of package `{package}` can't be read: {why}"
    ));
    // Serde quotes the name that it does not know, and then those that it does.
    let mut names = why.split('`').skip(1).step_by(2);
    let question = match names.next() {
        Some(name) if why.starts_with("unknown ") => suggestion::did_you_mean(name, names),
        _ => None,
    };
    match question {
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
            (
                json!({ "catalogue": "a" }),
                ".catalogue` of package `skills` can't be read: unknown field `catalogue`, expected one of ",
                "did you mean `catalog`?",
            ),
            (
                json!({ "docs": { "markdwn": "a" } }),
                ".docs.markdwn` of package `skills` can't be read: unknown field `markdwn`, expected one of ",
                "did you mean `markdown`?",
            ),
            (
                json!({ "docs": { "front-matter": { "descripton": "a" } } }),
                ".docs.front-matter.descripton` of package `skills` can't be read: unknown field `descripton`, expected ",
                "did you mean `description`?",
            ),
            (
                json!({ "docs": { "pdf": "a" } }),
                ".docs.pdf` of package `skills` can't be read: unknown field `pdf`, expected one of ",
                "",
            ),
            (
                json!({ "lint": { "alow": [] } }),
                ".lint.alow` of package `skills` can't be read: unknown field `alow`, expected `allow`",
                "did you mean `allow`?",
            ),
            (
                json!({ "lint": { "allow": ["no-fix", "nofix"] } }),
                ".lint.allow[1]` of package `skills` can't be read: unknown variant `nofix`, expected one of ",
                "did you mean `no-fix`?",
            ),
            (
                json!({ "docs": { "markdown": 3 } }),
                ".docs.markdown` of package `skills` can't be read: invalid type: integer `3`, expected a string",
                "",
            ),
            (
                json!("skills::SKILLS"),
                "` of package `skills` can't be read: invalid type: string ",
                "",
            ),
        ] {
            let failure = Settings::read("skills", &json!({ "errcode": table })).unwrap_err();
            let what = format!("`package.metadata.errcode{named}");
            assert!(failure.what.starts_with(&what), "{failure:?}");
            assert_eq!(failure.help.join(""), help, "{failure:?}");
        }
    }
}
