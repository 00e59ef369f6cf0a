//! OCI distribution specification, "Error Codes".

use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

/// `{"errors":[{"code":C,"message":M,"detail":{...}}]}`.
#[derive(Debug)]
pub struct Oci;

impl Format for Oci {
    const NAME: &'static str = "oci";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.array("errors", |errors| {
                errors.object(|object| {
                    object.member("code", error.code().as_str())?;
                    error.write_message("message", object)?;
                    error.write_details("detail", object)
                })
            })
        })
    }
}
