use errcode::ApiError;

struct Envelope;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", format = Envelope)] //~ Envelope
struct SlugTaken;

fn main() {}
