//! JSON:API 1.1, "Error Objects".

use errcode::format::{Body, Format, FormatError, Object, Occurrence};

/// `{"errors":[{"status":"409","code":C,"title":T,"detail":M,...}]}`.
///
/// Each entry of a flattened map becomes an error with a `source`, a JSON pointer to the attribute. The type
/// URI is the link `type`, and the fields are `meta`.
#[derive(Debug)]
pub struct JsonApi;

impl Format for JsonApi {
    const NAME: &'static str = "json:api";
    const CONTENT_TYPE: &'static str = "application/vnd.api+json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let details = error.details();
        body.object(|object| {
            object.array("errors", |errors| {
                if details.field_errors().next().is_none() {
                    return errors.object(|object| {
                        write_facts(error, object)?;
                        error.write_message("detail", object)?;
                        error.write_details("meta", object)
                    });
                }
                details.field_errors().try_for_each(|(field, text)| {
                    errors.object(|object| {
                        write_facts(error, object)?;
                        object.member("detail", &text)?;
                        object.object("source", |source| source.member("pointer", &pointer(field)))
                    })
                })
            })
        })
    }
}

fn write_facts(error: &Occurrence<'_>, object: &mut Object<'_>) -> Result<(), FormatError> {
    object.member("status", error.status().as_str())?;
    object.member("code", error.code().as_str())?;
    object.member("title", error.title())?;
    match error.link() {
        Some(link) => object.object("links", |links| links.member("type", link)),
        None => Ok(()),
    }
}

/// A JSON pointer (RFC 6901) to an attribute of the document in the request.
fn pointer(field: &str) -> String {
    let field = field.replace('~', "~0").replace('/', "~1");
    format!("/data/attributes/{field}")
}
