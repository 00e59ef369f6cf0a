use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("private")]
    #[api(hide_as = Absnt, titel = "Private")] //~ Absnt //~ titel
    Private,
    #[error("absent")]
    #[api(status = 404, code = "ABSENT")]
    Absent,
}

fn main() {}
