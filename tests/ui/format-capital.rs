use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("a")]
#[api(status = 409, code = "A", format = Problem(code = false))] //~ code = false
struct A;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("b")]
#[api(status = 409, code = "B", format = errcode::format::Problem(code = false))] //~ code = false
struct B;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("c")]
#[api(status = 409, code = "C", format = problme(code = false))] //~ problme
struct C;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("d")]
#[api(status = 409, code = "D", format = Own<true>(code = false))] //~ code = false
struct D;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("e")]
#[api(status = 409, code = "E", format = Fn(u8) -> u8)] //~ Fn(u8) -> u8
struct E;

fn main() {}
