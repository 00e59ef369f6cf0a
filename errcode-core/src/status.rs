//! HTTP status codes: reason phrases, and the types a status can have in the attributes of the derive.

use std::marker::PhantomData;
use std::ops::Deref;

use errcode_rules::status::is_error;
use http::StatusCode;

/// The reason phrase of a status, as RFC 9110 and the IANA registry spell it.
///
/// For a status that is not registered it is `Client Error` (4xx), `Server Error` (5xx) or `Unknown Status`.
///
/// ```
/// # use errcode_core::reason_phrase;
/// # use http::StatusCode;
/// assert_eq!(reason_phrase(StatusCode::PAYLOAD_TOO_LARGE), "Content Too Large");
/// assert_eq!(reason_phrase(StatusCode::from_u16(499)?), "Client Error");
/// # Ok::<(), http::status::InvalidStatusCode>(())
/// ```
pub fn reason_phrase(status: StatusCode) -> &'static str {
    errcode_rules::status::reason_phrase(status.as_u16())
        .or_else(|| status.canonical_reason())
        .unwrap_or("Unknown Status")
}

/// Whether a response with this status can have a body (RFC 9110, 6.4.1).
pub(crate) fn has_body(status: StatusCode) -> bool {
    !matches!(status.as_u16(), 100..=199 | 204 | 205 | 304)
}

/// A field that can carry the status of a response: `u16` and [`StatusCode`].
///
/// ```
/// # use errcode_core::StatusField;
/// assert_eq!(404_u16.status(), Some(http::StatusCode::NOT_FOUND));
/// assert_eq!(7_u16.status(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot give the status of a response",
    label = "not a status",
    note = "use a `u16` or an `http::StatusCode`, or name a function: `#[api(status = path)]`, `fn(&Field) -> Option<StatusCode>`"
)]
pub trait StatusField {
    /// The status, or `None` if the value is not in 100..=999.
    fn status(&self) -> Option<StatusCode>;

    /// The number that stands in the field, for the log, even if it is not in 100..=999.
    fn number(&self) -> Option<u16> {
        self.status().map(|status| status.as_u16())
    }
}

impl StatusField for u16 {
    fn status(&self) -> Option<StatusCode> {
        StatusCode::from_u16(*self).ok()
    }

    fn number(&self) -> Option<u16> {
        Some(*self)
    }
}

impl StatusField for StatusCode {
    fn status(&self) -> Option<StatusCode> {
        Some(*self)
    }
}

impl<T: StatusField> StatusField for Option<T> {
    fn status(&self) -> Option<StatusCode> {
        self.as_ref().and_then(StatusField::status)
    }

    fn number(&self) -> Option<u16> {
        self.as_ref().and_then(StatusField::number)
    }
}

/// The status of the response: the one from the field if it is an error status, otherwise the declared one.
#[doc(hidden)]
pub fn run_time_status(found: Option<u16>, declared: StatusCode) -> StatusCode {
    let error = found.filter(|number| is_error(*number));
    let status = error.and_then(|number| StatusCode::from_u16(number).ok());
    status.unwrap_or(declared)
}

/// The number from the field, if [`run_time_status`] takes the declared status in its place.
#[doc(hidden)]
pub fn replaced_status(found: Option<u16>) -> Option<u16> {
    found.filter(|number| !is_error(*number))
}

/// Calls the function of `status = path` with a field.
#[doc(hidden)]
pub fn status_by<F: ?Sized, R: FoundStatus>(function: fn(&F) -> R, field: &F) -> Option<u16> {
    function(field).found().map(|status| status.as_u16())
}

/// A type that the function of `status = path` can return.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a status function cannot return `{Self}`",
    label = "a status function returns `StatusCode` or `Option<StatusCode>`",
    note = "for a number write `StatusCode::from_u16(number).ok()`"
)]
pub trait FoundStatus {
    /// The status, if the function returned one.
    fn found(self) -> Option<StatusCode>;
}

#[diagnostic::do_not_recommend]
impl FoundStatus for StatusCode {
    fn found(self) -> Option<StatusCode> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl FoundStatus for Option<StatusCode> {
    fn found(self) -> Option<StatusCode> {
        self
    }
}

/// Reads a status constant of any type in const evaluation.
#[doc(hidden)]
#[derive(Debug)]
pub struct StatusConst<T>(pub T);

impl StatusConst<u16> {
    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl StatusConst<StatusCode> {
    /// The number.
    pub const fn get(self) -> u16 {
        self.0.as_u16()
    }
}

/// A type of a status constant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status",
    label = "not a status",
    note = "give the constant the type `u16` or `http::StatusCode`"
)]
pub trait ConstStatus {}

#[diagnostic::do_not_recommend]
impl ConstStatus for u16 {}

#[diagnostic::do_not_recommend]
impl ConstStatus for StatusCode {}

/// Has a `get` for all other types, so that rustc reports one error, which names the type.
#[derive(Debug)]
pub struct NoStatus<T>(u16, PhantomData<T>);

impl<T> NoStatus<T> {
    /// Never called: the types that implement `ConstStatus` have a `get` on [`StatusConst`] itself.
    pub const fn get(&self) -> u16
    where
        T: ConstStatus,
    {
        self.0
    }
}

impl<T> Deref for StatusConst<T> {
    type Target = NoStatus<T>;

    fn deref(&self) -> &NoStatus<T> {
        const { &NoStatus(0, PhantomData) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_phrase() {
        for number in 100..=999 {
            let status = StatusCode::from_u16(number).unwrap();
            let phrase = reason_phrase(status);
            assert!(!phrase.is_empty());
            // For these two statuses the http crate has the phrases before RFC 9110.
            if is_error(number) && ![413, 422].contains(&number) {
                let theirs = status.canonical_reason();
                let fallback = if number < 500 {
                    "Client Error"
                } else {
                    "Server Error"
                };
                assert_eq!(phrase, theirs.unwrap_or(fallback), "{number}");
            }
        }
        assert_eq!(
            reason_phrase(StatusCode::UNPROCESSABLE_ENTITY),
            "Unprocessable Content"
        );
        let content = reason_phrase(StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(content, "Content Too Large");
        assert_eq!(reason_phrase(StatusCode::IM_A_TEAPOT), "I'm a teapot");
        // A type with `allow(non_error_status)` may respond with these.
        assert_eq!(reason_phrase(StatusCode::NOT_MODIFIED), "Not Modified");
        assert_eq!(
            reason_phrase(StatusCode::PERMANENT_REDIRECT),
            "Permanent Redirect"
        );
        let unknown = StatusCode::from_u16(999).unwrap();
        assert_eq!(reason_phrase(unknown), "Unknown Status");
    }

    #[test]
    fn a_status_is_a_number_or_a_status_code() {
        assert_eq!(StatusConst(404_u16).get(), 404);
        assert_eq!(StatusConst(StatusCode::GONE).get(), 410);
        assert_eq!(StatusCode::GONE.status(), Some(StatusCode::GONE));
        assert_eq!(Some(410_u16).status(), Some(StatusCode::GONE));
        assert_eq!(Some(1000_u16).status(), None);
    }

    #[test]
    fn a_function_returns_a_status_or_none() {
        let teapot = Some(418);
        assert_eq!(status_by(|_: &str| StatusCode::IM_A_TEAPOT, "a"), teapot);
        let of = |number: &u16| StatusCode::from_u16(*number).ok();
        assert_eq!(status_by(of, &418), teapot);
        assert_eq!(status_by(of, &1000), None);
    }

    #[test]
    fn the_declared_status_is_sent_if_the_field_has_no_error_status() {
        let declared = StatusCode::BAD_GATEWAY;
        for bad in [0_u16, 99, 200, 304, 399, 600, 1000, u16::MAX] {
            assert_eq!(run_time_status(bad.number(), declared), declared, "{bad}");
            assert_eq!(replaced_status(Some(bad).number()), Some(bad));
        }
        for good in [400_u16, 404, 599] {
            assert_eq!(run_time_status(good.number(), declared).as_u16(), good);
            assert_eq!(replaced_status(good.number()), None);
        }
        let stated_none = None::<StatusCode>.number();
        assert_eq!(run_time_status(stated_none, declared), declared);
        assert_eq!(replaced_status(stated_none), None);
        assert_eq!(replaced_status(StatusCode::OK.number()), Some(200));
    }

    #[test]
    fn statuses_without_a_body() {
        for number in [100, 199, 204, 205, 304] {
            assert!(!has_body(StatusCode::from_u16(number).unwrap()));
        }
        assert!(has_body(StatusCode::NOT_FOUND) && has_body(StatusCode::OK));
    }
}
