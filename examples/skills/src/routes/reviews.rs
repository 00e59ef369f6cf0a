//! The security review: a reviewer accepts the pending version of a skill, or blocks the skill.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;

use super::ApiResult;
use crate::errors::GeneralError;
use crate::session::Caller;
use crate::state::{App, Skill, Status};

#[derive(Deserialize)]
pub(super) struct Review {
    verdict: Verdict,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Pass,
    Block,
}

pub(super) async fn review(
    State(app): State<App>,
    Caller(caller): Caller,
    Path(slug): Path<String>,
    Json(review): Json<Review>,
) -> ApiResult<Json<Skill>> {
    let mut store = app.store();
    if !store.user(caller).reviewer {
        return Err(GeneralError::Forbidden.into());
    }
    let skill = store.skill(&slug)?;
    match review.verdict {
        Verdict::Pass if skill.pending => skill.version += 1,
        Verdict::Pass => {}
        Verdict::Block => skill.status = Status::Blocked,
    }
    skill.pending = false;
    Ok(Json(skill.clone()))
}
