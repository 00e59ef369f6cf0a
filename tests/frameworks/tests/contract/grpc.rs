//! The errors of the service over gRPC: what tonic sends, and what its client reads.

use errcode::tonic::{ContextLayer, RemoteError, on_panic};
use frameworks::FlatError;
use tonic::client::Grpc;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::transport::Endpoint;
use tonic::{Code, Status};
use tower::{ServiceBuilder, service_fn};
use tower_http::catch_panic::CatchPanicLayer;

use crate::client::{on_a_thread, serve};
use crate::log;

/// Messages without contents.
#[derive(Clone, Copy, Default)]
struct Empty;

impl Codec for Empty {
    type Encode = ();
    type Decode = ();
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Empty {
    type Item = ();
    type Error = Status;

    fn encode(&mut self, (): (), _: &mut EncodeBuf<'_>) -> Result<(), Status> {
        Ok(())
    }
}

impl Decoder for Empty {
    type Item = ();
    type Error = Status;

    fn decode(&mut self, _: &mut DecodeBuf<'_>) -> Result<Option<()>, Status> {
        Ok(None)
    }
}

/// `/errors/NUMBER` returns an error, and any other method panics.
fn call(path: &str) -> Result<(), Status> {
    let number = path.strip_prefix("/errors/").map(str::parse::<usize>);
    match number {
        Some(Ok(number)) => Err(FlatError::all().remove(number))?,
        _ => panic!("pw=1"),
    }
}

fn start() -> String {
    on_a_thread(async |listener| {
        let service = service_fn(async |request: http::Request<hyper::body::Incoming>| {
            let status = call(request.uri().path()).unwrap_err();
            Ok::<_, std::convert::Infallible>(status.into_http::<tonic::body::Body>())
        });
        let service = ServiceBuilder::new()
            .layer(ContextLayer::new())
            .layer(CatchPanicLayer::custom(on_panic::<FlatError>))
            .service(service);
        serve(listener, service).await;
    })
}

async fn ask(base: &str, path: &str, id: &str) -> Status {
    let channel = Endpoint::new(base.to_owned()).unwrap().connect().await;
    let mut client = Grpc::new(channel.unwrap());
    client.ready().await.unwrap();
    let mut request = tonic::Request::new(());
    request
        .metadata_mut()
        .insert("x-request-id", id.parse().unwrap());
    let response = client.unary(request, path.parse().unwrap(), Empty).await;
    response.unwrap_err()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_error_is_a_status_with_details() {
    log::start();
    let base = start();
    let codes = [
        (Code::NotFound, "NOT_FOUND", "there is no such skill"),
        (
            Code::Aborted,
            "SLUG_TAKEN",
            "slug `pdf\"tools\u{0}` is taken",
        ),
        (Code::InvalidArgument, "INVALID_FIELDS", "invalid fields"),
        (Code::ResourceExhausted, "RATE_LIMITED", "rate limited"),
        (Code::Unauthenticated, "UNAUTHENTICATED", "not signed in"),
        (Code::Unavailable, "STORAGE_ERROR", "Bad Gateway"),
        (Code::PermissionDenied, "QUOTA", "3 of 5 used"),
        (Code::Unavailable, "MAINTENANCE", "maintenance until "),
        (Code::NotFound, "NOT_FOUND", "there is no such skill"),
        (Code::DeadlineExceeded, "UPSTREAM", "Gateway Timeout"),
        (Code::Unavailable, "UPSTREAM", "Bad Gateway"),
        (Code::NotFound, "EXPIRED", "expired"),
    ];
    assert_eq!(codes.len(), FlatError::all().len());
    for (number, (code, reason, message)) in codes.into_iter().enumerate() {
        let id = format!("grpc-{number}");
        let status = ask(&base, &format!("/errors/{number}"), &id).await;
        assert_eq!(status.code(), code, "{status:?}");
        let starts = status.message().starts_with(message);
        assert!(starts && !status.message().contains("pw"), "{status:?}");
        let error = RemoteError::from_status(&status).unwrap();
        assert_eq!((error.code(), error.request_id()), (reason, Some(&*id)));
        assert_eq!(error.is_retryable(), reason == "RATE_LIMITED");
        assert_eq!(log::events_of(&id).len(), 1, "{id}");
    }

    let taken = RemoteError::from_status(&ask(&base, "/errors/1", "taken").await).unwrap();
    assert_eq!(taken.detail("slug"), Some("pdf\"tools\u{0}"));
    assert_eq!(taken.detail("suggestedSlugs"), Some("[\"a\"]"));
    assert_eq!((taken.details().count(), taken.detail("absent")), (2, None));
    let fields = RemoteError::from_status(&ask(&base, "/errors/2", "fields").await).unwrap();
    let expected = [("a\"b", "é"), ("a\"b", "\u{1F600}\n"), ("name", "is empty")];
    assert!(fields.field_errors().eq(expected), "{fields:?}");
    let limited = RemoteError::from_status(&ask(&base, "/errors/3", "limited").await).unwrap();
    assert_eq!(
        limited.retry_after(),
        Some(std::time::Duration::from_secs(2))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_is_a_status() {
    log::start();
    let status = ask(&start(), "/panic", "grpc-panic").await;
    assert_eq!(
        (status.code(), status.message()),
        (Code::Internal, "Internal Server Error")
    );
    let error = RemoteError::from_status(&status).unwrap();
    assert_eq!((error.code(), error.domain()), ("INTERNAL_ERROR", ""));
    assert_eq!(log::events_of("grpc-panic").len(), 1);
}
