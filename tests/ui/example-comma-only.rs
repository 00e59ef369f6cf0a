use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
pub enum Error {
    #[error("taken")]
    #[api(status = 409, code = "TAKEN", example(,))] //~ ,
    Taken,
}

fn main() {}
