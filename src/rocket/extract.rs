//! A guard whose failure says what part of the request it is of.

use std::any::type_name;
use std::fmt::Debug;

use rocket::data::{self, Data, FromData};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest, Request};

use super::known;
use crate::foreign::{Rejection, part_of_request};
use crate::parts;

/// A data or request guard `T`. If it fails, the [`Rejection`] that [`RejectionLayer`](super::RejectionLayer) makes
/// has the text of the failure and the part of the request, which rocket does not give to a catcher.
///
/// ```
/// use errcode::rocket::Extract;
/// use rocket::post;
///
/// #[post("/name", data = "<name>")]
/// fn rename(name: Extract<String>) -> String {
///     format!("it is {} now", name.0)
/// }
/// # let _ = rocket::routes![rename];
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Extract<T>(pub T);

#[rocket::async_trait]
impl<'r, T: FromData<'r>> FromData<'r> for Extract<T> {
    type Error = T::Error;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match T::from_data(request, data).await {
            Outcome::Success(value) => Outcome::Success(Self(value)),
            Outcome::Error((status, error)) => {
                reject::<T>(request, status, &error);
                Outcome::Error((status, error))
            }
            Outcome::Forward(forward) => Outcome::Forward(forward),
        }
    }
}

#[rocket::async_trait]
impl<'r, T: FromRequest<'r>> FromRequest<'r> for Extract<T> {
    type Error = T::Error;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, T::Error> {
        match T::from_request(request).await {
            Outcome::Success(value) => Outcome::Success(Self(value)),
            Outcome::Error((status, error)) => {
                reject::<T>(request, status, &error);
                Outcome::Error((status, error))
            }
            Outcome::Forward(status) => Outcome::Forward(status),
        }
    }
}

/// Remembers the failure of the guard `T` for the catcher.
fn reject<T>(request: &Request<'_>, status: Status, error: &impl Debug) {
    let mut rejection = Rejection::new(parts::status(status.code), format!("{error:?}"));
    if let Some(part) = part_of_request(type_name::<T>(), "") {
        rejection = rejection.with_part(part);
    }
    known(request).rejection = Some(rejection);
}
