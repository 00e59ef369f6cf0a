//! Every response of the file server, asked over a socket.

use std::path::PathBuf;

use fileserver::app;

/// What came back.
struct Answer {
    status: u16,
    content_type: String,
    vary: String,
    body: String,
}

/// A folder of a test with one file, `here.txt`, and one folder, `folder`.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(folder.join("folder")).unwrap();
    std::fs::write(folder.join("here.txt"), "here").unwrap();
    folder
}

/// Serves a folder, and sends one request.
async fn ask(
    folder: PathBuf,
    method: &'static str,
    path: &'static str,
    headers: &[(&str, &str)],
) -> Answer {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{path}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app(folder)).await });
    let headers: Vec<(String, String)> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let answer = tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .accept("")
            .build()
            .into();
        let mut request = ureq::http::Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut response = agent.run(request.body("new").unwrap()).unwrap();
        let header = |name: &str| {
            let value = response.headers().get(name);
            value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
        };
        Answer {
            status: response.status().as_u16(),
            content_type: header("content-type"),
            vary: header("vary"),
            body: response.body_mut().read_to_string().unwrap(),
        }
    });
    answer.await.unwrap()
}

/// The `Content-Type` and the body of the 404, for an `Accept`.
async fn not_found(accept: &[(&str, &str)]) -> (String, String) {
    let answer = ask(folder("accept"), "GET", "/no/such.txt", accept).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.vary, "Accept");
    (answer.content_type, answer.body)
}

const TEXT: &str = "Route /no/such.txt could not be found";

#[tokio::test]
async fn tools_get_plain_text() {
    for accept in [
        &[][..],
        &[("accept", "*/*")],
        &[("accept", "text/plain")],
        &[("accept", "image/png")],
    ] {
        let (content_type, body) = not_found(accept).await;
        assert_eq!(content_type, "text/plain; charset=utf-8", "{accept:?}");
        assert_eq!(body, TEXT);
    }
}

#[tokio::test]
async fn browsers_get_a_page() {
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for accept in [&[("accept", "text/html")][..], &[("accept", browser)]] {
        let (content_type, body) = not_found(accept).await;
        assert_eq!(content_type, "text/html; charset=utf-8");
        assert_eq!(body, PAGE);
    }
}

#[tokio::test]
async fn others_get_what_they_ask_for() {
    let (content_type, body) = not_found(&[("accept", "application/problem+xml")]).await;
    assert_eq!(content_type, "application/problem+xml");
    assert_eq!(body, XML);
    let preferred = "application/json;q=0.1, application/problem+json";
    let (content_type, body) = not_found(&[("accept", preferred)]).await;
    assert_eq!(content_type, "application/problem+json");
    assert_eq!(body, PROBLEM);
}

const PAGE: &str = include_str!("not-found.html");

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>\
    <title>Not Found</title><status>404</status><detail>Route /no/such.txt could not be found</detail>\
    <instance>/no/such.txt</instance><code>route_not_found</code><path>/no/such.txt</path></problem>\n";

const PROBLEM: &str = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Route /no/such.txt could not be found","instance":"/no/such.txt","code":"route_not_found","path":"/no/such.txt"}"#;

#[tokio::test]
async fn the_other_errors() {
    let password = &[("authorization", "Basic bmFtZTpwdw==")][..];
    for (method, path, headers, status, body) in [
        ("GET", "/here.txt", &[][..], 200, "here"),
        ("GET", "/folder/%2e%2e/here.txt", &[], 400, "Invalid path"),
        (
            "PUT",
            "/a.txt",
            &[],
            401,
            "Insufficient permissions to upload",
        ),
        (
            "PUT",
            "/here.txt",
            password,
            409,
            "File already exists, and the overwrite option has not been set",
        ),
        // The cause and the path of the file are in the log.
        ("GET", "/folder", &[], 500, "Internal Server Error"),
        // What axum itself answers.
        ("PUT", "/%ff", password, 400, "Bad Request"),
        ("DELETE", "/here.txt", &[], 405, "Method Not Allowed"),
        ("GET", "/", &[], 404, "Not Found"),
    ] {
        let answer = ask(folder("others"), method, path, headers).await;
        assert_eq!(
            (answer.status, &*answer.body),
            (status, body),
            "{method} {path}"
        );
    }
}
