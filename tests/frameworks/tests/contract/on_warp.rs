//! The service on warp.

use errcode::tower::{ContextLayer, RejectionLayer, on_panic};
use errcode::warp::{Keep, docs_service, recover};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use warp::http::{Response, StatusCode};
use warp::{Filter, Rejection, Reply};

use crate::client::{on_a_thread, serve};

/// GET and, as warp does not by itself, HEAD.
fn get() -> impl Filter<Extract = (), Error = Rejection> + Copy {
    warp::get().or(warp::head()).unify()
}

fn teapot(
    extend: impl FnOnce(&mut Response<&'static str>),
    body: &'static str,
) -> Response<&'static str> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::IM_A_TEAPOT;
    let text = "text/plain; charset=utf-8".parse().unwrap();
    response.headers_mut().insert("content-type", text);
    extend(&mut response);
    response
}

macro_rules! routes {
    ($error:ident) => {{
        let errors = warp::path!("errors" / usize)
            .and(get())
            .map(|number| -> Result<&'static str, $error> { Err($error::all().remove(number)) });
        let json = || warp::post().and(warp::body::json()).map(|_: Page| "");
        let short = warp::body::content_length_limit(SHORT as u64).and(json());
        let form = warp::post().and(warp::body::form()).map(|_: Page| "");
        let query = get().and(warp::query()).map(|_: Page| "");
        let panics = get().map(|| -> &'static str { panic!("pw=1") });
        let foreign = get().map(|| {
            let header = |response: &mut Response<_>| {
                response
                    .headers_mut()
                    .insert("x-foreign", "1".parse().unwrap());
            };
            teapot(header, "pw=1")
        });
        let kept = get().map(|| {
            let keep = |response: &mut Response<_>| {
                response.extensions_mut().insert(Keep);
            };
            teapot(keep, "kept")
        });
        let path = warp::path!("path" / u32).and(get()).map(|_| "");
        let all = errors
            .or(warp::path!("json").and(json()))
            .or(warp::path!("json" / "short").and(short))
            .or(warp::path!("form").and(form))
            .or(warp::path!("query").and(query))
            .or(path)
            .or(warp::path!("panic").and(panics))
            .or(warp::path!("foreign").and(foreign))
            .or(warp::path!("kept").and(kept));
        all.recover(recover::<$error>)
            .map(Reply::into_response)
            .boxed()
    }};
}

pub(crate) fn start() -> String {
    on_a_thread(async |listener| {
        let app = warp::path("problem")
            .and(routes!(ProblemError))
            .or(warp::path("nested").and(routes!(NestedError)))
            .or(warp::path("flat").and(routes!(FlatError)))
            .or(warp::path("docs").and(docs_service(&ERRORS)))
            .map(Reply::into_response)
            .boxed();
        let service = ServiceBuilder::new()
            .layer(ContextLayer::new())
            .layer(RejectionLayer::<ProblemError>::new())
            .layer(CatchPanicLayer::custom(on_panic::<ProblemError>))
            .service(warp::service(app));
        serve(listener, service).await;
    })
}
