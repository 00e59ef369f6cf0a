//! The routes and their middleware.

mod claims;
mod purchases;
mod reviews;
mod skills;
mod users;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, patch, post};
use errcode::axum::{ContextLayer, RejectionLayer, on_panic};
use tower_http::catch_panic::CatchPanicLayer;

use crate::errors::SkillsError;
use crate::rate_limit::limit;
use crate::state::App;
use crate::storage::FILE_LIMIT;

/// The result of a handler.
type ApiResult<T> = Result<T, SkillsError>;

/// All routes of an app.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/v1/sessions", post(users::sign_in).delete(users::sign_out))
        .route("/v1/users/profile", patch(users::update).get(users::show))
        .route("/v1/skills", get(skills::list).post(skills::publish))
        .route("/v1/skills/{slug}", get(skills::show))
        .route("/v1/skills/{slug}/unpublish", post(skills::unpublish))
        .route("/v1/skills/{slug}/republish", post(skills::republish))
        .route("/v1/skills/{slug}/versions", post(skills::upload))
        .route("/v1/skills/{slug}/download", get(skills::download))
        .route("/v1/skills/{slug}/review", post(reviews::review))
        .route("/v1/skills/{slug}/checkout", post(purchases::checkout))
        .route("/v1/purchases/{id}", get(purchases::show))
        .route("/v1/licenses/redeem", post(purchases::redeem))
        .route("/v1/skills/{slug}/claims", post(claims::claim))
        .route("/v1/claims/{id}", get(claims::show))
        .route("/v1/claims/{id}/approve", post(claims::approve))
        .layer(from_fn_with_state(app.clone(), limit))
        .layer(DefaultBodyLimit::max(FILE_LIMIT))
        .with_state(app)
}

/// Adds layers, so that every error response is one of this service.
pub fn with_own_errors(routes: Router) -> Router {
    routes
        .layer(RejectionLayer::<SkillsError>::new())
        .layer(CatchPanicLayer::custom(on_panic::<SkillsError>))
        .layer(ContextLayer::new())
}
