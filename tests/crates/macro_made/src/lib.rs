//! Enums that are made by `macro_rules!`.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use errcode::ApiError;

macro_rules! errors {
    ($name:ident, $format:ident, $all:expr, { $($(#[$meta:meta])* $variant:ident ($status:expr, $code:literal, $text:literal)
        { $($(#[$field_meta:meta])* $field:ident: $type:ty),* })* }) => {
        /// Errors.
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(format = $format, status = $all)]
        pub enum $name {
            $(
                $(#[$meta])*
                /// One of them.
                #[error("failed")]
                #[api(status = $status, code = $code, message = $text)]
                $variant {
                    $($(#[$field_meta])* #[doc = "A field."] $field: $type),*
                },
            )*
        }
    };
}

const GONE: u16 = 410;

errors!(Error, flat, 500, {
    Taken(409, "TAKEN", "{slug} is taken {slug:?}") { #[api(public)] slug: String }
    #[deprecated]
    Gone(GONE, "GONE", "gone") {}
    #[api(allow(duplicate_code))]
    Limited(429, "LIMITED", "wait {in}") { #[api(header = "Retry-After")] r#in: u64 }
});

#[test]
fn answers() {
    let taken = Error::Taken {
        slug: "a".to_owned(),
    };
    assert_eq!(
        errcode::to_response(&taken).body(),
        r#"{"code":"TAKEN","detail":"a is taken \"a\"","details":{"slug":"a"}}"#
    );
    assert_eq!(
        errcode::to_response(&Error::Limited { r#in: 3 }).headers()["retry-after"],
        "3"
    );
}
