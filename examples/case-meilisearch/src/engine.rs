//! What goes wrong in the engine and on the machine. The API shows these texts to its clients, so each type says
//! `expose`: without it, clients get the reason phrase of a 5xx.

use errcode::ApiError;

use crate::Meilisearch;

/// The engine failed.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", status = 500, expose)]
#[api(
    category = "internal",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum EngineError {
    /// Something unknown happened.
    #[error("An internal error has occurred. `{0}`.")]
    #[api(example(Self::Internal("a thread has panicked".into())))]
    Internal(String),

    /// The index was not made.
    #[error("The creation of the `{uid}` index has failed due to `{reason}`.")]
    #[api(example(Self::IndexCreationFailed { uid: "movies".into(), reason: "a full disk".into() }))]
    IndexCreationFailed {
        /// The index.
        uid: String,
        /// Why.
        reason: String,
    },

    /// The document is in the index, but cannot be read.
    #[error("The document `{id}` is unretrievable due to `{reason}`.")]
    #[api(example(Self::UnretrievableDocument { id: "7".into(), reason: "a lost page".into() }))]
    UnretrievableDocument {
        /// The document.
        id: String,
        /// Why.
        reason: String,
    },

    /// The database is damaged.
    #[error("The database is in an invalid state.")]
    InvalidState,

    /// The dump was not made.
    #[error("The creation of the dump `{id}` failed due to `{reason}`.")]
    #[api(example(Self::DumpProcessFailed { id: "20260701".into(), reason: "a full disk".into() }))]
    DumpProcessFailed {
        /// The dump.
        id: String,
        /// Why.
        reason: String,
    },

    /// The database is as large as it may be.
    #[error("Maximum database size of `{0}` has been reached.")]
    #[api(example(Self::DatabaseSizeLimitReached("100GiB".into())))]
    DatabaseSizeLimitReached(String),

    /// The file of the database is damaged.
    #[error("The database file is in an invalid state.")]
    InvalidStoreFile,
}

/// The machine has too little of something.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = Meilisearch, rename_all = "snake_case", status = 500, expose)]
#[api(
    category = "system",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum SystemError {
    /// The disk is full.
    #[api(example(Self::NoSpaceLeftOnDevice("No space left on device".into())))]
    NoSpaceLeftOnDevice(String),

    /// The queue of tasks is full.
    #[error(
        "Meilisearch cannot receive write operations because the limit of the task database has been reached. Please delete tasks to continue performing write operations."
    )]
    #[api(status = 422, code = "no_space_left_on_device", allow(duplicate_code))]
    TooManyTasks,

    /// The process has as many open files as it may have.
    #[api(example(Self::TooManyOpenFiles("Too many open files".into())))]
    TooManyOpenFiles(String),

    /// A file cannot be read or written.
    #[error(
        "{0}. This error generally happens when you have no space left on device or when your database doesn't have read or write right."
    )]
    #[api(example(Self::IoError("Input/output error".into())))]
    IoError(String),
}
