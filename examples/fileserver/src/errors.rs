//! The errors of the file server: plain text for tools, a page for browsers, and problems for those who ask for them.

use std::path::PathBuf;

use errcode::ApiError;
use errcode::axum::Rejection;
use errcode::format::{Html, Negotiated, Problem, ProblemXml, Text};

/// What the request accepts decides. The first is for requests that accept anything, as curl's do.
pub type Body = Negotiated<(Text, Html, Problem, ProblemXml)>;

/// What the server answers where there is no file to send.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Body, rename_all = "snake_case", group = "Files")]
pub enum FileError {
    /// There is no file at this path.
    #[error("Route {path} could not be found")]
    #[api(status = 404)]
    #[api(example(Self::RouteNotFound { path: "/no/such.txt".into() }))]
    RouteNotFound {
        /// The path of the request.
        #[api(public)]
        path: String,
    },
    /// The path leads out of the folder that is served.
    #[error("Invalid path")]
    #[api(status = 400)]
    InvalidPath,
    /// A file of this name exists, and the server does not overwrite.
    #[error("File already exists, and the overwrite option has not been set")]
    #[api(status = 409)]
    DuplicateFile,
    /// Uploads need the password of the server.
    #[error("Insufficient permissions to upload")]
    #[api(status = 401, header("WWW-Authenticate" = "Basic realm=\"files\""))]
    InsufficientPermissions,
    /// A file could not be read or written.
    #[error("{action} {}", path.display())]
    #[api(status = 500)]
    Io {
        /// What the server did, for the log.
        #[api(log)]
        action: &'static str,
        /// The file, for the log.
        path: PathBuf,
        /// Why it failed.
        source: std::io::Error,
    },
    /// axum refused the request. The text is the reason phrase of the status.
    #[error(transparent)]
    #[api(status = 400)]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
}

errcode::catalog! {
    /// Errors of the file server.
    pub static FILES: Catalog = {
        title: "File server",
        types: [FileError],
    };
}
