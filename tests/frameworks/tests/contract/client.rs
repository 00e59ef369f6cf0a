//! A framework on a real socket, and a client of either version of HTTP.

use std::convert::Infallible;
use std::net::TcpListener;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tower::{BoxError, Service};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    Http1,
    Http2,
}

pub(crate) const VERSIONS: [Version; 2] = [Version::Http1, Version::Http2];

/// A response, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The headers that the frameworks' servers do not add by themselves, in order.
    pub(crate) fn own_headers(&self) -> Vec<(String, String)> {
        let ours =
            |name: &&http::HeaderName| !["date", "server", "connection"].contains(&name.as_str());
        let mut headers: Vec<(String, String)> = Vec::new();
        for name in self.headers.keys().filter(ours) {
            for value in self.headers.get_all(name) {
                headers.push((name.to_string(), value.to_str().unwrap().to_owned()));
            }
        }
        headers.sort();
        headers
    }
}

/// Runs a server in a runtime and thread of its own, and gives its address.
pub(crate) fn on_a_thread<F: Future<Output = ()>>(
    serve: impl FnOnce(TcpListener) -> F + Send + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(serve(listener));
    });
    base
}

/// Serves a tower service.
pub(crate) async fn serve<S, B>(listener: TcpListener, service: S)
where
    S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
    B: Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let service = TowerToHyperService::new(service.clone());
        tokio::spawn(async move {
            let server = Builder::new(TokioExecutor::new());
            let served = server.serve_connection(TokioIo::new(stream), service);
            // A client that hangs up is no failure.
            let _ = served.await;
        });
    }
}

/// Sends one request. A response that does not end is a failure.
pub(crate) async fn ask(
    version: Version,
    base: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new())
        .http2_only(version == Version::Http2)
        .build_http();
    let mut request = Request::builder()
        .method(method)
        .uri(format!("{base}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::from(body.to_owned())).unwrap();
    let answer = async {
        let (parts, body) = client.request(request).await.unwrap().into_parts();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    };
    let limit = Duration::from_secs(20);
    let answer = tokio::time::timeout(limit, answer).await;
    answer.unwrap_or_else(|_| panic!("{version:?} {method} {path}: the response does not end"))
}
