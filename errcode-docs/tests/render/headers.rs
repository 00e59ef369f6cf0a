//! Response headers: fixed ones, each by itself and several of one name.

use errcode_docs::openapi::Options;
use errcode_docs::{Document, markdown, openapi};

#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[api(format = flat)]
enum PageError {
    #[error("moved")]
    #[api(status = 410, code = "MOVED", header("Link" = "<a>"), header("Link" = "<b>"))]
    Moved,
    /// The field replaces the fixed header.
    #[error("elsewhere")]
    #[api(status = 409, code = "ELSEWHERE", header("Link" = "<a>"))]
    #[api(example(Self::Elsewhere { at: "<c>".to_owned() }))]
    Elsewhere {
        #[api(header = "Link")]
        at: String,
    },
}

errcode::catalog! { static PAGES: Catalog = { title: "Pages", types: [PageError] }; }

/// Clients join the values of one name with commas (RFC 9110, 5.3).
#[test]
fn headers_of_one_name_are_all_shown() {
    let document = Document::from(&PAGES);
    let headers = |at: usize| {
        let headers = document.groups[0].errors[at].headers.iter();
        let facts = headers.map(|h| (h.name.as_str(), h.value.as_deref(), h.required));
        facts.collect::<Vec<_>>()
    };
    assert_eq!(headers(0), [("Link", Some("<a>, <b>"), true)]);
    assert_eq!(headers(1), [("Link", None, true)]);
    let page = markdown(&document, &markdown::Options::default());
    assert!(page.contains("| `Link` | `<a>, <b>` |"), "{page}");
    assert!(page.contains("\nLink: <a>\nLink: <b>\n"), "{page}");
    let json = openapi(&document, &Options::default()).to_string();
    assert!(json.contains(r#""enum":["<a>, <b>"]"#), "{json}");
}
