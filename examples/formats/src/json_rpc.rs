//! JSON-RPC 2.0, section 5.1, "Error object".

use errcode::format::{Body, Format, FormatError, Occurrence};

/// `{"jsonrpc":"2.0","error":{"code":-32601,"message":M,"data":{...}},"id":1}`.
///
/// Codes are integers, `#[api(code = -32601)]`; in place of a text, which JSON-RPC does not allow, it is -32000.
/// The `id` of the request comes from the context: `Context::new().with_fact("id", &id)`.
#[derive(Debug)]
pub struct JsonRpc;

impl Format for JsonRpc {
    const NAME: &'static str = "json-rpc";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("jsonrpc", "2.0")?;
            object.object("error", |object| {
                object.member("code", &error.code().as_i64().unwrap_or(-32_000))?;
                error.write_message("message", object)?;
                error.write_details("data", object)
            })?;
            object.member("id", &error.context().fact("id"))
        })
    }
}
