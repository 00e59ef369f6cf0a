//! warp 0.4: `Reply` for every error, and a handler for what warp rejects.
//!
//! A handler for `Filter::then` or `Filter::map` returns `Result<_, MyError>`, and `?` does the rest. With
//! `Filter::and_then`, an error is a rejection: `impl warp::reject::Reject for MyError {}` makes it one, and [`recover`]
//! finds it.
//!
//! | what fails | what to write |
//! | --- | --- |
//! | an extractor, a route, a method | [`recover`] in `Filter::recover`, a variant `Rejected(#[from] Rejection)` |
//! | all of these and every other response | [`RejectionLayer`] around `warp::service`, the same variant |
//! | a panic | [`on_panic`] in tower-http's `CatchPanicLayer::custom` around `warp::service`, a variant `Panicked(#[from] Panic)` |
//!
//! A filter cannot run other filters in a scope, so that [`ContextLayer`] is a layer around `warp::service` too:
//!
//! ```
//! use errcode::ApiError;
//! use errcode::warp::{ContextLayer, Rejection, RejectionLayer, recover};
//! use tower::ServiceBuilder;
//! use warp::Filter;
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// The request is not valid.
//!     #[error("rejected")]
//!     #[api(status = 400, code = "INVALID_REQUEST")]
//!     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
//! }
//!
//! async fn rename(name: String) -> Result<String, SkillError> {
//!     Ok(format!("it is {name} now"))
//! }
//!
//! let rename = warp::path!("name").and(warp::put()).and(warp::body::json()).then(rename);
//! let service = ServiceBuilder::new()
//!     .layer(ContextLayer::new())
//!     .layer(RejectionLayer::<SkillError>::new())
//!     .service(warp::service(rename.recover(recover::<SkillError>)));
//! # let _ = service;
//! ```
//!
//! Serve it with hyper-util, as `TowerToHyperService`. With `warp::serve` alone, responses have no context, and panics
//! close their connection.
//!
//! - A parameter of the path that is not valid is a 404, because to warp it is another path.
//! - The methods of a route are not known outside of it, so that a 405 has no `Allow`.
//! - [`recover`] finds rejections of `E` and those of warp. If other rejections are your own, handle them before it.

#[cfg(feature = "docs")]
mod docs;
mod reject;

#[cfg(feature = "docs")]
pub use docs::docs_service;
pub use reject::recover;

pub use crate::context::ContextLayer;
pub use crate::foreign::{Keep, Panic, Rejection, RejectionKind, RejectionLayer};
pub use crate::tower::on_panic;

/// `Reply` for one type: generics, type and where clause as the derive prints them. `Reply` is for types that are
/// `Send`; one that is not must compile all the same.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_warp_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] []) => {
        $crate::__impl_for_warp_unless_respond_is_false! { [$($generics)*] [$type] [where] }
    };
    ([$($generics:tt)*] [$type:ty] [where $($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::warp::Reply for $type
        where
            // With a lifetime of its own the bound is not an error for a type that is not `Send`.
            for<'__errcode> $type: $crate::__private::core::marker::Send,
            $($bounds)*
        {
            fn into_response(self) -> $crate::__private::warp::reply::Response {
                let error = <$type as $crate::__private::AsApiError>::as_api_error(&self);
                $crate::__private::respond(error)
            }
        }
    };
}
