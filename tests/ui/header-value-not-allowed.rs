use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("busy")]
    #[api(status = 503, code = "BUSY", header("Retry-After" = "soon"))] //~ "soon"
    Busy,
    #[error("method")]
    #[api(status = 405, code = "METHOD", header("Allow" = "get; post"))] //~ "get; post"
    Method,
    #[error("login")]
    #[api(status = 401, code = "LOGIN", header("WWW-Authenticate" = "realm=\"a\""))] //~ "realm=\"a\""
    Login,
    #[error("moved")]
    #[api(status = 410, code = "MOVED", header("Location" = "/new place"))] //~ "/new place"
    Moved,
    #[error("see")]
    #[api(status = 410, code = "SEE", header("Link" = "https://x.example"))] //~ "https://x.example"
    See,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(challenge = "realm=\"a\"")] //~ "realm=\"a\""
enum AuthError {
    #[error("login")]
    #[api(status = 401, code = "LOGIN")]
    Login,
}

fn main() {}
