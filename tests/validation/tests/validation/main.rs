//! Field errors have one shape, whichever crate has found them, and on whichever framework.

mod documents;
mod log;
mod services;
mod sources;

use errcode::validation::FieldErrors;
use serde_json::Value;

/// What a client sent and must not read again.
const SECRETS: [&str; 4] = ["nope", "hunter2", "hunter3", "s3cret"];

fn no_secret_in(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
}

fn json(errors: &FieldErrors) -> Value {
    serde_json::to_value(errors).unwrap()
}
