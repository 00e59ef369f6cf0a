//! The endpoints, and the authentication of the caller.

use axum::extract::{self, FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use errcode::axum::Extract;
use serde::Deserialize;

use crate::access::{Account, Credentials, Token};
use crate::errors::VaultError;
use crate::state::{Agent, Grant, NewSecret, Policy, Revealed, State, Vault};

type Input<T> = Extract<T, VaultError>;
type ApiResult<T> = Result<T, VaultError>;
type Service = extract::State<State>;

/// The endpoints.
pub fn routes() -> Router<State> {
    Router::new()
        .route("/v1/auth/token", post(sign_in))
        .route("/v1/vaults", get(vaults).post(create_vault))
        .route("/v1/vaults/{id}", get(vault).delete(delete_vault))
        .route("/v1/vaults/{id}/rotate", post(rotate))
        .route("/v1/vaults/{id}/policies", post(create_policy))
        .route("/v1/vaults/{id}/policies/{policy}", delete(delete_policy))
        .route(
            "/v1/vaults/{id}/secrets/{*path}",
            get(read_secret).put(store_secret).delete(delete_secret),
        )
        .route("/v1/agents", post(create_agent))
        .route("/v1/agents/{id}", get(agent))
}

/// The caller.
struct Caller(&'static Account);

impl FromRequestParts<State> for Caller {
    type Rejection = VaultError;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> ApiResult<Self> {
        state.account(&parts.headers).map(Self)
    }
}

/// A body with the name of a new item.
#[derive(Deserialize)]
struct Named {
    name: String,
}

async fn sign_in(
    extract::State(state): Service,
    Extract(Json(by), ..): Input<Json<Credentials>>,
) -> ApiResult<Json<Token>> {
    state.sign_in(&by).map(Json)
}

async fn vaults(Caller(account): Caller, extract::State(state): Service) -> Json<Vec<Vault>> {
    Json(state.vaults(account))
}

async fn create_vault(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Json(Named { name }), ..): Input<Json<Named>>,
) -> ApiResult<(StatusCode, Json<Vault>)> {
    let vault = state.create_vault(account, &name)?;
    Ok((StatusCode::CREATED, Json(vault)))
}

async fn vault(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<Json<Vault>> {
    state.vault(account, &id).map(Json)
}

async fn delete_vault(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<StatusCode> {
    state.delete_vault(account, &id)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn rotate(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<Json<Vault>> {
    let file = state.key_file(account, &id)?;
    tokio::fs::read(file).await?;
    state.rotate(account, &id).map(Json)
}

async fn create_policy(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path(id), ..): Input<Path<String>>,
    Extract(Json(grant), ..): Input<Json<Grant>>,
) -> ApiResult<(StatusCode, Json<Policy>)> {
    let policy = state.create_policy(account, &id, grant)?;
    Ok((StatusCode::CREATED, Json(policy)))
}

async fn delete_policy(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path((id, policy)), ..): Input<Path<(String, String)>>,
) -> ApiResult<StatusCode> {
    state.delete_policy(account, &id, &policy)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn store_secret(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path((id, path)), ..): Input<Path<(String, String)>>,
    Extract(Json(secret), ..): Input<Json<NewSecret>>,
) -> ApiResult<StatusCode> {
    state.store_secret(account, &id, &path, secret)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn read_secret(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path((id, path)), ..): Input<Path<(String, String)>>,
) -> ApiResult<Json<Revealed>> {
    state.read_secret(account, &id, &path).map(Json)
}

async fn delete_secret(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path((id, path)), ..): Input<Path<(String, String)>>,
) -> ApiResult<StatusCode> {
    state.delete_secret(account, &id, &path)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn create_agent(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Json(Named { name }), ..): Input<Json<Named>>,
) -> ApiResult<(StatusCode, Json<Agent>)> {
    let agent = state.create_agent(account, &name)?;
    Ok((StatusCode::CREATED, Json(agent)))
}

async fn agent(
    Caller(account): Caller,
    extract::State(state): Service,
    Extract(Path(id), ..): Input<Path<String>>,
) -> ApiResult<Json<Agent>> {
    state.agent(account, &id).map(Json)
}
