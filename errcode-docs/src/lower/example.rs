//! Example responses: what the service's own serializer makes of an error, nothing logged.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use errcode_core::format::{Format, FormatFns};
use errcode_core::{
    ApiError, Body, Code, Context, Details, Entry, EntryDoc, FormatError, Headers, Occurrence,
    reason, to_response_with,
};
use http::StatusCode;

use crate::model::json::Json;
use crate::model::{Example, ExampleHeader};
use crate::name;

/// How the body of an error is written, as a catalog holds it.
pub(crate) type Fns = &'static FormatFns;

/// An example, and the public fields that are in it.
pub(crate) struct Sample {
    pub(crate) example: Example,
    pub(crate) details: Vec<(String, Json)>,
}

/// The examples of an entry in a format.
pub(crate) fn samples(entry: &EntryDoc, format: Fns) -> Vec<Sample> {
    let mut samples = Vec::new();
    entry.examples(|caption, error| {
        samples.push(Sample {
            example: example(caption, error, format),
            details: details(error),
        });
    });
    samples
}

fn example(caption: &str, error: &dyn ApiError, format: Fns) -> Example {
    let response = answer(error, format);
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| ExampleHeader {
            name: name::header(name.as_str()),
            value: String::from_utf8_lossy(value.as_bytes()).into_owned(),
        });
    let mut headers: Vec<ExampleHeader> = headers.collect();
    headers.sort_by_key(|header| header.name != "Content-Type");
    Example {
        caption: caption.to_owned(),
        status: response.status().as_u16(),
        reason: reason(response.status()).to_owned(),
        headers,
        body: String::from_utf8_lossy(response.body()).into_owned(),
    }
}

fn details(error: &dyn ApiError) -> Vec<(String, Json)> {
    let response = answer(error, FormatFns::of::<OnlyDetails>());
    match serde_json::from_slice(response.body()) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}

/// The response outside of all requests. It was never sent, so that no log shall hear of it.
fn answer(error: &dyn ApiError, format: Fns) -> http::Response<bytes::Bytes> {
    let shown = Shown { error, format };
    tracing::dispatcher::with_default(&tracing::Dispatch::none(), || {
        to_response_with(&shown, &Context::new())
    })
}

/// A format that is the details and nothing else.
struct OnlyDetails;

impl Format for OnlyDetails {
    const NAME: &'static str = "details";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&error.details())
    }
}

/// An error in another format than its own: that of the type which includes it.
struct Shown<'a> {
    error: &'a dyn ApiError,
    format: Fns,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.error, f)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.error, f)
    }
}

impl Error for Shown<'_> {}

impl ApiError for Shown<'_> {
    fn entry(&self) -> &'static Entry {
        self.error.entry()
    }

    fn status(&self) -> StatusCode {
        self.error.status()
    }

    fn code(&self) -> Code {
        self.error.code()
    }

    fn message(&self) -> Cow<'_, str> {
        self.error.message()
    }

    fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.error.write_message(out)
    }

    fn details(&self, details: &mut Details<'_>) {
        self.error.details(details);
    }

    fn headers(&self, headers: &mut Headers<'_>) {
        self.error.headers(headers);
    }

    fn format(&self) -> Fns {
        self.format
    }

    fn is_derived(&self) -> bool {
        self.error.is_derived()
    }
}
