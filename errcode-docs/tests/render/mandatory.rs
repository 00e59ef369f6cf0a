//! Headers that RFC 9110 demands and something else than the error sends: callers read them all the same.

use errcode::ApiError;
use errcode_docs::markdown::Options;
use errcode_docs::{Document, markdown};

use crate::fixture::error;

#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are asked")]
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
fn what_the_standard_demands_is_sent() {
    let document = Document::from(&HTTP);
    for (code, names) in [
        ("METHOD", &["Allow"][..]),
        ("METHOD_NOW", &["Allow"]),
        ("METHOD_OR_NONE", &["allow"]),
        ("WHO", &["WWW-Authenticate"]),
        ("PROXY", &["Proxy-Authenticate"]),
        ("UPGRADE", &["Upgrade"]),
        ("ANY", &[]),
    ] {
        let error = error(&document, code);
        let shown: Vec<&str> = error.headers.iter().map(|h| h.name.as_str()).collect();
        assert_eq!(shown, names, "{code}");
    }
    let page = markdown(&document, &Options::default());
    for row in [
        "| `Allow` | string | The methods that the resource takes. The server or a proxy in front of it sets this header,",
        "| `Allow` | `GET` |\n",
        "| `allow` | string, optional |\n",
    ] {
        assert!(page.contains(row), "{row}\n{page}");
    }
}
