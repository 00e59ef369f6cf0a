//! The same two errors, answered by each contender.

use axum::Json;
use axum::response::{IntoResponse, Response};
use errcode::ApiError;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::json;

/// One way to answer.
pub struct Contender {
    pub name: &'static str,
    pub respond: fn() -> Response,
}

macro_rules! contenders {
    ($($name:literal => $respond:expr,)*) => {
        vec![$(Contender { name: $name, respond: || $respond.into_response() }),*]
    };
}

pub fn fixed() -> Vec<Contender> {
    contenders! {
        "static bytes (the limit)" => static_bytes(),
        "errcode, `message` (nested)" => Nested::Message,
        "errcode, `Display` (nested)" => Nested::Display,
        "errcode, `Display` (flat)" => Flat::Display,
        "errcode, `Display` (problem)" => Problem::Display,
        "errcode, rendered each time (hand-written)" => ByHand,
        "hand-written struct" => hand_fixed(),
        "json!" => json_fixed(),
        "problem_details" => problem_details_fixed(),
        "http-api-problem" => http_api_problem_fixed(),
        "api-error (no code)" => peer::PeerApiError::Fixed,
    }
}

pub fn varying() -> Vec<Contender> {
    contenders! {
        "hand-written struct" => hand_varying(),
        "errcode (nested)" => Nested::Quota { resource: "vault", used: black(3), limit: black(3) },
        "errcode (flat)" => Flat::Quota { resource: "vault", used: black(3), limit: black(3) },
        "errcode (problem)" => Problem::Quota { resource: "vault", used: black(3), limit: black(3) },
        "json!" => json_varying(),
        "problem_details" => problem_details_varying(),
        "http-api-problem" => http_api_problem_varying(),
        "api-error (no code, no details)" => peer::PeerApiError::Quota("vault", black(3), black(3)),
    }
}

fn black(value: u32) -> u32 {
    std::hint::black_box(value)
}

macro_rules! in_format {
    ($name:ident, $format:ident) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(format = $format)]
        #[allow(dead_code)]
        enum $name {
            #[error("the slug is taken")]
            #[api(status = 409, code = "SLUG_TAKEN", message = "the slug is taken")]
            Message,
            #[error("the slug is taken")]
            #[api(status = 409, code = "SLUG_IS_TAKEN")]
            Display,
            #[error("quota")]
            #[api(
                status = 409,
                code = "LIMIT_REACHED",
                message = "{resource} limit reached ({used}/{limit})"
            )]
            Quota {
                resource: &'static str,
                #[api(public)]
                used: u32,
                #[api(public)]
                limit: u32,
            },
        }
    };
}

in_format!(Nested, nested);
in_format!(Flat, flat);
in_format!(Problem, problem);

#[derive(Debug, thiserror::Error)]
#[error("the slug is taken")]
struct ByHand;

impl ApiError for ByHand {
    fn entry(&self) -> &'static errcode::Entry {
        static ENTRY: errcode::Entry = errcode::Entry::new(409, errcode::Code::new("SLUG_TAKEN"));
        &ENTRY
    }

    fn format(&self) -> &'static errcode::format::FormatFns {
        errcode::format::FormatFns::of::<errcode::format::Nested>()
    }
}

errcode::impl_response!(ByHand);

const BODY: &[u8] = br#"{"error":{"code":"SLUG_TAKEN","message":"the slug is taken"}}"#;

fn static_bytes() -> impl IntoResponse {
    let json = const { HeaderValue::from_static("application/json") };
    (StatusCode::CONFLICT, [(CONTENT_TYPE, json)], BODY)
}

#[derive(Serialize)]
struct Envelope<D> {
    error: Body<D>,
}

#[derive(Serialize)]
struct Body<D> {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<D>,
}

#[derive(Serialize)]
struct Quota {
    used: u32,
    limit: u32,
}

fn hand<D: Serialize>(
    code: &'static str,
    message: String,
    details: Option<D>,
) -> impl IntoResponse {
    let error = Body {
        code,
        message,
        details,
    };
    (StatusCode::CONFLICT, Json(Envelope { error }))
}

fn hand_fixed() -> impl IntoResponse {
    hand::<()>("SLUG_TAKEN", "the slug is taken".to_owned(), None)
}

fn text(used: u32, limit: u32) -> String {
    format!(
        "{} limit reached ({used}/{limit})",
        std::hint::black_box("vault")
    )
}

fn hand_varying() -> impl IntoResponse {
    let (used, limit) = (black(3), black(3));
    hand(
        "LIMIT_REACHED",
        text(used, limit),
        Some(Quota { used, limit }),
    )
}

fn json_fixed() -> impl IntoResponse {
    let body = json!({"error": {"code": "SLUG_TAKEN", "message": "the slug is taken"}});
    (StatusCode::CONFLICT, Json(body))
}

fn json_varying() -> impl IntoResponse {
    let (used, limit) = (black(3), black(3));
    let details = json!({"used": used, "limit": limit});
    let body = json!({"error": {"code": "LIMIT_REACHED", "message": text(used, limit), "details": details}});
    (StatusCode::CONFLICT, Json(body))
}

fn problem_details_fixed() -> impl IntoResponse {
    problem_details::ProblemDetails::from_status_code(StatusCode::CONFLICT)
        .with_detail("the slug is taken")
}

fn problem_details_varying() -> impl IntoResponse {
    let (used, limit) = (black(3), black(3));
    problem_details::ProblemDetails::from_status_code(StatusCode::CONFLICT)
        .with_detail(text(used, limit))
        .with_extensions(Quota { used, limit })
}

fn http_api_problem_fixed() -> impl IntoResponse {
    http_api_problem::HttpApiProblem::with_title(StatusCode::CONFLICT).detail("the slug is taken")
}

fn http_api_problem_varying() -> impl IntoResponse {
    let (used, limit) = (black(3), black(3));
    http_api_problem::HttpApiProblem::with_title(StatusCode::CONFLICT)
        .detail(text(used, limit))
        .value("used", &used)
        .value("limit", &limit)
}

/// In a module of its own: its derive asks for its trait by a bare name.
mod peer {
    use api_error::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    pub(super) enum PeerApiError {
        #[error("fixed")]
        #[api_error(status_code = 409, message = "the slug is taken")]
        Fixed,
        #[error("quota")]
        #[api_error(status_code = 409, message = "{0} limit reached ({1}/{2})")]
        Quota(&'static str, u32, u32),
    }
}
