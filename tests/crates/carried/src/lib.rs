//! One service twice: with its documents, and without. `.ci/run` looks for their text in both binaries,
//! and for the table of the codes in the rustdoc page of the type.

use axum::Router;
use axum::routing::get;
use errcode::ApiError;

/// Everything that a disk can do. CARRIED-INTRODUCTION
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "CARRIED-GROUP")]
pub enum DiskError {
    /// The disk has no room | for a [`Vec<T>`][Vec], see [the other](Self::Gone) \[sic\] <https://example.com>.
    /// CARRIED-DESCRIPTION
    ///
    /// # Fix
    /// CARRIED-FIX
    #[error("the disk `{name}` is full")]
    #[api(status = 409, code = "DISK_FULL")]
    #[api(example("CARRIED-CAPTION", Self::Full { name: EXAMPLE.to_owned() }))]
    Full {
        /// CARRIED-FIELD
        #[api(public)]
        name: String,
    },
    /// It was there once.
    #[error("gone")]
    #[deprecated(since = "1.2.0", note = "CARRIED-NOTE")]
    #[api(status = 410, code = "DISK_GONE")]
    Gone,
}

/// So long that it stands in a binary as it is; a short one is in pieces between the instructions.
const EXAMPLE: &str = "CARRIED-EXAMPLE is a name that no disk would have, and that nobody would want to \
     type, so that there is no doubt whatever that it comes from here and from nowhere else at all";

errcode::catalog! {
    /// CARRIED-PAGE
    pub static DISKS: Catalog = {
        title: "CARRIED-TITLE",
        types: [DiskError],
        after: "CARRIED-AFTER",
    };
}

/// The service without its documents.
pub fn routes() -> Router {
    let full = async || -> Result<(), DiskError> {
        Err(DiskError::Full {
            name: "sda".to_owned(),
        })
    };
    Router::new().route("/", get(full))
}

/// Serves on a free port until it is ended.
///
/// # Errors
///
/// If it can't listen.
pub fn serve(app: Router) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("Serving on http://{}", listener.local_addr()?);
        axum::serve(listener, app).await
    })
}
