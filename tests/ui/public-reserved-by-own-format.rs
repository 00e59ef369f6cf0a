use errcode::{ApiError, format::{Body, Format, FormatError, Occurrence}};

struct Own;

impl Format for Own {
    const NAME: &'static str = "own";
    const CONTENT_TYPE: &'static str = "text/plain";
    const RESERVED: &'static [&'static str] = &["message", "link"];

    fn write(_: &Occurrence<'_>, _: &mut Body) -> Result<(), FormatError> {
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{message}: {link}")]
#[api(status = 409, code = "TAKEN", format = Own)]
struct Taken {
    #[api(public)]
    message: String, //~ message
    #[api(public)]
    link: String, //~ link
}

fn main() {}
