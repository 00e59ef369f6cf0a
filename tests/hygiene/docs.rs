//! Doc comments of every form, with every odd character, as the documents show them.
#![allow(
    clippy::doc_lazy_continuation,
    clippy::doc_markdown,
    clippy::needless_raw_string_hashes,
    clippy::tabs_in_doc_comments,
    reason = "they are the test"
)]

use errcode::{ApiError, Documented};

fn docs<T: Documented>() -> Vec<String> {
    T::CATALOG.entries().map(|entry| entry.docs()).collect()
}

#[rustfmt::skip]
#[derive(Debug, thiserror::Error, ApiError)]
#[error("docs")]
#[api(rename_all = "snake_case", status = 400)]
enum Forms {
    /// One line.
    Line,
    /// Several
    /// lines,
    ///
    ///
    ///     code
    ///
    /// end.
    Lines,
    ///
    /// Blank lines around.
    ///
    Blank,
    ///No space.
    Tight,
    ///   Much space.
    ///    More.
    Wide,
    ///	A tab,
    ///		and two.
    Tabs,
    #[doc = "An attribute."]
    Attribute,
    #[doc = " Of\n several\n   lines."]
    AttributeOfLines,
    #[doc = concat!("Made ", "of ", 2, " parts.")]
    Concat,
    /// A line,
    #[doc = "an attribute,"]
    /// a line,
    #[doc = concat!("a", " macro.")]
    Mixed,
    /// # Heading
    ///
    #[doc = include_str!("crlf.md")]
    Included,
    #[doc = stringify!(a < b)]
    #[doc(alias = "other")]
    #[cfg_attr(all(), doc = "Conditional.")]
    Conditional,
    #[doc(alias = "nothing")]
    None,
    /** One line. */
    Block,
    /**
     * Stars
     *   before
     *
     * - every line,
     * * this one's own.
     */
    BlockOfStars,
    /**
        No stars,
          but a form.

        End. */
    BlockWithout,
    /** Begins at once,
     * goes on.
     */
    BlockAtOnce,
    /** A line.
        * An item. */
    BlockWithItem,
    /** First. */
    /// Second,
    /** Third. */
    BlockAndLine,
    /** é /* nested */ `*` \
     */
    BlockOdd,
    /// * an item
    /// * another
    Items,
    ///
    /// * an item
    ///
    /// * another
    ///
    ItemsAlone,
}

#[test]
fn every_form_of_a_comment() {
    assert_eq!(
        docs::<Forms>(),
        [
            "One line.",
            "Several\nlines,\n\n\n    code\n\nend.",
            "Blank lines around.",
            "No space.",
            "Much space.\n More.",
            "A tab,\n\tand two.",
            "An attribute.",
            "Of\nseveral\n  lines.",
            "Made of 2 parts.",
            "A line,\nan attribute,\na line,\na macro.",
            "# Heading\n\n# Heading\r\n\r\ntext\twith a tab  \r\n- `a|b`\r",
            "a < b\nConditional.",
            "",
            "One line.",
            "Stars\n  before\n\n- every line,\n* this one's own.",
            "No stars,\n  but a form.\n\nEnd.",
            "Begins at once,\ngoes on.",
            "A line.\nAn item.",
            "First. \nSecond,\nThird.",
            r"é /* nested */ `*` \",
            "* an item\n* another",
            "* an item\n\n* another",
        ]
    );
}

/// Every odd character.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("odd")]
#[api(format = flat)]
#[expect(dead_code, reason = "only its comments are read")]
enum Characters {
    /// `{}` {0} {name:?} {{ }} "quoted" 'single' \ \\ \n \" \u{41} %s $1 $var #{x}
    /// ``` ~~~ `` ` `` | \| <T> <b>&amp;</b> &lt; <!-- c --> [link] [a](b) [`x`]: # *a* _b_ **c**
    /// # Heading
    /// ## Fix #
    /// 1. one
    /// > quote --- === +++ @ ^ ~ ! ? ; : , . / () [] {}
    /// 😀 é e\u{301} ß 漢字 العربية ﷽ 👩‍👩‍👧 r#"raw"# /* c */ // d
    #[error("odd")]
    #[api(status = 400, code = "ODD")]
    Odd {
        /// Of a field: `a|b` "c" \ {d} <E> 😀
        #[api(public, header = "X-Field")]
        field: u8,
    },
    #[doc = "\u{0}\u{7f}\u{200b}\u{202e}\u{feff}\t\"\\\r"]
    #[error("escaped")]
    #[api(status = 400, code = "ESCAPED")]
    Escaped,
    #[doc = r##"r"#" \"##]
    #[error("raw")]
    #[api(status = 400, code = "RAW")]
    Raw,
}

#[test]
fn every_odd_character() {
    let [odd, escaped, raw] = docs::<Characters>().try_into().unwrap();
    assert_eq!(
        odd.lines().collect::<Vec<_>>(),
        [
            r##"`{}` {0} {name:?} {{ }} "quoted" 'single' \ \\ \n \" \u{41} %s $1 $var #{x}"##,
            r"``` ~~~ `` ` `` | \| <T> <b>&amp;</b> &lt; <!-- c --> [link] [a](b) [`x`]: # *a* _b_ **c**",
            "# Heading",
            "## Fix #",
            "1. one",
            "> quote --- === +++ @ ^ ~ ! ? ; : , . / () [] {}",
            r##"😀 é e\u{301} ß 漢字 العربية ﷽ 👩‍👩‍👧 r#"raw"# /* c */ // d"##,
        ]
    );
    assert_eq!(escaped, "\u{0}\u{7f}\u{200b}\u{202e}\u{feff}\t\"\\\r");
    assert_eq!(raw, r##"r"#" \"##);
    let entry = Characters::CATALOG.entries().next().unwrap();
    let field = r#"Of a field: `a|b` "c" \ {d} <E> 😀"#;
    let members: Vec<String> = entry
        .members()
        .map(errcode::catalog::Member::docs)
        .collect();
    let headers: Vec<String> = entry
        .headers()
        .map(errcode::catalog::HeaderDoc::docs)
        .collect();
    assert_eq!([members, headers].concat(), [field, field]);
}

errcode::catalog! {
    /**
     * The whole
     *   of it.
     */
    static STARRED: Catalog = { title: "Starred", types: [] };
}

errcode::catalog! {
    /// * an item
    /// * another
    static ITEMS: Catalog = { title: "Items", types: [] };
}

#[test]
fn comments_of_a_catalog() {
    assert_eq!(STARRED.docs(), "The whole\n  of it.");
    assert_eq!(ITEMS.docs(), "* an item\n* another");
}
