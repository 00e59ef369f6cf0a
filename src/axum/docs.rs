//! A catalog's pages as a service of axum's, or of any router that takes tower services.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum_core::body::Body;
use axum_core::response::Response;
use errcode_core::Catalog;
use errcode_docs::Site;
use http::Request;
use tower_service::Service;

/// The pages of a catalog: all errors at `/`, those of one code at `/CODE`, the JSON at
/// `/catalog.json`. [`Site`] says more.
///
/// It is a service, to be nested where the documents shall be; at the root it is the
/// `fallback_service`. A problem's `type` leads to its page if it begins with that place:
///
/// ```
/// use axum::Router;
/// use errcode::ApiError;
/// use errcode::axum::docs_router;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let app: Router = Router::new().nest_service("/errors", docs_router(&SKILLS));
/// ```
///
/// A variant with `#[doc(hidden)]` has no page, and none is at the path of a code that is `.` or `..`,
/// which no URL can have.
pub fn docs_router(catalog: &'static Catalog) -> DocsRouter {
    DocsRouter {
        site: Arc::new(Site::new(catalog)),
    }
}

/// The service that [`docs_router`] makes.
#[derive(Clone, Debug)]
pub struct DocsRouter {
    site: Arc<Site>,
}

impl<B> Service<Request<B>> for DocsRouter {
    type Response = Response;
    type Error = Infallible;
    type Future = Ready<Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.site.respond(&request).map(Body::from)))
    }
}
