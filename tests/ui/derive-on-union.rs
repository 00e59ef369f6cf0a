use errcode::ApiError;

#[derive(Clone, Copy, ApiError)]
#[api(status = 409, code = "SLUG_TAKEN")]
union SkillError { //~ union
    number: u32,
}

impl std::error::Error for SkillError {}

impl std::fmt::Debug for SkillError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SkillError")
    }
}

impl std::fmt::Display for SkillError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("some number")
    }
}

fn main() {}
