//! A service whose errors are seen in an access log, a counter, an error tracker and the crate `log`.

pub mod access_log;
pub mod counter;
pub mod tracker;

use axum::Router;
use axum::extract::Path;
use axum::middleware::from_fn;
use axum::routing::get;
use errcode::ApiError;

/// What can go wrong with a note.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, log_target = "notes")]
pub enum NoteError {
    /// There is no such note.
    #[error("no note {id}")]
    #[api(status = 404, code = "NOTE_NOT_FOUND")]
    NotFound {
        /// The number of the note.
        #[api(public)]
        id: u32,
    },
    /// The note is that of another user, who does not learn that it exists.
    #[error("note of another user")]
    #[api(status = 403, code = "NOTE_OF_ANOTHER", hide_as = Gone, log = "warn")]
    OfAnother,
    /// The note was deleted.
    #[error("the note is gone")]
    #[api(status = 410, code = "NOTE_GONE")]
    Gone,
    /// The storage failed.
    #[error("storage failed")]
    #[api(status = 500, code = "STORAGE_FAILED")]
    Storage {
        /// The name of the disk, for the log.
        #[api(log)]
        disk: &'static str,
        /// Why.
        source: std::io::Error,
    },
}

/// The service, with its access log and its counter.
pub fn app() -> Router {
    errcode::response::attach_reports();
    Router::new()
        .route("/notes/{id}", get(note))
        .layer(from_fn(counter::count_errors))
        .layer(from_fn(access_log::access_log))
}

async fn note(Path(id): Path<u32>) -> Result<String, NoteError> {
    match id {
        1 => Ok("a note".to_owned()),
        2 => Err(NoteError::OfAnother),
        3 => Err(NoteError::Storage {
            disk: "sda",
            source: std::io::Error::other("disk full"),
        }),
        id => Err(NoteError::NotFound { id }),
    }
}
