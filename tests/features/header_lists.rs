//! Header fields with several values, maps of headers, and values of every type.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errcode::ApiError;
use errcode::header::HttpDate;
use http::{HeaderMap, HeaderValue, Method, Uri};
use tracing::Level;

use crate::answer::{Answer, answer};
use crate::log::logged;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(challenge = "Bearer")]
enum Error {
    #[api(status = 401, code = "CHALLENGES")]
    Challenges {
        #[api(header = "WWW-Authenticate")]
        of_proxy: Option<String>,
        #[api(header = "WWW-Authenticate")]
        all: Vec<String>,
    },
    #[api(status = 403, code = "COOKIES", header("X-Fixed" = "1"))]
    Cookies(
        #[api(header = "Set-Cookie")] [&'static str; 2],
        #[api(header = "set-cookie")] &'static str,
    ),
    #[api(status = 502, code = "UPSTREAM", header("X-Fixed" = "1"))]
    Upstream {
        #[api(headers)]
        headers: Box<HeaderMap>,
        #[api(header = "Link")]
        help: Uri,
    },
    #[api(status = 502, code = "MAYBE")]
    Maybe(#[api(headers)] Option<HeaderMap>),
    #[api(status = 503, code = "READ_ONLY")]
    ReadOnly {
        #[api(header = "Retry-After")]
        until: HttpDate,
        #[api(header = "X-Retry")]
        retry: bool,
    },
    #[api(status = 405, code = "METHOD")]
    Method(#[api(header = "Allow")] [Method; 2]),
    #[api(status = 500, code = "TEXT")]
    Text(#[api(header = "X-Text")] &'static str),
}

fn all(answer: &Answer, name: &str) -> Vec<String> {
    let headers = answer.headers.iter();
    let named = headers.filter(|(known, _)| known == name);
    named.map(|(_, value)| value.clone()).collect()
}

#[test]
fn a_map_may_be_missing() {
    let mut headers = HeaderMap::new();
    headers.insert("x-quota", HeaderValue::from_static("7"));
    let maybe = |map| all(&answer(&Error::Maybe(map)), "x-quota");
    assert_eq!(maybe(Some(headers)), ["7"]);
    assert_eq!(maybe(None), [""; 0]);
}

#[test]
fn each_value_of_a_list_is_a_line() {
    let cookies = answer(&Error::Cookies(["a=1", "b=2"], "c=3"));
    assert_eq!(all(&cookies, "set-cookie"), ["a=1", "b=2", "c=3"]);
    assert_eq!(all(&cookies, "x-fixed"), ["1"]);
    let method = answer(&Error::Method([Method::GET, Method::PUT]));
    assert_eq!(all(&method, "allow"), ["GET, PUT"]);
}

#[test]
fn the_challenges_of_fields_replace_the_types() {
    let challenges = |of_proxy: Option<&str>, own: &[&str]| {
        let own = own.iter().map(|text| (*text).to_owned());
        let error = Error::Challenges {
            of_proxy: of_proxy.map(str::to_owned),
            all: own.collect(),
        };
        all(&answer(&error), "www-authenticate")
    };
    assert_eq!(
        challenges(Some("Basic realm=\"ops\""), &["Bearer", "Negotiate"]),
        ["Basic realm=\"ops\"", "Bearer", "Negotiate"]
    );
    assert_eq!(challenges(None, &["Negotiate"]), ["Negotiate"]);
    assert_eq!(challenges(None, &[]), ["Bearer"]);
    // A value that cannot be sent costs only its own line.
    assert_eq!(challenges(None, &["a\nb", "Negotiate"]), ["Negotiate"]);
}

#[test]
fn a_map_is_sent_without_what_describes_another_body() {
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("x-ratelimit-limit", "5"),
        ("x-fixed", "2"),
        ("x-fixed", "3"),
        ("link", "</a>"),
        ("content-length", "7"),
        ("content-type", "text/plain"),
        ("etag", "\"a\""),
        ("transfer-encoding", "chunked"),
    ] {
        headers.append(name, HeaderValue::from_static(value));
    }
    let error = Error::Upstream {
        headers: Box::new(headers),
        help: Uri::from_static("/help"),
    };
    let lines = logged(Level::WARN, || {
        let answer = answer(&error);
        assert_eq!(all(&answer, "x-ratelimit-limit"), ["5"]);
        assert_eq!(all(&answer, "x-fixed"), ["2", "3"]);
        assert_eq!(all(&answer, "link"), ["</a>", "/help"]);
        assert_eq!(all(&answer, "content-type"), ["application/problem+json"]);
        for name in ["content-length", "etag", "transfer-encoding"] {
            assert_eq!(answer.header(name), None, "{name}");
        }
    });
    let left_out = |name: &str| {
        let text = format!("left_out={name} ");
        lines.iter().any(|line| line.contains(&text))
    };
    for name in [
        "content-length",
        "content-type",
        "etag",
        "transfer-encoding",
    ] {
        assert!(left_out(name), "{name}: {lines:?}");
    }
}

#[test]
fn dates_and_flags_are_values() {
    let until: SystemTime = UNIX_EPOCH + Duration::from_secs(784_111_777);
    let answer = answer(&Error::ReadOnly {
        until: until.into(),
        retry: true,
    });
    assert_eq!(
        answer.header("retry-after"),
        Some("Sun, 06 Nov 1994 08:49:37 GMT")
    );
    assert_eq!(answer.header("x-retry"), Some("true"));
}

#[test]
fn what_a_fixed_header_cannot_say_no_field_says() {
    let lines = logged(Level::WARN, || {
        assert_eq!(answer(&Error::Text("caf\u{e9}")).header("x-text"), None);
    });
    assert!(lines[1].contains("visible ASCII"), "{lines:?}");
}
