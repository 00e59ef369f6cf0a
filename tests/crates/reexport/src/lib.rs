//! A framework of somebody's own, which hands errcode on.

/// What services of this framework derive.
pub mod prelude {
    pub use errcode;
}

/// An error of this framework, for crates that know nothing of errcode.
#[macro_export]
macro_rules! not_found {
    ($name:ident, $what:literal) => {
        /// There is no such thing.
        #[derive(Debug, thiserror::Error, $crate::prelude::errcode::ApiError)]
        #[error("not found")]
        #[api(crate = $crate::prelude::errcode, format = $crate::prelude::errcode::format::Flat)]
        pub enum $name {
            /// There is none.
            #[api(status = $crate::NOT_FOUND, code = $what)]
            NotFound,
            /// From within.
            #[error(transparent)]
            #[api(transparent)]
            Inner(#[from] $crate::Inner),
        }
    };
}

/// A status for the macro.
pub const NOT_FOUND: u16 = 404;

/// An error for the macro.
#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[error("inner")]
#[api(format = flat, status = 400, code = "INNER")]
pub struct Inner;
