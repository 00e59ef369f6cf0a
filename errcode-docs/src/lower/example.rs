//! Example responses: what the service's own serializer makes of an error.

use errcode_core::format::{Format, FormatVtable};
use errcode_core::{
    ApiError, Body, Context, EntryDoc, FormatError, Occurrence, reason_phrase, render,
};

use crate::model::json::Json;
use crate::model::{Example, ExampleHeader};
use crate::name;

/// How the body of an error is written, as a catalog holds it.
pub(crate) type Fns = &'static FormatVtable;

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
    let response = rendered(error, format);
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
        reason: reason_phrase(response.status()).to_owned(),
        headers,
        body: String::from_utf8_lossy(response.body()).into_owned(),
    }
}

fn details(error: &dyn ApiError) -> Vec<(String, Json)> {
    let response = rendered(error, FormatVtable::new::<OnlyDetails>());
    match serde_json::from_slice(response.body()) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}

/// The response to no request in particular.
fn rendered(error: &dyn ApiError, format: Fns) -> http::Response<bytes::Bytes> {
    render(error, format, &Context::new())
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
