use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
enum Taken {
    #[api(status = 409, code = "SLUG_TAKEN", grpc = "ALREADY_EXIST")] //~ "ALREADY_EXIST"
    Slug,
    #[api(status = 409, code = "NAME_TAKEN", grpc = "OK")] //~ "OK"
    Name,
}

fn main() {}
