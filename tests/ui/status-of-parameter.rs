use errcode::ApiError;

trait Kind: std::fmt::Debug {
    const STATUS: u16;
}

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError<T: Kind> {
    #[error("taken")]
    #[api(status = T::STATUS, code = "TAKEN", message = "taken")] //~ T::STATUS
    Taken(T),
    #[error("gone")]
    #[api(status = Self::GONE, code = "GONE")] //~ Self::GONE
    Gone,
}

impl<T: Kind> SkillError<T> {
    const GONE: u16 = 410;
}

fn main() {
    struct Never;
    let _ = Never;
}
