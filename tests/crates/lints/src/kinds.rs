//! Kinds of variants: deprecated, hidden, fixed, with a status by path, transparent.

use errcode::ApiError;

use crate::display::text;
use crate::fields::Fields;

/// A status.
const GONE: u16 = 410;

/// Kinds of variants.
#[derive(Debug, ApiError)]
#[api(format = nested, challenge = "Bearer", group = "Kinds", category = "kind")]
#[non_exhaustive]
pub enum Kinds {
    /// Challenged.
    #[api(status = 401, code = "CHALLENGED", message = "say who you are")]
    Challenged,
    /// Forbidden.
    #[api(status = 403, code = "FORBIDDEN", hide_as = Hidden)]
    Forbidden {
        /// A reason.
        reason: u8,
    },
    /// By function.
    #[api(status = 500, code = "FUNCTION", message = text)]
    Function(),
    /// By path.
    #[deprecated(note = "not sent")]
    #[api(status = GONE, code = "GONE", title = "Gone", type = "urn:{code}")]
    Gone,
    /// Hidden.
    #[doc(hidden)]
    #[api(status = 404, code = "HIDDEN", header("Cache-Control" = "no-store"))]
    Hidden {},
    /// Transparent.
    #[api(transparent, allow(mixed_format))]
    Inner(Fields),
    /// Deprecated in part.
    #[api(status = 410, code = "PART", message = "{old}")]
    Part {
        /// Old.
        #[deprecated]
        #[api(public, header = "X-Old")]
        old: u8,
    },
    /// Secret.
    #[api(hide_as = Hidden)]
    Secret(u8),
}

/// One error.
#[derive(Clone, Copy, Debug, ApiError)]
#[api(format = flat, status = 409, code = "SINGLE", expose)]
#[non_exhaustive]
pub struct Single;
