//! What tests ask of a response: status, headers and body as text.

use errcode::{ApiError, Context};

/// A response in text form.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) headers: Vec<(String, String)>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The response to an unknown request.
pub(crate) fn answer<E: ApiError + ?Sized>(error: &E) -> Answer {
    text(&errcode::to_response(error))
}

/// The response to a known request.
pub(crate) fn answer_with<E: ApiError + ?Sized>(error: &E, context: &Context) -> Answer {
    text(&errcode::to_response_with(error, context))
}

fn text(response: &http::Response<bytes::Bytes>) -> Answer {
    let headers = response.headers().iter().map(|(name, value)| {
        (
            name.to_string(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    });
    Answer {
        status: response.status().as_u16(),
        headers: headers.collect(),
        body: String::from_utf8(response.body().to_vec()).unwrap(),
    }
}
