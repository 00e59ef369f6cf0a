//! The request that an error answers: in bodies, and as an extension for middleware.

use errcode::response::Report;
use errcode::{ApiError, Context};

use crate::answer::answer_with;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no such skill")]
#[api(status = 404, code = "NOT_FOUND")]
struct NotFound;

fn body(response: &http::Response<bytes::Bytes>) -> String {
    String::from_utf8(response.body().to_vec()).unwrap()
}

#[test]
fn a_response_inside_a_scope_knows_the_request() {
    let context = Context::new().with_instance("/skills/x");
    let scoped = context.scope_sync(|| errcode::to_response(&NotFound));
    assert!(body(&scoped).contains(r#""instance":"/skills/x""#));
    let outside = errcode::to_response(&NotFound);
    assert!(!body(&outside).contains("instance"));
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Access {
    #[error("no such secret")]
    #[api(status = 404, code = "NO_SECRET")]
    Absent,

    #[error("not yours")]
    #[api(status = 403, code = "FORBIDDEN", hide_as = Absent)]
    Forbidden(#[source] NotFound),
}

#[test]
fn a_report_has_what_the_client_does_not_see() {
    errcode::response::attach_reports();
    let response = errcode::to_response(&Access::Forbidden(NotFound));
    let report = response.extensions().get::<Report>().unwrap();
    assert_eq!(report.entry().code(), "NO_SECRET");
    assert_eq!(report.hidden().unwrap().code(), "FORBIDDEN");
    assert_eq!(report.display(), Some("not yours"));
    assert_eq!(report.sources(), ["no such skill"]);
}

#[test]
fn a_head_has_the_headers_and_no_body() {
    let mut head = answer_with(&NotFound, &Context::new().with_head(true));
    let get = answer_with(&NotFound, &Context::new());
    let length = get.body.len().to_string();
    assert_eq!(head.header("content-length"), Some(&*length));
    head.headers.retain(|(name, _)| name != "content-length");
    assert_eq!(
        (head.status, &head.headers, head.body.as_str()),
        (404, &get.headers, "")
    );
    assert_ne!(get.body, "");
}
