//! Every error of the notes API.

use errcode::ApiError;
use errcode::axum::{Panic, Rejection};

/// Everything that can go wrong with a note.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(group = "Notes")]
pub enum NoteError {
    /// There is no note with this number.
    #[error("there is no note {number}")]
    #[api(status = 404, code = "NOTE_NOT_FOUND")]
    #[api(example(Self::NotFound { number: 7 }))]
    NotFound {
        /// The number in the request.
        #[api(public)]
        number: usize,
    },

    /// Another note has this name.
    ///
    /// # Fix
    /// - Choose another name.
    /// - Or read the note that has it.
    #[error("a note with the name `{name}` exists")]
    #[api(status = 409, code = "NAME_TAKEN")]
    #[api(example(Self::NameTaken { name: "shopping".into() }))]
    NameTaken {
        /// The name in the request.
        #[api(public)]
        name: String,
    },

    /// The note cannot be saved. Send the request again later.
    #[error("cannot save the note")]
    #[api(status = 503, code = "STORAGE_DOWN", retryable)]
    Storage(#[from] std::io::Error),

    /// The request is not valid. The status says what is wrong with it.
    #[error("the request is not valid")]
    #[api(status = 400, code = "INVALID_REQUEST")]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),

    /// Something is wrong on our side.
    #[error("a handler panicked")]
    #[api(status = 500, code = "INTERNAL_ERROR")]
    Panicked(#[from] Panic),
}

errcode::catalog! {
    /// Every error of this API is a problem document (RFC 9457).
    pub static NOTES: Catalog = {
        title: "Errors of the notes API",
        types: [NoteError],
    };
}
