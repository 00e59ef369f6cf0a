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

use crate::state::App;

/// A fresh service that keeps no ledger.
pub fn app() -> Router {
    app_with(App::new(Arc::new(Instant::now), None))
}

/// A service with a state of one's own.
pub fn app_with(app: App) -> Router {
    routes::with_own_errors(routes::routes()).with_state(app)
}
