//! A catalog's documents as a filter of warp.

use std::convert::Infallible;
use std::sync::Arc;

use errcode_docs::Site;
use http::{HeaderMap, Method};
use warp::Filter;
use warp::path::Tail;
use warp::reply::Response;

use crate::parts::page_request;

/// The documents of a catalog: all errors at `/`, the errors of one code at `/CODE`, the JSON catalog at
/// `/catalog.json`. [`Site`] has the details.
///
/// Put it below the path where the documents belong:
///
/// ```
/// use errcode::ApiError;
/// use errcode::warp::docs_service;
/// use warp::Filter;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let errors = warp::path("errors").and(docs_service(&SKILLS));
/// # let _ = errors;
/// ```
pub fn docs_service(
    site: impl Into<Site>,
) -> impl Filter<Extract = (Response,), Error = Infallible> + Clone {
    let site = Arc::new(site.into());
    warp::path::tail()
        .and(warp::method())
        .and(warp::header::headers_cloned())
        .map(move |tail: Tail, method: Method, headers: HeaderMap| {
            let path = format!("/{}", tail.as_str());
            let asked = page_request(method, &path, headers);
            site.respond(&asked).map(Into::into)
        })
}
