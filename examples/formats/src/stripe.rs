//! Stripe's API, "Errors".

use errcode::format::{Body, Format, FormatError, Occurrence};

/// `{"error":{"code":C,"doc_url":T,"message":M,"type":F,...fields}}`. The category is the `type`.
#[derive(Debug)]
pub struct Stripe;

impl Format for Stripe {
    const NAME: &'static str = "stripe";
    const CONTENT_TYPE: &'static str = "application/json";
    const RESERVED: &'static [&'static str] = &["code", "doc_url", "message", "type"];

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.object("error", |object| {
                object.member("code", error.code().as_str())?;
                object.optional("doc_url", error.link())?;
                error.write_message("message", object)?;
                error.write_details_as_members(object);
                object.member("type", error.category().unwrap_or("api_error"))
            })
        })
    }
}
