//! Assertions on one response: that it is the response of a value, or of a variant.

use std::error::Error;
use std::fmt;

use bytes::Bytes;
use errcode_core::format::FormatVtable;
use errcode_core::{
    ApiError, Catalog, Context, Documented, Entry, EntryDoc, reason_phrase, render,
};
use http::Response;

use super::difference;
use super::received::Received;

/// Asserts that a response is the one that errcode makes of an error: its status, its body byte for byte, and all its
/// headers. The response may have more headers, because servers and layers add some.
///
/// The error is one that the test makes, with the values that the response must have:
///
/// ```
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("slug `{slug}` is taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # struct SlugTaken { #[api(public)] slug: String }
/// # let response = errcode::to_response(&SlugTaken { slug: "pdf".into() });
/// use errcode::testing::assert_response;
///
/// assert_response(&response, &SlugTaken { slug: "pdf".into() });
/// ```
///
/// If the format writes facts of the request, such as the `instance` of a problem, use [`assert_response_with`].
///
/// # Panics
///
/// If the response differs. The message shows what differs, as lines with `-` (expected) and `+` (received).
#[track_caller]
pub fn assert_response(received: impl Into<Received>, error: &dyn ApiError) {
    is_response(&received.into(), error, &Context::new());
}

/// Like [`assert_response`], for an error that responds to a known request.
///
/// ```
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("no such skill")]
/// # #[api(status = 404, code = "NOT_FOUND")]
/// # struct NotFound;
/// # let context = errcode::Context::new().with_instance("/skills/pdf");
/// # let response = errcode::to_response_with(&NotFound, &context);
/// use errcode::Context;
/// use errcode::testing::assert_response_with;
///
/// // A layer of the service tells errcode the path of the request.
/// assert_response_with(&response, &NotFound, &Context::new().with_instance("/skills/pdf"));
/// ```
///
/// # Panics
///
/// If the response differs.
#[track_caller]
pub fn assert_response_with(
    received: impl Into<Received>,
    error: &dyn ApiError,
    context: &Context,
) {
    is_response(&received.into(), error, context);
}

#[track_caller]
fn is_response(received: &Received, error: &dyn ApiError, context: &Context) {
    let expected: Response<Bytes> = render(error, error.format(), context);
    let expected = Received::made(&expected);
    let mut difference = Vec::new();
    if expected.status != received.status {
        difference.push(format!("- {}\n", expected.status_line()));
        difference.push(format!("+ {}\n", received.status_line()));
    }
    let mut unmatched = received.header_lines();
    for header in expected.header_lines() {
        if let Some(index) = unmatched.iter().position(|line| *line == header) {
            unmatched.remove(index);
            continue;
        }
        difference.push(format!("- {header}\n"));
        let name = header.split_inclusive(": ").next().unwrap_or_default();
        let others = unmatched.iter().filter(|line| line.starts_with(name));
        difference.extend(others.map(|line| format!("+ {line}\n")));
    }
    if expected.body != received.body {
        difference.push(difference::of_bodies(&expected.text(), &received.text()));
    }
    assert!(
        difference.is_empty(),
        "the response is not that of the error `{}` (- expected, + received):\n{}",
        error.entry().code(),
        difference.concat()
    );
}

/// Asserts that a response has the status and the code of a variant, whatever its fields are.
///
/// A pattern with values cannot be checked, because a response does not contain them all: compare the whole response with
/// [`assert_response`]. The variant must exist, or the test does not compile:
///
/// ```
/// # use errcode::ApiError;
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     #[error("slug `{slug}` is taken")]
///     #[api(status = 409, code = "SLUG_TAKEN")]
///     SlugTaken {
///         #[api(public)]
///         slug: String,
///     },
/// }
///
/// # let response = errcode::to_response(&SkillError::SlugTaken { slug: "pdf".into() });
/// errcode::testing::assert_error!(&response, SkillError::SlugTaken);
/// ```
///
/// ```compile_fail,E0599
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # enum SkillError {
/// #     #[error("taken")]
/// #     #[api(status = 409, code = "SLUG_TAKEN")]
/// #     SlugTaken,
/// # }
/// # let response = errcode::to_response(&SkillError::SlugTaken);
/// errcode::testing::assert_error!(&response, SkillError::SlugToken);
/// ```
///
/// The code is a value in a JSON body, and a word in any other. Where the format writes no code, the `type` counts. A
/// variant with `hide_as` has the response of another: name that one.
///
/// # Panics
///
/// If the response has another status or code.
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_error {
    ($response:expr, $variant:path $(,)?) => {
        $crate::testing::__assert_variant($response, stringify!($variant), |error| {
            // With the guard, the second arm is reachable even if there is no other variant.
            match error {
                $variant { .. } if true => {}
                _ => {}
            }
        })
    };
}

/// Asserts that a response is one of the variant that ends a path. Only the type of the closure matters: rustc finds the
/// enum by the variant.
#[doc(hidden)]
#[track_caller]
pub fn assert_variant<E: Documented>(received: impl Into<Received>, path: &str, _: fn(&E)) {
    let received = received.into();
    let name = path.rsplit("::").next().unwrap_or(path).trim();
    let name = name.strip_prefix("r#").unwrap_or(name);
    let is_named = |variant: &EntryDoc| variant.name() == name;
    let Some(variant) = E::CATALOG.entries().find(is_named) else {
        panic!(
            "the variant `{path}` has no code of its own: it is transparent, so name the variant of the type in it"
        );
    };
    if let Some(difference) = differs(&received, &variant, E::CATALOG) {
        panic!("the response is not `{path}` (- expected, + received):\n{difference}");
    }
}

/// How a response differs from those of a variant.
fn differs(received: &Received, variant: &EntryDoc, catalog: &Catalog) -> Option<String> {
    let entry = variant.entry();
    let status = entry.status();
    let is_status = variant.has_run_time_status() || received.status == status.as_u16();
    let (name, value) = identity(entry, variant.own_format().unwrap_or(catalog.format()));
    if is_status && has_value(received, &value) {
        return None;
    }
    let status = if variant.has_run_time_status() {
        String::new()
    } else {
        format!("{} {}, ", status.as_u16(), reason_phrase(status))
    };
    let (line, body) = (received.status_line(), received.text());
    Some(format!("- {status}{name} {value}\n+ {line}\n+ {body}\n"))
}

/// By what a client knows an error: its code if the format writes it, else its `type`.
fn identity(entry: Entry, format: &'static FormatVtable) -> (&'static str, String) {
    let code = entry.code().to_string();
    let sample: Response<Bytes> = render(&Bare(entry, format), format, &Context::new());
    if !has_value(&Received::made(&sample), &code) && entry.type_uri() != "about:blank" {
        return ("type", entry.type_uri().to_owned());
    }
    ("code", code)
}

/// An error of an entry, without fields.
#[derive(Debug)]
struct Bare(Entry, &'static FormatVtable);

impl fmt::Display for Bare {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl Error for Bare {}

impl ApiError for Bare {
    fn entry(&self) -> Entry {
        self.0
    }

    fn format(&self) -> &'static FormatVtable {
        self.1
    }
}

/// Whether a response has a text as a value: as a string or number in a JSON body, as a word in any other.
fn has_value(received: &Received, value: &str) -> bool {
    let content_type = received.headers.iter().find(|(n, _)| n == "content-type");
    let content_type = content_type.map(|(_, value)| String::from_utf8_lossy(value));
    let text = received.text();
    if content_type.is_some_and(|content_type| content_type.contains("json")) {
        let is_value = |value: &str| {
            is_between(&text, value, |before, after| {
                let before = before.trim_end().chars().next_back();
                let after = after.trim_start().chars().next();
                before.is_none_or(|c| matches!(c, ':' | '[' | ','))
                    && after.is_none_or(|c| matches!(c, ',' | ']' | '}'))
            })
        };
        let is_number = value.parse::<i64>().is_ok();
        return is_value(&format!("\"{value}\"")) || (is_number && is_value(value));
    }
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    is_between(&text, value, |before, after| {
        !before.ends_with(joins) && !after.starts_with(joins)
    })
}

/// Whether a part occurs in a text where what is before and after it is right.
fn is_between(text: &str, part: &str, is_right: impl Fn(&str, &str) -> bool) -> bool {
    let mut found = text.match_indices(part);
    found.any(|(at, _)| is_right(&text[..at], &text[at + part.len()..]))
}
