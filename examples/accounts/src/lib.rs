//! The accounts service: users of an account, who are paid for from its balance.
//!
//! The errors are in [`errors`], and nothing else says what a client reads when a request fails.

pub mod caller;
pub mod errors;
pub mod money;
pub mod routes;
pub mod state;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use errcode::axum::docs_router;

use crate::errors::ACCOUNTS;
use crate::state::App;

/// A fresh service that keeps no ledger.
pub fn app() -> Router {
    app_with(App::new(Arc::new(Instant::now), None))
}

/// A service with a state of one's own, and its errors' documents.
pub fn app_with(app: App) -> Router {
    routes::with_own_errors(routes::routes())
        .nest_service("/errors", docs_router(&ACCOUNTS))
        .with_state(app)
}
