use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = text())] //~ text()
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN", type = "urn:name-taken", title = text())] //~ text()
    NameTaken,
}

fn text<T>(_: &T) -> &'static str {
    "taken"
}

fn main() {
    text(&0);
}
