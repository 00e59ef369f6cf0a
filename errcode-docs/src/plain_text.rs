//! Plain text: on one line, in backticks in a message, and as Markdown that says just it.

use std::fmt;

/// A text on one line: white space and control characters are one space each run.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What a message quotes: in backticks, on one line.
pub(crate) fn quoted(text: impl fmt::Display) -> String {
    format!("`{}`", one_line(&text.to_string()))
}

/// A block of code between fences that it does not have.
pub(crate) fn fence(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest.max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("{ticks}{language}\n{text}{end}{ticks}")
}

/// Plain text as Markdown, on one line: nothing in it is taken for markup.
pub(crate) fn escape(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    // A line that begins like an item of a list or an underline of a heading.
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
