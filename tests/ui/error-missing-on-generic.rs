use errcode::ApiError;

#[derive(Debug, ApiError)]
#[api(status = 409, code = "TAKEN")]
struct Taken<T> {
    #[api(public)]
    what: T,
}

fn answer(error: &Taken<String>) {
    errcode::to_response(error); //~ error
}

fn main() {}
