//! The layers as fairings and catchers of rocket.

use std::pin::Pin;
use std::task;

use errcode_core::attach_entries;
use errcode_rules::text::LIMIT;
use http::response::Parts;
use rocket::catcher::{self, Catcher};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Status;
use rocket::response::Body;
use rocket::tokio::io::{AsyncRead, ReadBuf};
use rocket::{Build, Data, Request, Response, Rocket};

use super::{headers_of, known, made, response};
use crate::context::ContextLayer;
use crate::foreign::{Panic, PanicLayer, Rejection, RejectionLayer, replacement};
use crate::parts;
use crate::respond::AsApiError;

#[rocket::async_trait]
impl Fairing for ContextLayer {
    fn info(&self) -> Info {
        Info {
            name: "errcode: context of the request",
            kind: Kind::Ignite | Kind::Request,
        }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        attach_entries();
        Ok(rocket)
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        // rocket itself leaves out the body of a response to a HEAD request, and needs it for the length.
        let path = request.uri().path();
        let context = self.context(path.as_str(), false, |name| {
            let values: Vec<&[u8]> = request.headers().get(name).map(str::as_bytes).collect();
            values
        });
        known(request).context = Some(context);
    }
}

/// As a fairing: every response of the app.
#[rocket::async_trait]
impl<E> Fairing for RejectionLayer<E>
where
    E: From<Rejection> + AsApiError + 'static,
{
    fn info(&self) -> Info {
        Info {
            name: "errcode: rejections",
            kind: Kind::Ignite | Kind::Response,
        }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        // The report tells the layer which responses are made from an error.
        attach_entries();
        Ok(rocket)
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if response.status().code < 400 {
            return;
        }
        let theirs = parts_of(request, response);
        if self.keeps(&theirs) {
            return;
        }
        let rejection = known(request).rejection.take();
        let text = available(response.body_mut());
        *response = made(request, || match rejection {
            Some(rejection) => replacement::<E>(&theirs.headers, rejection),
            None => self.replace(&theirs, &text, None, false),
        });
    }
}

/// The head of a response, with its marks.
fn parts_of(request: &Request<'_>, response: &Response<'_>) -> Parts {
    let known = known(request);
    parts::response(
        parts::status(response.status().code),
        headers_of(response.headers()),
        known.report.clone(),
        known.keep,
    )
}

/// The beginning of a body, as much as is there without waiting.
fn available(body: &mut Body<'_>) -> Vec<u8> {
    let mut text = vec![0; LIMIT + 1];
    let mut buffer = ReadBuf::new(&mut text);
    let mut cx = task::Context::from_waker(task::Waker::noop());
    loop {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut *body).poll_read(&mut cx, &mut buffer);
        if !matches!(polled, task::Poll::Ready(Ok(()))) || buffer.filled().len() == before {
            break;
        }
    }
    let length = buffer.filled().len();
    text.truncate(length);
    text
}

/// As a catcher: failures of guards, parameters and routes below a path.
///
/// ```
/// # use errcode::ApiError;
/// # use errcode::rocket::Rejection;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("rejected")]
/// # #[api(status = 400, code = "INVALID_REQUEST")]
/// # struct SkillError(#[from] #[api(status = Rejection::status)] Rejection);
/// use errcode::rocket::RejectionLayer;
///
/// let app = rocket::build().register("/skills", RejectionLayer::<SkillError>::new());
/// # let _ = app;
/// ```
impl<E> From<RejectionLayer<E>> for Vec<Catcher>
where
    E: From<Rejection> + AsApiError + 'static,
{
    fn from(layer: RejectionLayer<E>) -> Self {
        let mut catcher = Catcher::new(None, layer);
        catcher.name = Some("errcode: rejections".into());
        vec![catcher]
    }
}

#[rocket::async_trait]
impl<E> catcher::Handler for RejectionLayer<E>
where
    E: From<Rejection> + AsApiError + 'static,
{
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        if status.code < 400 {
            return Ok(Response::build().status(status).finalize());
        }
        let rejection = known(request).rejection.take();
        let rejection = rejection.unwrap_or_else(|| Rejection::new(parts::status(status.code), ""));
        Ok(response(E::from(rejection).as_api_error(), request))
    }
}

/// As a catcher: a status of 500 below a path. rocket catches panics by itself, and logs their messages.
impl<E> From<PanicLayer<E>> for Vec<Catcher>
where
    E: From<Panic> + AsApiError + 'static,
{
    fn from(layer: PanicLayer<E>) -> Self {
        let mut catcher = Catcher::new(500, layer);
        catcher.name = Some("errcode: panics".into());
        vec![catcher]
    }
}

#[rocket::async_trait]
impl<E> catcher::Handler for PanicLayer<E>
where
    E: From<Panic> + AsApiError + 'static,
{
    async fn handle<'r>(&self, _: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        let panic = Panic::new("a panic, or another cause of 500 that rocket has logged");
        Ok(response(E::from(panic).as_api_error(), request))
    }
}
