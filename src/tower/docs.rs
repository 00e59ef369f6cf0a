//! A catalog's documents as a tower service.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use errcode_docs::Site;
use http::{Request, Response};
use http_body_util::Full;
use tower_service::Service;

/// The documents of a catalog as a service: all errors at `/`, the errors of one code at `/CODE`, the JSON
/// catalog at `/catalog.json`. [`Site`] has the details.
///
/// Nest it below the path where the documents belong, in axum with `Router::nest_service`. A problem whose
/// `type` begins with that path leads to the page of its code:
///
/// ```
/// use errcode::ApiError;
/// use errcode::tower::docs_service;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let app: axum::Router = axum::Router::new().nest_service("/errors", docs_service(&SKILLS));
/// ```
///
/// A variant with `#[doc(hidden)]` has no page. Neither has a code that is `.` or `..`, because no URL can
/// end with such a segment.
pub fn docs_service(site: impl Into<Site>) -> DocsService {
    DocsService {
        site: Arc::new(site.into()),
    }
}

/// The service that [`docs_service`] makes.
#[derive(Clone, Debug)]
pub struct DocsService {
    site: Arc<Site>,
}

impl<B> Service<Request<B>> for DocsService {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.site.respond(&request).map(Full::new)))
    }
}
