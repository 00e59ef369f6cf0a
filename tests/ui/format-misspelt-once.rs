use errcode::ApiError;

// Of a misspelt format nobody knows which members are its own.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flatt)] //~ flatt
#[error("bad")]
#[api(status = 400, code = "BAD")]
struct Bad {
    #[api(public)]
    title: u8,
    #[api(public)]
    status: u8,
}

fn main() {}
