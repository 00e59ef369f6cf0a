//! The errors of Meilisearch, written with errcode from the public specification of its API. No code of Meilisearch is
//! in here. `tests/old.txt` holds the responses of the specification, and a test compares each with that of errcode.

pub mod access;
pub mod documents;
pub mod engine;
mod format;
pub mod indexes;
pub mod request;
pub mod search;
pub mod settings;
pub mod tasks;

use errcode::ApiError;

pub use format::Meilisearch;

use crate::access::{AccessError, ApiKeyError, ImmutableApiKey, InvalidApiKey};
use crate::documents::DocumentError;
use crate::engine::{EngineError, SystemError};
use crate::indexes::{IndexError, SwapError};
use crate::request::RequestError;
use crate::search::{FacetSearchError, InvalidSearch};
use crate::settings::InvalidSettings;
use crate::tasks::{InvalidTask, TaskError};

/// What a handler returns: any error of the API, by `?`.
#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(format = Meilisearch, transparent)]
pub enum MeilisearchError {
    /// The caller may not do that.
    Access(#[from] AccessError),
    /// An API key.
    ApiKey(#[from] ApiKeyError),
    /// A field of an API key has an invalid value.
    InvalidApiKey(#[from] InvalidApiKey),
    /// A field of an API key never changes.
    ImmutableApiKey(#[from] ImmutableApiKey),
    /// An index.
    Index(#[from] IndexError),
    /// A swap of indexes.
    Swap(#[from] SwapError),
    /// A document.
    Document(#[from] DocumentError),
    /// A setting has an invalid value.
    Settings(#[from] InvalidSettings),
    /// A parameter of a search has an invalid value.
    Search(#[from] InvalidSearch),
    /// A search for facet values.
    FacetSearch(#[from] FacetSearchError),
    /// A task.
    Task(#[from] TaskError),
    /// A filter of tasks has an invalid value.
    InvalidTask(#[from] InvalidTask),
    /// The request.
    Request(#[from] RequestError),
    /// The engine.
    Engine(#[from] EngineError),
    /// The machine.
    System(#[from] SystemError),
}

errcode::catalog! {
    /// Every error has a message for people, a `code` for programs, the `type` of the code, and a link to its
    /// documentation.
    pub static MEILISEARCH: Catalog = {
        title: "Meilisearch errors",
        types: [MeilisearchError],
    };
}
