//! Every response of the registry, asked over a socket.

use std::time::{Duration, UNIX_EPOCH};

use registry::app;
use registry::database::Database;
use registry::errors::REGISTRY;

/// Serves, and sends one request: the status, `Retry-After`, and the body.
async fn ask(
    database: Database,
    method: &'static str,
    path: &'static str,
    token: bool,
) -> (u16, Option<String>, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{path}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app(database)).await });
    let answer = tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let mut request = ureq::http::Request::builder().method(method).uri(url);
        if token {
            request = request.header("authorization", "token");
        }
        let mut response = agent.run(request.body("none").unwrap()).unwrap();
        let retry_after = response.headers().get("retry-after");
        let retry_after = retry_after.map(|value| value.to_str().unwrap().to_owned());
        let body = response.body_mut().read_to_string().unwrap();
        (response.status().as_u16(), retry_after, body)
    });
    answer.await.unwrap()
}

fn detail(text: &str) -> String {
    format!(r#"{{"errors":[{{"detail":"{text}"}}]}}"#)
}

#[tokio::test]
async fn errors_that_are_made_in_passing() {
    let nothing = (404, None, detail("Not Found"));
    for path in ["/packages/serde", "/nowhere"] {
        assert_eq!(
            ask(Database::default(), "PUT", "/nowhere", true).await,
            nothing
        );
        assert_eq!(ask(Database::default(), "GET", path, false).await, nothing);
    }
    let forbidden = detail("must be logged in to perform that action");
    assert_eq!(
        ask(Database::default(), "PUT", "/packages/serde", false).await,
        (403, None, forbidden)
    );
    let bad = detail("invalid package name `1up`: it must begin with a letter");
    assert_eq!(
        ask(Database::default(), "PUT", "/packages/1up", true).await,
        (400, None, bad)
    );
}

#[tokio::test]
async fn a_database_that_is_read_only_is_a_503_with_a_date() {
    let until = UNIX_EPOCH + Duration::from_secs(784_111_777);
    let (status, retry_after, body) =
        ask(Database::read_only(until), "PUT", "/packages/serde", true).await;
    assert_eq!(status, 503);
    assert_eq!(
        retry_after.as_deref(),
        Some("Sun, 06 Nov 1994 08:49:37 GMT")
    );
    let text = "The registry is in read-only mode and takes no changes at the moment.";
    assert_eq!(body, detail(text));
}

#[tokio::test]
async fn any_other_error_is_masked() {
    let database = Database::default();
    database.insert("serde", "many").unwrap();
    let masked = (500, None, detail("Internal Server Error"));
    assert_eq!(ask(database, "GET", "/packages/serde", false).await, masked);
}

#[test]
fn the_catalog_has_every_code() {
    let groups = REGISTRY.groups();
    let entries = groups.iter().flat_map(|group| group.entries());
    let codes: Vec<&str> = entries.map(|error| error.entry().code().as_str()).collect();
    assert_eq!(
        codes,
        [
            "not_found",
            "bad_request",
            "forbidden",
            "read_only",
            "internal"
        ]
    );
}
