//! The service on rocket.

use errcode::rocket::{ContextLayer, Extract, PanicLayer, RejectionLayer, docs_service, keep};
use frameworks::{ERRORS, FlatError, NestedError, Page, ProblemError, SHORT};
use rocket::data::{Data, FromData, Outcome};
use rocket::form::{Form, FromForm};
use rocket::http::{Header, Status};
use rocket::request::FromRequest;
use rocket::response::Responder;
use rocket::response::status::Custom;
use rocket::serde::json::Json;
use rocket::shield::Shield;
use rocket::{Config, Request, get, post, routes};

/// rocket has a trait of its own for forms.
#[derive(FromForm)]
struct PageForm {
    #[field(name = "page")]
    _page: u32,
}

/// rocket has one limit for all bodies of a type.
struct Short;

#[rocket::async_trait]
impl<'r> FromData<'r> for Short {
    type Error = &'static str;

    async fn from_data(_: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match data.open(SHORT.into()).into_bytes().await {
            Ok(bytes) if bytes.is_complete() => Outcome::Success(Self),
            _ => Outcome::Error((Status::PayloadTooLarge, "too large")),
        }
    }
}

#[post("/json", data = "<_page>")]
fn json(_page: Extract<Json<Page>>) {}

#[post("/json/short", data = "<_page>")]
fn short(_page: Extract<Short>) {}

#[get("/query?<page>")]
fn query(page: u32) -> String {
    page.to_string()
}

#[get("/path/<number>")]
fn path(number: u32) -> String {
    number.to_string()
}

#[post("/form", data = "<_page>")]
fn form(_page: Extract<Form<PageForm>>) {}

#[get("/panic")]
fn panics() {
    panic!("pw=1")
}

#[derive(Responder)]
#[response(status = 418)]
struct Teapot(&'static str, Header<'static>);

#[get("/foreign")]
fn foreign() -> Teapot {
    Teapot("pw=1", Header::new("x-foreign", "1"))
}

#[get("/kept")]
fn kept(request: Kept) -> Custom<&'static str> {
    let Kept = request;
    Custom(Status::ImATeapot, "kept")
}

/// A guard sees the request.
struct Kept;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Kept {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> rocket::request::Outcome<Self, ()> {
        keep(request);
        rocket::request::Outcome::Success(Self)
    }
}

macro_rules! service {
    ($rocket:expr, $path:literal, $error:ident) => {{
        #[get("/errors/<number>")]
        fn errors(number: usize) -> Result<(), $error> {
            Err($error::all().remove(number))
        }

        $rocket
            .mount(
                $path,
                routes![
                    errors, json, short, query, path, form, panics, foreign, kept
                ],
            )
            .register($path, RejectionLayer::<$error>::new())
            .register($path, PanicLayer::<$error>::new())
    }};
}

pub(crate) fn start() -> String {
    // rocket opens its socket by itself.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let (started, is_started) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let config = Config {
            port: address.port(),
            log_level: rocket::config::LogLevel::Off,
            ..Config::default()
        };
        let liftoff = rocket::fairing::AdHoc::on_liftoff("started", move |_| {
            started.send(()).unwrap();
            Box::pin(async {})
        });
        let app = service!(rocket::custom(config), "/problem", ProblemError);
        let app = service!(app, "/nested", NestedError);
        let app = service!(app, "/flat", FlatError)
            .mount("/docs", docs_service(&ERRORS))
            // The headers of its shield are not those of other frameworks.
            .attach(Shield::new())
            .attach(liftoff)
            .attach(RejectionLayer::<ProblemError>::new())
            .attach(ContextLayer::new());
        rocket::execute(app.launch()).unwrap();
    });
    is_started.recv().unwrap();
    format!("http://{address}")
}
