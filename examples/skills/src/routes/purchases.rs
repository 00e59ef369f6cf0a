//! Buying a skill, and redeeming its license.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;

use super::ApiResult;
use crate::errors::{LicenseError, PurchaseError};
use crate::session::Caller;
use crate::state::{App, Purchase, Skill, secret};

pub(super) async fn checkout(
    State(app): State<App>,
    Caller(buyer): Caller,
    Path(slug): Path<String>,
) -> ApiResult<(StatusCode, Json<Purchase>)> {
    let mut store = app.store();
    let skill = store.live_skill(&slug)?.clone();
    if skill.price_cents == 0 {
        return Err(PurchaseError::FreeSkill.into());
    }
    if store.has(buyer, &skill) {
        return Err(PurchaseError::Duplicate.into());
    }
    let purchase = Purchase {
        id: format!("pur_{}", store.purchases.len() + 1),
        session: format!("cs_{}", secret()),
        buyer,
        slug: slug.clone(),
        license: format!("LIC-{}", secret()),
        redeemed: false,
    };
    store.library.insert((buyer, slug));
    store.purchases.push(purchase.clone());
    Ok((StatusCode::CREATED, Json(purchase)))
}

/// The path has the purchase's id, or its checkout session's.
pub(super) async fn show(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(id): Path<String>,
) -> ApiResult<Json<Purchase>> {
    let store = app.store();
    let own = |purchase: &&Purchase| {
        purchase.buyer == caller && (purchase.id == id || purchase.session == id)
    };
    let purchase = store.purchases.iter().find(own);
    Ok(Json(purchase.cloned().ok_or(PurchaseError::NotFound)?))
}

#[derive(Deserialize)]
pub(super) struct License {
    code: String,
}

/// Gives the skill to whoever has the code: the buyer may pass it on, once.
pub(super) async fn redeem(
    State(app): State<App>,
    Caller(caller): Caller,
    Json(license): Json<License>,
) -> ApiResult<Json<Skill>> {
    let mut store = app.store();
    let mut purchases = store.purchases.iter_mut();
    let purchase = purchases
        .find(|purchase| purchase.license == license.code)
        .ok_or(LicenseError::Invalid)?;
    if purchase.redeemed {
        return Err(LicenseError::Redeemed.into());
    }
    purchase.redeemed = true;
    let slug = purchase.slug.clone();
    store.library.insert((caller, slug.clone()));
    Ok(Json(store.skill(&slug)?.clone()))
}
