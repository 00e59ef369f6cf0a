//! HTML: one page that needs nothing else, or a folder with a page for each error.

mod doc_comment;
mod view;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, HtmlEscape};

use crate::file::File;
use crate::model::{Document, ErrorDoc, Group};
use crate::name;
use crate::render::page_link;
use view::View;

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// The `Content-Security-Policy` that the pages work under, and carry: nothing is loaded, and no script
/// and no style runs but the page's own.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'sha256-KBK1UhQ/S3IuusrfpzBX08KYlUd5gLCaqnhcKLxzTf8='; \
     script-src 'sha256-+hSf/0n2JCXnaLxNX1517DfnM/35oG6xdTXZS1Yhw7U='; base-uri 'none'; form-action 'none'";

/// The document as one page without references to anything else: it works from a file, and with
/// JavaScript it can be searched.
///
/// Doc comments are Markdown; raw HTML in them is shown as it is written, images are links, and links other than
/// `http`, `https`, `mailto` and relative ones are text.
pub fn html(source: impl Into<Document>) -> String {
    let document = source.into();
    page(&environment(), &View::page(&document))
}

/// The document as `index.html` and a page for each error, [`path`].
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
        text: page(&environment, &View::index(&index)),
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
                    &View::errors(&document, "../index.html", &[(group, error)]),
                ),
            });
        }
    }
    files
}

/// Where the page of an error is in the folder that [`files`] makes: `errors/CODE.html`. Characters
/// that a file name or a URL may not have are written as `~` and two hexadecimal digits for each byte.
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
pub fn path(error: &ErrorDoc) -> String {
    format!("errors/{}.html", name::file(&error.anchor))
}

/// Where the page of a code is on a [`Site`](crate::Site), below the path that its pages have in common:
/// the code with all but ASCII letters, digits and `-._~` percent-encoded, as in a `type` that has
/// `{code}`.
///
/// ```
/// assert_eq!(errcode_docs::html::segment("SLUG_TAKEN"), "SLUG_TAKEN");
/// assert_eq!(errcode_docs::html::segment("KV:Not/Leader"), "KV%3ANot%2FLeader");
/// ```
pub fn segment(code: &str) -> String {
    name::segment(code)
}

/// The document as the pages of single codes on a [`Site`](crate::Site) have it.
pub(crate) fn of_codes(document: Document) -> Document {
    let places = page_link::places(&document, |_, error| segment(&error.code.to_string()));
    page_link::relink(document, |fragment| {
        let place = places.get(fragment).cloned();
        Some(place.unwrap_or_else(|| format!(".#{fragment}")))
    })
}

/// The page of the errors of one code, as a [`Site`](crate::Site) has it.
pub(crate) fn of_code(document: &Document, errors: &[(&Group, &ErrorDoc)]) -> String {
    page(&environment(), &View::errors(document, ".", errors))
}

/// A page that is one text, in Markdown, with a link to the page of all errors.
pub(crate) fn notice(title: &str, text: &str, home: &str) -> String {
    page(&environment(), &View::notice(title, text, home))
}

/// The template, read once for all pages. It is a part of this package, and tests render all of it.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // If it can't be read there is none, which each page then says.
    let _ = environment.add_template("page", include_str!("html/page.html"));
    environment
}

/// A page from its parts. The template and the parts are this package's own, so that a page that can't be made
/// is a mistake in it, which the page then says: nobody should take it for a catalog without errors.
fn page(environment: &Environment<'_>, view: &View) -> String {
    let template = environment.get_template("page");
    let text = template.and_then(|template| template.render(Serde(view)));
    text.unwrap_or_else(|why| {
        let why = HtmlEscape(&format!("{why:#}")).to_string();
        format!(
            "<!DOCTYPE html>\n<title>No page</title>\n<p>This page could not be made: {why}</p>\n"
        )
    })
}

#[cfg(test)]
mod tests {
    use minijinja::Environment;

    use super::{environment, page};
    use crate::render::html::view::View;

    #[test]
    fn a_page_that_can_not_be_made_says_so() {
        let view = View::notice("a", "b", ".");
        assert!(page(&environment(), &view).contains("<h1>a</h1>"));
        let mut broken = Environment::new();
        for template in [None, Some("{{ title|nothing }}")] {
            if let Some(template) = template {
                broken.add_template("page", template).unwrap();
            }
            let text = page(&broken, &view);
            assert!(text.contains("<p>This page could not be made: "), "{text}");
        }
    }
}
