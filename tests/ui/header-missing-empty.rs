use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(challenge = "")] //~ ""
enum AuthError {
    #[error("gone")]
    #[api(status = 410, code = "GONE")]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum ProxyError {
    #[error("denied")]
    #[api(status = 407, code = "DENIED", header("Proxy-Authenticate" = " "))] //~ 407
    Denied,
    #[error("no method is allowed")]
    #[api(status = 405, code = "NO_METHOD", header("Allow" = ""))]
    NoMethod,
}

fn main() {}
