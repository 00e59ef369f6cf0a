use errcode::ApiError;

// The odd one is told, and not all the others.
#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("a")]
    #[api(status = 404, code = "not-found")] //~ "not-found"
    A,
    #[error("b")]
    #[api(status = 404, code = "NOT_FOUND")]
    B,
    #[error("c")]
    #[api(status = 404, code = "SLUG_TAKEN")]
    C,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum NumberError {
    #[error("a")]
    #[api(status = 404, code = "10001")] //~ "10001"
    A,
    #[error("b")]
    #[api(status = 404, code = 10002)]
    B,
    #[error("c")]
    #[api(status = 404, code = 10003)]
    C,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum EmptyError {
    #[error("a")]
    #[api(status = 404, code = "")] //~ ""
    A,
    #[error("b")]
    #[api(status = 404, code = "")] //~ ""
    B,
}

fn main() {}
