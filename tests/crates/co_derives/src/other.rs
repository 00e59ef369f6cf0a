//! Derives that say something else of the same type, and attributes that say nothing.

use errcode::ApiError;
use serde::{Deserialize, Serialize};

/// As many as there are, behind.
#[derive(
    ApiError,
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
    Deserialize,
    strum::AsRefStr,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    utoipa::ToSchema,
    clap::ValueEnum,
    thiserror::Error,
)]
#[serde(rename_all = "camelCase", tag = "type")]
#[strum(serialize_all = "kebab-case")]
#[clap(rename_all = "kebab-case")]
#[api(format = flat, rename_all = "kebab-case")]
#[rustfmt::skip]
#[must_use]
#[doc(alias = "fault")]
pub enum Behind {
    /// No such thing.
    #[default]
    #[serde()]
    #[strum(message = "m")]
    #[clap(alias = "absent")]
    #[api(status = 404)]
    #[error("no such thing")]
    NotFound,
    /// Not now.
    #[serde(rename = "busy")]
    #[error("not now")]
    #[api(status = 503, header("Retry-After" = "1"))]
    #[rustfmt::skip]
    Busy,
}

/// As many as there are, before.
#[derive(
    thiserror::Error,
    utoipa::ToSchema,
    Serialize,
    Deserialize,
    Debug,
    Clone,
    PartialEq,
    strum::EnumDiscriminants,
    strum::VariantNames,
    ApiError,
)]
#[strum_discriminants(name(Kind), derive(strum::Display), doc = "Which.")]
#[serde(tag = "kind", content = "what", deny_unknown_fields)]
#[api(format = flat)]
pub enum Before {
    /// Too long.
    #[error("longer than {limit}")]
    #[api(status = 400, code = "TOO_LONG")]
    TooLong {
        /// The most there may be.
        #[serde(rename = "max", default)]
        #[schema(example = 8)]
        #[api(public)]
        limit: u8,
        /// Not told.
        #[serde(skip)]
        #[schema(ignore)]
        #[api(header = "X-Rest")]
        rest: Option<u8>,
    },
}

/// One error.
#[derive(clap::Args, Debug, ApiError, thiserror::Error, Serialize, utoipa::ToSchema)]
#[error("{slug}")]
#[api(format = flat, status = 409, code = "TAKEN")]
pub struct Taken {
    /// The slug.
    #[arg(long, default_value = "x")]
    #[serde(skip_serializing_if = "String::is_empty")]
    #[api(public)]
    pub slug: String,
}

#[test]
fn each_derive_does_its_own() {
    use clap::ValueEnum;
    use strum::IntoEnumIterator;

    use crate::body;

    let bodies: Vec<String> = Behind::iter().map(|error| body(&error)).collect();
    assert_eq!(
        bodies,
        [
            r#"{"code":"not-found","detail":"no such thing"}"#,
            r#"{"code":"busy","detail":"Service Unavailable"}"#
        ]
    );
    assert_eq!(Behind::default().as_ref(), "not-found");
    assert_eq!(Behind::value_variants().len(), 2);
    let long = Before::TooLong {
        limit: 8,
        rest: Some(1),
    };
    assert_eq!(
        body(&long),
        r#"{"code":"TOO_LONG","detail":"longer than 8","details":{"limit":8}}"#
    );
    assert_eq!(errcode::to_response(&long).headers()["x-rest"], "1");
    assert_eq!(Kind::from(&long).to_string(), "TooLong");
    let taken = Taken { slug: "a".into() };
    assert_eq!(
        body(&taken),
        r#"{"code":"TAKEN","detail":"a","details":{"slug":"a"}}"#
    );
}
