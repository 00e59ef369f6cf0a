//! An access log: one line for each response, with the code and the cause of an error.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use errcode::response::Report;

/// Logs each response. `errcode::response::attach_reports` must have been called when the service started.
pub async fn access_log(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16();
    match response.extensions().get::<Report>() {
        Some(report) => {
            // A hidden error is logged as what it is.
            let entry = report.hidden().unwrap_or(report.entry());
            tracing::info!(
                target: "access",
                %method, path, status,
                code = entry.code().as_str(),
                error = report.display(),
                cause = report.sources().first(),
            );
        }
        None => tracing::info!(target: "access", %method, path, status),
    }
    response
}
