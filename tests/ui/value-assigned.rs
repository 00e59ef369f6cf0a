use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(deny = undocumented, crate = ::errcode)] //~ deny = undocumented
enum SkillError {
    /// The slug is taken.
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", allow = code_style)] //~ allow = code_style
    SlugTaken,
    /// The slug is too long.
    #[error("slug too long")]
    #[api(status = 400, code = "SLUG_LENGTH", header = Foo("x"))] //~ header = Foo("x")
    SlugLength,
}

fn main() {}
