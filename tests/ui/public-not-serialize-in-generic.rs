use errcode::ApiError;

#[derive(Debug)]
struct Slug;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(status = 409, code = "TAKEN")]
struct Taken<T> {
    #[api(public)]
    what: T,
}

fn answer(error: &Taken<Slug>) {
    errcode::to_response(error); //~ error
}

fn main() {}
