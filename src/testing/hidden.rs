//! Assertions that no response shows a text.

use std::error::Error;

use bytes::Bytes;
use errcode_core::format::{Flat, FormatVtable, Html, Nested, Problem, ProblemXml, Text};
use errcode_core::{ApiError, Context, Documented, render};
use http::Response;

use super::received::Received;

/// Asserts that the response of an error does not contain a text: not in its headers, and not in its body, in the error's
/// own format and in all built-in ones.
///
/// Put a text into the fields and sources that are private:
///
/// ```
/// use errcode::ApiError;
/// use errcode::testing::assert_hidden;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("storage failed")]
/// #[api(status = 502, code = "STORAGE_ERROR")]
/// struct Storage(#[from] std::io::Error);
///
/// assert_hidden(&Storage(std::io::Error::other("canary-1")), "canary-1");
/// ```
///
/// It proves what it says for this value, and for a response without a [`Context`]. It proves nothing about the log, which
/// has the text if `Display`, a source or a field marked `log` has it.
///
/// # Panics
///
/// If a response contains the text; if the error does not, neither in `Debug` nor in `Display` of it and its sources,
/// because such a test cannot fail; and if the text has other characters than ASCII letters, digits, `-` and `_`, which
/// a format may escape.
#[track_caller]
pub fn assert_hidden(error: &dyn ApiError, text: &str) {
    is_fit(text);
    assert!(
        knows(&error, text),
        "the error `{}` does not contain {text:?}, so that it can't show it: put the text into a private field or source",
        error.entry().code()
    );
    if let Some(shown) = shown(error, text) {
        panic!("{shown}");
    }
}

/// Like [`assert_hidden`], for all variants of a type: also asserts that the values include every variant that is not
/// `transparent`. A variant that is added later fails the test until a value of it is listed.
///
/// ```
/// use errcode::ApiError;
/// use errcode::testing::assert_all_hidden;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     #[error("skill {id} of {owner} is private")]
///     #[api(status = 404, code = "NOT_FOUND", message = "no skill {id}")]
///     Private { id: u32, owner: String },
///     #[error("storage failed")]
///     #[api(status = 502, code = "STORAGE_ERROR")]
///     Storage(#[from] std::io::Error),
/// }
///
/// assert_all_hidden(
///     &[
///         SkillError::Private { id: 7, owner: "canary-1".into() },
///         std::io::Error::other("canary-1").into(),
///     ],
///     "canary-1",
/// );
/// ```
///
/// A variant without private fields need not contain the text, but one of the values must.
///
/// # Panics
///
/// As [`assert_hidden`], and if no value of a variant is given.
#[track_caller]
pub fn assert_all_hidden<E: ApiError + Documented>(errors: &[E], text: &str) {
    is_fit(text);
    let given: Vec<_> = errors
        .iter()
        .map(|error| error.hidden().unwrap_or_else(|| error.entry()))
        .collect();
    let variants = E::CATALOG.entries();
    let missing = variants.filter(|variant| !given.contains(&variant.entry()));
    let missing: Vec<&str> = missing.map(|variant| variant.name()).collect();
    assert!(
        missing.is_empty(),
        "no value is given of the variants {} of `{}`",
        missing.join(", "),
        E::CATALOG.name()
    );
    assert!(
        errors.iter().any(|error| knows(error, text)),
        "no error contains {text:?}, so that none can show it: put the text into private fields and sources"
    );
    let shown: Vec<_> = errors.iter().filter_map(|e| shown(e, text)).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

#[track_caller]
fn is_fit(text: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    assert!(
        !text.is_empty() && text.bytes().all(is_plain),
        "{text:?} has characters that a format may escape: choose a text of letters, digits, `-` and `_`"
    );
}

/// Whether an error or one of its sources contains a text.
fn knows(error: &dyn Error, text: &str) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if format!("{error:?} {error}").contains(text) {
            return true;
        }
        next = error.source();
    }
    false
}

/// The first response of an error that shows a text, as a message.
fn shown(error: &dyn ApiError, text: &str) -> Option<String> {
    let formats = [
        error.format(),
        FormatVtable::new::<Problem>(),
        FormatVtable::new::<Problem<false>>(),
        FormatVtable::new::<Nested>(),
        FormatVtable::new::<Flat>(),
        FormatVtable::new::<Text>(),
        FormatVtable::new::<Html>(),
        FormatVtable::new::<ProblemXml>(),
    ];
    formats.into_iter().find_map(|format| {
        let response: Response<Bytes> = render(error, format, &Context::new());
        let response = Received::made(&response);
        let shows = response.to_string().contains(text);
        shows.then(|| {
            let (code, format) = (error.entry().code(), format.name());
            format!("the response of the error `{code}` in the format {format} contains {text:?}:\n{response}")
        })
    })
}
