//! Documents.

use errcode::ApiError;

use crate::Meilisearch;
use crate::request::wrong_type;

/// A document does not exist, or cannot be as the request says.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum DocumentError {
    /// There is no such document.
    #[error("Document `{0}` not found.")]
    #[api(status = 404)]
    #[api(example(Self::DocumentNotFound("7".into())))]
    DocumentNotFound(String),

    /// A document has no value for the primary key of the index.
    #[error("Document doesn't have a `{primary_key}` attribute: `{document}`.")]
    #[api(example(Self::MissingDocumentId { primary_key: "id".into(), document: "{\"title\":\"Up\"}".into() }))]
    MissingDocumentId {
        /// The field that is missing.
        primary_key: String,
        /// The document as JSON.
        document: String,
    },

    /// The value of the primary key is no identifier.
    #[error(
        "Document identifier `{0}` is invalid. A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_)."
    )]
    #[api(example(Self::InvalidDocumentId("7!".into())))]
    InvalidDocumentId(String),

    /// `fields` is not a string.
    #[api(example(Self::InvalidDocumentFields(wrong_type("fields", "a string"))))]
    InvalidDocumentFields(String),

    /// `filter` is not a filter expression.
    #[api(example(Self::InvalidDocumentFilter(wrong_type("filter", "a filter"))))]
    InvalidDocumentFilter(String),

    /// Documents are deleted by a `filter`.
    #[error("`filter` field is mandatory.")]
    MissingDocumentFilter,

    /// `limit` is not an integer.
    #[api(example(Self::InvalidDocumentLimit(wrong_type("limit", "an integer"))))]
    InvalidDocumentLimit(String),

    /// `offset` is not an integer.
    #[api(example(Self::InvalidDocumentOffset(wrong_type("offset", "an integer"))))]
    InvalidDocumentOffset(String),

    /// `csvDelimiter` is not one ASCII character.
    #[api(example(Self::InvalidDocumentCsvDelimiter(wrong_type("csvDelimiter", "a string"))))]
    InvalidDocumentCsvDelimiter(String),

    /// A document has more than 65,535 fields.
    #[error("A document cannot contain more than 65,535 fields.")]
    DocumentFieldsLimitReached,

    /// `_geo` is not a place on earth.
    #[api(example(Self::InvalidDocumentGeoField(GeoField::Empty("7".into()))))]
    InvalidDocumentGeoField(GeoField),
}

/// What is wrong with the field `_geo` of a document.
#[derive(Debug, thiserror::Error)]
pub enum GeoField {
    /// It is no object.
    #[error(
        "The `_geo` field in the document with the id: `{id}` is not an object. Was expecting an object with the `_geo.lat` and `_geo.lng` fields but instead got `{field}`."
    )]
    NoObject {
        /// The document.
        id: String,
        /// What it is.
        field: String,
    },
    /// It has no coordinates.
    #[error(
        "Could not find latitude nor longitude in the document with the id: `{0}`. Was expecting `_geo.lat` and `_geo.lng` fields."
    )]
    Empty(String),
    /// It has only one coordinate.
    #[error(
        "Could not find {coord} in the document with the id: `{id}`. Was expecting a `{field}` field."
    )]
    Missing {
        /// The document.
        id: String,
        /// The other coordinate.
        coord: &'static str,
        /// The field of the other coordinate.
        field: &'static str,
    },
    /// A coordinate is no number.
    #[error(
        "Could not parse {coord} in the document with the id: `{id}`. Was expecting a finite number but instead got `{value}`."
    )]
    NoNumber {
        /// The document.
        id: String,
        /// The coordinate.
        coord: &'static str,
        /// What it is.
        value: String,
    },
}
