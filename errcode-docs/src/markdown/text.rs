//! Texts as Markdown: plain text escaped, code spans, table cells, fences, headings one level down.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::mdx::portable;
use crate::plain::one_line;
use crate::prose::{Edits, parser};

/// A text as a code span.
pub(crate) fn code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(match longest {
        1 => 2,
        0 => 1,
        _ => longest + 1,
    });
    let padded = text.starts_with('`')
        || text.ends_with('`')
        || (text.starts_with(' ') && text.ends_with(' ') && !text.trim_matches(' ').is_empty());
    if padded {
        format!("{ticks} {text} {ticks}")
    } else {
        format!("{ticks}{text}{ticks}")
    }
}

/// A text as code in a cell of a table, where a `|` ends the cell if it can.
pub(crate) fn code_cell(text: &str) -> String {
    let text = visible(text);
    if is_ambiguous(&text) {
        return html_code(&text);
    }
    code(&text).replace('|', "\\|")
}

/// Whether parsers read code differently once each `|` has a backslash: they do not agree on what a
/// backslash before that one is.
fn is_ambiguous(code: &str) -> bool {
    code.contains("\\|") || code.ends_with('\\') && code.contains('|')
}

/// What a code span can show: it has no line breaks, and is not empty.
pub(crate) fn visible(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| match c {
            c if c.is_whitespace() => ' ',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect();
    if text.is_empty() {
        " ".to_owned()
    } else {
        text
    }
}

/// A text as code, for where a code span would be read in two ways.
fn html_code(text: &str) -> String {
    use std::fmt::Write as _;

    let mut html = String::from("<code>");
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            let _ = write!(html, "&#{};", u32::from(character));
        } else {
            html.push(character);
        }
    }
    html + "</code>"
}

/// Markdown of one line as a cell of a table.
pub(crate) fn cell(inline: &str) -> String {
    let inline = &*portable(inline);
    if !inline.contains('|') {
        return inline.to_owned();
    }
    let mut edits = Edits::of(inline);
    for (event, range) in parser(inline) {
        match event {
            Event::Code(text) if is_ambiguous(&text) => {
                edits.replace(range, html_code(&text));
            }
            Event::InlineHtml(_) => {
                let html = inline[range.clone()].replace('|', "&#124;");
                edits.replace(range, html);
            }
            _ => {}
        }
    }
    let text = edits.apply(0..inline.len());
    let (mut cell, mut backslashes) = (String::with_capacity(text.len()), 0_usize);
    for character in text.chars() {
        if character == '|' && backslashes % 2 == 0 {
            cell.push('\\');
        }
        backslashes = if character == '\\' {
            backslashes + 1
        } else {
            0
        };
        cell.push(character);
    }
    cell
}

/// A text whose highest heading has a level, and its other headings as much below.
pub(crate) fn below(markdown: &str, level: u8) -> String {
    let markdown = &*portable(markdown);
    let mut headings = Vec::new();
    for (event, range) in parser(markdown) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => headings.push((level as u8, range, None)),
            Event::End(TagEnd::Heading(_)) => {}
            _ => {
                // The end of what stands in the heading.
                if let Some((_, whole, inner)) = headings.last_mut()
                    && range.start >= whole.start
                    && range.end <= whole.end
                {
                    *inner = Some(range.end);
                }
            }
        }
    }
    let Some(highest) = headings.iter().map(|(level, ..)| *level).min() else {
        return markdown.to_owned();
    };
    let by = level.saturating_sub(highest);
    if by == 0 {
        return markdown.to_owned();
    }
    let mut edits = Edits::of(markdown);
    for (level, range, inner) in headings {
        let source = &markdown[range.clone()];
        let marks = "#".repeat(usize::from((level + by).min(6)));
        let is_atx = source.trim_start().starts_with('#') && !is_underlined(source);
        if is_atx {
            let hashes = source.len() - source.trim_start().trim_start_matches('#').len();
            edits.replace(range.start..range.start + hashes, marks);
        } else if let Some(end) = inner {
            let text = one_line(&markdown[range.start..end]);
            let line_end = if source.ends_with('\n') { "\n" } else { "" };
            edits.replace(range, format!("{marks} {text}{line_end}"));
        }
    }
    edits.apply(0..markdown.len())
}

/// Whether a heading's source has the underline of a setext heading.
fn is_underlined(source: &str) -> bool {
    source.trim_end().contains('\n')
}
