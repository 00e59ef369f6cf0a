//! Every response of the social network, asked over a socket.

use social::app;
use social::errors::SOCIAL;

/// What came back: the status, `Content-Type`, `WWW-Authenticate`, and the body.
type Answer = (u16, String, String, String);

/// Serves, and sends one request. A body is JSON.
async fn ask(method: &'static str, path: &'static str, token: bool, body: &'static str) -> Answer {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{path}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app()).await });
    let answer = tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let mut request = ureq::http::Request::builder().method(method).uri(url);
        request = request.header("content-type", "application/json");
        if token {
            request = request.header("authorization", "Token t");
        }
        let mut response = agent.run(request.body(body).unwrap()).unwrap();
        let header = |name: &str| {
            let value = response.headers().get(name);
            value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
        };
        (
            response.status().as_u16(),
            header("content-type"),
            header("www-authenticate"),
            response.body_mut().read_to_string().unwrap(),
        )
    });
    answer.await.unwrap()
}

/// A response in text.
fn text(status: u16, body: &str) -> Answer {
    let plain = "text/plain; charset=utf-8".to_owned();
    (status, plain, String::new(), body.to_owned())
}

/// A response with the errors of fields.
fn fields(body: &str) -> Answer {
    let json = "application/json".to_owned();
    (422, json, String::new(), body.to_owned())
}

#[tokio::test]
async fn the_errors_of_a_form_are_a_map() {
    let form = |body| ask("POST", "/users", false, body);
    let answer = form(r#"{"name":"a!","email":"none"}"#).await;
    assert_eq!(
        answer,
        fields(
            r#"{"errors":{"email":["has no @"],"name":["is too short","has other characters than letters and digits"]}}"#
        )
    );
    let answer = form(r#"{"name":"ada","email":"ada@example.com"}"#).await;
    assert_eq!(answer, fields(r#"{"errors":{"name":["is taken"]}}"#));
    let answer = form(r#"{"name":"grace","email":"grace@example.com"}"#).await;
    assert_eq!((answer.0, &*answer.3), (201, ""));
}

#[tokio::test]
async fn all_other_errors_are_text() {
    let remove = |path, token| ask("DELETE", path, token, "");
    let mut sign_in = text(401, "sign in to do this");
    sign_in.2 = "Token".to_owned();
    assert_eq!(remove("/articles/1", false).await, sign_in);
    assert_eq!(remove("/articles/1", true).await.0, 204);
    let forbidden = text(403, "only its author may do this");
    assert_eq!(remove("/articles/2", true).await, forbidden);
    let nothing = text(404, "there is no such page");
    assert_eq!(ask("GET", "/nowhere", false, "").await, nothing);
    // The cause is in the log.
    let internal = text(500, "Internal Server Error");
    assert_eq!(remove("/articles/one", true).await, internal);
    // What axum itself answers.
    let bad = ask("POST", "/users", false, "{").await;
    assert_eq!(bad, text(400, "Bad Request"));
    let method = ask("GET", "/users", false, "").await;
    assert_eq!(method, text(405, "Method Not Allowed"));
}

#[test]
fn the_catalog_has_every_code() {
    let groups = SOCIAL.groups();
    let entries = groups.iter().flat_map(|group| group.entries());
    let codes: Vec<&str> = entries.map(|error| error.entry().code().as_str()).collect();
    let expected = [
        "unauthorized",
        "forbidden",
        "not_found",
        "unprocessable_entity",
        "internal",
        "rejected",
    ];
    assert_eq!(codes, expected);
}
