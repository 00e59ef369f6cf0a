//! What Markdown and HTML both show: codes, responses, the columns of tables, and what is in their cells.

use std::fmt::Write as _;

use crate::model::rust_type;
use crate::model::schema::Kind;
use crate::model::{Detail, ErrorDoc, Example, Group, Header};
use crate::plain_text::{escape, one_line};

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

/// A response as it goes over the wire, its body with a line for each member.
pub(crate) fn response(example: &Example) -> String {
    let mut text = format!("HTTP/1.1 {} {}\n", example.status, example.reason);
    for header in &example.headers {
        let _ = writeln!(text, "{}: {}", header.name, one_line(&header.value));
    }
    let body = example.pretty_body();
    if !body.is_empty() {
        let _ = write!(text, "\n{body}");
    }
    text
}

/// The columns of the details.
pub(crate) const DETAILS: [&str; 3] = ["Member", "Type", "Description"];

/// The columns of the headers.
pub(crate) const HEADERS: [&str; 3] = ["Header", "Value", "Description"];

/// The columns of a group's table: those that tell something.
pub(crate) struct Columns {
    pub(crate) head: Vec<&'static str>,
    /// Whether there are titles that are not the reason phrases.
    pub(crate) titles: bool,
    /// Whether `type` is what tells errors apart.
    pub(crate) types: bool,
}

impl Columns {
    pub(crate) fn of(group: &Group) -> Self {
        let has_code = group.has_code();
        let titles = !has_code || group.errors.iter().any(|e| e.title != e.reason);
        let types = !has_code && group.errors.iter().any(ErrorDoc::has_type);
        let mut head = vec![if has_code { "Code" } else { "Error" }, "HTTP status"];
        head.extend(titles.then_some("Title"));
        head.extend(types.then_some("Type"));
        head.push("Description");
        Self {
            head,
            titles,
            types,
        }
    }
}

/// The name of a detail, in Markdown.
pub(crate) fn member(detail: &Detail) -> String {
    if detail.has_any_name() {
        "any name".to_owned()
    } else {
        code(&detail.name)
    }
}

/// The type in words, that it may be missing, and that it is not known; in Markdown.
pub(crate) fn type_of(detail: &Detail) -> String {
    detail.type_with(escape, code)
}

/// The value of a header or what it is, and that it may be missing; in Markdown.
pub(crate) fn value_of(header: &Header) -> String {
    let mut text = match &header.value {
        Some(value) => code(value),
        None => escape(&header.schema.words()),
    };
    if header.value.is_none() && is_seconds(header) {
        text.push_str(", seconds");
    }
    if !header.required {
        text.push_str(", optional");
    }
    text
}

/// Whether a number is one of seconds: a duration is sent so, and nothing else is a number in `Retry-After`.
fn is_seconds(header: &Header) -> bool {
    let rust_type = header.rust_type.as_deref().unwrap_or_default();
    header.schema.kind == Some(Kind::Integer)
        && (rust_type::named(rust_type).name == "Duration"
            || header.name.eq_ignore_ascii_case("retry-after"))
}
