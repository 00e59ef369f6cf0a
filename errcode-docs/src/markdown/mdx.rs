//! Markdown that says the same in MDX, as which many documentation sites read it: there braces are
//! expressions, `<` begins an element, `import` and `export` are code, and no code is indented.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::plain::escape;
use crate::plain::fence;
use crate::prose::{Edits, parser};

/// A text that is the same in `CommonMark` and in MDX.
pub(super) fn portable(markdown: &str) -> Cow<'_, str> {
    let has = |marks: &[&str]| marks.iter().any(|mark| markdown.contains(mark));
    if !has(&["{", "}", "<", "    ", "\t", "import ", "export "]) {
        return Cow::Borrowed(markdown);
    }
    let mut edits = Edits::of(markdown);
    let mut depth = 0_usize;
    let mut is_code = false;
    let mut indented: Option<String> = None;
    let mut after_break = false;
    // The end of what is replaced as a whole.
    let mut done = 0;
    for (event, range) in parser(markdown) {
        match &event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_code = true;
                indented = (*kind == CodeBlockKind::Indented).then(String::new);
            }
            Event::End(TagEnd::CodeBlock) => {
                is_code = false;
                if let Some(code) = indented.take() {
                    fenced(&mut edits, markdown, range.clone(), &code);
                }
            }
            Event::Text(line) if is_code => {
                if let Some(code) = &mut indented {
                    code.push_str(line);
                }
            }
            Event::Start(Tag::Paragraph) if depth == 0 => {
                let first = &markdown[range.start..];
                if first.starts_with("import ") || first.starts_with("export ") {
                    let letter = format!("&#{};", first.as_bytes()[0]);
                    edits.replace(range.start..range.start + 1, letter);
                }
            }
            Event::Start(Tag::Link {
                link_type: kind @ (LinkType::Autolink | LinkType::Email),
                dest_url,
                ..
            }) => {
                done = range.end;
                let scheme = if *kind == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                let link = format!("[{}](<{scheme}{dest_url}>)", escape(dest_url));
                edits.replace(range.clone(), link);
                // It would be an image.
                if is_bare(markdown, range.start, b'!') {
                    edits.replace(range.start - 1..range.start - 1, "\\".to_owned());
                }
            }
            Event::SoftBreak => join(&mut edits, markdown, range.clone(), 4),
            Event::Code(_) => join(&mut edits, markdown, range.clone(), 0),
            Event::Text(_) if range.start >= done && after_break => {
                line_start(&mut edits, markdown, range.start);
                text(&mut edits, markdown, range.clone());
            }
            Event::Text(_) if range.start >= done => {
                text(&mut edits, markdown, range.clone());
            }
            _ => {}
        }
        after_break = event == Event::HardBreak;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Cow::Owned(edits.apply(0..markdown.len()))
}

/// Puts lines of a paragraph behind each other, if the next one has at least an indent: that of code is
/// none in MDX, where a fence may begin behind it, and code may begin with what MDX would take.
fn join(edits: &mut Edits<'_>, markdown: &str, range: Range<usize>, least: usize) {
    for (at, _) in markdown[range.clone()].match_indices('\n') {
        let at = range.start + at;
        let next = markdown[at + 1..].trim_start_matches([' ', '\t']);
        let end = markdown.len() - next.len();
        let indent = &markdown[at + 1..end];
        if indent.len() >= least || indent.contains('\t') {
            edits.replace(at..end, " ".to_owned());
        }
    }
}

/// Escapes the first characters of a line that stays one: without the rule that its indent is too deep
/// they may begin a list or a fence.
fn line_start(edits: &mut Edits<'_>, markdown: &str, at: usize) {
    let digits = markdown[at..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let mark = markdown.as_bytes().get(at + digits);
    if mark.is_some_and(|mark| b"-+*=#>~`".contains(mark) || digits > 0 && b".)".contains(mark)) {
        edits.replace(at + digits..at + digits, "\\".to_owned());
    }
}

/// Escapes what MDX would take for its own in a text.
fn text(edits: &mut Edits<'_>, markdown: &str, range: Range<usize>) {
    for (at, _) in markdown[range.clone()].match_indices(['{', '}', '<']) {
        let at = range.start + at;
        if !is_escaped(markdown, at) {
            edits.replace(at..at, "\\".to_owned());
        }
    }
}

/// Whether a mark stands before a place, and no backslash before it.
fn is_bare(markdown: &str, end: usize, mark: u8) -> bool {
    end > 0 && markdown.as_bytes()[end - 1] == mark && !is_escaped(markdown, end - 1)
}

fn is_escaped(markdown: &str, at: usize) -> bool {
    let before = markdown.as_bytes()[..at].iter().rev();
    before.take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Indented code between fences, as far in as it was in its list or quotation. It starts where its text
/// does.
fn fenced(edits: &mut Edits<'_>, markdown: &str, range: Range<usize>, code: &str) {
    let line = markdown[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let mut lead = String::new();
    for character in markdown[line..range.start].chars() {
        lead.push(character);
        if character == '\t' {
            lead.pop();
            lead.push_str(&"    "[lead.chars().count() % 4..]);
        }
    }
    let lead = lead.strip_suffix("    ").unwrap_or(&lead);
    let quoted: String = lead
        .chars()
        .map(|c| if c == '>' { '>' } else { ' ' })
        .collect();
    let code = fence("", code).replace('\n', &format!("\n{quoted}"));
    let end = if markdown[..range.end].ends_with('\n') {
        "\n"
    } else {
        ""
    };
    edits.replace(line..range.end, format!("{lead}{code}{end}"));
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn nothing_is_left_to_mdx() {
        for (text, expected) in [
            ("a {b} `{c}` \\{ <d", "a \\{b\\} `{c}` \\{ \\<d"),
            ("<https://x.y/_>", "[https://x.y/\\_](<https://x.y/_>)"),
            ("<a@b.c>", "[a@b.c](<mailto:a@b.c>)"),
            ("export your {keys}", "&#101;xport your \\{keys\\}"),
            ("a\n\n    {b}\n\n\tc\n\nd", "a\n\n```\n{b}\n\nc\n```\n\nd"),
            (
                "-     {a}\n\n      b\n- c",
                "- ```\n  {a}\n  \n  b\n  ```\n- c",
            ),
            ("a\\\n    - b\\\n     1. c", "a\\\n    \\- b\\\n     1\\. c"),
            ("a `b\n    ``` c`\n\t{d", "a `b ``` c` \\{d"),
            ("> a\n>\n>     {b}", "> a\n>\n> ```\n> {b}\n> ```"),
        ] {
            assert_eq!(portable(text), expected);
        }
    }
}
