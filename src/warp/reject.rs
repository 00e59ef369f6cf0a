//! What warp rejects, as the service's own error.

use std::convert::Infallible;
use std::error::Error;

use errcode_core::__private::respond;
use http::StatusCode;
use serde::de::value;
use warp::body::BodyDeserializeError;
use warp::cors::CorsForbidden;
use warp::ext::MissingExtension;
use warp::reject::{
    InvalidHeader, InvalidQuery, LengthRequired, MethodNotAllowed, MissingCookie, MissingHeader,
    PayloadTooLarge, UnsupportedMediaType,
};
use warp::reply::Response;

use crate::foreign::{Rejection, RejectionKind};
use crate::respond::AsApiError;

/// Makes the service's error `E` of everything that filters have rejected, for `Filter::recover`. A rejection that is
/// an `E` stays that error.
///
/// ```
/// use errcode::ApiError;
/// use errcode::warp::{Rejection, recover};
/// use warp::Filter;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("rejected")]
/// #[api(status = 400, code = "INVALID_REQUEST")]
/// struct Rejected(#[from] #[api(status = Rejection::status)] Rejection);
///
/// let skills = warp::path!("skills").map(|| "none").recover(recover::<Rejected>);
/// # let _ = skills;
/// ```
///
/// # Errors
///
/// Never.
pub async fn recover<E>(rejection: warp::Rejection) -> Result<Response, Infallible>
where
    E: From<Rejection> + AsApiError + 'static,
{
    Ok(match rejection.find::<E>() {
        Some(error) => respond(error.as_api_error()),
        None => respond(E::from(preferred(&rejection)).as_api_error()),
    })
}

/// A cause of a rejection, as text.
type Find = fn(&warp::Rejection) -> Option<String>;

/// The causes that warp knows, in the order in which it prefers them: the highest status first, and a wrong method
/// last.
const KNOWN: &[(Find, u16, RejectionKind)] = &[
    (text::<MissingExtension>, 500, RejectionKind::Other),
    (text::<UnsupportedMediaType>, 415, RejectionKind::MediaType),
    (text::<PayloadTooLarge>, 413, RejectionKind::Size),
    (text::<LengthRequired>, 411, RejectionKind::Size),
    (text::<CorsForbidden>, 403, RejectionKind::Other),
    (form, 400, RejectionKind::Form),
    (text::<BodyDeserializeError>, 400, RejectionKind::Body),
    (text::<InvalidQuery>, 400, RejectionKind::Query),
    (text::<InvalidHeader>, 400, RejectionKind::Header),
    (text::<MissingHeader>, 400, RejectionKind::Header),
    (text::<MissingCookie>, 400, RejectionKind::Header),
    (text::<MethodNotAllowed>, 405, RejectionKind::Method),
];

fn text<T: ToString + 'static>(rejection: &warp::Rejection) -> Option<String> {
    rejection.find::<T>().map(ToString::to_string)
}

/// A body that is not valid, if it was read as a form.
fn form(rejection: &warp::Rejection) -> Option<String> {
    let error = rejection.find::<BodyDeserializeError>()?;
    error
        .source()?
        .is::<value::Error>()
        .then(|| error.to_string())
}

/// The cause that warp would respond with.
fn preferred(rejection: &warp::Rejection) -> Rejection {
    let found = KNOWN.iter().find_map(|(find, status, kind)| {
        let text = find(rejection)?;
        let status = StatusCode::from_u16(*status).ok()?;
        Some(Rejection::new(status, text).with_part(*kind))
    });
    found.unwrap_or_else(|| {
        if rejection.is_not_found() {
            Rejection::new(StatusCode::NOT_FOUND, "")
        } else {
            Rejection::new(StatusCode::INTERNAL_SERVER_ERROR, format!("{rejection:?}"))
        }
    })
}
