//! The input, with the same rules for validator and for garde.

use std::collections::BTreeMap;

use serde::Deserialize;
use validator::Validate as _;

#[derive(Debug, Deserialize, validator::Validate, garde::Validate)]
pub struct Signup {
    #[validate(length(min = 3, max = 40))]
    #[garde(length(min = 3, max = 40))]
    pub name: String,

    #[validate(email, length(min = 12))]
    #[garde(email, length(min = 12))]
    pub email: String,

    #[validate(range(min = 18))]
    #[garde(range(min = 18))]
    pub age: u8,

    #[validate(must_match(other = "password"))]
    #[garde(matches(password))]
    #[serde(rename = "passwordAgain")]
    pub password_again: String,

    #[garde(skip)]
    pub password: String,

    #[validate(nested)]
    #[garde(dive)]
    pub address: Address,

    #[validate(nested)]
    #[garde(dive)]
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Deserialize, validator::Validate, garde::Validate)]
pub struct Address {
    #[validate(length(min = 1))]
    #[garde(length(min = 1))]
    pub city: String,
}

#[derive(Debug, Deserialize, validator::Validate, garde::Validate)]
pub struct Contact {
    #[validate(email)]
    #[garde(email)]
    pub email: String,
}

/// A map. validator does not tell its keys.
#[derive(Debug, Deserialize, validator::Validate, garde::Validate)]
pub struct Book {
    #[validate(nested)]
    #[garde(dive)]
    pub contacts: BTreeMap<String, Contact>,
}

/// Rules of the whole struct, and of one field with an author's own text and parameters.
#[derive(Debug, Deserialize, validator::Validate, garde::Validate)]
#[validate(schema(function = "is_in_order"))]
#[garde(allow_unvalidated)]
pub struct Range {
    #[validate(custom(function = "is_even"))]
    #[garde(custom(is_even_for_garde))]
    pub from: u32,
    pub to: u32,
}

fn is_in_order(range: &Range) -> Result<(), validator::ValidationError> {
    if range.from <= range.to {
        return Ok(());
    }
    Err(validator::ValidationError::new("order")
        .with_message("must not end before it starts".into()))
}

fn is_even(number: u32) -> Result<(), validator::ValidationError> {
    if number.is_multiple_of(2) {
        return Ok(());
    }
    let mut error = validator::ValidationError::new("step");
    error.add_param("step".into(), &2);
    Err(error)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "garde passes references")]
fn is_even_for_garde(number: &u32, (): &()) -> garde::Result {
    if number.is_multiple_of(2) {
        return Ok(());
    }
    Err(garde::Error::new("must be a multiple of 2"))
}

/// What axum-valid 0.25 and actix-web-validator 7 validate.
#[derive(Debug, Deserialize, validator_0_20::Validate)]
#[validate(crate = "validator_0_20")]
pub struct Slug {
    #[validate(length(min = 3))]
    pub slug: String,
}

/// The same for garde.
#[derive(Debug, Deserialize, garde::Validate)]
pub struct GardeSlug {
    #[garde(length(min = 3))]
    pub slug: String,
}
