//! Each response before errcode beside the response with errcode: status, headers and body.

use std::io;

use axum::response::IntoResponse;
use errcode::testing::{Received, collect};
use migration::{actix_by_hand, api_error, by_hand, http_api_problem, problem_details};

/// The response of axum.
async fn of(error: impl IntoResponse) -> Received {
    collect(error.into_response()).await.into()
}

/// The response of actix-web.
async fn of_actix(error: impl actix_web::ResponseError) -> Received {
    let response = error.error_response();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = actix_web::body::to_bytes(response.into_body()).await;
    Received::new(status, &headers, body.unwrap())
}

fn cause() -> io::Error {
    io::Error::other("pw=1")
}

/// The errors before and after, in pairs.
fn by_hand_pairs() -> Vec<(by_hand::before::ShopError, by_hand::after::ShopError)> {
    use by_hand::{after, before};

    vec![
        (
            before::ShopError::NoProduct(7),
            after::ShopError::NoProduct(7),
        ),
        (
            before::ShopError::SoldOut {
                product: 7,
                left: 2,
            },
            after::ShopError::SoldOut {
                product: 7,
                left: 2,
            },
        ),
        (
            before::ShopError::Busy { seconds: 30 },
            after::ShopError::Busy { seconds: 30 },
        ),
        (
            before::ShopError::Database(cause()),
            after::ShopError::Database(cause()),
        ),
    ]
}

#[tokio::test]
async fn an_into_response_by_hand() {
    for (before, after) in by_hand_pairs() {
        assert_eq!(of(before).await, of(after).await);
    }
}

#[tokio::test]
async fn a_response_error_by_hand() {
    for (before, after) in by_hand_pairs() {
        let before = actix_by_hand::before::ShopError(before);
        assert_eq!(of_actix(before).await, of_actix(after).await);
    }
}

#[tokio::test]
async fn the_crate_problem_details() {
    use problem_details::{after, before};

    for (before, after) in [
        (
            before::ShopError::NoProduct(7),
            after::ShopError::NoProduct(7),
        ),
        (
            before::ShopError::SoldOut { left: 2 },
            after::ShopError::SoldOut { left: 2 },
        ),
        (
            before::ShopError::Database(cause()),
            after::ShopError::Database(cause()),
        ),
    ] {
        assert_eq!(of(before).await, of(after).await);
    }
}

#[tokio::test]
async fn the_crate_http_api_problem() {
    use http_api_problem::{after, before};

    for (before, after) in [
        (
            before::ShopError::NoProduct(7),
            after::ShopError::NoProduct(7),
        ),
        (
            before::ShopError::SoldOut { left: 2 },
            after::ShopError::SoldOut { left: 2 },
        ),
        (
            before::ShopError::Database(cause()),
            after::ShopError::Database(cause()),
        ),
    ] {
        // It sets the length itself, and with errcode the server does.
        let mut before = before.into_response();
        assert!(before.headers_mut().remove("content-length").is_some());
        assert_eq!(of(before).await, of(after).await);
    }
}

#[tokio::test]
async fn the_crate_api_error() {
    use api_error::{after, before};

    for (before, after) in [
        (
            before::ShopError::NoProduct(7),
            after::ShopError::NoProduct(7),
        ),
        (
            before::ShopError::SoldOut { left: 2 },
            after::ShopError::SoldOut { left: 2 },
        ),
        (
            before::ShopError::Database(cause()),
            after::ShopError::Database(cause()),
        ),
    ] {
        assert_eq!(of(before).await, of(after).await);
    }
}

#[tokio::test]
#[should_panic(expected = "assertion `left == right` failed")]
async fn another_response_is_not_the_same() {
    let before = by_hand::before::ShopError::NoProduct(7);
    let after = by_hand::after::ShopError::NoProduct(8);
    assert_eq!(of(before).await, of(after).await);
}
