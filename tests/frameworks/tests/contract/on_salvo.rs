//! The service on salvo.

use errcode::salvo::{ContextLayer, Extract, Keep, PanicLayer, RejectionLayer, docs_service};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};
use salvo_core::conn::tcp::TcpAcceptor;
use salvo_core::extract::{FormBody, JsonBody, PathParam, QueryParam};
use salvo_core::http::request::SecureMaxSize;
use salvo_core::prelude::*;

use crate::client::on_a_thread;

#[handler]
async fn json(_page: Extract<JsonBody<Page>>) {}

#[handler]
async fn query(page: Extract<QueryParam<u32>>) -> String {
    page.0.into_inner().to_string()
}

#[handler]
async fn path(number: Extract<PathParam<u32>>) -> String {
    number.0.into_inner().to_string()
}

#[handler]
async fn form(_page: Extract<FormBody<Page>>) {}

#[handler]
async fn panics() {
    panic!("pw=1")
}

#[handler]
async fn foreign(response: &mut Response) {
    response.status_code(StatusCode::IM_A_TEAPOT);
    response.add_header("x-foreign", "1", true).unwrap();
    response.render("pw=1");
}

#[handler]
async fn kept(response: &mut Response) {
    response.status_code(StatusCode::IM_A_TEAPOT);
    response.extensions.insert(Keep);
    response.render("kept");
}

/// A router that answers GET and, as salvo does not by itself, HEAD.
fn get<H: Handler>(at: &str, handlers: [H; 2]) -> Router {
    let [get, head] = handlers;
    Router::with_path(at).get(get).head(head)
}

fn below(at: &'static str) -> impl Fn(&Request, &Depot) -> bool {
    move |request, _| request.uri().path().starts_with(at)
}

macro_rules! routes {
    ($path:literal, $error:ident) => {{
        #[handler]
        async fn errors(number: PathParam<usize>) -> Result<(), $error> {
            Err($error::all().remove(number.into_inner()))
        }

        Router::with_path($path)
            .push(get("errors/{number}", [errors, errors]))
            .push(Router::with_path("json").post(json))
            .push(
                Router::with_path("json/short")
                    .hoop(SecureMaxSize(SHORT))
                    .post(json),
            )
            .push(get("query", [query, query]))
            .push(get("path/{number}", [path, path]))
            .push(Router::with_path("form").post(form))
            .push(get("panic", [panics, panics]))
            .push(get("foreign", [foreign, foreign]))
            .push(get("kept", [kept, kept]))
    }};
}

pub(crate) fn start() -> String {
    on_a_thread(async |listener| {
        let router = Router::new()
            .push(routes!("problem", ProblemError))
            .push(routes!("nested", NestedError))
            .push(routes!("flat", FlatError))
            .push(Router::with_path("docs").push(docs_service(&ERRORS)));
        let service = Service::new(router)
            .hoop(ContextLayer::new())
            .hoop(RejectionLayer::<ProblemError>::new())
            .hoop(PanicLayer::<ProblemError>::new())
            .hoop_when(RejectionLayer::<NestedError>::new(), below("/nested/"))
            .hoop_when(PanicLayer::<NestedError>::new(), below("/nested/"))
            .hoop_when(RejectionLayer::<FlatError>::new(), below("/flat/"))
            .hoop_when(PanicLayer::<FlatError>::new(), below("/flat/"));
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        let acceptor = TcpAcceptor::try_from(listener).unwrap();
        Server::new(acceptor).serve(service).await;
    })
}
