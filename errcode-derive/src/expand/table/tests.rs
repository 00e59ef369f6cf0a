//! The table as rustdoc reads it.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};
use syn::{DeriveInput, parse_quote};

use super::{code, text};

#[test]
fn codes_stand_for_themselves() {
    assert_eq!(code(""), "<code></code>");
    assert_eq!(code("a\n`"), "<code>a\u{fffd}&#96;</code>");
}

#[test]
fn the_table_of_a_type() {
    let input = parse_quote! {
        #[api(format = flat)]
        enum Error {
            /// Taken. Take another.
            #[api(status = 409, code = "TAKEN")]
            Taken,
            #[api(status = crate::GONE, code = "GONE")]
            #[deprecated]
            r#Gone,
            #[api(status = 500, code = "ANY")]
            Any(#[api(status)] u16),
            #[doc(hidden)]
            #[api(status = 400, code = "HIDDEN")]
            Hidden,
            #[api(hide_as = Taken)]
            Private,
            #[api(transparent)]
            Inner(Box<Inner<u8>>),
            #[api(transparent)]
            Itself(Box<Error>),
        }
    };
    assert_eq!(
        table(&input),
        "| Code | Status |\n| --- | --- |\n\
         | [`TAKEN`](#variant.Taken) | 409 |\n\
         | [`GONE`](#variant.Gone) | `crate::GONE` |\n\
         | [`ANY`](#variant.Any) | 500 or another |\n\
         \nAll codes of `Box<Inner<u8>>`.\n"
    );
}

/// The table of a type.
fn table(input: &DeriveInput) -> String {
    let (model, _) = crate::check::check(input);
    text(&model.unwrap())
}

/// The cells of a page as rustdoc parses it, which has no links but to variants, nothing that it would
/// look up or complain of, and no HTML but code.
fn cells(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let look_up = |link: pulldown_cmark::BrokenLink<'_>| panic!("{link:?} in {markdown}");
    let mut cells = Vec::new();
    for event in Parser::new_with_broken_link_callback(markdown, options, Some(look_up)) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => {
                assert!(!text.contains("://"), "{text} in {markdown}");
                let _ = cells.last_mut().map(|cell| write!(cell, "{text}"));
            }
            Event::Code(text) => {
                let _ = cells.last_mut().map(|cell| write!(cell, "{text}"));
            }
            Event::InlineHtml(html) => {
                assert!(
                    ["<code>", "</code>"].contains(&&*html),
                    "{html} in {markdown}"
                );
            }
            Event::Start(Tag::Link { dest_url, .. }) => assert_eq!(&*dest_url, "#variant.One"),
            Event::Start(
                Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_a_cell(
        code in proptest::collection::vec(select(PIECES), 1..8),
    ) {
        let code = code.concat();
        let input = parse_quote! {
            #[api(allow(code_style))]
            enum Error {
                #[api(status = 400, code = #code)]
                One,
            }
        };
        let cells = cells(&table(&input));
        let shown: String = code.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        prop_assert_eq!(cells, ["Code", "Status", shown.as_str(), "400"]);
    }
}

/// What Markdown, tables and rustdoc make something of.
const PIECES: &[&str] = &[
    "a",
    "B",
    " ",
    ". ",
    "`",
    "``",
    "|",
    "\\",
    "\\|",
    "[",
    "]",
    "](",
    ")",
    "[a]",
    "[`a`]",
    "][b]",
    "<",
    ">",
    "<b>",
    "</",
    "<!--",
    "&",
    "&lt;",
    "*",
    "**",
    "_",
    "~~",
    "!",
    "![",
    "#",
    "-",
    "+",
    "=",
    "1. ",
    ":",
    "://",
    "https://x.y",
    "^",
    "[^1]",
    "[ ] ",
    "\"",
    "\'",
    "...",
    "--",
    "$",
    "{",
    "}",
    "é",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\u{0}",
    "\u{202e}",
    "/",
    ";",
    "@",
    "%",
    "?",
    ",",
];
