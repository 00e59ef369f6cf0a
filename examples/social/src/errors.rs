//! The errors of the social network: text, and for a form that is not valid the errors of its fields as JSON.

use std::collections::BTreeMap;

use errcode::ApiError;
use errcode::axum::Rejection;
use errcode::format::{Body, Format, FormatError, Occurrence};

/// `{"errors":{"name":["is too short"]}}`.
#[derive(Debug)]
pub struct Fields;

impl Format for Fields {
    const NAME: &'static str = "fields";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| object.member("errors", &error.details()))
    }
}

/// The errors of each field of a form.
pub type FieldErrors = BTreeMap<&'static str, Vec<&'static str>>;

/// What every handler returns.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = text, rename_all = "snake_case", challenge = "Token", group = "Errors")]
pub enum Error {
    /// There is no token, or it is not valid.
    #[error("sign in to do this")]
    #[api(status = 401)]
    Unauthorized,
    /// The article or profile belongs to somebody else.
    #[error("only its author may do this")]
    #[api(status = 403)]
    Forbidden,
    /// There is nothing at this path.
    #[error("there is no such page")]
    #[api(status = 404)]
    NotFound,
    /// Some fields of the form are not valid. The body says which, and why.
    #[error("the form is not valid")]
    #[api(status = 422, format = Fields)]
    #[api(example(Self::form("name", "is taken")))]
    UnprocessableEntity {
        /// The errors of each field.
        #[api(flatten)]
        errors: FieldErrors,
    },
    /// Something that no client can do something about. The log has the cause.
    #[error("something broke")]
    #[api(status = 500)]
    Internal(#[from] anyhow::Error),
    /// axum refused the request.
    #[error(transparent)]
    #[api(status = 400)]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
}

impl Error {
    /// One field is not valid.
    pub fn form(field: &'static str, problem: &'static str) -> Self {
        let errors = [(field, vec![problem])].into();
        Self::UnprocessableEntity { errors }
    }
}

errcode::catalog! {
    /// Errors of the social network.
    pub static SOCIAL: Catalog = {
        title: "Social network",
        types: [Error],
    };
}
