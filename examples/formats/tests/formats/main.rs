//! Each format against the examples that its own standard prints, and against hostile text.

mod bearer;
mod binary;
mod google;
mod hostile;
mod json;
mod xml;

use errcode::{ApiError, Context};
use serde_json::Value;

/// The response to an error: its `Content-Type` and its body.
fn sent_to(error: &dyn ApiError, context: &Context) -> (String, Vec<u8>) {
    let response = errcode::to_response_with(error, context);
    let content_type = &response.headers()["content-type"];
    let content_type = content_type.to_str().unwrap().to_owned();
    (content_type, response.body().to_vec())
}

/// The body of the response to an error, as JSON.
fn json_to(error: &dyn ApiError, context: &Context) -> Value {
    serde_json::from_slice(&sent_to(error, context).1).unwrap()
}

fn json(error: &dyn ApiError) -> Value {
    json_to(error, &Context::new())
}

/// The example of a standard.
fn example(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}
