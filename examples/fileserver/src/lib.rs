//! A file server. Tools get plain text where something is wrong, and browsers a page.
//!
//! The module [`errors`] defines every error response.

pub mod errors;

use std::path::{Component, Path as FilePath, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use errcode::axum::{ContextLayer, RejectionLayer};

use errors::FileError;

/// The service, which serves the files of a folder.
pub fn app(folder: PathBuf) -> Router {
    Router::new()
        .route("/{*path}", get(download).put(upload))
        .with_state(Arc::new(folder))
        .layer(RejectionLayer::<FileError>::new())
        .layer(ContextLayer::new())
}

async fn download(
    State(folder): State<Arc<PathBuf>>,
    Path(path): Path<String>,
) -> Result<Vec<u8>, FileError> {
    let file = inside(&folder, &path)?;
    match std::fs::read(&file) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let path = format!("/{path}");
            Err(FileError::RouteNotFound { path })
        }
        Err(source) => Err(FileError::Io {
            action: "read",
            path: file,
            source,
        }),
    }
}

async fn upload(
    State(folder): State<Arc<PathBuf>>,
    Path(path): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Result<StatusCode, FileError> {
    if !headers.contains_key(header::AUTHORIZATION) {
        return Err(FileError::InsufficientPermissions);
    }
    let file = inside(&folder, &path)?;
    if file.exists() {
        return Err(FileError::DuplicateFile);
    }
    match std::fs::write(&file, body) {
        Ok(()) => Ok(StatusCode::CREATED),
        Err(source) => Err(FileError::Io {
            action: "write",
            path: file,
            source,
        }),
    }
}

/// A path inside the folder.
fn inside(folder: &FilePath, path: &str) -> Result<PathBuf, FileError> {
    let path = FilePath::new(path);
    let is_name = |part: Component<'_>| matches!(part, Component::Normal(_));
    if path.components().all(is_name) {
        Ok(folder.join(path))
    } else {
        Err(FileError::InvalidPath)
    }
}
