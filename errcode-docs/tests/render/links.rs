//! Links of doc comments to Rust items become links to errors, or text.

use errcode::ApiError;
use errcode_docs::markdown::{Options, files};
use errcode_docs::{Document, html, markdown, openapi};

use crate::fixture::error;

/// See [`Order::Paid`].
#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are tested")]
#[expect(clippy::doc_markdown, reason = "not everybody writes code as code")]
#[api(format = flat, group = "Orders")]
pub(crate) enum Order {
    /// Unlike [`Order::Paid`] or [Self::Secret], as [`Duration`] [`says`](std::time::Duration::as_secs);
    /// see [`crate::links::Lone`], [the other][Lone::Late], [a `page`](Order::Paid) [and][`Paid`] [more]
    /// and array[0].
    #[error("open")]
    #[api(status = 409, code = "ORDER_OPEN")]
    Open,
    /// Paid.
    ///
    /// # Fix
    /// Wait for [`Self::Open`], then [`crate::Other::Open()`].
    #[error("{at}")]
    #[api(status = 402, code = "ORDER|PAID")]
    #[deprecated(note = "read [`Order::Open`]")]
    Paid {
        /// As [`Order::Open`].
        #[api(public)]
        at: u8,
    },
    /// Hidden.
    #[doc(hidden)]
    #[error("secret")]
    #[api(status = 403, code = "ORDER_SECRET")]
    Secret,
}

/// Not [`Order::Open`], but [`Self`].
#[derive(Debug, thiserror::Error, ApiError)]
#[error("lone")]
#[api(format = flat, status = 404, code = "LONE", group = "Lone")]
pub(crate) struct Lone;

errcode::catalog! {
    /// First [`Order::Open`].
    pub(crate) static ORDERS: Catalog = {
        title: "Orders",
        types: [Order, Lone],
        after: "Last [`Order::Open`], [limits](#limits).\n\n## Limits\n\nNone.",
    };
}

#[test]
fn a_path_of_an_error_links_to_its_code() {
    let document = Document::from(&ORDERS);
    let open = error(&document, "ORDER_OPEN");
    assert_eq!(
        open.description,
        "Unlike [`ORDER|PAID`](#ORDER%7CPAID) or Self::Secret, as `Duration` `says`;\n\
         see [`LONE`](#LONE), the other, [a `page`](#ORDER%7CPAID) [and](#ORDER%7CPAID) [more]\n\
         and array[0]."
    );
    let paid = error(&document, "ORDER|PAID");
    assert_eq!(
        paid.fix,
        "Wait for [`ORDER_OPEN`](#ORDER_OPEN), then `crate::Other::Open()`."
    );
    assert_eq!(
        paid.details[0].description,
        "As [`ORDER_OPEN`](#ORDER_OPEN)."
    );
    assert_eq!(
        paid.deprecated.as_deref(),
        Some("read [`ORDER_OPEN`](#ORDER_OPEN)")
    );
    assert_eq!(document.introduction, "First [`ORDER_OPEN`](#ORDER_OPEN).");
    assert_eq!(
        document.groups[0].introduction,
        "See [`ORDER|PAID`](#ORDER%7CPAID)."
    );
    assert_eq!(
        error(&document, "LONE").description,
        "Not [`ORDER_OPEN`](#ORDER_OPEN), but [`LONE`](#LONE)."
    );
}

#[test]
fn no_page_shows_link_brackets() {
    let page = markdown(&ORDERS, &Options::default());
    let json = openapi(&ORDERS, &openapi::Options::default()).pretty();
    for text in [page, json, html(&ORDERS)] {
        assert!(
            !text.contains("[`Order") && !text.contains("[Self") && !text.contains("::Paid"),
            "{text}"
        );
    }
}

#[test]
fn pages_of_a_part_of_the_document_link_to_the_others() {
    let files = files(&ORDERS, &Options::default());
    let text = |path: &str| &files.iter().find(|file| file.path == path).unwrap().text;
    assert!(text("index.md").contains("First [`ORDER_OPEN`](orders.md#ORDER_OPEN)."));
    assert!(text("index.md").contains("[limits](#limits)"));
    assert!(text("orders.md").contains("Unlike [`ORDER|PAID`](orders.md#ORDER%7CPAID)"));
    assert!(text("lone.md").contains("Not [`ORDER_OPEN`](orders.md#ORDER_OPEN)"));

    let files = html::files(&ORDERS);
    let text = |path: &str| &files.iter().find(|file| file.path == path).unwrap().text;
    assert!(text("index.html").contains("First <a href=\"errors/ORDER_OPEN.html\">"));
    assert!(text("index.html").contains("<a href=\"#limits\">"));
    let paid = text("errors/ORDER~7cPAID.html");
    assert!(
        paid.contains("Wait for <a href=\"../errors/ORDER_OPEN.html\"><code>ORDER_OPEN</code></a>")
    );

    // The page that shows an OpenAPI description is unknown.
    let json = openapi(&ORDERS, &openapi::Options::default()).pretty();
    assert!(
        json.contains("Unlike `ORDER|PAID` or Self::Secret"),
        "{json}"
    );
    assert!(!json.contains("(#"), "{json}");
}
