//! Plain text in messages and in Markdown: on one line, escaped, as a code span or code block.

use std::fmt;

/// A text on one line. Each run of white space and control characters becomes one space.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text on one line in backticks, for messages.
pub(crate) fn quoted(text: impl fmt::Display) -> String {
    format!("`{}`", one_line(&text.to_string()))
}

/// A fenced code block. The fence is longer than any run of backticks in the text.
pub(crate) fn code_block(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest.max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{ticks}{language}\n{text}{end}{ticks}")
}

/// A text as a code span.
pub(crate) fn code_span(text: &str) -> String {
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

/// A text that a code span can show: not empty, and without line breaks and control characters.
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

/// Plain text on one line as Markdown, with all markup escaped.
pub(crate) fn escape(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    // The line may begin like a list item or the underline of a heading.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at_start = match digits {
        0 if text.starts_with(['-', '+', '=']) => Some(0),
        1.. if text[digits..].starts_with(['.', ')']) => Some(digits),
        _ => None,
    };
    for (at, character) in text.char_indices() {
        if "\\`*_{}[]<>#|~&$".contains(character) || at_start == Some(at) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
