//! A catalog's documents as an endpoint of poem.

use errcode_docs::Site;
use http_body_util::combinators::BoxBody;
use poem::{Endpoint, Request, Response, Result};

use super::from_http;

/// The documents of a catalog: all errors at `/`, the errors of one code at `/CODE`, the JSON catalog at
/// `/catalog.json`. [`Site`] has the details.
///
/// Nest it below the path where the documents belong:
///
/// ```
/// use errcode::ApiError;
/// use errcode::poem::docs_service;
/// use poem::Route;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let app = Route::new().nest("/errors", docs_service(&SKILLS));
/// # let _ = app;
/// ```
pub fn docs_service(site: impl Into<Site>) -> DocsEndpoint {
    DocsEndpoint { site: site.into() }
}

/// The endpoint that [`docs_service`] makes.
#[derive(Debug)]
pub struct DocsEndpoint {
    site: Site,
}

impl Endpoint for DocsEndpoint {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let request: http::Request<BoxBody<_, _>> = request.into();
        Ok(from_http(self.site.respond(&request)))
    }
}
