//! A catalog's documents as a service of actix.

use std::sync::Arc;

use actix_web::dev::HttpServiceFactory;
use actix_web::{HttpRequest, HttpResponse, web};
use errcode_docs::Site;

use super::{from_http, headers_of};
use crate::parts::page_request;

/// The documents of a catalog below a path: all errors at `path`, the errors of one code at `path/CODE`, the JSON
/// catalog at `path/catalog.json`. [`Site`] has the details.
///
/// ```
/// use actix_web::App;
/// use errcode::ApiError;
/// use errcode::actix::docs_service;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let app = App::new().service(docs_service("/errors", &SKILLS));
/// # let _ = app;
/// ```
pub fn docs_service<S: Into<Site>>(path: &str, site: S) -> impl HttpServiceFactory + use<S> {
    let site = Arc::new(site.into());
    web::scope(path).default_service(web::to(move |request: HttpRequest| {
        let response = respond(&site, &request);
        async { response }
    }))
}

fn respond(site: &Site, request: &HttpRequest) -> HttpResponse {
    let rest = request.match_info().unprocessed();
    let path = if rest.starts_with('/') { rest } else { "/" };
    let method = request.method().as_str().parse().unwrap_or_default();
    let headers = headers_of(request.headers());
    from_http(site.respond(&page_request(method, path, headers)))
}
