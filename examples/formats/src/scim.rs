//! SCIM: RFC 7644, section 3.12.

use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

/// `{"schemas":[...],"scimType":F,"detail":M,"status":"409"}`. The category is the `scimType`.
#[derive(Debug)]
pub struct Scim;

impl Format for Scim {
    const NAME: &'static str = "scim";
    const CONTENT_TYPE: &'static str = "application/scim+json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("schemas", &["urn:ietf:params:scim:api:messages:2.0:Error"])?;
            object.optional("scimType", error.category())?;
            error.write_message("detail", object)?;
            object.member("status", error.status().as_str())
        })
    }
}
