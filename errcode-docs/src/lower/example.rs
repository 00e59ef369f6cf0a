//! Example responses, rendered by the same code as the responses of the service.

use bytes::Bytes;
use errcode_core::format::{self, FormatVtable};
use errcode_core::{
    ApiError, Body, Context, EntryDoc, FormatError, Occurrence, reason_phrase, render,
};
use http::Response;

use super::header_name::usual_spelling;
use crate::model::entry::{Example, ExampleHeader};
use crate::model::json::Json;

/// The format of a group.
pub(super) type Format = &'static FormatVtable;

/// An example, and the details in it.
pub(super) struct Sample {
    pub(super) example: Example,
    pub(super) details: Vec<(String, Json)>,
}

/// The examples of a variant in a format.
pub(super) fn samples(variant: &EntryDoc, format: Format) -> Vec<Sample> {
    let mut samples = Vec::new();
    variant.examples(|caption, error| {
        samples.push(Sample {
            example: example(caption, error, format),
            details: details(error),
        });
    });
    samples
}

fn example(caption: &str, error: &dyn ApiError, format: Format) -> Example {
    let response = render_without_request(error, format);
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| ExampleHeader {
            name: usual_spelling(name.as_str()),
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
    let response = render_without_request(error, FormatVtable::new::<OnlyDetails>());
    match serde_json::from_slice(response.body()) {
        Ok(Json::Object(members)) => members,
        _ => Vec::new(),
    }
}

fn render_without_request(error: &dyn ApiError, format: Format) -> Response<Bytes> {
    render(error, format, &Context::new())
}

/// A format that writes the details and nothing else.
struct OnlyDetails;

impl format::Format for OnlyDetails {
    const NAME: &'static str = "details";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&error.details())
    }
}
