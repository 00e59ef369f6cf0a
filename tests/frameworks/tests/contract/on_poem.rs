//! The service on poem.

use errcode::poem::{ContextLayer, Keep, PanicLayer, RejectionLayer, docs_service};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};
use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::middleware::SizeLimit;
use poem::web::{Form, Json, Path, Query};
use poem::{EndpointExt, Response, Route, Server, get, handler, post};

use crate::client::on_a_thread;

#[handler]
fn json(_: Json<Page>) {}

#[handler]
fn query(_: Query<Page>) {}

#[handler]
fn path(_: Path<u32>) {}

#[handler]
fn form(_: Form<Page>) {}

#[handler]
fn panics() {
    panic!("pw=1")
}

#[handler]
fn foreign() -> Response {
    let response = Response::builder().status(StatusCode::IM_A_TEAPOT);
    response.header("x-foreign", "1").body("pw=1")
}

#[handler]
fn kept() -> Response {
    let response = Response::builder().status(StatusCode::IM_A_TEAPOT);
    let response = response.content_type("text/plain; charset=utf-8");
    response.extension(Keep).body("kept")
}

macro_rules! routes {
    ($error:ident) => {{
        #[handler]
        fn errors(Path(number): Path<usize>) -> Result<(), $error> {
            Err($error::all().remove(number))
        }

        Route::new()
            .at("/errors/:number", get(errors))
            .at("/json", post(json))
            .at("/json/short", post(json).with(SizeLimit::new(SHORT)))
            .at("/query", get(query))
            .at("/path/:number", get(path))
            .at("/form", post(form))
            .at("/panic", get(panics))
            .at("/foreign", get(foreign))
            .at("/kept", get(kept))
            .with(PanicLayer::<$error>::new())
            .with(RejectionLayer::<$error>::new())
    }};
}

pub(crate) fn start() -> String {
    on_a_thread(async |listener| {
        let app = Route::new()
            .nest("/problem", routes!(ProblemError))
            .nest("/nested", routes!(NestedError))
            .nest("/flat", routes!(FlatError))
            .nest("/docs", docs_service(&ERRORS))
            .with(RejectionLayer::<ProblemError>::new())
            .with(ContextLayer::new());
        let acceptor = TcpAcceptor::from_std(listener).unwrap();
        Server::new_with_acceptor(acceptor).run(app).await.unwrap();
    })
}
