//! Types that stand where items may: in functions, constants, blocks, closures, methods, and twice in
//! one module tree under one name.

use errcode::{ApiError, Documented};

use crate::body;

fn generic<T: Documented, const N: u16>() -> String {
    /// In a generic function.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("in a function")]
    #[api(format = flat)]
    enum Error {
        #[api(status = 400, code = "FUNCTION")]
        A,
    }
    format!("{} {} {N}", body(&Error::A), T::CATALOG.title())
}

const _: () = {
    /// In a constant.
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("in a constant")]
    #[api(status = 400, code = "CONSTANT")]
    struct Error;

    impl Constant for u8 {
        fn said(&self) -> String {
            body(&Error)
        }
    }
};

trait Constant {
    fn said(&self) -> String;

    fn method(&self) -> String {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("in a method")]
        #[api(format = flat, status = 400, code = "METHOD")]
        struct Error;
        body(&Error)
    }
}

const IN_BLOCK: &str = {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("in a block")]
    #[api(status = 400, code = "BLOCK")]
    struct Error;
    Error::CATALOG.title()
};

mod a {
    #[derive(Debug, thiserror::Error, errcode::ApiError)]
    #[error("same name")]
    #[api(format = flat, status = 400, code = "A")]
    pub(crate) struct Error;
}

mod b {
    /// The same name once more, with the other inside.
    #[derive(Debug, thiserror::Error, errcode::ApiError)]
    #[error(transparent)]
    #[api(format = flat)]
    pub(crate) enum Error {
        #[api(transparent)]
        Error(#[from] super::a::Error),
    }
}

errcode::catalog! {
    static BOTH: Catalog = { title: "Both", types: [a::Error, b::Error] };
}

/// Two in one module.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("first")]
#[api(format = flat, status = 400, code = "FIRST")]
struct First;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("second")]
#[api(format = flat, status = 400, code = "SECOND")]
struct Second;

#[test]
fn items_may_stand_anywhere() {
    assert_eq!(
        generic::<First, 7>(),
        r#"{"code":"FUNCTION","detail":"in a function"} First 7"#
    );
    assert!(1_u8.said().contains("CONSTANT"));
    assert_eq!(1_u8.method(), r#"{"code":"METHOD","detail":"in a method"}"#);
    assert_eq!(IN_BLOCK, "Error");
    let closure = || {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("in a closure")]
        #[api(format = flat, status = 400, code = "CLOSURE")]
        struct Error(#[api(public = "a")] u8);
        body(&Error(1))
    };
    assert_eq!(
        closure(),
        r#"{"code":"CLOSURE","detail":"in a closure","details":{"a":1}}"#
    );
    assert_ne!(body(&First), body(&Second));
    assert_eq!(body(&b::Error::from(a::Error)), body(&a::Error));
    assert_eq!(BOTH.groups().len(), 1);
}
