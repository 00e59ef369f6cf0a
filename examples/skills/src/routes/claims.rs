//! Claiming a skill that was published elsewhere: first in a sandbox, then permanently.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::ApiResult;
use crate::errors::ClaimError;
use crate::session::Caller;
use crate::state::{App, Claim, ClaimStatus, Source, Store, UserId};

pub(super) async fn claim(
    State(app): State<App>,
    Caller(user): Caller,
    Path(slug): Path<String>,
) -> ApiResult<(StatusCode, Json<Claim>)> {
    let mut store = app.store();
    let skill = store.live_skill(&slug)?;
    if skill.source != Source::ClawHub {
        return Err(ClaimError::NotClawHub.into());
    }
    if skill.owner.is_some() {
        return Err(ClaimError::AlreadyClaimed.into());
    }
    let claim = Claim {
        id: store.next_claim(),
        slug,
        user,
        status: ClaimStatus::Sandbox,
    };
    store.claims.insert(claim.id, claim.clone());
    Ok((StatusCode::CREATED, Json(claim)))
}

pub(super) async fn show(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(id): Path<u32>,
) -> ApiResult<Json<Claim>> {
    Ok(Json(own(&mut app.store(), id, caller)?.clone()))
}

pub(super) async fn approve(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(id): Path<u32>,
) -> ApiResult<Json<Claim>> {
    let mut store = app.store();
    let claim = own(&mut store, id, caller)?;
    if claim.status != ClaimStatus::Sandbox {
        return Err(ClaimError::NotSandbox.into());
    }
    let slug = claim.slug.clone();
    let skill = store.live_skill(&slug)?;
    if skill.owner.is_some() {
        return Err(ClaimError::AlreadyClaimed.into());
    }
    skill.owner = Some(caller);
    let claim = own(&mut store, id, caller)?;
    claim.status = ClaimStatus::Approved;
    Ok(Json(claim.clone()))
}

/// A claim of the caller; whether there are others' is nobody's business.
fn own(store: &mut Store, id: u32, caller: UserId) -> Result<&mut Claim, ClaimError> {
    let claim = store.claims.get_mut(&id).ok_or(ClaimError::NotFound)?;
    if claim.user == caller {
        Ok(claim)
    } else {
        Err(ClaimError::NotYours { id })
    }
}
