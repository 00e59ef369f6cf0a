//! The body of an error.

use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

/// `{"message":M,"code":C,"type":F,"link":T}`. The category is the `type`, and the type URI is the `link`.
#[derive(Debug)]
pub struct Meilisearch;

impl Format for Meilisearch {
    const NAME: &'static str = "meilisearch";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            error.write_message("message", object)?;
            object.member("code", error.code().as_str())?;
            object.optional("type", error.category())?;
            object.optional("link", error.link())
        })
    }
}
