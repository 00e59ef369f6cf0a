//! A counter of error responses, by code and status.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use errcode::response::Report;

/// Counts each response that is made from an error. A service that only counts calls
/// `errcode::response::attach_entries` at its start, which needs no texts.
pub async fn count_errors(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(report) = response.extensions().get::<Report>() {
        let entry = report.hidden().unwrap_or(report.entry());
        // The codes are those of the catalog, so the number of labels has a limit.
        metrics::counter!(
            "http_server_errors_total",
            "code" => entry.code().as_str(),
            "status" => response.status().as_str().to_owned(),
        )
        .increment(1);
    }
    response
}
