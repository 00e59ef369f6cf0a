//! Google APIs: AIP-193, "Errors".

use errcode::format::{Body, Format, FormatError, Object, Occurrence, json_text};

/// `{"error":{"code":409,"message":M,"status":"ABORTED","details":[...]}}`.
///
/// The code is the `reason` of an `ErrorInfo`, the category its `domain`, and the fields its `metadata`.
/// Entries of a flattened map become a `BadRequest`, `Retry-After` a `RetryInfo`, and the type URI a `Help`.
#[derive(Debug)]
pub struct Google;

impl Format for Google {
    const NAME: &'static str = "google";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let fields = error.details();
        body.object(|object| {
            object.object("error", |object| {
                object.member("code", &error.status().as_u16())?;
                error.write_message("message", object)?;
                object.member("status", status_name(error.status().as_u16()))?;
                object.array("details", |details| {
                    details.object(|info| {
                        info.member("@type", "type.googleapis.com/google.rpc.ErrorInfo")?;
                        info.member("reason", error.code().as_str())?;
                        info.optional("domain", error.category())?;
                        info.object("metadata", |metadata| {
                            let mut fields = fields.fields();
                            fields.try_for_each(|(name, value)| {
                                metadata.member(name, &json_text(value))
                            })
                        })
                    })?;
                    if fields.field_errors().next().is_some() {
                        details.object(|request| {
                            request.member("@type", "type.googleapis.com/google.rpc.BadRequest")?;
                            request.array("fieldViolations", |violations| {
                                fields.field_errors().try_for_each(|(field, text)| {
                                    violations.object(|violation| {
                                        violation.member("field", field)?;
                                        violation.member("description", &text)
                                    })
                                })
                            })
                        })?;
                    }
                    if let Some(wait) = error.retry_after() {
                        details.object(|retry| {
                            retry.member("@type", "type.googleapis.com/google.rpc.RetryInfo")?;
                            retry.text("retryDelay", |out| write!(out, "{}s", wait.as_secs()))
                        })?;
                    }
                    error
                        .link()
                        .map_or(Ok(()), |url| details.object(|help| write_help(url, help)))
                })
            })
        })
    }
}

fn write_help(url: &str, help: &mut Object<'_>) -> Result<(), FormatError> {
    help.member("@type", "type.googleapis.com/google.rpc.Help")?;
    help.array("links", |links| {
        links.object(|link| {
            link.member("description", "Additional information on this error")?;
            link.member("url", url)
        })
    })
}

/// The name of the `google.rpc.Code` that Google's APIs send with an HTTP status.
fn status_name(status: u16) -> &'static str {
    match status {
        400 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        409 => "ABORTED",
        429 => "RESOURCE_EXHAUSTED",
        499 => "CANCELLED",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        504 => "DEADLINE_EXCEEDED",
        500..=599 => "INTERNAL",
        _ => "FAILED_PRECONDITION",
    }
}
