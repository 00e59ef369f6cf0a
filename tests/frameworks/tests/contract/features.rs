//! A crate that asks for no framework, in a build where other crates ask for all of them.

use std::rc::Rc;

use axum::response::IntoResponse;
use plain::{Borrowed, Generic, NotSent, Own, Sized};

#[test]
fn a_crate_without_frameworks_compiles_beside_all_of_them() {
    let not_sent = NotSent(Rc::new(7)).into_response();
    assert_eq!(not_sent.status(), 500);
    assert_eq!(Generic(&7).into_response().status(), 500);
    assert_eq!(Borrowed("7").into_response().status(), 500);
    assert_eq!(Sized([7]).into_response().status(), 500);
    // Its own impl stays.
    assert_eq!(Own.into_response().status(), 200);
    assert_eq!(errcode::to_response(&Own).status(), 404);
}

#[test]
fn every_framework_implements_its_trait_for_every_type() {
    fn actix<T: actix_web::ResponseError>() {}
    fn poem<T: poem::error::ResponseError>() {}
    fn rocket<T: for<'r> rocket::response::Responder<'r, 'static>>() {}
    fn salvo<T: salvo_core::Scribe>() {}
    fn tonic<T: Into<tonic::Status>>() {}
    fn warp<T: warp::Reply>() {}
    macro_rules! each {
        ($type:ty: $($framework:ident)*) => {$($framework::<$type>();)*};
    }
    each!(NotSent: actix poem rocket salvo tonic);
    each!(Generic<'static, u8>: actix poem rocket salvo tonic warp);
    each!(Borrowed<'static>: actix poem rocket salvo tonic warp);
    each!(Sized<1>: actix poem rocket salvo tonic warp);
    each!(errcode::BoxApiError: actix poem rocket salvo tonic warp);
}
