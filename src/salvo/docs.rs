//! A catalog's documents as a router of salvo.

use errcode_docs::Site;
use errcode_rules::uri::encode;
use salvo_core::routing::FlowCtrl;
use salvo_core::{Depot, Handler, Request, Response, Router};

use super::write;
use crate::parts::page_request;

/// The documents of a catalog: all errors at the path of the outer router, the errors of one code at `/CODE` below
/// it, the JSON catalog at `/catalog.json`. [`Site`] has the details.
///
/// ```
/// use errcode::ApiError;
/// use errcode::salvo::docs_service;
/// use salvo_core::Router;
///
/// /// The slug is already in use.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{code}")]
/// struct SlugTaken;
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SlugTaken] }; }
///
/// let router = Router::new().push(Router::with_path("errors").push(docs_service(&SKILLS)));
/// # let _ = router;
/// ```
pub fn docs_service(site: impl Into<Site>) -> Router {
    let site = site.into();
    Router::with_path("{**path}").goal(Docs { site })
}

struct Docs {
    site: Site,
}

#[salvo_core::async_trait]
impl Handler for Docs {
    async fn handle(
        &self,
        request: &mut Request,
        _: &mut Depot,
        response: &mut Response,
        _: &mut FlowCtrl,
    ) {
        // salvo has decoded the rest of the path.
        let rest = request.params().tail().unwrap_or_default();
        let path: String = rest
            .split('/')
            .flat_map(|segment| ["/".to_owned(), encode(segment)])
            .collect();
        let (method, headers) = (request.method().clone(), request.headers().clone());
        write(
            self.site.respond(&page_request(method, &path, headers)),
            response,
        );
    }
}
