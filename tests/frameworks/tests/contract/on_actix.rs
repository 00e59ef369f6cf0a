//! The service on actix-web.

use actix_web::Handler;
use actix_web::{App, FromRequest, HttpResponse, HttpServer, Resource, Responder, web};
use errcode::actix::{ContextLayer, Keep, PanicLayer, RejectionLayer, docs_service};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};

/// A resource that answers GET and, as actix does not by itself, HEAD.
fn get<F, A>(path: &str, handler: F) -> Resource
where
    F: Handler<A> + Copy,
    A: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let resource = web::resource(path).route(web::get().to(handler));
    resource.route(web::head().to(handler))
}

macro_rules! routes {
    ($path:literal, $error:ident) => {
        web::scope($path)
            .service(get(
                "/errors/{number}",
                async |number: web::Path<usize>| -> Result<&'static str, $error> {
                    Err($error::all().remove(*number))
                },
            ))
            .service(web::resource("/json").route(web::post().to(async |_: web::Json<Page>| "")))
            .service(
                web::resource("/json/short")
                    .app_data(web::JsonConfig::default().limit(SHORT))
                    .route(web::post().to(async |_: web::Json<Page>| "")),
            )
            .service(get("/query", async |_: web::Query<Page>| ""))
            .service(get("/path/{number}", async |_: web::Path<u32>| ""))
            .service(web::resource("/form").route(web::post().to(async |_: web::Form<Page>| "")))
            .service(get("/panic", async || -> &'static str { panic!("pw=1") }))
            .service(get("/foreign", async || {
                HttpResponse::ImATeapot()
                    .insert_header(("x-foreign", "1"))
                    .body("pw=1")
            }))
            .service(get("/kept", async || {
                let mut response = HttpResponse::ImATeapot()
                    .insert_header(("content-type", "text/plain; charset=utf-8"))
                    .body("kept");
                response.extensions_mut().insert(Keep);
                response
            }))
            .wrap(PanicLayer::<$error>::new())
            .wrap(RejectionLayer::<$error>::new())
    };
}

pub(crate) fn start() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = || {
                App::new()
                    .service(routes!("/problem", ProblemError))
                    .service(routes!("/nested", NestedError))
                    .service(routes!("/flat", FlatError))
                    .service(docs_service("/docs", &ERRORS))
                    .wrap(RejectionLayer::<ProblemError>::new())
                    .wrap(ContextLayer::new())
            };
            let server = HttpServer::new(app).workers(1);
            server
                .listen_auto_h2c(listener)
                .unwrap()
                .run()
                .await
                .unwrap();
        });
    });
    base
}
