use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(flat)] //~ flat
#[api(undocumented, kebab-case)] //~ undocumented //~ kebab-case
enum SkillError {
    #[error("NotFound")]
    #[api(status = 404, code = "NOT_FOUND", problem(code = false))] //~ problem
    NotFound,
}

fn main() {}
