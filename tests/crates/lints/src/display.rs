//! `Display` and `Error`, by hand: other derives allow lints, which `forbid` does not let them.
#![allow(
    clippy::implicit_return,
    clippy::missing_trait_methods,
    clippy::pub_with_shorthand,
    clippy::redundant_pub_crate,
    clippy::renamed_function_params,
    clippy::single_call_fn,
    reason = "they are about what is written here, not about what is derived"
)]

use core::error::Error;
use core::fmt::{Debug, Display, Formatter, Result};

use crate::fields::Fields;
use crate::generics::Generic;
use crate::kinds::{Kinds, Single};

/// Types whose name is all they say.
macro_rules! named {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl $($generics)* Display for $type {
            #[inline]
            fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
                formatter.write_str(stringify!($type))
            }
        }

        impl $($generics)* Error for $type {}
    )*};
}

named! {
    [] Fields;
    [] Kinds;
    [] Single;
    [<T: Debug, E: Debug, const N: usize>] Generic<'_, T, E, N>;
}

/// A message.
pub(crate) const fn text(_: &Kinds) -> &'static str {
    "a text"
}
