use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
enum UpstreamError {
    #[error("the upstream service refused")]
    #[api(code = "REFUSED")]
    Refused { //~ Refused
        #[api(status)]
        status: StatusCode,
    },
    #[error("the upstream service failed")]
    Failed(#[api(status)] StatusCode), //~ Failed
}

fn main() {}
