//! The accounts service: an account pays for its users from its balance.
//!
//! The module [`errors`] defines every error response.

pub mod caller;
pub mod errors;
pub mod money;
pub mod routes;
pub mod state;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use errcode::axum::docs_service;

use crate::errors::ACCOUNTS;
use crate::state::App;

/// A new service without a ledger.
pub fn app() -> Router {
    app_with(App::new(Arc::new(Instant::now), None))
}

/// A service with the given state, and the documents of its errors.
pub fn app_with(app: App) -> Router {
    routes::with_own_errors(routes::routes())
        .nest_service("/errors", docs_service(&ACCOUNTS))
        .with_state(app)
}
