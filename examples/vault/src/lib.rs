//! A vault service: secrets in vaults, access policies, and quotas.
//!
//! Everything is in memory, except the keys of the key management, which are files.

pub mod access;
pub mod errors;
mod routes;
pub mod state;

use axum::Router;
use errcode::axum::{docs_service, on_panic};
use tower_http::catch_panic::CatchPanicLayer;

use crate::errors::{HttpError, VaultError};
pub use crate::routes::routes;
use crate::state::{Resource, State, unix_time};

errcode::catalog! {
    /// All errors return a JSON body with **RFC 7807** fields: `type`, `title`, `status`, `detail`.
    /// The API does not expose stack traces or internal details in 500 responses.
    pub static VAULT: Catalog = {
        title: "Error codes",
        types: [VaultError, HttpError],
        after: include_str!("../docs/after.md"),
    };
}

/// The service with new data and its keys in the folder `vault-keys`.
pub fn app() -> Router {
    guarded(routes(), State::new("vault-keys", unix_time))
}

/// Adds what every route needs: fallbacks, a layer that catches panics, and the documents of the
/// errors.
pub fn guarded(routes: Router<State>, state: State) -> Router {
    routes
        .fallback(async || VaultError::NotFound(Resource::Endpoint))
        .method_not_allowed_fallback(async || HttpError::MethodNotAllowed)
        .layer(CatchPanicLayer::custom(on_panic::<VaultError>))
        .nest_service("/errors", docs_service(&VAULT))
        .with_state(state)
}
