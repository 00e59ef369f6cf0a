//! A small page for browsers.

use std::fmt::Write;

use super::{Cacheable, Format, escape_markup};
use crate::details::json_text;
use crate::json::FormatError;
use crate::{Body, Occurrence};

/// A small page for browsers, as `text/html; charset=utf-8`: title, message, code, details, and a link to
/// the `type`. It has no script, and follows the reader's choice of light or dark.
///
/// The page takes its colours and font from variables of CSS, if they are set: `--errcode-background`,
/// `--errcode-text`, `--errcode-muted`, `--errcode-accent`, `--errcode-font` and `--errcode-width`. A
/// format of your own sets them:
///
/// ```
/// use errcode_core::format::{Format, Html};
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// struct Page;
///
/// impl Format for Page {
///     const NAME: &'static str = "page";
///     const CONTENT_TYPE: &'static str = Html::CONTENT_TYPE;
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         Html::write_page(error, "<style>:root { --errcode-accent: #b30059 }</style>", body)
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Html;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;background:var(--errcode-background,light-dark(#fff,#16181d));\
color:var(--errcode-text,light-dark(#1c1e21,#e8eaed));\
font:1rem/1.5 var(--errcode-font,system-ui,sans-serif)}\
main{max-width:var(--errcode-width,40rem);margin:0 auto;padding:15vh 1.5rem 2rem;overflow-wrap:anywhere}\
h1{margin:0;font-size:1.75rem;line-height:1.2}\
.status,dt{color:var(--errcode-muted,light-dark(#5c6370,#9aa3b2))}\
.status{margin:0}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}\
dd{margin:0}\
a{color:var(--errcode-accent,light-dark(#0a58ca,#8ab4f8))}";

impl Html {
    /// Writes the page with elements of your own at the end of its `<head>`, such as a `<style>` that sets
    /// the variables, or a `<link>` to a style sheet.
    ///
    /// # Errors
    ///
    /// None so far.
    pub fn write_page(
        error: &Occurrence<'_>,
        head: &str,
        body: &mut Body,
    ) -> Result<(), FormatError> {
        let (status, title, message) = (error.status(), error.title(), error.message());
        let shown = escape_markup(title);
        write!(
            body,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{shown}</title>\n<style>{STYLE}</style>\n{head}</head>\n\
             <body>\n<main>\n<p class=\"status\">{}</p>\n<h1>{shown}</h1>\n",
            status.as_u16()
        )?;
        if message != title {
            writeln!(body, "<p dir=\"auto\">{}</p>", escape_markup(&message))?;
        }
        let details = error.details();
        let facts = [
            ("Code", Some(error.code().as_str())),
            ("Request", error.context().request_id()),
        ];
        body.write_str("<dl>\n")?;
        for (name, value) in facts {
            if let Some(value) = value {
                write_fact(
                    body,
                    name,
                    &format_args!("<code>{}</code>", escape_markup(value)),
                )?;
            }
        }
        for (name, value) in details.iter() {
            write_fact(body, name, &escape_markup(&json_text(value)))?;
        }
        body.write_str("</dl>\n")?;
        if let Some(link) = error.link().filter(|link| leads_to_a_page(link)) {
            let link = escape_markup(link);
            writeln!(body, "<p><a href=\"{link}\">About this error</a></p>")?;
        }
        Ok(body.write_str("</main>\n</body>\n</html>\n")?)
    }
}

/// Writes a name and a value, which is markup.
fn write_fact(
    body: &mut Body,
    name: &str,
    value: &dyn std::fmt::Display,
) -> Result<(), FormatError> {
    let name = escape_markup(name);
    Ok(writeln!(
        body,
        "<dt>{name}</dt><dd dir=\"auto\">{value}</dd>"
    )?)
}

/// Whether a browser can follow a type URI. A `urn:` or a `tag:` only names the error.
fn leads_to_a_page(uri: &str) -> bool {
    let scheme = uri.split_once(':').map(|(scheme, _)| scheme);
    // A colon after a slash belongs to the path.
    match scheme.filter(|scheme| !scheme.contains(['/', '?', '#'])) {
        Some(scheme) => ["http", "https"]
            .iter()
            .any(|web| scheme.eq_ignore_ascii_case(web)),
        None => true,
    }
}

impl Format for Html {
    const NAME: &'static str = "html";
    const CONTENT_TYPE: &'static str = "text/html; charset=utf-8";
    const CACHEABLE: Cacheable = Cacheable::WithoutRequest;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        Self::write_page(error, "", body)
    }
}
