//! Concise problem details: RFC 9290.

use ciborium::Value;
use errcode::format::{Body, Format, FormatError, Occurrence};
use http::StatusCode;

/// `{-1: title, -2: message, -3: instance, -4: response code, type URI: {"code": C, ...fields}}` in CBOR.
///
/// An error without a type URI, or with a relative one, has neither code nor fields: their entry needs an absolute
/// URI. A field whose name is a number has that number as its key.
#[derive(Debug)]
pub struct ConciseProblem;

impl Format for ConciseProblem {
    const NAME: &'static str = "concise problem";
    const CONTENT_TYPE: &'static str = "application/concise-problem-details+cbor";
    const RESERVED: &'static [&'static str] = &["code"];

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let mut problem: Vec<(Value, Value)> = vec![
            ((-1).into(), error.title().into()),
            ((-2).into(), error.message().into_owned().into()),
        ];
        if let Some(instance) = error.context().instance() {
            problem.push(((-3).into(), instance.into()));
        }
        problem.push(((-4).into(), coap_code(error.status()).into()));
        if let Some(uri) = error.link().filter(|uri| uri.contains(':')) {
            let code = error.code();
            let code = code
                .as_i64()
                .map_or_else(|| code.as_str().into(), Value::from);
            let mut custom = vec![("code".into(), code)];
            for (name, value) in error.details().iter() {
                let key = name.parse::<u32>().map_or_else(|_| name.into(), Into::into);
                custom.push((key, serde_json::from_str(value.get())?));
            }
            problem.push((uri.into(), Value::Map(custom)));
        }
        ciborium::into_writer(&Value::Map(problem), body).map_err(FormatError::new)
    }
}

/// The response code of CoAP (RFC 7252, 5.2): the class in three bits and the rest in five. A status whose rest
/// does not fit becomes the general one of its class.
fn coap_code(status: StatusCode) -> u16 {
    let (class, detail) = (status.as_u16() / 100, status.as_u16() % 100);
    class << 5 | if detail < 32 { detail } else { 0 }
}
