#![deny(warnings)]

use std::time::Duration;

use errcode::ApiError;

use self::status::TAKEN;

mod status {
    pub const TAKEN: u16 = 409;
}

// What is wrong leaves nothing unused that is named beside it.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum SkillError {
    #[error("taken")]
    #[api(status = TAKEN, code = "SLUG_TAKEN")]
    Taken,
    #[error("rate limited")]
    #[api(statsu = 429, code = "RATE_LIMITED", example(Self::Limited(Duration::ZERO)))] //~ statsu
    Limited(#[api(header = "Retry-After")] Duration),
}

fn main() {}
