//! A catalog's documents as a service of actix.

use std::sync::Arc;

use actix_web::dev::HttpServiceFactory;
use actix_web::{HttpRequest, HttpResponse, web};
use errcode_core::Catalog;
use errcode_docs::Site;
use http::Request;

use super::from_http;

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
pub fn docs_service(path: &str, catalog: &'static Catalog) -> impl HttpServiceFactory + use<> {
    let site = Arc::new(Site::new(catalog));
    web::scope(path).default_service(web::to(move |request: HttpRequest| {
        let response = respond(&site, &request);
        async { response }
    }))
}

fn respond(site: &Site, request: &HttpRequest) -> HttpResponse {
    let rest = request.match_info().unprocessed();
    let path = if rest.starts_with('/') { rest } else { "/" };
    let mut asked = Request::builder()
        .method(request.method().as_str())
        .uri(path);
    for (name, value) in request.headers() {
        asked = asked.header(name.as_str(), value.as_bytes());
    }
    match asked.body(()) {
        Ok(asked) => from_http(site.respond(&asked)),
        Err(_) => HttpResponse::BadRequest().finish(),
    }
}
