//! The challenge of RFC 6750.

use errcode::format::{Flat, Html, Negotiated};
use errcode::{ApiError, Context};
use formats::Bearer;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Bearer::<Flat>, challenge = "Bearer realm=\"example\"")]
enum Access {
    #[error("no token")]
    #[api(status = 401, code = "no_token")]
    NoToken,
    #[error("The access token expired")]
    #[api(status = 401, code = "invalid_token")]
    Expired,
    #[error("denied")]
    #[api(status = 403, code = "insufficient_scope")]
    Scope {
        #[api(public)]
        scope: &'static str,
    },
}

fn challenge(error: &dyn ApiError) -> String {
    let response = errcode::to_response(error);
    let challenges: Vec<_> = response
        .headers()
        .get_all("www-authenticate")
        .iter()
        .collect();
    assert_eq!(challenges.len(), 1);
    challenges[0].to_str().unwrap().to_owned()
}

#[test]
fn the_examples_of_rfc_6750() {
    assert_eq!(challenge(&Access::NoToken), r#"Bearer realm="example""#);
    assert_eq!(
        challenge(&Access::Expired),
        r#"Bearer realm="example", error="invalid_token", error_description="The access token expired""#
    );
    // A parameter cannot end its quotes.
    assert_eq!(
        challenge(&Access::Scope {
            scope: "a b\", x=\""
        }),
        r#"Bearer error="insufficient_scope", error_description="denied", scope="a b', x='""#
    );
    let body = errcode::to_response(&Access::Expired).into_body();
    assert_eq!(
        body,
        r#"{"code":"invalid_token","detail":"The access token expired"}"#
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("expired")]
#[api(format = Bearer::<Negotiated<(Flat, Html)>>, challenge = "Bearer")]
#[api(status = 401, code = "invalid_token")]
struct ForBrowsersToo;

#[test]
fn a_challenge_stands_beside_any_format() {
    let expected = r#"Bearer error="invalid_token", error_description="expired""#;
    assert_eq!(challenge(&ForBrowsersToo), expected);
    let browser = Context::new().with_accept(b"text/html");
    let page = errcode::to_response_with(&ForBrowsersToo, &browser);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers()["www-authenticate"], expected);
    assert_eq!(page.headers()["vary"], "Accept");
}
