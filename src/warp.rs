//! warp 0.4: `Reply` for every error, and a handler for what warp rejects.

#![doc = include_str!("../docs/src/frameworks/warp.md")]

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
