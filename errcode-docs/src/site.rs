//! A catalog over HTTP, for any server: the page, a page for each code, the JSON, and what caches and
//! browsers are to know of them.

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
use crate::plain_text::escape;
use crate::render::html;
use crate::render::json;

const HTML: &str = "text/html; charset=utf-8";

/// A catalog as pages that a server answers with. Each is made when it is first asked for, and kept.
///
/// | path | |
/// | --- | --- |
/// | `/` | all errors on one page, as [`html`](crate::html()) makes it |
/// | `/CODE` | the errors of a code; the path is [`segment`](html::segment), which is what `{code}` in a `type` becomes |
/// | `/catalog.json` | the catalog, as [`json`](crate::json()) makes it; should a code be called this, its page |
///
/// `GET` and `HEAD` are answered, with a strong `ETag` and, where `If-None-Match` has it, with a 304.
/// A path without a page is a 404, as HTML, or as a problem (RFC 9457) if `Accept` asks for JSON alone.
/// Links between pages are relative, so that the pages may be anywhere.
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
    pages: OnceLock<Pages>,
}

impl Site {
    /// The pages of a catalog. Nothing is rendered yet.
    pub const fn new(catalog: &'static Catalog) -> Self {
        Self {
            catalog,
            pages: OnceLock::new(),
        }
    }

    /// The response to a request, whose path begins where the pages do: `/` is the page of all errors.
    pub fn respond<B>(&self, request: &Request<B>) -> Response<Bytes> {
        let is_head = request.method() == Method::HEAD;
        let mut response = if is_head || request.method() == Method::GET {
            let pages = self.pages.get_or_init(|| Pages::of(self.catalog));
            match pages.find(request.uri().path()) {
                Some(page) => page.answer(request.headers()),
                None => missing(request),
            }
        } else {
            let text = "The documents are only read, with GET and HEAD.";
            let mut response = refusal(request, StatusCode::METHOD_NOT_ALLOWED, text);
            let allow = HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(ALLOW, allow);
            response
        };
        if is_head {
            *response.body_mut() = Bytes::new();
        }
        response
    }
}

/// What a catalog has pages of.
#[derive(Debug)]
struct Pages {
    document: Document,
    /// The same with links that lead on from the page of a code.
    of_codes: Document,
    all: OnceLock<Page>,
    json: OnceLock<Page>,
    codes: HashMap<String, OfCode>,
}

/// The errors of a code, by the indexes of group and error, and their page.
#[derive(Debug, Default)]
struct OfCode {
    errors: Vec<(usize, usize)>,
    page: OnceLock<Page>,
}

impl Pages {
    fn of(catalog: &'static Catalog) -> Self {
        let document = Document::from(catalog);
        let mut codes: HashMap<String, OfCode> = HashMap::new();
        for (in_document, group) in document.groups.iter().enumerate() {
            for (in_group, error) in group.errors.iter().enumerate() {
                let of_code = codes.entry(error.code.to_string()).or_default();
                of_code.errors.push((in_document, in_group));
            }
        }
        Self {
            of_codes: html::of_codes(document.clone()),
            document,
            all: OnceLock::new(),
            json: OnceLock::new(),
            codes,
        }
    }

    /// The page at a path, in which a `/` of a code is percent-encoded.
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
        if let Some(OfCode { errors, page }) = self.codes.get(&*code) {
            let document = &self.of_codes;
            let errors = errors.iter().filter_map(|(in_document, in_group)| {
                let group = document.groups.get(*in_document)?;
                Some((group, group.errors.get(*in_group)?))
            });
            let text = || html::of_code(document, &errors.collect::<Vec<_>>());
            return Some(page.get_or_init(|| Page::new(HTML, text())));
        }
        let page = || Page::new("application/json", json::json(document));
        (code == "catalog.json").then(|| self.json.get_or_init(page))
    }
}

/// What is at one path.
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

    fn answer(&self, asked: &HeaderMap) -> Response<Bytes> {
        let mut response = if self.is_known(asked) {
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
        // For a while no question at all, then one that is answered without the page.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("max-age=300"));
        response
    }

    /// Whether the client has this page (RFC 9110, 13.1.2).
    fn is_known(&self, asked: &HeaderMap) -> bool {
        let values = asked.get_all(IF_NONE_MATCH).iter();
        let tags = values.filter_map(|value| value.to_str().ok());
        tags.flat_map(|value| value.split(',')).any(|tag| {
            let tag = tag.trim();
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.etag
        })
    }
}

/// A response with what every one of them has.
fn response(status: StatusCode, content_type: &'static str, body: Bytes) -> Response<Bytes> {
    let length = HeaderValue::from(body.len());
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CONTENT_LENGTH, length);
    let policy = HeaderValue::from_static(html::CONTENT_SECURITY_POLICY);
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    let nosniff = HeaderValue::from_static("nosniff");
    headers.insert(X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}

fn missing<B>(request: &Request<B>) -> Response<Bytes> {
    let path = request.uri().path();
    let asked = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
    let text = format!("There is no error with the code {asked:?} here.");
    refusal(request, StatusCode::NOT_FOUND, &text)
}

/// A page that says why there is none.
fn refusal<B>(request: &Request<B>, status: StatusCode, text: &str) -> Response<Bytes> {
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

/// Whether JSON is asked for, and HTML is not.
fn wants_json(asked: &HeaderMap) -> bool {
    let values = asked.get_all(ACCEPT).iter();
    let accept: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    let names = |what: &str| accept.iter().any(|value| value.contains(what));
    names("json") && !names("html")
}
