//! Responses that errcode did not make, of any status, headers and frames: the rule never panics and never waits,
//! reads at most 4 KiB of text, leaves no header that describes the replaced body, and loses no other header.

#![no_main]

use std::convert::Infallible;
use std::fmt::Debug;
use std::future::{Future, Ready, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use errcode::ApiError;
use errcode::foreign::{Keep, Rejection};
use errcode::tower::RejectionLayer;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use http_body::{Body, Frame};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use tower_layer::Layer;
use tower_service::Service;

/// The longest text of a rejection, in bytes.
const LIMIT: usize = 4096;

/// Headers that describe the body they come with, or frame it.
const OF_THE_BODY: [&str; 13] = [
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "transfer-encoding",
];

/// Lists that both responses add to.
const LISTS: [&str; 4] = ["link", "set-cookie", "vary", "www-authenticate"];

const OTHERS: [&str; 6] = [
    "allow",
    "cache-control",
    "location",
    "proxy-authenticate",
    "retry-after",
    "x-request-id",
];

const MEDIA_TYPES: [&str; 8] = [
    "text/plain",
    "text/html; charset=utf-8",
    "TEXT/PLAIN;charset=\"UTF-8\"",
    "application/json",
    "application/problem+json",
    "application/octet-stream",
    "text/plain; charset=utf-16",
    "text/plain; charset",
];

#[derive(Debug, Arbitrary)]
struct Upstream {
    status: u16,
    is_head: bool,
    is_marked: bool,
    headers: Vec<Header>,
    frames: Vec<Part>,
    end: End,
}

#[derive(Debug, Arbitrary)]
enum Header {
    MediaType(u8),
    MediaTypeOf(Vec<u8>),
    OfTheBody(u8, Vec<u8>),
    List(u8, Vec<u8>),
    Other(u8, Vec<u8>),
    Any(Vec<u8>, Vec<u8>),
}

impl Header {
    fn parts(&self) -> Option<(HeaderName, HeaderValue)> {
        let one_of = |names: &[&'static str], at: u8| {
            HeaderName::from_static(names[usize::from(at) % names.len()])
        };
        let (name, value) = match self {
            Self::MediaType(at) => {
                let media_type = MEDIA_TYPES[usize::from(*at) % MEDIA_TYPES.len()];
                (http::header::CONTENT_TYPE, media_type.as_bytes())
            }
            Self::MediaTypeOf(value) => (http::header::CONTENT_TYPE, &**value),
            Self::OfTheBody(at, value) => (one_of(&OF_THE_BODY, *at), &**value),
            Self::List(at, value) => (one_of(&LISTS, *at), &**value),
            Self::Other(at, value) => (one_of(&OTHERS, *at), &**value),
            Self::Any(name, value) => (HeaderName::from_bytes(name).ok()?, &**value),
        };
        Some((name, HeaderValue::from_bytes(value).ok()?))
    }
}

#[derive(Clone, Debug, Arbitrary)]
enum Part {
    Data(Vec<u8>),
    Repeated(Vec<u8>, u16),
    Trailers,
    Pending,
    Error,
}

#[derive(Clone, Copy, Debug, Arbitrary)]
enum End {
    Ends,
    Stalls,
    EmptyFrames,
    Frames,
    Trailers,
}

/// A body that sends the parts, and counts how often it is asked.
struct Frames {
    parts: std::vec::IntoIter<Part>,
    end: End,
    polls: usize,
}

impl Body for Frames {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        self.polls += 1;
        assert!(self.polls <= 2 * LIMIT, "the body is read without end");
        let data = |bytes: Vec<u8>| Poll::Ready(Some(Ok(Frame::data(Bytes::from(bytes)))));
        let trailers = || Poll::Ready(Some(Ok(Frame::trailers(HeaderMap::new()))));
        match (self.parts.next(), self.end) {
            (Some(Part::Data(bytes)), _) => data(bytes),
            (Some(Part::Repeated(bytes, times)), _) => data(
                bytes
                    .iter()
                    .copied()
                    .cycle()
                    .take(usize::from(times))
                    .collect(),
            ),
            (Some(Part::Trailers), _) | (None, End::Trailers) => trailers(),
            (Some(Part::Pending), _) | (None, End::Stalls) => Poll::Pending,
            (Some(Part::Error), _) => Poll::Ready(Some(Err("broken"))),
            (None, End::Ends) => Poll::Ready(None),
            (None, End::EmptyFrames) => data(Vec::new()),
            (None, End::Frames) => data(vec![b'x'; 100]),
        }
    }
}

/// The service's own error. Its client reads the text of the rejection, so that the text can be checked.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = flat, status = 400, code = "REJECTED", expose)]
#[api(header("WWW-Authenticate" = "Bearer"), header("Cache-Control" = "no-store"))]
struct Rejected(
    #[from]
    #[api(status = Rejection::status)]
    Rejection,
);

struct Once(Option<Response<Frames>>);

impl Service<Request<()>> for Once {
    type Response = Response<Frames>;
    type Error = Infallible;
    type Future = Ready<Result<Response<Frames>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Ok(self.0.take().expect("one request")))
    }
}

/// The value of a future that must not wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the response waits"),
    }
}

/// The data frames of a made body, which ends.
fn bytes<B: Body<Data = Bytes>>(mut body: Pin<&mut B>) -> Vec<u8>
where
    B::Error: Debug,
{
    let mut bytes = Vec::new();
    let mut context = Context::from_waker(Waker::noop());
    loop {
        match body.as_mut().poll_frame(&mut context) {
            Poll::Ready(Some(frame)) => bytes.extend(frame.unwrap().into_data().unwrap()),
            Poll::Ready(None) => return bytes,
            Poll::Pending => panic!("the body waits"),
        }
    }
}

fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Vec<&'a HeaderValue> {
    headers.get_all(name).iter().collect()
}

fn check_headers(ours: &HeaderMap, theirs: &HeaderMap, length: Option<usize>) {
    assert_eq!(ours["content-type"], "application/json");
    for name in OF_THE_BODY {
        match (name, length) {
            ("content-type", _) => {}
            ("content-length", Some(length)) => assert_eq!(ours[name], length.to_string()),
            _ => assert!(
                !ours.contains_key(name),
                "{name} describes the replaced body"
            ),
        }
    }
    assert_eq!(values(ours, &http::header::CACHE_CONTROL), ["no-store"]);
    assert_eq!(ours["www-authenticate"], "Bearer");
    for name in theirs.keys() {
        let (kept, sent) = (values(ours, name), values(theirs, name));
        if LISTS.contains(&name.as_str()) || name == "proxy-authenticate" {
            assert!(
                sent.iter().all(|value| kept.contains(value)),
                "{name} is lost"
            );
        } else if !OF_THE_BODY.contains(&name.as_str())
            && !["content-md5", "trailer", "cache-control"].contains(&name.as_str())
        {
            assert!(
                sent.iter().all(|value| kept.contains(value)),
                "{name} is lost"
            );
        }
    }
}

fn check_text(text: &str, body: &[u8]) {
    assert!(text.len() <= LIMIT, "{} bytes of text", text.len());
    // Text is cut, and never dropped.
    if let Ok(whole) = str::from_utf8(body)
        && let whole = whole.trim_start()
        && !whole.is_empty()
    {
        assert!(!text.is_empty());
    }
}

fuzz_target!(|upstream: Upstream| {
    let status = 100 + upstream.status % 900;
    let status = StatusCode::from_u16(status).unwrap();
    let headers: HeaderMap = upstream.headers.iter().filter_map(Header::parts).collect();

    let whole: Vec<u8> = upstream
        .frames
        .iter()
        .flat_map(|part| match part {
            Part::Data(bytes) => bytes.clone(),
            Part::Repeated(bytes, times) => bytes
                .iter()
                .copied()
                .cycle()
                .take(usize::from(*times))
                .collect(),
            _ => Vec::new(),
        })
        .collect();
    let rejection = Rejection::from_response(status, &headers, &whole);
    assert_eq!(rejection.status(), status);
    check_text(&rejection.to_string(), &whole);

    let mut response = Response::new(Frames {
        parts: upstream.frames.into_iter(),
        end: upstream.end,
        polls: 0,
    });
    *response.status_mut() = status;
    *response.headers_mut() = headers.clone();
    if upstream.is_marked {
        response.extensions_mut().insert(Keep);
    }
    let mut request = Request::new(());
    if upstream.is_head {
        *request.method_mut() = Method::HEAD;
    }
    let mut service = RejectionLayer::<Rejected>::new().layer(Once(Some(response)));
    let Ok(response) = now(service.call(request));
    // The variant's own status takes the place of one that is none of HTTP.
    let is_kept = upstream.is_marked || status.as_u16() < 400;
    let sent = if is_kept || status.as_u16() < 600 {
        status.as_u16()
    } else {
        400
    };
    assert_eq!(response.status(), sent);
    let (parts, body) = response.into_parts();
    if is_kept {
        assert_eq!(parts.headers, headers);
        return;
    }
    let body = bytes(pin!(body));
    if upstream.is_head {
        assert!(body.is_empty(), "a response to HEAD has a body");
        let length = parts.headers["content-length"]
            .to_str()
            .unwrap()
            .parse()
            .unwrap();
        check_headers(&parts.headers, &headers, Some(length));
    } else {
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["code"], "REJECTED");
        check_text(body["detail"].as_str().unwrap(), b"");
        check_headers(&parts.headers, &headers, None);
    }
});
