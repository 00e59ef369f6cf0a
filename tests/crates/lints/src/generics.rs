//! Generics of all kinds.

use core::fmt::Debug;

use errcode::ApiError;

/// Generics.
#[derive(Debug, ApiError)]
#[api(format = flat)]
#[non_exhaustive]
pub enum Generic<'text, T, E, const N: usize = 2>
where
    E: Debug,
{
    /// Inside.
    #[api(transparent)]
    Inner(E),
    /// A value.
    #[api(status = 400, code = "VALUE", message = "{value:?} {bytes:?}")]
    Value {
        /// A value.
        #[api(public)]
        value: T,
        /// Names.
        #[api(public)]
        names: &'text [&'text str],
        /// Bytes.
        bytes: [u8; N],
    },
}
