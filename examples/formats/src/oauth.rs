//! OAuth 2: the token endpoint (RFC 6749, 5.2) and bearer tokens (RFC 6750, 3).

use std::marker::PhantomData;

use errcode::Context;
use errcode::format::{Body, Cacheable, Format, FormatError, FormatVtable, Occurrence};
use http::{HeaderMap, HeaderValue, header};

/// `{"error":C,"error_description":M,"error_uri":T}`, which no cache may keep.
#[derive(Debug)]
pub struct OAuth;

impl Format for OAuth {
    const NAME: &'static str = "oauth";
    const CONTENT_TYPE: &'static str = "application/json;charset=UTF-8";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("error", error.code().as_str())?;
            let text = Some(allowed(&error.message())).filter(|text| !text.is_empty());
            object.optional("error_description", text)?;
            object.optional("error_uri", error.link())
        })
    }

    fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
    }
}

/// A text in the characters that OAuth allows: ASCII without `"` and `\`.
fn allowed(text: &str) -> String {
    let allowed = |letter| match letter {
        '"' => '\'',
        ' '..='~' if letter != '\\' => letter,
        _ => '?',
    };
    text.chars().map(allowed).collect()
}

/// Any format, and a challenge that says what is wrong with the bearer token.
///
/// The parameters are added to the challenge of the error, `challenge = "Bearer realm=\"example\""`. The codes
/// are those of RFC 6750. An error with any other code keeps its challenge as it is: RFC 6750 wants no
/// parameters where the request has no token. A field `scope` names the scope that is missing.
#[derive(Debug)]
pub struct Bearer<F>(PhantomData<F>);

const CODES: [&str; 3] = ["invalid_request", "invalid_token", "insufficient_scope"];

impl<F: Format> Format for Bearer<F> {
    const NAME: &'static str = F::NAME;
    const CONTENT_TYPE: &'static str = F::CONTENT_TYPE;
    const RESERVED: &'static [&'static str] = F::RESERVED;
    const CACHEABLE: Cacheable = F::CACHEABLE;
    const TEXT_LIMIT: usize = F::TEXT_LIMIT;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        F::write(error, body)
    }

    fn content_type(error: &Occurrence<'_>) -> HeaderValue {
        F::content_type(error)
    }

    fn headers(error: &Occurrence<'_>, headers: &mut HeaderMap) {
        F::headers(error, headers);
        if !CODES.contains(&error.code().as_str()) {
            return;
        }
        let challenge = headers.get(header::WWW_AUTHENTICATE);
        let challenge = challenge.and_then(|value| value.to_str().ok());
        let challenge = challenge.unwrap_or("Bearer").to_owned();
        let comma = if challenge.contains('=') { "," } else { "" };
        let scope = error.details().text("scope").map(|scope| allowed(&scope));
        let parameters = [
            ("error", Some(error.code().as_str().to_owned())),
            ("error_description", Some(allowed(&error.message()))),
            ("scope", scope),
        ];
        let parameters = parameters.into_iter().filter_map(|(name, value)| {
            let value = value?;
            Some(format!("{name}=\"{value}\""))
        });
        let parameters: Vec<String> = parameters.collect();
        let value = format!("{challenge}{comma} {}", parameters.join(", "));
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(header::WWW_AUTHENTICATE, value);
        }
    }

    fn choose(context: &Context) -> Option<&'static FormatVtable> {
        F::choose(context)
    }
}
