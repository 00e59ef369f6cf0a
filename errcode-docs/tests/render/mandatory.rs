//! Headers that RFC 9110 makes mandatory: under `allow(missing_header)` documents state only what was declared.

use errcode::ApiError;
use errcode_docs::markdown::Options;
use errcode_docs::{Document, markdown};

use crate::fixture::error;

#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are tested")]
#[api(format = flat, group = "HTTP")]
pub(crate) enum Http {
    /// No such method.
    #[error("method")]
    #[api(status = 405, code = "METHOD", allow(missing_header))]
    Method,
    /// Not this method now.
    #[error("method now")]
    #[api(status = 405, code = "METHOD_NOW", header("Allow" = "GET"))]
    Now,
    /// Not this method, or none.
    #[error("method or none")]
    #[api(status = 405, code = "METHOD_OR_NONE", allow(missing_header))]
    OrNone(#[api(header = "allow")] Option<String>),
    /// Who is it?
    #[error("who")]
    #[api(status = 401, code = "WHO", allow(missing_header))]
    Who,
    /// Who is it, to the proxy?
    #[error("proxy")]
    #[api(status = 407, code = "PROXY", allow(missing_header))]
    Proxy,
    /// Another protocol.
    #[error("upgrade")]
    #[api(status = 426, code = "UPGRADE", allow(missing_header))]
    Upgrade,
    /// Anything.
    #[error("any")]
    #[api(status = 400, code = "ANY")]
    Any,
}

errcode::catalog! { pub(crate) static HTTP: Catalog = { title: "HTTP", types: [Http] }; }

#[test]
fn documents_state_only_declared_headers() {
    let document = Document::from(&HTTP);
    for (code, names) in [
        ("METHOD", &[][..]),
        ("METHOD_NOW", &["Allow"]),
        ("METHOD_OR_NONE", &["allow"]),
        ("WHO", &[]),
        ("PROXY", &[]),
        ("UPGRADE", &[]),
        ("ANY", &[]),
    ] {
        let error = error(&document, code);
        let headers: Vec<&str> = error.headers.iter().map(|h| h.name.as_str()).collect();
        assert_eq!(headers, names, "{code}");
    }
    let page = markdown(&document, &Options::default());
    for row in ["| `Allow` | `GET` |\n", "| `allow` | string, optional |\n"] {
        assert!(page.contains(row), "{row}\n{page}");
    }
    for absent in [
        "WWW-Authenticate",
        "Proxy-Authenticate",
        "Upgrade`",
        "sets this header",
    ] {
        assert!(!page.contains(absent), "{absent}\n{page}");
    }
}
