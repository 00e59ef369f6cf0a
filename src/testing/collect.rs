//! The response of a tower service with its whole body, for a test to look at.

use std::fmt::Display;

use bytes::Bytes;
use http::Response;
use http_body_util::BodyExt;

/// Reads the body of a response, of axum for example (feature `tower` or `axum`).
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use errcode::ApiError;
/// use errcode::testing::{assert_response, collect};
/// use tower::ServiceExt;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such skill")]
/// #[api(format = flat, status = 404, code = "NOT_FOUND")]
/// struct NotFound;
///
/// async fn show() -> Result<String, NotFound> {
///     Err(NotFound)
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let app = axum::Router::new().route("/", axum::routing::get(show));
/// let request = axum::http::Request::new(axum::body::Body::empty());
/// let response = collect(app.oneshot(request).await.unwrap()).await;
/// assert_response(&response, &NotFound);
/// # });
/// # }
/// ```
///
/// # Panics
///
/// If the body fails.
pub async fn collect<B>(response: Response<B>) -> Response<Bytes>
where
    B: http_body::Body,
    B::Error: Display,
{
    let (parts, body) = response.into_parts();
    match body.collect().await {
        Ok(body) => Response::from_parts(parts, body.to_bytes()),
        Err(error) => panic!("the body of the response failed: {error}"),
    }
}
