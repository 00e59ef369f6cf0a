use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{what:?} is taken")]
#[api(status = 409.0, code = "TAKEN")] //~ 409.0
struct Taken<'a, T: std::fmt::Display + std::fmt::Debug, const N: usize> {
    #[api(public)]
    what: &'a [T; N],
}

fn answer(error: &Taken<'_, String, 3>) {
    errcode::to_response(error);
}

fn main() {}
