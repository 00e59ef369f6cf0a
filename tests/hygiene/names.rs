//! Names: those of the prelude, of associated items, of generated code; raw ones, unicode ones.
#![allow(
    dead_code,
    non_camel_case_types,
    non_snake_case,
    clippy::enum_variant_names,
    clippy::upper_case_acronyms,
    reason = "the names are the test"
)]

use crate::{body, names};

/// Types with the names of the prelude, each in a module of its own, as they would shadow each other.
macro_rules! types_named {
    ($($name:ident)*) => {$(
        #[allow(non_snake_case)]
        pub(super) mod $name {
            #[derive(::core::fmt::Debug, thiserror::Error, errcode::ApiError)]
            #[error("named")]
            #[api(format = flat, rename_all = "SCREAMING_SNAKE_CASE", status = 400, log_target = "names")]
            pub(in crate::names) enum $name {
                #[api(message = "{a} {a:?}")]
                $name {
                    #[api(public)]
                    a: ::core::primitive::u8,
                },
                Other(#[api(public = "b")] ::core::option::Option<::core::primitive::u8>),
            }
        }
    )*};
}

mod types {
    types_named! {
        ApiError Box Catalog Code Debug Details Display Documented Entry Err Error FnMut From Headers
        Into Iterator None Ok Option Result Send Serialize Some StatusCode String Vec Write
        bool char str u16 u64 usize
    }
}

#[test]
fn a_type_may_have_any_name() {
    use self::types::{Error, Option, Result, String, str, u16};

    let taken = |code: &str| format!(r#"{{"code":"{code}","detail":"1 1","details":{{"a":1}}}}"#);
    assert_eq!(body(&Error::Error::Error { a: 1 }), taken("ERROR"));
    assert_eq!(body(&Option::Option::Option { a: 1 }), taken("OPTION"));
    assert_eq!(body(&Result::Result::Result { a: 1 }), taken("RESULT"));
    assert_eq!(body(&String::String::String { a: 1 }), taken("STRING"));
    assert_eq!(body(&str::str::str { a: 1 }), taken("STR"));
    assert_eq!(body(&u16::u16::u16 { a: 1 }), taken("U16"));
}

mod other_names {
    /// Variants named like associated items and like the prelude's; fields named like parameters.
    #[derive(Debug, errcode::ApiError)]
    #[api(format = flat, rename_all = "SCREAMING_SNAKE_CASE", status = 400)]
    pub(super) enum Named {
        Error,
        Ok(#[api(public = "_0")] u8),
        Err,
        Some(#[api(public = "_1")] u8),
        None,
        Type,
        Output,
        Item {
            #[api(public)]
            __S: u8,
        },
        CATALOG,
        Self_,
        #[api(
            message = "{f} {self_} {status} {code} {fmt} {message} {_0} {__formatter} {out} {entry}"
        )]
        Fields {
            f: u8,
            self_: u8,
            status: u8,
            code: u8,
            fmt: u8,
            message: u8,
            _0: u8,
            __formatter: u8,
            serializer: u8,
            out: u8,
            entry: u8,
            __errcode: u8,
            __errcode_0: u8,
            __errcode_out: u8,
        },
    }
}

// thiserror has fields of some of these names itself.
impl std::fmt::Display for other_names::Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("named")
    }
}

impl std::error::Error for other_names::Named {}

#[test]
fn variants_and_fields_may_have_any_name() {
    use self::other_names::Named;

    assert_eq!(
        body(&Named::Ok(1)),
        r#"{"code":"OK","detail":"named","details":{"_0":1}}"#
    );
    assert_eq!(
        body(&Named::Item { __S: 1 }),
        r#"{"code":"ITEM","detail":"named","details":{"__S":1}}"#
    );
    let fields = Named::Fields {
        f: 1,
        self_: 2,
        status: 3,
        code: 4,
        fmt: 5,
        message: 6,
        _0: 7,
        __formatter: 8,
        serializer: 9,
        out: 10,
        entry: 11,
        __errcode: 12,
        __errcode_0: 13,
        __errcode_out: 14,
    };
    assert_eq!(
        body(&fields),
        r#"{"code":"FIELDS","detail":"1 2 3 4 5 6 7 8 10 11"}"#
    );
}

#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[api(format = flat, rename_all = "kebab-case")]
enum r#enum {
    #[error("{fn}")]
    #[api(status = 400, message = "{fn} {fn:?} {type:>in$}")]
    #[api(example(Self::r#type { r#fn: 1, r#type: "t", r#in: 2 }))]
    r#type {
        #[api(public, header = "X-Fn")]
        r#fn: u8,
        #[api(public = "r#type")]
        r#type: &'static str,
        r#in: usize,
    },
    #[error("raw")]
    #[api(hide_as = r#match)]
    r#struct,
    #[error("raw")]
    #[api(status = 404)]
    r#match,
    #[error("gen")]
    #[api(status = 500, code = "gen")]
    r#gen(#[api(status)] u16),
}

#[test]
fn raw_names_are_without_their_mark() {
    let error = r#enum::r#type {
        r#fn: 1,
        r#type: "t",
        r#in: 3,
    };
    assert_eq!(
        body(&error),
        r#"{"code":"type","detail":"1 1   t","details":{"fn":1,"r#type":"t"}}"#
    );
    assert_eq!(
        body(&r#enum::r#struct),
        r#"{"code":"match","detail":"raw"}"#
    );
    assert_eq!(errcode::to_response(&r#enum::r#gen(410)).status(), 410);
    assert_eq!(names::<r#enum>(), ["type", "match", "gen"]);
    assert_eq!(<r#enum as errcode::Documented>::CATALOG.title(), "Enum");
}

#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[api(format = flat, rename_all = "SCREAMING_SNAKE_CASE", group = "Größen — 大きさ")]
enum ÜberlaufFehler {
    #[error("größer als {größe}")]
    #[api(status = 400, message = "größer als {größe:>3}, 文字 {名前}")]
    ZuGroß {
        #[api(public)]
        größe: u8,
        #[api(public)]
        名前: &'static str,
    },
}

#[test]
fn names_may_be_of_any_language() {
    let error = ÜberlaufFehler::ZuGroß {
        größe: 9,
        名前: "é",
    };
    assert_eq!(
        body(&error),
        r#"{"code":"ZU_GROSS","detail":"größer als   9, 文字 é","details":{"größe":9,"名前":"é"}}"#
    );
    assert_eq!(names::<ÜberlaufFehler>(), ["ZuGroß"]);
}

const NAME: &str = "Named API";
const CATALOG: &str = "After.";

errcode::catalog! {
    static TYPES: Catalog = { title: NAME, types: [ÜberlaufFehler], after: CATALOG };
}

#[test]
fn a_catalog_takes_the_names_that_are_there() {
    assert_eq!((TYPES.title(), TYPES.after()), (NAME, CATALOG));
}
