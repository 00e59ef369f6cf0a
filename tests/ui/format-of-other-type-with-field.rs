use errcode::ApiError;

struct Xml;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("gone")]
#[api(format = Xml, status = 410, code = "GONE")] //~ Xml
struct Gone {
    #[api(public)]
    slug: u8,
}

fn main() {}
