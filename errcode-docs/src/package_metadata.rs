//! The table `[package.metadata.errcode.docs]`: which documents are kept in files, and with which options. Used by
//! `cargo errcode docs`, and by tests of a service.

use std::fmt;

use serde::Deserialize;

use crate::file::File;
use crate::markdown::FrontMatter;
use crate::model::Document;
use crate::model::theme::Theme;
use crate::render::html;
use crate::render::json;
use crate::render::markdown;
use crate::render::openapi;
use crate::render::typescript;

/// The documents of one catalog that are kept in files. In `Cargo.toml`:
///
/// ```toml
/// [package.metadata.errcode.docs]
/// markdown = "docs/errors.md"
/// html = "docs/site/"
/// front-matter = { description = "What can go wrong.", sidebar-position = 3 }
/// ```
///
/// Paths are relative to the folder of the package and use `/`. A path that ends with `/` is a folder: Markdown then has
/// a file for each group, and HTML a page for each error. An unknown key is an error.
///
/// ```
/// use errcode_docs::{Form, Outputs};
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let outputs: Outputs = serde_json::from_str(r#"{"markdown": "docs/errors.md"}"#)?;
/// let files = outputs.files(Form::Markdown, &(&SKILLS).into(), "docs/errors.md");
/// assert_eq!(files.len(), 1);
/// assert!(files[0].text.starts_with("# Skills API"));
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Outputs {
    /// The path of the Markdown.
    pub markdown: Option<String>,
    /// The path of the HTML.
    pub html: Option<String>,
    /// The path of the JSON catalog.
    pub json: Option<String>,
    /// The path of the OpenAPI description.
    pub openapi: Option<String>,
    /// The path of the TypeScript module.
    pub typescript: Option<String>,
    /// The front matter of the Markdown.
    pub front_matter: Option<FrontMatter>,
    /// `info.version` of the OpenAPI description. The default is `1.0.0`.
    pub api_version: Option<String>,
    /// The colours of the HTML.
    pub theme: Theme,
    /// Whether OpenAPI has a schema for each error; see [`openapi::Options::one_of`].
    pub one_of: bool,
}

impl Outputs {
    /// The path of a form, if it is kept in a file.
    pub fn path(&self, form: Form) -> Option<&str> {
        match form {
            Form::Markdown => self.markdown.as_deref(),
            Form::Html => self.html.as_deref(),
            Form::Json => self.json.as_deref(),
            Form::Openapi => self.openapi.as_deref(),
            Form::Typescript => self.typescript.as_deref(),
        }
    }

    /// Renders a document as files at `path`. There is one file, unless the path ends with `/` and the form
    /// [can be a folder](Form::can_be_folder).
    pub fn files(&self, form: Form, document: &Document, path: &str) -> Vec<File> {
        let is_folder = path.ends_with('/') && form.can_be_folder();
        let mut files = match form {
            Form::Markdown if is_folder => markdown::files(document, &self.markdown_options()),
            Form::Html if is_folder => html::files(self.themed(document)),
            _ => {
                return vec![File {
                    path: path.to_owned(),
                    text: self.text(form, document),
                }];
            }
        };
        for file in &mut files {
            file.path.insert_str(0, path);
        }
        files
    }

    /// Renders a document as one text.
    ///
    /// ```
    /// use errcode_docs::{Form, Outputs};
    /// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
    /// # #[error("taken")]
    /// # #[api(status = 409, code = "SLUG_TAKEN")]
    /// # struct SkillError;
    /// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
    ///
    /// let outputs: Outputs = serde_json::from_str(r#"{"api-version": "2.1.0"}"#)?;
    /// let text = outputs.text(Form::Openapi, &(&SKILLS).into());
    /// assert!(text.contains(r#""version": "2.1.0""#));
    /// # Ok::<_, serde_json::Error>(())
    /// ```
    pub fn text(&self, form: Form, document: &Document) -> String {
        match form {
            Form::Markdown => markdown::markdown(document, &self.markdown_options()),
            Form::Html => html::html(self.themed(document)),
            Form::Json => json::json(document),
            Form::Openapi => openapi::openapi(document, &self.openapi_options()).pretty() + "\n",
            Form::Typescript => typescript::typescript(document),
        }
    }

    fn themed(&self, document: &Document) -> Document {
        document.clone().with_theme(self.theme.clone())
    }

    fn markdown_options(&self) -> markdown::Options {
        markdown::Options {
            front_matter: self.front_matter.clone(),
        }
    }

    fn openapi_options(&self) -> openapi::Options {
        let defaults = openapi::Options::default();
        openapi::Options {
            version: self.api_version.clone().unwrap_or(defaults.version),
            one_of: self.one_of,
        }
    }
}

/// A form of a document. It prints as its key in [`Outputs`].
///
/// ```
/// use errcode_docs::Form;
///
/// let keys: Vec<String> = Form::ALL.iter().map(Form::to_string).collect();
/// assert_eq!(keys, ["markdown", "html", "json", "openapi", "typescript"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// [`markdown`](crate::markdown()).
    Markdown,
    /// [`html`](crate::html()).
    Html,
    /// [`json`](crate::json()).
    Json,
    /// [`openapi`](crate::openapi()).
    Openapi,
    /// [`typescript`](crate::typescript()).
    Typescript,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 5] = [
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Openapi,
        Self::Typescript,
    ];

    /// The usual name of a file in this form.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Markdown => "errors.md",
            Self::Html => "errors.html",
            Self::Json => "errors.json",
            Self::Openapi => "openapi.json",
            Self::Typescript => "errors.ts",
        }
    }

    /// Whether the form can be a folder with several files.
    pub const fn can_be_folder(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Json => "json",
            Self::Openapi => "openapi",
            Self::Typescript => "typescript",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Outputs};
    use crate::model::Document;

    fn outputs(json: &str) -> serde_json::Result<Outputs> {
        serde_json::from_str(json)
    }

    fn document() -> Document {
        let json = r#"{"version": 1, "title": "Skills", "groups": []}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn keys_set_the_options_of_documents() {
        let outputs = outputs(
            r#"{"front-matter": {"description": "All", "sidebar-position": 2}, "api-version": "9.8", "one-of": true}"#,
        );
        let outputs = outputs.unwrap();
        let page = outputs.text(Form::Markdown, &document());
        assert!(page.starts_with(
            "---\ntitle: \"Skills\"\ndescription: \"All\"\nsidebar_position: 2\n---\n"
        ));
        let openapi = outputs.text(Form::Openapi, &document());
        assert!(openapi.contains(r#""version": "9.8""#));
        assert!(outputs.openapi_options().one_of);
    }

    #[test]
    fn only_markdown_and_html_can_be_folders() {
        let outputs = Outputs::default();
        for form in Form::ALL {
            let files = outputs.files(form, &document(), "docs/");
            let expected = match form {
                Form::Markdown => "docs/index.md",
                Form::Html => "docs/index.html",
                _ => "docs/",
            };
            assert_eq!(files[0].path, expected);
        }
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        for json in [r#"{"pdf": "a"}"#, r#"{"front-matter": {"title": "a"}}"#] {
            assert!(outputs(json).is_err(), "{json}");
        }
    }
}
