//! GraphQL, section 7.1.2, "Errors", over HTTP.

use errcode::format::{Body, Format, FormatError, Occurrence};

/// `{"errors":[{"message":M,"locations":[...],"path":[...],"extensions":{"code":C,...fields}}]}`.
///
/// The body says that the whole request failed: it has no `data`.
#[derive(Debug)]
pub struct GraphQl;

impl Format for GraphQl {
    const NAME: &'static str = "graphql";
    const CONTENT_TYPE: &'static str = "application/graphql-response+json";
    const RESERVED: &'static [&'static str] = &["code"];

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let mut fields = error.details();
        let (locations, path) = (fields.take("locations"), fields.take("path"));
        body.object(|object| {
            object.array("errors", |errors| {
                errors.object(|object| {
                    error.write_message("message", object)?;
                    object.optional("locations", locations)?;
                    object.optional("path", path)?;
                    object.object("extensions", |extensions| {
                        extensions.member("code", &error.code())?;
                        let mut fields = fields.iter();
                        fields.try_for_each(|(name, value)| extensions.member(name, value))
                    })
                })
            })
        })
    }
}
