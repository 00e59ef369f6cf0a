//! garde 0.23: a report as field errors.
//!
//! A path of garde tells its parts only through serde. As a text, `a.b` may be one name or two.

use std::error::Error;

use garde::Report;

use super::{FieldError, FieldErrors, FieldPath};

/// garde has no codes.
const CODE: &str = "invalid";

/// ```
/// use errcode::validation::FieldErrors;
/// use garde::{Error, Path, Report};
///
/// let mut report = Report::new();
/// report.append(Path::new("tags").join(0), Error::new("length is lower than 3"));
/// let json = r#"{"/tags/0":[{"code":"invalid","message":"length is lower than 3"}]}"#;
/// assert_eq!(serde_json::to_string(&FieldErrors::from(report))?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl From<Report> for FieldErrors {
    fn from(report: Report) -> Self {
        Self::from(&report)
    }
}

impl From<&Report> for FieldErrors {
    fn from(report: &Report) -> Self {
        let mut errors = Self::new();
        for (path, error) in report.iter() {
            let error = FieldError::new(CODE, error.message().to_owned());
            errors.add(self::path(path), error);
        }
        errors
    }
}

fn path(path: &garde::Path) -> FieldPath {
    let parts = serde_json::to_value(path).and_then(serde_json::from_value);
    let parts: Vec<(String, String)> = parts.unwrap_or_default();
    // `none` stands for the value inside a newtype, which has no name in JSON.
    let named = parts.iter().filter(|(kind, _)| kind != "none");
    named.map(|(_, name)| name).collect()
}

pub(super) fn find(error: &(dyn Error + 'static)) -> Option<FieldErrors> {
    error.downcast_ref::<Report>().map(FieldErrors::from)
}
