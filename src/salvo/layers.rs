//! The layers as hoops of salvo.

use std::mem::take;

use errcode_core::attach_entries;
use http::{HeaderValue, Method, StatusCode};
use salvo_core::http::ResBody;
use salvo_core::routing::FlowCtrl;
use salvo_core::{Depot, Handler, Request, Response};

use super::extract::Part;
use super::{render, write};
use crate::context::ContextLayer;
use crate::foreign::{Panic, PanicLayer, Rejection, RejectionLayer, catch_panic};
use crate::respond::AsApiError;
use crate::tower::available;

#[salvo_core::async_trait]
impl Handler for ContextLayer {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        ctrl: &mut FlowCtrl,
    ) {
        attach_entries();
        let head = request.method() == Method::HEAD;
        let context = self.context(request.uri().path(), head, |name| {
            let values = request.headers().get_all(name).into_iter();
            values.map(HeaderValue::as_bytes)
        });
        let next = ctrl.call_next(request, depot, response);
        context.scope(next).await;
    }
}

#[salvo_core::async_trait]
impl<E> Handler for PanicLayer<E>
where
    E: From<Panic> + AsApiError + 'static,
{
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        ctrl: &mut FlowCtrl,
    ) {
        let caught = catch_panic(|| ctrl.call_next(request, depot, response)).await;
        if let Err(panic) = caught {
            render(E::from(panic).as_api_error(), response);
            ctrl.skip_rest();
        }
    }
}

#[salvo_core::async_trait]
impl<E> Handler for RejectionLayer<E>
where
    E: From<Rejection> + AsApiError + 'static,
{
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        ctrl: &mut FlowCtrl,
    ) {
        // The report tells the layer which responses are made from an error.
        attach_entries();
        ctrl.call_next(request, depot, response).await;
        let status = response.status_code.unwrap_or(StatusCode::OK);
        if status.as_u16() < 400 {
            return;
        }
        let (mut theirs, ()) = http::Response::new(()).into_parts();
        theirs.status = status;
        theirs.headers = take(&mut response.headers);
        theirs.extensions = take(&mut response.extensions);
        if self.keeps(&theirs) {
            response.headers = theirs.headers;
            response.extensions = theirs.extensions;
            return;
        }
        let part = theirs.extensions.get().map(|Part(part)| *part);
        let head = request.method() == Method::HEAD;
        let text = match take(&mut response.body) {
            // An error of salvo, of which a catcher would make a body.
            ResBody::Error(error) => {
                let text = HeaderValue::from_static("text/plain");
                theirs.headers.insert("content-type", text);
                error.to_string().into_bytes()
            }
            body => available(body),
        };
        write(self.replace(&theirs, &text, part, head), response);
    }
}
