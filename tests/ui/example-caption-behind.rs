use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", example(Self::SlugTaken, "a taken slug"))] //~ "a taken slug"
    SlugTaken,
}

fn main() {}
