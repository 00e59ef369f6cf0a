use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("a")]
#[api(status = 409, code = "A", format = problem())] //~ ()
struct A;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("b")]
#[api(status = 409, code = "B", format = nested())] //~ ()
struct B;

fn main() {}
