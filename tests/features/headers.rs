//! Response headers: fixed ones, challenges, fields, and which of them wins.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errcode::ApiError;
use errcode::header::HeaderField;
use http::header::InvalidHeaderValue;
use http::{HeaderValue, Method};

use crate::answer::answer;

#[derive(Debug)]
struct Version(u8);

impl HeaderField for Version {
    fn header_value(&self) -> Result<Option<HeaderValue>, InvalidHeaderValue> {
        HeaderValue::try_from(format!("v{}", self.0)).map(Some)
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(challenge = "Bearer", header("Cache-Control" = "no-store"), header("X-Service" = "skills"))]
#[error("error")]
enum Error {
    #[api(status = 401, code = "MISSING")]
    Missing,
    #[api(status = 401, code = "EXPIRED", header("WWW-Authenticate" = "Bearer error=\"invalid_token\""))]
    Expired,
    #[api(status = 401, code = "SCOPE", header("WWW-Authenticate" = "Bearer"), header("WWW-Authenticate" = "Basic"))]
    TwoSchemes,
    #[api(status = 401, code = "FIELD")]
    Field {
        #[api(header = "WWW-Authenticate")]
        challenge: String,
    },
    #[api(status = 403, code = "PRIVATE", header("cache-control" = "private"))]
    Private,
    #[api(status = 405, code = "METHOD")]
    Method {
        #[api(header = "Allow")]
        allow: Vec<Method>,
    },
    #[api(status = 429, code = "LIMITED")]
    Limited {
        #[api(header = "Retry-After", public)]
        retry_after: Option<u32>,
        #[api(header = "X-RateLimit-Reset")]
        reset: u64,
        #[api(header = "Expires")]
        expires: SystemTime,
        #[api(header = "X-Version")]
        version: Version,
    },
    #[api(status = 500, code = "HOSTILE")]
    Hostile(#[api(header = "X-Name")] String),
    #[api(status = 503, code = "BUSY", header("Retry-After" = "60"))]
    Busy(#[api(header = "Retry-After")] Option<Duration>),
    #[api(status = 500, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    /// The status of another service, whose challenge is not that of this one.
    #[api(status = 502, code = "UPSTREAM", allow(missing_header))]
    Upstream(#[api(status)] u16),
    #[api(status = 401, code = "SILENT", allow(missing_header))]
    Silent,
}

#[test]
fn a_challenge_goes_with_every_401_that_has_none_of_its_own() {
    let challenge = |error: Error| {
        let answer = answer(&error);
        answer
            .headers
            .into_iter()
            .filter(|(name, _)| name == "www-authenticate")
            .map(|(_, value)| value)
            .collect::<Vec<_>>()
    };
    assert_eq!(challenge(Error::Missing), ["Bearer"]);
    assert_eq!(
        challenge(Error::Expired),
        ["Bearer error=\"invalid_token\""]
    );
    assert_eq!(challenge(Error::TwoSchemes), ["Bearer", "Basic"]);
    assert_eq!(
        challenge(Error::Field {
            challenge: "Digest".into()
        }),
        ["Digest"]
    );
    assert_eq!(challenge(Error::RunTime(401)), ["Bearer"]);
    assert_eq!(challenge(Error::RunTime(403)), [""; 0]);
    assert_eq!(challenge(Error::Upstream(401)), [""; 0]);
    assert_eq!(challenge(Error::Silent), [""; 0]);
    assert_eq!(challenge(Error::Private), [""; 0]);
}

#[test]
fn headers_of_the_type_add_up_and_a_variants_own_wins() {
    let missing = answer(&Error::Missing);
    assert_eq!(
        (missing.header("cache-control"), missing.header("x-service")),
        (Some("no-store"), Some("skills"))
    );
    let private = answer(&Error::Private);
    assert_eq!(
        (private.header("cache-control"), private.header("x-service")),
        (Some("private"), Some("skills"))
    );
}

#[test]
fn fields_of_each_kind() {
    let method = answer(&Error::Method {
        allow: vec![Method::GET, Method::HEAD],
    });
    assert_eq!(method.header("allow"), Some("GET, HEAD"));
    let expires = UNIX_EPOCH + Duration::from_secs(784_111_777);
    let limited = answer(&Error::Limited {
        retry_after: Some(7),
        reset: 1_700_000_000,
        expires,
        version: Version(3),
    });
    assert_eq!(limited.header("retry-after"), Some("7"));
    assert_eq!(limited.header("x-ratelimit-reset"), Some("1700000000"));
    assert_eq!(
        limited.header("expires"),
        Some("Sun, 06 Nov 1994 08:49:37 GMT")
    );
    assert_eq!(limited.header("x-version"), Some("v3"));
    assert!(
        limited
            .body
            .ends_with(r#""code":"LIMITED","retry_after":7}"#),
        "{}",
        limited.body
    );
    let limited = answer(&Error::Limited {
        retry_after: None,
        reset: 0,
        expires,
        version: Version(3),
    });
    assert_eq!(limited.header("retry-after"), None);
    assert!(
        limited.body.ends_with(r#""code":"LIMITED"}"#),
        "{}",
        limited.body
    );
}

#[test]
fn a_field_wins_over_a_fixed_header_if_it_has_a_value() {
    let busy = |after| {
        answer(&Error::Busy(after))
            .header("retry-after")
            .map(str::to_owned)
    };
    assert_eq!(busy(Some(Duration::from_millis(1))).as_deref(), Some("1"));
    assert_eq!(busy(None).as_deref(), Some("60"));
}

#[test]
fn a_value_that_no_header_can_carry_is_left_out() {
    let hostile = answer(&Error::Hostile("a\r\nSet-Cookie: x=1".into()));
    assert_eq!(
        (
            hostile.status,
            hostile.header("x-name"),
            hostile.header("set-cookie")
        ),
        (500, None, None)
    );
    assert_eq!(
        answer(&Error::Hostile("ok".into())).header("x-name"),
        Some("ok")
    );
    let long = answer(&Error::Hostile("a".repeat(64 * 1024)));
    assert_eq!(long.header("x-name"), None);
}
