//! The same invalid body through validator and garde, on axum and actix-web.

use actix_web::dev::Service;
use actix_web::test::{TestRequest, init_service, read_body};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use serde_json::{Value, json};
use tower::ServiceExt;
use validation::{on_actix, on_axum};

use crate::{log, no_secret_in};

const INVALID: &str = r#"{
    "name": "al", "email": "nope", "age": 7, "password": "hunter2", "passwordAgain": "hunter3",
    "address": { "city": "" }, "contacts": [{ "email": "al@example.com" }, { "email": "s3cret" }]
}"#;

const VALID: &str = r#"{
    "name": "alice", "email": "alice@example.com", "age": 18, "password": "hunter2", "passwordAgain": "hunter2",
    "address": { "city": "Oslo" }, "contacts": [{ "email": "al@example.com" }]
}"#;

/// The fields that are not valid, and how many errors each has.
const WRONG: [(&str, usize); 6] = [
    ("/address/city", 1),
    ("/age", 1),
    ("/contacts/1/email", 1),
    ("/email", 2),
    ("/name", 1),
    ("/password_again", 1),
];

async fn on_axum(path: &str, body: &'static str) -> (u16, String) {
    let request = Request::post(path)
        .header("content-type", "application/json")
        .header("x-request-id", path)
        .body(Body::from(body))
        .unwrap();
    let response = on_axum::app().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn on_actix(path: &str, body: &'static str) -> (u16, String) {
    let app = actix_web::App::new().configure(on_actix::configure);
    let app = init_service(app.wrap(errcode::actix::ContextLayer::new())).await;
    let request = TestRequest::post()
        .uri(path)
        .insert_header(("content-type", "application/json"))
        .set_payload(body)
        .to_request();
    let response = app.call(request).await.unwrap();
    let status = response.status().as_u16();
    (
        status,
        String::from_utf8(read_body(response).await.to_vec()).unwrap(),
    )
}

/// The errors of each field, each as the names and types of its members. Codes and texts belong to the source.
fn shape(body: &Value) -> Vec<(String, usize)> {
    let fields = body["errors"].as_object().unwrap();
    let count = |(path, errors): (&String, &Value)| {
        let errors = errors.as_array().unwrap();
        for error in errors {
            for (name, value) in error.as_object().unwrap() {
                match name.as_str() {
                    "code" | "message" => assert!(value.is_string(), "{error}"),
                    "params" => assert!(value.is_object(), "{error}"),
                    _ => panic!("{error}"),
                }
            }
            assert!(error["code"].is_string() && error["message"].is_string());
        }
        (path.clone(), errors.len())
    };
    fields.iter().map(count).collect()
}

#[actix_web::test]
async fn the_same_body_through_both_on_both() {
    log::start();
    let mut bodies: Vec<Value> = Vec::new();
    for path in ["/validator", "/garde"] {
        let (status, body) = on_axum(path, INVALID).await;
        assert_eq!(status, 422, "{body}");
        no_secret_in(&body);
        assert_eq!(on_actix(path, INVALID).await, (422, body.clone()));
        assert_eq!(on_axum(path, VALID).await, (200, String::new()));
        assert_eq!(on_actix(path, VALID).await, (200, String::new()));
        bodies.push(serde_json::from_str(&body).unwrap());
    }
    let [by_validator, by_garde] = &bodies[..] else {
        unreachable!()
    };
    println!("validator: {by_validator:#}\ngarde: {by_garde:#}");
    let wrong = WRONG.map(|(path, errors)| (path.to_owned(), errors));
    assert_eq!(shape(by_validator), wrong);
    assert_eq!(shape(by_garde), wrong);

    let error = |body: &Value, path: &str| body["errors"][path][0].clone();
    assert_eq!(
        error(by_validator, "/name"),
        json!({ "code": "length", "message": "must have a length of at least 3 and at most 40", "params": { "min": 3, "max": 40 } })
    );
    assert_eq!(
        error(by_garde, "/name"),
        json!({ "code": "invalid", "message": "length is lower than 3" })
    );
    assert_eq!(
        error(by_validator, "/age"),
        json!({ "code": "range", "message": "must be at least 18", "params": { "min": 18 } })
    );
    assert_eq!(
        error(by_garde, "/age"),
        json!({ "code": "invalid", "message": "lower than 18" })
    );
    // The other value that it must match is what the client sent, too.
    assert_eq!(
        error(by_validator, "/password_again"),
        json!({ "code": "must_match", "message": "is not valid" })
    );

    let events = log::lines();
    assert!(
        events.contains("error.fields") && events.contains("/password_again"),
        "{events}"
    );
    no_secret_in(&events);
}

#[actix_web::test]
async fn a_body_that_serde_refuses_has_the_path_too() {
    for body in [
        r#"{ "name": "alice", "email": "a", "age": "s3cret" }"#,
        r#"{ "name": "alice", "age": "s3cret, expected hunter2" }"#,
    ] {
        let (status, text) = on_axum("/garde", body).await;
        no_secret_in(&text);
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(status, 422, "{text}");
        assert_eq!(
            read["errors"],
            json!({ "/age": [{ "code": "invalid_type", "message": "expected u8" }] })
        );
        // actix-web keeps no path.
        let (status, text) = on_actix("/garde", body).await;
        no_secret_in(&text);
        assert_eq!(status, 400, "{text}");
        assert!(text.contains("INVALID_REQUEST"), "{text}");
    }
    let (status, text) = on_axum("/garde", "{").await;
    assert_eq!(status, 400, "{text}");
}

#[actix_web::test]
async fn rejections_of_extractors_that_validate_have_the_fields() {
    let invalid = r#"{ "slug": "s3" }"#;
    let too_short = json!({
        "/slug": [{ "code": "length", "message": "must have a length of at least 3", "params": { "min": 3 } }]
    });
    let of_garde = json!({ "/slug": [{ "code": "invalid", "message": "length is lower than 3" }] });
    for ((status, text), errors) in [
        (on_axum("/axum-valid/validator", invalid).await, &too_short),
        (on_axum("/axum-valid/garde", invalid).await, &of_garde),
        (on_actix("/actix-web-validator", invalid).await, &too_short),
    ] {
        let body: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((status, &body["errors"]), (422, errors), "{text}");
    }
    let of_type = r#"{ "slug": 7 }"#;
    let errors = json!({ "/slug": [{ "code": "invalid_type", "message": "expected a string" }] });
    for path in ["/axum-valid/validator", "/axum-valid/garde"] {
        let (status, text) = on_axum(path, of_type).await;
        let body: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((status, &body["errors"]), (422, &errors), "{text}");
        assert_eq!(
            on_axum(path, r#"{ "slug": "pdf" }"#).await,
            (200, "pdf".to_owned())
        );
        assert_eq!(on_axum(path, "{").await.0, 400);
    }
    assert_eq!(on_actix("/actix-web-validator", of_type).await.0, 400);
    let valid = on_actix("/actix-web-validator", r#"{ "slug": "pdf" }"#).await;
    assert_eq!(valid, (200, "pdf".to_owned()));
}

#[actix_web::test]
async fn a_query_has_the_path_too() {
    let request = Request::get("/query?limit=s3cret")
        .body(Body::empty())
        .unwrap();
    let response = on_axum::app().oneshot(request).await.unwrap();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    no_secret_in(&body);
    assert!(body.contains("INVALID_INPUT"), "{body}");
}
