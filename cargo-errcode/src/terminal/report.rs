//! Prints results to standard output, and status messages and failures to standard error. Colours follow `--color`.

use std::fmt::Display;
use std::io::{ErrorKind, Write};

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::failure::Failure;
use crate::options::Color;

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(crate) const CODE: Style = AnsiColor::Cyan.on_default();
pub(crate) const HELP: Style = AnsiColor::BrightCyan.on_default().bold();

/// Applies `--color`.
pub(crate) fn set_color(color: Color) {
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// Adds a style to a text.
pub(crate) fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Prints a result. A closed pipe is not an error: the reader has read enough.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(format!(
            "can't write to standard output: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Prints a status message, which is not part of the result.
pub(crate) fn status(text: impl Display) {
    anstream::eprintln!("{text}");
}

/// Prints why a command could not run.
pub(crate) fn failure(failure: &Failure) {
    status(failure_text(failure));
}

fn failure_text(failure: &Failure) -> String {
    let mut parts: Vec<String> = failure.notes.clone();
    // The output of other programs comes first, because people read the last lines.
    parts.push(format!(
        "{}: {}",
        styled(ERROR, "error"),
        escaped(&failure.message)
    ));
    for help in &failure.help {
        parts.push(format!("{}: {}", styled(HELP, "help"), escaped(help)));
    }
    parts.join("\n")
}

/// Escapes the control characters of a text, so that text of a catalog can't control the terminal.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => escaped.push(character),
            _ if character.is_control() => escaped.extend(character.escape_default()),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A table with a heading, two spaces between the columns.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head = head.iter().map(|&cell| cell.to_owned()).collect();
    let rows: Vec<Vec<String>> = [head].into_iter().chain(rows.iter().cloned()).collect();
    let mut text = String::new();
    for (number, line) in columns(&rows).into_iter().enumerate() {
        let style = if number == 0 { HEADING } else { Style::new() };
        text.push_str(&styled(style, line));
        text.push('\n');
    }
    text
}

/// The lines of a table. Each column is as wide as its widest cell.
pub(crate) fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{escaped, failure_text, table};
    use crate::failure::Failure;

    fn colourless(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_failure_with_a_note_and_a_help() {
        let failure = Failure::new("no package `a`")
            .note("cargo: no")
            .help("did you mean `b`?");
        assert_eq!(
            colourless(&failure_text(&failure)),
            "cargo: no\nerror: no package `a`\nhelp: did you mean `b`?"
        );
    }

    #[test]
    fn columns_of_any_text() {
        let rows = [
            vec!["A".to_owned(), "x y".to_owned()],
            vec!["日本".to_owned(), "b".to_owned()],
        ];
        assert_eq!(
            colourless(&table(&["CODE", "TEXT"], &rows)),
            "CODE  TEXT\nA     x y\n日本  b\n"
        );
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(escaped("a\u{1b}[2Jb\r\n"), "a\\u{1b}[2Jb\\r\n");
        let failure = Failure::new("no group `\u{1b}[2J`").help("did you mean `\u{9b}2J`?");
        assert_eq!(
            colourless(&failure_text(&failure)),
            "error: no group `\\u{1b}[2J`\nhelp: did you mean `\\u{9b}2J`?"
        );
    }
}
