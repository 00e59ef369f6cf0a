//! The same two errors, answered by each contender.

use std::hint::black_box;

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
    /// Makes a response and drops it.
    pub respond: fn(),
}

macro_rules! contenders {
    ($($name:literal => $respond:expr,)*) => {
        vec![$(Contender { name: $name, respond: || drop(black_box($respond)) }),*]
    };
}

macro_rules! quota {
    ($format:ident) => {
        $format::Quota {
            resource: "vault",
            used: black(3),
            limit: black(3),
        }
    };
}

/// The fixed body, and the one that varies.
type Both = [fn() -> Response; 2];

pub const BY_HAND: Both = [
    || hand_fixed().into_response(),
    || hand_varying().into_response(),
];

pub const BY_ERRCODE: Both = [
    || Nested::Message.into_response(),
    || quota!(Nested).into_response(),
];

pub fn fixed() -> Vec<Contender> {
    contenders! {
        "static bytes (the limit)" => static_bytes().into_response(),
        "errcode, `message` (nested)" => Nested::Message.into_response(),
        "errcode, `Display` (nested)" => Nested::Display.into_response(),
        "errcode, `Display` (flat)" => Flat::Display.into_response(),
        "errcode, `Display` (problem)" => Problem::Display.into_response(),
        "errcode, rendered each time (hand-written)" => ByHand.into_response(),
        "hand-written struct" => hand_fixed().into_response(),
        "json!" => json_fixed().into_response(),
        "problem_details" => problem_details_fixed().into_response(),
        "http-api-problem" => http_api_problem_fixed().into_response(),
        "api-error (no code)" => peer::PeerApiError::Fixed.into_response(),
        "axum-problem (axum 0.7, no code)" => axum_0_7::fixed(),
    }
}

pub fn varying() -> Vec<Contender> {
    contenders! {
        "hand-written struct" => hand_varying().into_response(),
        "errcode (nested)" => quota!(Nested).into_response(),
        "errcode (flat)" => quota!(Flat).into_response(),
        "errcode (problem)" => quota!(Problem).into_response(),
        "json!" => json_varying().into_response(),
        "problem_details" => problem_details_varying().into_response(),
        "http-api-problem" => http_api_problem_varying().into_response(),
        "api-error (no code, no details)" => peer::PeerApiError::Quota("vault", black(3), black(3)).into_response(),
        "axum-problem (axum 0.7, no code, no details)" => axum_0_7::varying(black(3), black(3)),
    }
}

fn black(value: u32) -> u32 {
    black_box(value)
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
    fn entry(&self) -> errcode::catalog::Entry {
        const { &errcode::catalog::StaticEntry::new(409, errcode::Code::new("SLUG_TAKEN")) }.entry()
    }

    fn format(&self) -> &'static errcode::format::FormatVtable {
        errcode::format::FormatVtable::new::<errcode::format::Nested>()
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
    format!("{} limit reached ({used}/{limit})", black_box("vault"))
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
