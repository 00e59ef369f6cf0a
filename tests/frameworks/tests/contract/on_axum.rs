//! The service on axum.

use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Extension, Form, Json, Router};
use errcode::axum::{ContextLayer, Extract, Keep, RejectionLayer, docs_service, on_panic};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};
use tower_http::catch_panic::CatchPanicLayer;

use crate::client::on_a_thread;

const IM_A_TEAPOT: StatusCode = StatusCode::IM_A_TEAPOT;

macro_rules! routes {
    ($error:ident) => {
        Router::new()
            .route(
                "/errors/{number}",
                get(async |Path(number): Path<usize>| -> Result<(), $error> {
                    Err($error::all().remove(number))
                }),
            )
            .route("/json", post(async |_: Extract<Json<Page>, $error>| ()))
            .route(
                "/json/short",
                post(async |_: Extract<Json<Page>, $error>| ()).layer(DefaultBodyLimit::max(SHORT)),
            )
            .route("/query", get(async |_: Extract<Query<Page>, $error>| ()))
            .route(
                "/path/{number}",
                get(async |_: Extract<Path<u32>, $error>| ()),
            )
            .route("/form", post(async |_: Extract<Form<Page>, $error>| ()))
            .route("/panic", get(async || -> () { panic!("pw=1") }))
            .route(
                "/foreign",
                get(async || (IM_A_TEAPOT, [("x-foreign", "1")], "pw=1")),
            )
            .route(
                "/kept",
                get(async || (IM_A_TEAPOT, Extension(Keep), "kept")),
            )
            // Without a fallback of its own a nested router has that of the outer one.
            .fallback(async || StatusCode::NOT_FOUND)
            .layer(RejectionLayer::<$error>::new())
            .layer(CatchPanicLayer::custom(on_panic::<$error>))
    };
}

pub(crate) fn start() -> String {
    on_a_thread(async |listener| {
        let app = Router::new()
            .nest("/problem", routes!(ProblemError))
            .nest("/nested", routes!(NestedError))
            .nest("/flat", routes!(FlatError))
            .nest_service("/docs", docs_service(&ERRORS))
            .layer(RejectionLayer::<ProblemError>::new())
            .layer(ContextLayer::new());
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        axum::serve(listener, app).await.unwrap();
    })
}
