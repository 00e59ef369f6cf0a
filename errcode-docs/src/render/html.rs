//! HTML: one self-contained page, or a folder with a page for each error.

mod assets;
mod doc_comment;
mod theme;
mod view;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, HtmlEscape};

use crate::file::File;
use crate::model::entry::Entry;
use crate::model::{Document, Group};
use crate::render::page_link;
use crate::url;
pub use assets::CONTENT_SECURITY_POLICY;
pub(crate) use theme::policy;
use view::Page;

/// The document as one self-contained page. It works from a file, and JavaScript adds a search.
///
/// Doc comments are Markdown. Raw HTML in them is shown as text and images become links. A link whose scheme is not
/// `http`, `https` or `mailto` becomes text.
///
/// ```
/// use errcode_docs::html;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let page = html(&SKILLS);
/// assert!(page.contains("<article id=\"SLUG_TAKEN\""));
/// ```
pub fn html(source: impl Into<Document>) -> String {
    let document = source.into();
    page(&environment(), &Page::all(&document))
}

/// The document as `index.html` and a page for each error at [`path`].
///
/// ```
/// use errcode_docs::html;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let files = html::files(&SKILLS);
/// let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
/// assert_eq!(paths, ["index.html", "errors/SLUG_TAKEN.html"]);
/// assert!(files[1].text.contains("<article id=\"SLUG_TAKEN\""));
/// ```
pub fn files(source: impl Into<Document>) -> Vec<File> {
    let document = source.into();
    let environment = environment();
    let places = page_link::places(&document, |_, error| path(error));
    let index = page_link::relink(document.clone(), |fragment| {
        let place = places.get(fragment).cloned();
        Some(place.unwrap_or_else(|| format!("#{fragment}")))
    });
    let mut files = vec![File {
        path: "index.html".to_owned(),
        text: page(&environment, &Page::index(&index, path)),
    }];
    let document = page_link::relink(document, |fragment| {
        let place = places.get(fragment).map(|path| format!("../{path}"));
        Some(place.unwrap_or_else(|| format!("../index.html#{fragment}")))
    });
    for group in &document.groups {
        for error in &group.errors {
            files.push(File {
                path: path(error),
                text: page(
                    &environment,
                    &Page::errors(&document, "../index.html", &[(group, error)]),
                ),
            });
        }
    }
    files
}

/// The path of an error's page in the folder that [`files`] makes: `errors/CODE.html`. Characters that are not allowed
/// in a file name or URL become `~` and two hexadecimal digits for each byte.
///
/// ```
/// use errcode_docs::{Document, html};
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("no leader")]
/// # #[api(status = 503, code = "KV:NotLeader")]
/// # struct KvError;
/// # errcode::catalog! { static KV: Catalog = { title: "KV", types: [KvError] }; }
///
/// let document = Document::from(&KV);
/// let error = document.errors().next().unwrap();
/// assert_eq!(error.code.to_string(), "KV:NotLeader");
/// assert_eq!(html::path(error), "errors/KV~3aNotLeader.html");
/// ```
pub fn path(error: &Entry) -> String {
    format!("errors/{}.html", url::file_name(&error.anchor))
}

/// The path segment of a code's page on a [`Site`](crate::Site). All characters except ASCII letters, digits and
/// `-._~` are percent-encoded, as for `{code}` in a `type`.
///
/// ```
/// assert_eq!(errcode_docs::html::segment("SLUG_TAKEN"), "SLUG_TAKEN");
/// assert_eq!(errcode_docs::html::segment("KV:Not/Leader"), "KV%3ANot%2FLeader");
/// ```
pub fn segment(code: &str) -> String {
    url::segment(code)
}

/// The document with links as the pages of single codes on a [`Site`](crate::Site) need them.
pub(crate) fn linked_for_code_pages(document: Document) -> Document {
    let places = page_link::places(&document, |_, error| segment(&error.code.to_string()));
    page_link::relink(document, |fragment| {
        let place = places.get(fragment).cloned();
        Some(place.unwrap_or_else(|| format!(".#{fragment}")))
    })
}

/// The page of the errors of one code on a [`Site`](crate::Site).
pub(crate) fn code_page(document: &Document, errors: &[(&Group, &Entry)]) -> String {
    page(&environment(), &Page::errors(document, ".", errors))
}

/// A page with one Markdown text and a link to the page of all errors.
pub(crate) fn notice(title: &str, text: &str, home: &str) -> String {
    page(&environment(), &Page::notice(title, text, home))
}

/// The template, parsed once for all pages.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // If the template cannot be parsed, `page` reports that it is missing.
    let _ = environment.add_template("page", include_str!("html/page.html"));
    environment
}

/// Renders a page. If that fails, which is a bug in this crate, the page says so: nobody should take it for a catalog
/// without errors.
fn page(environment: &Environment<'_>, view: &Page) -> String {
    let template = environment.get_template("page");
    let text = template.and_then(|template| template.render(Serde(view)));
    text.unwrap_or_else(|why| {
        let why = HtmlEscape(&format!("{why:#}")).to_string();
        format!(
            "<!DOCTYPE html>\n<title>No page</title>\n<p>This page could not be rendered: {why}</p>\n"
        )
    })
}

#[cfg(test)]
mod tests {
    use minijinja::Environment;

    use super::{environment, page};
    use crate::render::html::view::Page;

    #[test]
    fn a_page_that_fails_to_render_says_so() {
        let view = Page::notice("a", "b", ".");
        assert!(page(&environment(), &view).contains("<h1>a</h1>"));
        let mut broken = Environment::new();
        for template in [None, Some("{{ title|nothing }}")] {
            if let Some(template) = template {
                broken.add_template("page", template).unwrap();
            }
            let text = page(&broken, &view);
            assert!(
                text.contains("<p>This page could not be rendered: "),
                "{text}"
            );
        }
    }
}
