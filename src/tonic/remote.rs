//! An error of another service, as its client reads it from a status.

use std::time::Duration;

use tonic::Status;
use tonic_types::{ErrorDetails, StatusExt};

/// An error that another service has sent as a status: its code and its details.
///
/// ```
/// use errcode::tonic::RemoteError;
/// use tonic::{Code, Status};
/// use tonic_types::{ErrorDetails, StatusExt};
///
/// let details = ErrorDetails::with_error_info("SLUG_TAKEN", "skills.example.com", [("slug".into(), "pdf".into())]);
/// let status = Status::with_error_details(Code::AlreadyExists, "taken", details);
/// let error = RemoteError::from_status(&status).unwrap();
/// assert_eq!((error.code(), error.domain()), ("SLUG_TAKEN", "skills.example.com"));
/// assert_eq!(error.detail("slug"), Some("pdf"));
/// assert!(!error.is_retryable());
///
/// assert!(RemoteError::from_status(&Status::not_found("no details")).is_none());
/// ```
#[derive(Clone, Debug)]
pub struct RemoteError {
    details: ErrorDetails,
}

impl RemoteError {
    /// Reads a status. One without an `ErrorInfo`, or whose details cannot be read, is none.
    pub fn from_status(status: &Status) -> Option<Self> {
        let details = status.check_error_details().ok()?;
        details.error_info()?;
        Some(Self { details })
    }

    /// The code.
    pub fn code(&self) -> &str {
        self.details.error_info().map_or("", |info| &info.reason)
    }

    /// The name of the service that made the error.
    pub fn domain(&self) -> &str {
        self.details.error_info().map_or("", |info| &info.domain)
    }

    /// The public fields and their values, in no order. A value that is no text is JSON.
    pub fn details(&self) -> impl Iterator<Item = (&str, &str)> {
        let details = self.details.error_info().into_iter();
        let details = details.flat_map(|info| &info.metadata);
        details.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of one public field.
    pub fn detail(&self, name: &str) -> Option<&str> {
        let info = self.details.error_info()?;
        info.metadata.get(name).map(String::as_str)
    }

    /// The fields of the request that are not valid, and what is wrong with each.
    pub fn field_errors(&self) -> impl Iterator<Item = (&str, &str)> {
        let violations = self.details.bad_request().into_iter();
        let violations = violations.flat_map(|request| &request.field_violations);
        violations.map(|found| (found.field.as_str(), found.description.as_str()))
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        self.details.retry_info().is_some()
    }

    /// How long to wait before the request is repeated.
    pub fn retry_after(&self) -> Option<Duration> {
        self.details.retry_info()?.retry_delay
    }

    /// The id of the request.
    pub fn request_id(&self) -> Option<&str> {
        let info = self.details.request_info()?;
        Some(&info.request_id)
    }

    /// The message in a language, and the language, if the service has sent one.
    pub fn localized_message(&self) -> Option<(&str, &str)> {
        let message = self.details.localized_message()?;
        Some((&message.locale, &message.message))
    }
}
