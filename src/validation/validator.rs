//! validator 0.21 and 0.20: their errors as field errors. Both versions have the same types.

use std::borrow::Cow;
use std::collections::HashMap;
use std::error::Error;

use serde_json::Value;

use super::{FieldError, FieldErrors};

/// The name under which validator has the errors of a whole struct.
const WHOLE: &str = "__all__";

/// The names under which validator has what the client sent: the value, and the one that it must match.
const REJECTED: [&str; 2] = ["value", "other"];

/// A number in a rule, and the words for it.
const BOUNDS: [(&str, &str); 5] = [
    ("equal", "exactly"),
    ("min", "at least"),
    ("exclusive_min", "more than"),
    ("max", "at most"),
    ("exclusive_max", "less than"),
];

fn field_error(
    code: Cow<'static, str>,
    message: Option<Cow<'static, str>>,
    params: HashMap<Cow<'static, str>, Value>,
) -> FieldError {
    let message = message.unwrap_or_else(|| default_message(&code, &params));
    let mut error = FieldError::new(code, message);
    for (name, value) in params {
        if !REJECTED.contains(&&*name) {
            error = error.with_param(name, value);
        }
    }
    error
}

/// The message of a rule whose author has written none.
fn default_message(code: &str, params: &HashMap<Cow<'static, str>, Value>) -> Cow<'static, str> {
    let bounds = BOUNDS.iter().filter_map(|(name, words)| {
        let bound = params.get(*name)?;
        bound.is_number().then(|| format!("{words} {bound}"))
    });
    let bounds: Vec<String> = bounds.collect();
    match code {
        "length" if !bounds.is_empty() => format!("must have a length of {}", bounds.join(" and ")),
        "range" if !bounds.is_empty() => format!("must be {}", bounds.join(" and ")),
        "email" => return "is not an email address".into(),
        "url" => return "is not a URL".into(),
        "required" => return "is required".into(),
        _ => return "is not valid".into(),
    }
    .into()
}

macro_rules! impl_from {
    ($module:ident, $validator:ident) => {
        mod $module {
            use $validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

            use super::{Error, FieldErrors, WHOLE, field_error};
            use crate::validation::FieldPath;

            /// ```
            /// use errcode::validation::FieldErrors;
            #[doc = concat!("use ", stringify!($validator), "::{ValidationError, ValidationErrors};")]
            ///
            /// let mut errors = ValidationErrors::new();
            /// errors.add("name", ValidationError::new("length").with_message("is too short".into()));
            /// let json = r#"{"/name":[{"code":"length","message":"is too short"}]}"#;
            /// assert_eq!(serde_json::to_string(&FieldErrors::from(errors))?, json);
            /// # Ok::<(), serde_json::Error>(())
            /// ```
            impl From<ValidationErrors> for FieldErrors {
                fn from(errors: ValidationErrors) -> Self {
                    let mut all = Self::new();
                    of_struct(errors, &FieldPath::default(), &mut all);
                    all
                }
            }

            fn of_struct(errors: ValidationErrors, path: &FieldPath, all: &mut FieldErrors) {
                for (name, kind) in errors.into_errors() {
                    let path = match &*name {
                        WHOLE => path.clone(),
                        name => path.join(name),
                    };
                    match kind {
                        ValidationErrorsKind::Struct(inner) => of_struct(*inner, &path, all),
                        ValidationErrorsKind::List(items) => {
                            for (index, inner) in items {
                                of_struct(*inner, &path.join(&index.to_string()), all);
                            }
                        }
                        ValidationErrorsKind::Field(errors) => {
                            for ValidationError { code, message, params } in errors {
                                all.add(path.clone(), field_error(code, message, params));
                            }
                        }
                    }
                }
            }

            pub(super) fn find(error: &(dyn Error + 'static)) -> Option<FieldErrors> {
                error.downcast_ref::<ValidationErrors>().cloned().map(FieldErrors::from)
            }
        }
    };
}

#[cfg(feature = "validator")]
impl_from!(current, validator);
#[cfg(feature = "validator_0_20")]
impl_from!(before, validator_0_20);

pub(super) fn find(error: &(dyn Error + 'static)) -> Option<FieldErrors> {
    let found = None;
    #[cfg(feature = "validator")]
    let found = found.or_else(|| current::find(error));
    #[cfg(feature = "validator_0_20")]
    let found = found.or_else(|| before::find(error));
    found
}
