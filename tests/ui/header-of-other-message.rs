use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("a")]
    #[api(status = 500, code = "A", header("Content-Encoding" = "gzip"))] //~ "Content-Encoding"
    A,
    #[error("b")]
    #[api(status = 416, code = "B", header("Content-Range" = "bytes */5"))] //~ "Content-Range"
    B,
    #[error("c")]
    #[api(status = 500, code = "C", header("Host" = "x.example"))] //~ "Host"
    C,
    #[error("d")]
    #[api(status = 500, code = "D")]
    D(#[api(header = "Date")] String), //~ "Date"
}

fn main() {}
