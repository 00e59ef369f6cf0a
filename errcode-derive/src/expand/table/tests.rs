//! The table as rustdoc reads it.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};
use syn::{DeriveInput, parse_quote};

use super::{code, first_sentence, inline, text};

#[test]
fn sentences_end_where_the_next_begins() {
    for (docs, sentence) in [
        (" One line.", "One line."),
        (
            " Not found (e.g. gone). Ask again.",
            "Not found (e.g. gone).",
        ),
        (" By e.g. `a.b`. `c` is next.", "By e.g. `a.b`."),
        (" Version 1.2 is gone. Yes.", "Version 1.2 is gone."),
        (" **Not** here.", "**Not** here."),
        (" The type `a. B` is gone.", "The type `a. B` is gone."),
        (" Two\n lines.\n\n Another paragraph.", "Two lines."),
        (" No dot\n\n another paragraph.", "No dot"),
        ("\n\n * No dot\n *\n * another paragraph.\n ", "No dot"),
        ("\n * A block. Of\n * stars.\n ", "A block."),
        (" # Fix\n Nothing.", ""),
        (" ```text\n code\n ```", ""),
        ("", ""),
        (" Außer Betrieb. Übermorgen wieder.", "Außer Betrieb."),
    ] {
        assert_eq!(first_sentence(&[parse_quote!(#docs)]), sentence, "{docs:?}");
    }
    let macros = [parse_quote!(" One"), parse_quote!(concat!("a", "b"))];
    assert_eq!(first_sentence(&macros), "");
}

#[test]
fn nothing_is_resolved_and_no_cell_ends() {
    for (markdown, cell) in [
        ("`a` and *b* and __c__", "`a` and *b* and __c__"),
        ("`a|b` | c", "<code>a&#124;b</code> &#124; c"),
        ("``a`b`` `", "<code>a&#96;b</code> &#96;"),
        ("a Vec<T>, &lt;", "a Vec&#60;T&#62;, &lt;"),
        (
            "[`Gone`] or [there](crate::x) or [it][here]",
            "`Gone` or there or it",
        ),
        (
            "![image](x.png) [^1] array[0]",
            "image &#91;^1&#93; array&#91;0&#93;",
        ),
        (r"\| \[a\] C:\dir \", "&#124; &#91;a&#93; C:&#92;dir &#92;"),
        ("[1](x) and [2][y], [3]", "1 and 2, &#91;3&#93;"),
        ("https://x.y", "https&#58;//x.y"),
    ] {
        assert_eq!(inline(markdown), cell, "{markdown:?}");
    }
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
        "| Code | Status | Meaning |\n| --- | --- | --- |\n\
         | [`TAKEN`](#variant.Taken) | 409 | Taken. |\n\
         | [`GONE`](#variant.Gone) | `crate::GONE` | Deprecated.  |\n\
         | [`ANY`](#variant.Any) | 500 or another |  |\n\
         \nAll codes of `Box<Inner<u8>>`.\n"
    );
}

/// The table of a type, which is right.
fn table(input: &DeriveInput) -> String {
    let model = crate::check::accepted(input);
    model.map_or_else(|messages| panic!("{messages:?}"), |model| text(&model))
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
        docs in proptest::collection::vec(select(PIECES), 0..16),
        code in proptest::collection::vec(select(PIECES), 1..8),
    ) {
        let (docs, code) = (docs.concat(), code.concat());
        let input = parse_quote! {
            #[api(allow(code_style))]
            enum Error {
                #[doc = #docs]
                #[api(status = 400, code = #code)]
                One,
            }
        };
        let cells = cells(&table(&input));
        let shown: String = code.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        prop_assert_eq!(cells.len(), 6);
        prop_assert_eq!(&cells[..3], ["Code", "Status", "Meaning"]);
        prop_assert_eq!(&cells[3..5], [shown.as_str(), "400"]);
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
