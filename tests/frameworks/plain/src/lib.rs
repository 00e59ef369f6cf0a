//! Errors of a crate that asks for no framework. In the build of the contract, Cargo switches on all frameworks for
//! it too, because features of a package are those that any crate of the build asks for.

use std::fmt::Debug;
use std::rc::Rc;

use errcode::ApiError;

/// Not `Send`, which some frameworks demand of a response.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("not sent")]
#[api(format = flat, status = 500, code = "NOT_SENT")]
pub struct NotSent(pub Rc<u8>);

/// A lifetime, a type parameter and a where clause.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("generic")]
#[api(format = flat, status = 500, code = "GENERIC")]
pub struct Generic<'a, T>(pub &'a T)
where
    T: Debug;

/// Not `'static`.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("borrowed")]
#[api(format = flat, status = 500, code = "BORROWED")]
pub struct Borrowed<'a>(pub &'a str);

/// A constant.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("sized")]
#[api(format = flat, status = 500, code = "SIZED")]
pub struct Sized<const N: usize>(pub [u8; N]);

/// A crate that implements a framework's trait by itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("own")]
#[api(format = flat, status = 404, code = "OWN", respond = false)]
pub struct Own;

#[cfg(feature = "axum")]
impl axum_core::response::IntoResponse for Own {
    fn into_response(self) -> axum_core::response::Response {
        axum_core::response::IntoResponse::into_response("own")
    }
}
