//! What is asked of every framework. axum's responses are what the others are held against.

use frameworks::FlatError;

use crate::client::{Answer, VERSIONS, Version, ask};
use crate::{log, on_actix, on_axum, on_poem, on_rocket, on_salvo, on_warp};

/// A framework: its name, how to start the service on it, the versions of HTTP that it speaks without TLS, and
/// what it cannot do, which the README lists with the reason.
struct Framework {
    name: &'static str,
    start: fn() -> String,
    versions: &'static [Version],
    /// The response to a method that no route takes: its status, and whether it has `Allow`.
    method: (u16, bool),
    /// Requests whose responses differ, by method and path.
    cannot: &'static [(&'static str, &'static str)],
}

/// The first is what the others are held against.
const FRAMEWORKS: &[Framework] = &[
    Framework {
        name: "axum",
        start: on_axum::start,
        versions: &VERSIONS,
        method: (405, true),
        cannot: &[],
    },
    Framework {
        name: "actix",
        start: on_actix::start,
        versions: &VERSIONS,
        method: (405, true),
        cannot: &[],
    },
    Framework {
        name: "poem",
        start: on_poem::start,
        versions: &VERSIONS,
        // A route of poem keeps its methods to itself.
        method: (405, false),
        cannot: &[],
    },
    Framework {
        name: "rocket",
        start: on_rocket::start,
        versions: &VERSIONS,
        // To rocket a route of another method is no route.
        method: (404, false),
        // A catcher of rocket gets a status, 422, and not what parameter is wrong.
        cannot: &[
            ("GET", "/query?page=x"),
            ("GET", "/query"),
            ("GET", "/path/x"),
            ("HEAD", "/path/x"),
            // A fairing of rocket is for the whole app.
            ("GET", "/nested/foreign"),
            ("GET", "/flat/foreign"),
        ],
    },
    Framework {
        name: "salvo",
        start: on_salvo::start,
        versions: &VERSIONS,
        method: (405, true),
        cannot: &[],
    },
    Framework {
        name: "warp",
        start: on_warp::start,
        versions: &VERSIONS,
        // A route of warp keeps its methods to itself.
        method: (405, false),
        cannot: &[
            // To warp it is another path.
            ("GET", "/path/x"),
            ("HEAD", "/path/x"),
            // A layer is for the whole app.
            ("GET", "/nested/foreign"),
            ("GET", "/flat/foreign"),
            ("GET", "/nested/panic"),
            ("GET", "/flat/panic"),
        ],
    },
];

impl Framework {
    fn can(&self, request: &Request) -> bool {
        let is_listed = |(method, path): &(&str, &str)| {
            *method == request.method && request.path.ends_with(path)
        };
        !self.cannot.iter().any(is_listed)
    }
}

struct Request {
    method: &'static str,
    path: String,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
}

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];
const FORM: &[(&str, &str)] = &[("content-type", "application/x-www-form-urlencoded")];

/// Every error, every failure of an extractor, every failure of the router, a panic, and HEAD.
fn requests() -> Vec<Request> {
    let mut all = Vec::new();
    let mut add = |method, path: String, headers, body| {
        all.push(Request {
            method,
            path,
            headers,
            body,
        });
    };
    for format in ["problem", "nested", "flat"] {
        for number in 0..FlatError::all().len() {
            for method in ["GET", "HEAD"] {
                add(method, format!("/{format}/errors/{number}"), &[][..], "");
            }
        }
        for (method, path, headers, body) in [
            ("POST", "json", JSON, "{"),
            ("POST", "json", JSON, "{\"page\":\"x\"}"),
            ("POST", "json/short", JSON, "{\"page\": 12345}"),
            ("POST", "form", FORM, "page=x"),
            ("GET", "query?page=x", &[], ""),
            ("GET", "query", &[], ""),
            ("GET", "path/x", &[], ""),
            ("HEAD", "path/x", &[], ""),
            ("GET", "nowhere", &[], ""),
            ("HEAD", "nowhere", &[], ""),
            ("GET", "panic", &[], ""),
            ("GET", "foreign", &[], ""),
            ("GET", "kept", &[], ""),
        ] {
            add(method, format!("/{format}/{path}"), headers, body);
        }
    }
    add("GET", "/nowhere".to_owned(), &[], "");
    add("HEAD", "/nowhere".to_owned(), &[], "");
    for path in [
        "/docs",
        "/docs/SLUG_TAKEN",
        "/docs/catalog.json",
        "/docs/NO_SUCH_CODE",
    ] {
        add("GET", path.to_owned(), &[], "");
    }
    all
}

async fn ask_for(version: Version, base: &str, request: &Request) -> Answer {
    let Request {
        method,
        path,
        headers,
        body,
    } = request;
    ask(version, base, method, path, headers, body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn all_frameworks_answer_alike() {
    let [axum, others @ ..] = FRAMEWORKS else {
        panic!("no framework");
    };
    let axum = (axum.start)();
    for framework in others {
        let base = (framework.start)();
        let mut differences = Vec::new();
        for version in framework.versions {
            for request in requests().iter().filter(|request| framework.can(request)) {
                let expected = ask_for(*version, &axum, request).await;
                let found = ask_for(*version, &base, request).await;
                let of = |answer: &Answer| {
                    let text = String::from_utf8_lossy(&answer.body).into_owned();
                    (answer.status, answer.own_headers(), text)
                };
                if of(&expected) != of(&found) {
                    differences.push(format!(
                        "{version:?} {} {}\n  axum  {:?}\n  found {:?}",
                        request.method,
                        request.path,
                        of(&expected),
                        of(&found),
                    ));
                }
            }
        }
        let (count, name) = (differences.len(), framework.name);
        assert_eq!(
            count,
            0,
            "{name}: {count} differ\n{}",
            differences.join("\n")
        );
    }
}

/// A method that no route takes: 405, and `Allow` lists the methods that it takes.
#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_is_not_allowed() {
    for framework in FRAMEWORKS {
        let (base, name) = ((framework.start)(), framework.name);
        let (status, sends_allow) = framework.method;
        let phrase = errcode::status::reason_phrase(http::StatusCode::from_u16(status).unwrap());
        let expected = format!(r#"{{"code":"REJECTED","detail":"{phrase}"}}"#);
        for version in framework.versions {
            let answer = ask(*version, &base, "DELETE", "/flat/json", &[], "").await;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            assert_eq!((answer.status, &text), (status, &expected), "{name}");
            let allow = answer.headers.get("allow");
            let allow = allow.map(|allow| allow.to_str().unwrap());
            assert_eq!(allow, sends_allow.then_some("POST"), "{name}");
        }
    }
}

/// Each response logs its error once, with the facts of its request.
#[tokio::test(flavor = "multi_thread")]
async fn one_event_per_response() {
    log::start();
    for framework in FRAMEWORKS {
        let (base, name) = ((framework.start)(), framework.name);
        for (method, path) in [
            ("GET", "/problem/errors/0"),
            ("HEAD", "/nested/errors/5"),
            ("GET", "/flat/path/x"),
            ("POST", "/flat/json"),
            ("GET", "/flat/nowhere"),
            ("DELETE", "/flat/json"),
            ("GET", "/nested/panic"),
            ("GET", "/nowhere"),
        ] {
            let id = format!("{name}-{method}{}", path.replace('/', "-"));
            let headers = [("x-request-id", id.as_str())];
            let answer = ask(Version::Http1, &base, method, path, &headers, "").await;
            assert!(answer.status >= 400, "{id}");
            let events = log::events_of(&id);
            assert_eq!(events.len(), 1, "{id}: {events:#?}");
            let path = format!("url.path=\"{path}\"");
            assert!(events[0].contains(&path), "{events:?}");
        }
    }
}
