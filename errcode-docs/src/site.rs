//! A catalog over HTTP, for any server: the page of all errors, a page for each code, and the JSON catalog, with
//! headers for caches and browsers.

use std::collections::HashMap;
use std::sync::OnceLock;

use bytes::Bytes;
use errcode_core::{Catalog, reason_phrase};
use http::header::{
    ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;

use crate::model::Document;
use crate::model::json::object;
use crate::model::theme::Theme;
use crate::plain_text::escape;
use crate::render::html;
use crate::render::json;

const HTML: &str = "text/html; charset=utf-8";

/// The pages of a catalog, to serve over HTTP. Each page is rendered on the first request and then cached.
///
/// | path | |
/// | --- | --- |
/// | `/` | all errors on one page as [`html`](crate::html()) makes it |
/// | `/CODE` | the errors of a code, encoded by [`segment`](html::segment) like `{code}` in a `type` |
/// | `/catalog.json` | the catalog as [`json`](crate::json()) makes it, unless a code has this name |
///
/// The pages support `GET` and `HEAD`, a strong `ETag`, and 304 for `If-None-Match`. A path without a page gives a 404:
/// HTML, or a problem (RFC 9457) if `Accept` names JSON and not HTML. Links between pages are relative, so the pages
/// work below any path.
///
/// ```
/// use errcode_docs::Site;
/// use http::Request;
///
/// #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// static SITE: Site = Site::new(&SKILLS);
///
/// let page = SITE.respond(&Request::get("/SLUG_TAKEN").body(()).unwrap());
/// assert_eq!(page.status(), 200);
/// ```
#[derive(Debug)]
pub struct Site {
    catalog: &'static Catalog,
    theme: Theme,
    /// The `Content-Security-Policy` of all responses.
    policy: OnceLock<HeaderValue>,
    pages: OnceLock<Pages>,
}

impl Site {
    /// Creates the site. Nothing is rendered yet.
    pub const fn new(catalog: &'static Catalog) -> Self {
        Self {
            catalog,
            theme: Theme::DEFAULT,
            policy: OnceLock::new(),
            pages: OnceLock::new(),
        }
    }

    /// The same with other colours.
    ///
    /// ```
    /// use errcode_docs::{Site, Theme};
    /// use http::Request;
    /// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
    /// # #[error("taken")]
    /// # #[api(status = 409, code = "SLUG_TAKEN")]
    /// # struct SlugTaken;
    /// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
    ///
    /// let mut theme = Theme::default();
    /// theme.light.link = Some("#0a7d4f".parse()?);
    /// let site = Site::new(&SKILLS).with_theme(theme);
    /// for path in ["/", "/SLUG_TAKEN", "/nothing"] {
    ///     let page = site.respond(&Request::get(path).body(()).unwrap());
    ///     // The policy allows the style with these colours, the default style and the script.
    ///     let policy = page.headers()["content-security-policy"].to_str().unwrap();
    ///     assert_eq!(policy.matches("sha256-").count(), 3);
    /// }
    /// # Ok::<(), errcode_docs::InvalidColor>(())
    /// ```
    pub fn with_theme(self, theme: Theme) -> Self {
        Self {
            theme,
            ..Self::new(self.catalog)
        }
    }

    /// Responds to a request. The path is relative to the site: `/` is the page of all errors.
    pub fn respond<B>(&self, request: &Request<B>) -> Response<Bytes> {
        let is_head = request.method() == Method::HEAD;
        let mut response = if is_head || request.method() == Method::GET {
            let pages = self
                .pages
                .get_or_init(|| Pages::new(self.catalog, &self.theme));
            match pages.find(request.uri().path()) {
                Some(page) => page.respond(request.headers()),
                None => not_found(request),
            }
        } else {
            let text = "This page supports GET and HEAD only.";
            let mut response = error_response(request, StatusCode::METHOD_NOT_ALLOWED, text);
            let allow = HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(ALLOW, allow);
            response
        };
        // With a theme it has the hash of a style, which is not made again for every request.
        let policy = self.policy.get_or_init(|| {
            let policy = HeaderValue::try_from(&*html::policy(&self.theme));
            policy.unwrap_or(HeaderValue::from_static(html::CONTENT_SECURITY_POLICY))
        });
        let headers = response.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
        if is_head {
            *response.body_mut() = Bytes::new();
        }
        response
    }
}

impl From<&'static Catalog> for Site {
    fn from(catalog: &'static Catalog) -> Self {
        Self::new(catalog)
    }
}

/// The pages of a catalog.
#[derive(Debug)]
struct Pages {
    document: Document,
    /// The document with links as the pages of single codes need them.
    linked_document: Document,
    all: OnceLock<Page>,
    json: OnceLock<Page>,
    codes: HashMap<String, CodePage>,
}

/// The errors of a code, as indexes of group and error, and their page.
#[derive(Debug, Default)]
struct CodePage {
    errors: Vec<(usize, usize)>,
    page: OnceLock<Page>,
}

impl Pages {
    fn new(catalog: &'static Catalog, theme: &Theme) -> Self {
        let document = Document::from(catalog).with_theme(theme.clone());
        let mut codes: HashMap<String, CodePage> = HashMap::new();
        for (group_index, group) in document.groups.iter().enumerate() {
            for (error_index, error) in group.errors.iter().enumerate() {
                let code_page = codes.entry(error.code.to_string()).or_default();
                code_page.errors.push((group_index, error_index));
            }
        }
        Self {
            linked_document: html::linked_for_code_pages(document.clone()),
            document,
            all: OnceLock::new(),
            json: OnceLock::new(),
            codes,
        }
    }

    /// The page at a path. A `/` in a code is percent-encoded.
    fn find(&self, path: &str) -> Option<&Page> {
        let segment = path.strip_prefix('/').unwrap_or(path);
        let document = &self.document;
        if segment.is_empty() {
            let page = || Page::new(HTML, html::html(document));
            return Some(self.all.get_or_init(page));
        }
        if segment.contains('/') {
            return None;
        }
        let code = percent_decode_str(segment).decode_utf8().ok()?;
        if let Some(CodePage { errors, page }) = self.codes.get(&*code) {
            let document = &self.linked_document;
            let errors = errors.iter().filter_map(|(group_index, error_index)| {
                let group = document.groups.get(*group_index)?;
                Some((group, group.errors.get(*error_index)?))
            });
            let text = || html::code_page(document, &errors.collect::<Vec<_>>());
            return Some(page.get_or_init(|| Page::new(HTML, text())));
        }
        let page = || Page::new("application/json", json::json(document));
        (code == "catalog.json").then(|| self.json.get_or_init(page))
    }
}

/// One page.
#[derive(Debug)]
struct Page {
    content_type: &'static str,
    etag: String,
    body: Bytes,
}

impl Page {
    fn new(content_type: &'static str, text: String) -> Self {
        Self {
            content_type,
            etag: format!("\"{:016x}\"", errcode_rules::hash::fnv1a(&text)),
            body: text.into(),
        }
    }

    fn respond(&self, request: &HeaderMap) -> Response<Bytes> {
        let mut response = if self.is_cached(request) {
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        } else {
            response(StatusCode::OK, self.content_type, self.body.clone())
        };
        let headers = response.headers_mut();
        if let Ok(etag) = HeaderValue::try_from(&self.etag) {
            headers.insert(ETAG, etag);
        }
        // Clients use the page for five minutes, and then ask again with the `ETag`.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("max-age=300"));
        response
    }

    /// Whether the client has this version of the page (RFC 9110, 13.1.2).
    fn is_cached(&self, request: &HeaderMap) -> bool {
        let values = request.get_all(IF_NONE_MATCH).iter();
        let tags = values.filter_map(|value| value.to_str().ok());
        tags.flat_map(|value| value.split(',')).any(|tag| {
            let tag = tag.trim();
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.etag
        })
    }
}

/// A response with the headers that all responses have.
fn response(status: StatusCode, content_type: &'static str, body: Bytes) -> Response<Bytes> {
    let length = HeaderValue::from(body.len());
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CONTENT_LENGTH, length);
    let nosniff = HeaderValue::from_static("nosniff");
    headers.insert(X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}

fn not_found<B>(request: &Request<B>) -> Response<Bytes> {
    let path = request.uri().path();
    let code = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
    let text = format!("This API has no error with the code {code:?}.");
    error_response(request, StatusCode::NOT_FOUND, &text)
}

/// A response that says why there is no page.
fn error_response<B>(request: &Request<B>, status: StatusCode, text: &str) -> Response<Bytes> {
    let mut response = if wants_json(request.headers()) {
        let problem = object! {
            "type" => "about:blank",
            "title" => reason_phrase(status),
            "status" => status.as_u16(),
            "detail" => text,
        };
        let body = problem.pretty() + "\n";
        response(status, "application/problem+json", body.into())
    } else {
        let title = format!("{} {}", status.as_u16(), reason_phrase(status));
        let depth = request.uri().path().matches('/').count();
        let home = match depth {
            0 | 1 => ".".to_owned(),
            _ => "../".repeat(depth - 1),
        };
        let page = html::notice(&title, &escape(text), &home);
        response(status, HTML, page.into())
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("accept"));
    response
}

/// Whether the client accepts JSON and does not name HTML.
fn wants_json(request: &HeaderMap) -> bool {
    let values = request.get_all(ACCEPT).iter();
    let accept: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    let names = |what: &str| accept.iter().any(|value| value.contains(what));
    names("json") && !names("html")
}
