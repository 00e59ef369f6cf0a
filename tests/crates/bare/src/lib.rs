//! No prelude, and every name that generated code could stumble over is somebody else's.
#![no_implicit_prelude]
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]
#![allow(
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    clippy::upper_case_acronyms
)]

extern crate errcode;
extern crate thiserror;

mod core {}
mod std {}
mod alloc {}
mod http {}
mod serde {}
struct Option;
struct Result;
struct String;
struct Box;
struct Vec;
struct str;
struct u16;
struct u64;
struct usize;
struct bool;
struct Entry;
struct Catalog;
struct Code;
trait Into {}
trait From {}
trait Display {}
trait Error {}
trait ApiError {}
trait FnMut {}
#[allow(non_snake_case)]
fn Ok() {}
const None: () = ();
const Some: () = ();
static inner: () = ();

macro_rules! shadowed {
    ($($name:ident)*) => {$(
        #[allow(unused_macros)]
        macro_rules! $name { () => {} }
    )*};
}
shadowed!(write format format_args concat stringify module_path matches vec panic unreachable);

/// Errors, with variants and fields named as generated code might name things.
#[derive(::std::fmt::Debug, thiserror::Error, errcode::ApiError)]
#[api(format = flat, challenge = "Bearer", group = "All")]
pub enum Errors {
    /// Ok.
    #[error("ok {f}")]
    #[api(status = 400, code = "OK", message = "{f} {self_} {type:?}")]
    Ok {
        /// A.
        #[api(public)]
        f: ::core::primitive::u8,
        /// B.
        #[api(public)]
        self_: ::std::string::String,
        /// C.
        #[api(public)]
        r#type: ::core::option::Option<::core::primitive::u8>,
        /// D.
        #[api(header = "Retry-After")]
        status: ::core::primitive::u64,
        /// E.
        __errcode_out: ::core::primitive::u8,
    },
    /// Err.
    #[error("err")]
    #[api(
        status = 401,
        code = "ERR",
        title = "t",
        category = "c",
        type = "urn:{code}"
    )]
    Err,
    /// Output.
    #[error("output")]
    #[api(status = 503, code = "OUTPUT")]
    Output(#[api(status)] ::core::primitive::u16),
    /// Error.
    #[error(transparent)]
    #[api(transparent)]
    Error(#[from] Item),
    /// Hidden.
    #[error("self")]
    #[api(hide_as = Err)]
    Some(),
    /// Tuple.
    #[error("tuple {0}")]
    #[api(status = 400, code = "TUPLE")]
    #[api(example("one", Self::None(1)))]
    None(#[api(public = "n")] ::core::primitive::u8),
}

/// Inner.
#[derive(::std::fmt::Debug, thiserror::Error, errcode::ApiError)]
#[error("item")]
#[api(format = flat, status = 404, code = "ITEM", log_target = "item")]
pub struct Item {}

errcode::catalog! {
    /// All.
    pub static ERRORS: Catalog = { title: "All", types: [Errors, Item] };
}

#[test]
fn answers() {
    use ::std::string::ToString;

    let ok = Errors::Ok {
        f: 1,
        self_: "x".to_string(),
        r#type: ::core::option::Option::None,
        status: 5,
        __errcode_out: 0,
    };
    let response = errcode::to_response(&ok);
    ::std::assert_eq!(
        response.body(),
        r#"{"code":"OK","detail":"1 x None","details":{"f":1,"self_":"x"}}"#
    );
    ::std::assert_eq!(response.headers()["retry-after"], "5");
    let hidden = errcode::to_response(&Errors::Some());
    ::std::assert_eq!(hidden.body(), r#"{"code":"ERR","detail":"err"}"#);
    ::std::assert_eq!(ERRORS.groups().len(), 2);
}
