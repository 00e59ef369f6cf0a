//! Authorization and API keys.

use errcode::ApiError;

use crate::Meilisearch;
use crate::request::wrong_type;

/// The caller may not do that.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", challenge = "Bearer")]
#[api(category = "auth", type = "https://docs.meilisearch.com/errors#{code}")]
pub enum AccessError {
    /// The route is protected, and the request has no `Authorization` header.
    #[error("The Authorization header is missing. It must use the bearer authorization method.")]
    #[api(status = 401)]
    MissingAuthorizationHeader,

    /// The route is protected, and the key does not allow access.
    #[error("The provided API key is invalid.")]
    #[api(status = 403)]
    InvalidApiKey,

    /// The route needs a master key, and the server was started without one.
    #[error(
        "Meilisearch is running without a master key. To access this API endpoint, you must have set a master key at launch."
    )]
    #[api(status = 401)]
    MissingMasterKey,
}

/// An API key does not exist, exists already, or has no value for a field.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum ApiKeyError {
    /// There is no such API key.
    #[error("API key `{0}` not found.")]
    #[api(status = 404)]
    #[api(example(Self::ApiKeyNotFound("d0552b41".into())))]
    ApiKeyNotFound(String),

    /// There is an API key with this `uid`.
    #[error("`uid` field value `{0}` is already an existing API key.")]
    #[api(status = 409)]
    #[api(example(Self::ApiKeyAlreadyExists("d0552b41".into())))]
    ApiKeyAlreadyExists(String),

    /// A new API key needs `actions`.
    #[error("`actions` field is mandatory.")]
    MissingApiKeyActions,

    /// A new API key needs `indexes`.
    #[error("`indexes` field is mandatory.")]
    MissingApiKeyIndexes,

    /// A new API key needs `expiresAt`.
    #[error("`expiresAt` field is mandatory.")]
    MissingApiKeyExpiresAt,
}

/// A field of an API key has an invalid value.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", prefix = "invalid_api_key_", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum InvalidApiKey {
    /// `uid` is not a UUID v4.
    #[error("`uid` field value `{0}` is invalid. It should be a valid UUID v4 string or omitted.")]
    #[api(example(Self::Uid("1".into())))]
    Uid(String),

    /// `name` is neither a string nor null.
    #[error(
        "`name` field value `{0}` is invalid. It should be a string or specified as a null value."
    )]
    #[api(example(Self::Name("7".into())))]
    Name(String),

    /// `description` is neither a string nor null.
    #[error(
        "`description` field value `{0}` is invalid. It should be a string or specified as a null value."
    )]
    #[api(example(Self::Description("7".into())))]
    Description(String),

    /// `actions` is not an array of names of actions.
    #[error(
        "`actions` field value `{0}` is invalid. It should be an array of string representing action names."
    )]
    #[api(example(Self::Actions("7".into())))]
    Actions(String),

    /// `indexes` is not an array of patterns of index names.
    #[api(example(Self::Indexes(KeyIndexes::NoPattern("movies!".into()))))]
    Indexes(KeyIndexes),

    /// `expiresAt` is neither a date in the future nor null.
    #[error(
        "`expiresAt` field value `{0}` is invalid. It should follow the RFC 3339 format to represents a date or datetime in the future or specified as a null value. e.g. 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'."
    )]
    #[api(example(Self::ExpiresAt("soon".into())))]
    ExpiresAt(String),

    /// `offset` is not an integer.
    #[api(example(Self::Offset(wrong_type("offset", "an integer"))))]
    Offset(String),

    /// `limit` is not an integer.
    #[api(example(Self::Limit(wrong_type("limit", "an integer"))))]
    Limit(String),
}

/// What is wrong with the indexes of an API key.
#[derive(Debug, thiserror::Error)]
pub enum KeyIndexes {
    /// They are no array.
    #[error(
        "`indexes` field value `{0}` is invalid. It should be an array of string representing index names."
    )]
    NoArray(String),
    /// One of them is no pattern.
    #[error(
        "`{0}` is not a valid index uid pattern. Index uid patterns can be an integer or a string containing only alphanumeric characters, hyphens (-), underscores (_), and optionally end with a star (*)."
    )]
    NoPattern(String),
}

/// A field of an API key never changes.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", prefix = "immutable_api_key_", status = 400)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum ImmutableApiKey {
    /// `uid` never changes.
    #[error("The `uid` field cannot be modified for the given resource.")]
    Uid,
    /// `key` never changes.
    #[error("The `key` field cannot be modified for the given resource.")]
    Key,
    /// `actions` never changes.
    #[error("The `actions` field cannot be modified for the given resource.")]
    Actions,
    /// `indexes` never changes.
    #[error("The `indexes` field cannot be modified for the given resource.")]
    Indexes,
    /// `expiresAt` never changes.
    #[error("The `expiresAt` field cannot be modified for the given resource.")]
    ExpiresAt,
    /// `createdAt` never changes.
    #[error("The `createdAt` field cannot be modified for the given resource.")]
    CreatedAt,
    /// `updatedAt` never changes.
    #[error("The `updatedAt` field cannot be modified for the given resource.")]
    UpdatedAt,
}
