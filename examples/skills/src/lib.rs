//! The skills service: a marketplace of skills for agents. Every error has a code.
//!
//! The module [`errors`] defines every error response.

pub mod errors;
pub mod rate_limit;
pub mod rejections;
pub mod routes;
pub mod seed;
pub mod session;
pub mod state;
pub mod storage;
pub mod validation;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use errcode::axum::docs_service;

use crate::errors::SKILLS;
use crate::state::{App, Clock};
use crate::storage::Storage;

/// A new service that stores files in memory.
pub fn app() -> Router {
    app_with(Arc::new(Instant::now), Storage::default())
}

/// A new service with the given clock and storage, and the documents of its errors.
pub fn app_with(clock: Clock, storage: Storage) -> Router {
    app_of(App::new(clock, storage))
}

/// A service with the given state, and the documents of its errors.
pub fn app_of(app: App) -> Router {
    routes::with_own_errors(routes::router(app)).nest_service("/errors", docs_service(&SKILLS))
}
