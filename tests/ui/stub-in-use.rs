use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = "409", code = "SLUG_TAKEN")] //~ "409"
    SlugTaken,
}

errcode::catalog! {
    static SKILLS: Catalog = { title: "Skills API", types: [SkillError] };
}

fn publish() -> Result<(), errcode::BoxApiError> {
    Err(SkillError::SlugTaken)?
}

fn main() {}
