use errcode::{ApiError, format::{Body, Format, FormatError, Occurrence}};

struct Xml;

impl Format for Xml {
    const NAME: &'static str = "xml";
    const CONTENT_TYPE: &'static str = "application/xml\n";
    fn write(_: &Occurrence<'_>, _: &mut Body) -> Result<(), FormatError> {
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("gone")]
#[api(format = Xml, status = 410, code = "GONE")] //~ Xml
struct Gone;

fn main() {}
