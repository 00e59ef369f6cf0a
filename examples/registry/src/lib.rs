//! A package registry whose handlers return one boxed error.
//!
//! The module [`errors`] defines every error response.

pub mod database;
pub mod errors;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use errcode::MaskError;

use database::{Database, ReadOnlyTransaction};
use errors::{Internal, ReadOnly, Result, bad_request, forbidden, not_found};

impl From<ReadOnlyTransaction> for ReadOnly {
    fn from(refused: ReadOnlyTransaction) -> Self {
        Self {
            until: refused.until.into(),
        }
    }
}

/// The service.
pub fn app(database: Database) -> Router {
    Router::new()
        .route("/packages/{name}", get(downloads).put(publish))
        .fallback(async || not_found())
        .with_state(Arc::new(database))
}

async fn downloads(
    State(database): State<Arc<Database>>,
    Path(name): Path<String>,
) -> Result<String> {
    let downloads = database.downloads(&name).mask::<Internal>()?;
    Ok(downloads.ok_or_else(not_found)?.to_string())
}

async fn publish(
    State(database): State<Arc<Database>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: String,
) -> Result<StatusCode> {
    if !headers.contains_key(header::AUTHORIZATION) {
        return Err(forbidden());
    }
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(bad_request(format!(
            "invalid package name `{name}`: it must begin with a letter"
        )));
    }
    database.insert(&name, &body).map_err(ReadOnly::from)?;
    Ok(StatusCode::CREATED)
}
