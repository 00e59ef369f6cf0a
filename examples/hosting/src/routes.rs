//! The endpoints, the authentication of the caller, and the rate limit.

use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Json, Router};
use errcode::axum::Extract;

use crate::errors::HostingError;
use crate::keys::Key;
use crate::state::{Details, Hosting, Instance, Power, Purchase};

type Input<T> = Extract<T, HostingError>;
type ApiResult<T> = Result<T, HostingError>;

/// The endpoints.
pub fn routes() -> Router<Hosting> {
    Router::new()
        .route("/v1/instances", get(list).post(buy))
        .route("/v1/instances/{id}", get(details).delete(delete))
        .route("/v1/instances/{id}/start", power(Power::Start))
        .route("/v1/instances/{id}/stop", power(Power::Stop))
        .route("/v1/instances/{id}/pause", power(Power::Pause))
        .route("/v1/instances/{id}/restart", power(Power::Restart))
        .route("/v1/instances/{id}/log", get(log))
        .route("/v1/instances/{id}/backups/{backup}/restore", post(restore))
}

/// Who calls.
struct Caller(&'static Key);

impl FromRequestParts<Hosting> for Caller {
    type Rejection = HostingError;

    async fn from_request_parts(parts: &mut Parts, hosting: &Hosting) -> ApiResult<Self> {
        hosting.key(&parts.headers).map(Self)
    }
}

/// Counts a request, and tells in its response how many are left.
pub(crate) async fn limited(
    State(hosting): State<Hosting>,
    request: Request,
    next: Next,
) -> ApiResult<Response> {
    let window = hosting.count(request.headers())?;
    let headers = [
        ("x-ratelimit-limit", HeaderValue::from(hosting.limit())),
        ("x-ratelimit-remaining", HeaderValue::from(window.remaining)),
        ("x-ratelimit-reset", HeaderValue::from(window.reset)),
    ];
    let headers = headers.map(|(name, value)| (HeaderName::from_static(name), value));
    Ok((headers, next.run(request).await).into_response())
}

async fn list(Caller(key): Caller, State(hosting): State<Hosting>) -> Json<Vec<Instance>> {
    Json(hosting.list(key))
}

async fn buy(
    Caller(key): Caller,
    State(hosting): State<Hosting>,
    Extract(Json(wanted), ..): Input<Json<Purchase>>,
) -> ApiResult<(StatusCode, Json<Details>)> {
    let details = hosting.buy(key, &wanted)?;
    Ok((StatusCode::CREATED, Json(details)))
}

async fn details(
    Caller(key): Caller,
    State(hosting): State<Hosting>,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<Json<Details>> {
    hosting.details(key, &id).map(Json)
}

async fn delete(
    Caller(key): Caller,
    State(hosting): State<Hosting>,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<StatusCode> {
    hosting.delete(key, &id)?;
    Ok(StatusCode::NO_CONTENT)
}

fn power(power: Power) -> MethodRouter<Hosting> {
    post(
        async move |Caller(key): Caller,
                    State(hosting): State<Hosting>,
                    Extract(Path(id), ..): Input<Path<String>>| {
            hosting.power(key, &id, power).map(Json)
        },
    )
}

async fn restore(
    Caller(key): Caller,
    State(hosting): State<Hosting>,
    Extract(Path((id, backup)), ..): Input<Path<(String, String)>>,
) -> ApiResult<Json<Details>> {
    hosting.restore(key, &id, backup).map(Json)
}

async fn log(
    Caller(key): Caller,
    State(hosting): State<Hosting>,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<String> {
    let file = hosting.log_file(key, &id)?;
    match tokio::fs::read_to_string(&file).await {
        Ok(text) => Ok(text),
        Err(source) => Err(HostingError::Storage { file, source }),
    }
}
