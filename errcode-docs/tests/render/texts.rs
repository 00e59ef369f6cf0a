//! Texts that are likely to break a document.

use proptest::prelude::*;

pub(crate) use crate::catalogs::{Texts, catalog, document};

/// Texts that are likely to break something.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let parts = vec![
        "`",
        "``",
        "```",
        "```\n",
        "~~~\n",
        "|",
        "\\",
        "\\|",
        "`a|b`",
        "_",
        "*",
        "**",
        "<",
        ">",
        "<b>",
        "<b c=\"|\">",
        "<!--",
        "-->",
        "<?",
        "<!A",
        "<![CDATA[",
        "<pre>",
        "</pre>",
        "<script>\n",
        "<div>\n",
        "[",
        "]",
        "(",
        ")",
        "\n[x]: /u 't'\n",
        "[x]",
        "[a][x]",
        "![x]",
        "\n# Fix\n",
        "\n# Causes:\n",
        "\n## More\n",
        "#",
        "===\n",
        "---\n",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "&amp;",
        "&",
        "&#124;",
        "a",
        "B9",
        "é",
        "\r\n",
        "\r",
        "\t",
        "$",
        "{",
        "}",
        "!",
        "^",
        "~",
        "~~",
        "\u{a0}",
        "\u{2028}",
        "https://x.y/",
        "<https://x.y/>",
        "\n\n| a | b |\n| --- | --- |\n| c |\n\n",
        "\0",
        "  \n",
        "\\\n",
        "  ",
        "\u{202e}",
        "+ ",
        "=",
        ":",
        "'",
        "\"",
        "import ",
        "export ",
    ];
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(parts), 0..24).prop_map(|p| p.concat()),
        1 => any::<String>(),
    ]
}

fn code() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("rate_limit_exceeded".to_owned()),
        Just("KV:Raftstore:NotLeader".to_owned()),
        Just("a|b".to_owned()),
        "[!-~]{1,12}",
        hostile().prop_filter("a code that can be seen", |code| !code.trim().is_empty()),
    ]
}

pub(crate) fn errors() -> impl Strategy<Value = Vec<Texts>> {
    let texts = (code(), 400_u16..600, hostile(), hostile(), hostile());
    let texts = texts.prop_map(|(code, status, docs, member, caption)| Texts {
        code,
        status,
        docs,
        member,
        caption,
    });
    prop::collection::vec(texts, 1..5)
}
