//! A catalog's documents as routes of rocket.

use std::sync::Arc;

use errcode_docs::Site;
use rocket::http::Method;
use rocket::outcome::Outcome;
use rocket::route::{self, Route};
use rocket::{Data, Request};

use super::{from_http, headers_of};
use crate::parts::page_request;

/// The documents of a catalog: all errors at `/`, the errors of one code at `/CODE`, the JSON catalog at
/// `/catalog.json`. [`Site`] has the details.
///
/// Mount it at the path where the documents belong:
///
/// ```
/// use errcode::ApiError;
/// use errcode::rocket::docs_service;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let app = rocket::build().mount("/errors", docs_service(&SKILLS));
/// # let _ = app;
/// ```
pub fn docs_service(site: impl Into<Site>) -> DocsHandler {
    DocsHandler {
        site: Arc::new(site.into()),
    }
}

/// The handler that [`docs_service`] makes.
#[derive(Clone, Debug)]
pub struct DocsHandler {
    site: Arc<Site>,
}

impl From<DocsHandler> for Vec<Route> {
    fn from(handler: DocsHandler) -> Self {
        vec![Route::new(Method::Get, "/<path..>", handler)]
    }
}

#[rocket::async_trait]
impl route::Handler for DocsHandler {
    async fn handle<'r>(&self, request: &'r Request<'_>, _: Data<'r>) -> route::Outcome<'r> {
        let path = request.uri().path().as_str();
        let base = request.route().map_or("/", |route| route.uri.base());
        let rest = path.strip_prefix(base.trim_end_matches('/'));
        let rest = rest.filter(|rest| rest.starts_with('/')).unwrap_or("/");
        let asked = page_request(http::Method::GET, rest, headers_of(request.headers()));
        Outcome::Success(from_http(self.site.respond(&asked)))
    }
}
