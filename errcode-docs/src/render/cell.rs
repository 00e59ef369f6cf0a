//! What Markdown and HTML pages have in common: example responses, and the columns and cells of tables.

use std::fmt::Write as _;

use crate::model::Group;
use crate::model::detail::{Detail, Header};
use crate::model::entry::{Entry, Example};
use crate::model::rust_type;
use crate::model::schema::Kind;
use crate::plain_text::{code_span, escape, one_line};

/// A response as it is sent, with its JSON body pretty-printed.
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

/// The reason phrase of a status, as an error with this status has it.
pub(crate) fn reason_phrase<'a>(
    status: u16,
    errors: impl IntoIterator<Item = &'a Entry>,
) -> &'a str {
    let mut errors = errors.into_iter();
    let declared = errors.find(|error| error.status == status);
    declared.map_or_else(
        || errcode_rules::status::reason_phrase(status).unwrap_or_default(),
        |error| &error.reason,
    )
}

/// The columns of the table of details.
pub(crate) const DETAILS: [&str; 3] = ["Member", "Type", "Description"];

/// The columns of the table of headers.
pub(crate) const HEADERS: [&str; 3] = ["Header", "Value", "Description"];

/// The columns of a group's table. Columns that would tell nothing are left out.
pub(crate) struct Columns {
    pub(crate) head: Vec<&'static str>,
    /// Whether some titles differ from the reason phrase.
    pub(crate) titles: bool,
    /// Whether the errors differ by `type`.
    pub(crate) types: bool,
}

impl Columns {
    pub(crate) fn new(group: &Group) -> Self {
        let has_code = group.has_code();
        let titles = !has_code || group.errors.iter().any(|e| e.title != e.reason);
        let types = !has_code && group.errors.iter().any(Entry::has_type);
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
pub(crate) fn detail_name(detail: &Detail) -> String {
    if detail.has_any_name() {
        "any name".to_owned()
    } else {
        code_span(&detail.name)
    }
}

/// The type of a detail in words, in Markdown.
pub(crate) fn detail_type(detail: &Detail) -> String {
    detail.type_with(escape, code_span)
}

/// The fixed value of a header or its type in words, in Markdown.
pub(crate) fn header_value(header: &Header) -> String {
    let mut text = match &header.value {
        Some(value) => code_span(value),
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

/// Whether a header is a number of seconds: a `Duration`, or a number in `Retry-After`.
fn is_seconds(header: &Header) -> bool {
    let rust_type = header.rust_type.as_deref().unwrap_or_default();
    header.schema.kind == Some(Kind::Integer)
        && (rust_type::parse(rust_type).name == "Duration"
            || header.name.eq_ignore_ascii_case("retry-after"))
}
