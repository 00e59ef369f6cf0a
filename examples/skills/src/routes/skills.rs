//! Skills: listing, publishing, new versions, downloading.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;

use super::ApiResult;
use crate::errors::{GeneralError, PurchaseError, SkillError};
use crate::session::Caller;
use crate::state::{App, Skill, Source, Status};
use crate::validation::{FieldErrors, SLUG_RULE, is_slug};

/// The highest price.
const PRICE_LIMIT: u32 = 100_000;

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
}

pub(super) async fn list(State(app): State<App>, Query(page): Query<Page>) -> Json<Vec<Skill>> {
    let store = app.store();
    let live = |skill: &&Skill| skill.status == Status::Live;
    let skills = store.skills.values().filter(live).cloned();
    Json(skills.take(page.limit.unwrap_or(50)).collect())
}

pub(super) async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
) -> ApiResult<Json<Skill>> {
    Ok(Json(app.store().live_skill(&slug)?.clone()))
}

#[derive(Deserialize)]
pub(super) struct NewSkill {
    slug: String,
    name: String,
    #[serde(default)]
    price_cents: u32,
}

pub(super) async fn publish(
    State(app): State<App>,
    Caller(caller): Caller,
    Json(new): Json<NewSkill>,
) -> ApiResult<(StatusCode, Json<Skill>)> {
    FieldErrors::default()
        .unless(is_slug(&new.slug), "slug", SLUG_RULE)
        .unless(!new.name.trim().is_empty(), "name", "must not be empty")
        .unless(
            new.price_cents <= PRICE_LIMIT,
            "price_cents",
            "must not be above 100000",
        )
        .check()?;
    let mut store = app.store();
    if store.user(caller).username.is_none() {
        return Err(SkillError::UsernameRequired.into());
    }
    if store.skills.contains_key(&new.slug) {
        return Err(SkillError::SlugTaken { slug: new.slug }.into());
    }
    let skill = Skill {
        slug: new.slug.clone(),
        name: new.name,
        owner: Some(caller),
        source: Source::Native,
        price_cents: new.price_cents,
        version: 0,
        pending: false,
        status: Status::Live,
    };
    store.skills.insert(new.slug, skill.clone());
    Ok((StatusCode::CREATED, Json(skill)))
}

pub(super) async fn unpublish(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(slug): Path<String>,
) -> ApiResult<Json<Skill>> {
    let mut store = app.store();
    store.own_skill(&slug, caller)?;
    let skill = store.live_skill(&slug)?;
    skill.status = Status::Archived;
    Ok(Json(skill.clone()))
}

pub(super) async fn republish(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(slug): Path<String>,
) -> ApiResult<Json<Skill>> {
    let mut store = app.store();
    let skill = store.own_skill(&slug, caller)?;
    if skill.status == Status::Blocked {
        return Err(SkillError::Blocked.into());
    }
    skill.status = Status::Live;
    Ok(Json(skill.clone()))
}

/// The body is the file of the next version, which waits for a review.
pub(super) async fn upload(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(slug): Path<String>,
    file: Bytes,
) -> ApiResult<(StatusCode, Json<Skill>)> {
    let mut store = app.store();
    store.own_skill(&slug, caller)?;
    let skill = store.live_skill(&slug)?;
    let version = skill.version + 1;
    if skill.pending {
        return Err(SkillError::VersionPending { version }.into());
    }
    store
        .storage
        .keep(&slug, version, file.into())
        .map_err(GeneralError::Storage)?;
    let skill = store.skill(&slug)?;
    skill.pending = true;
    Ok((StatusCode::ACCEPTED, Json(skill.clone())))
}

pub(super) async fn download(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(slug): Path<String>,
) -> ApiResult<Vec<u8>> {
    let mut store = app.store();
    let skill = store.live_skill(&slug)?.clone();
    let price_cents = skill.price_cents;
    if price_cents > 0 && !store.has(caller, &skill) {
        return Err(PurchaseError::Required { price_cents }.into());
    }
    if skill.version == 0 {
        return Err(GeneralError::NotFound.into());
    }
    let file = store.storage.read(&slug, skill.version);
    Ok(file.map_err(GeneralError::Storage)?)
}
