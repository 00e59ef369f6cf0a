//! Indexes, and swaps of indexes.

use errcode::ApiError;

use crate::Meilisearch;
use crate::request::wrong_type;

/// An index does not exist, exists already, or cannot be as the request says.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum IndexError {
    /// There is an index of this name.
    #[error("Index `{0}` already exists.")]
    #[api(status = 409)]
    #[api(example(Self::IndexAlreadyExists("movies".into())))]
    IndexAlreadyExists(String),

    /// There is no such index.
    #[error("Index `{0}` not found.")]
    #[api(status = 404)]
    #[api(example(Self::IndexNotFound("movies".into())))]
    IndexNotFound(String),

    /// The request's body names an index that does not exist.
    #[error("Indexes `{0}` not found.")]
    #[api(code = "index_not_found", allow(duplicate_code))]
    #[api(example(Self::IndexesNotFound("movies, books".into())))]
    IndexesNotFound(String),

    /// A new index needs `uid`.
    #[api(example(Self::MissingIndexUid("Missing field `uid`".into())))]
    MissingIndexUid(String),

    /// `uid` is not the name of an index.
    #[api(example(Self::InvalidIndexUid(IndexUid::Characters("movies!".into()))))]
    InvalidIndexUid(IndexUid),

    /// `uid` never changes.
    #[error("The `uid` field cannot be modified for the given resource.")]
    ImmutableIndexUid,

    /// `createdAt` never changes.
    #[error("The `createdAt` field cannot be modified for the given resource.")]
    ImmutableIndexCreatedAt,

    /// `updatedAt` never changes.
    #[error("The `updatedAt` field cannot be modified for the given resource.")]
    ImmutableIndexUpdatedAt,

    /// `limit` is not an integer.
    #[api(example(Self::InvalidIndexLimit(wrong_type("limit", "an integer"))))]
    InvalidIndexLimit(String),

    /// `offset` is not an integer.
    #[api(example(Self::InvalidIndexOffset(wrong_type("offset", "an integer"))))]
    InvalidIndexOffset(String),

    /// `primaryKey` is neither a string nor null.
    #[api(example(Self::InvalidIndexPrimaryKey(wrong_type("primaryKey", "a string"))))]
    InvalidIndexPrimaryKey(String),

    /// The primary key of an index with documents never changes.
    #[error("Index already has a primary key: `{0}`.")]
    #[api(example(Self::IndexPrimaryKeyAlreadyExists("id".into())))]
    IndexPrimaryKeyAlreadyExists(String),

    /// No field of the documents can be the primary key.
    #[error(
        "The primary key inference failed as the engine did not find any field ending with `id` in its name. Please specify the primary key manually using the `primaryKey` query parameter."
    )]
    IndexPrimaryKeyNoCandidateFound,

    /// Several fields of the documents can be the primary key.
    #[error(
        "The primary key inference failed as the engine found `{count}` fields ending with `id` in their names: '`{first}`' and '`{second}`'. Please specify the primary key manually using the `primaryKey` query parameter."
    )]
    #[api(example(Self::IndexPrimaryKeyMultipleCandidatesFound { count: 2, first: "id".into(), second: "film_id".into() }))]
    IndexPrimaryKeyMultipleCandidatesFound {
        /// How many there are.
        count: usize,
        /// One of them.
        first: String,
        /// Another.
        second: String,
    },
}

/// What is wrong with the name of an index.
#[derive(Debug, thiserror::Error)]
pub enum IndexUid {
    /// It is no string.
    #[error("{0}")]
    NoString(String),
    /// It has other characters than those that are allowed.
    #[error(
        "`{0}` is not a valid index uid. Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_)."
    )]
    Characters(String),
}

/// Indexes cannot be swapped as the request says.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum SwapError {
    /// A swap needs `indexes`.
    #[error("`indexes` field is mandatory.")]
    MissingSwapIndexes,

    /// `indexes` has not exactly two names.
    #[api(example(Self::InvalidSwapIndexes(SwapIndexes::Number { list: "movies".into(), number: 1 })))]
    InvalidSwapIndexes(SwapIndexes),

    /// An index is in several swaps.
    #[error("Indexes must be declared only once during a swap. {0}")]
    #[api(example(Self::InvalidSwapDuplicateIndexFound(Several::One("movies".into()))))]
    InvalidSwapDuplicateIndexFound(Several),
}

/// What is wrong with the indexes of a swap.
#[derive(Debug, thiserror::Error)]
pub enum SwapIndexes {
    /// There are more or less than two.
    #[error(
        "Two indexes must be given for each swap. The list `{list}` contains `{number}` indexes."
    )]
    Number {
        /// All of them.
        list: String,
        /// How many there are.
        number: usize,
    },
    /// One of them is no name.
    #[error("{0}")]
    Uid(IndexUid),
}

/// The indexes that are in several swaps.
#[derive(Debug, thiserror::Error)]
pub enum Several {
    /// It is one.
    #[error("`{0}` was specified several times.")]
    One(String),
    /// There are some.
    #[error("`{0}` were specified several times.")]
    Some(String),
}
