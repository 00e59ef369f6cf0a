//! `#[deprecated]` on everything it may stand on: who uses it is told so, generated code is not who.

use std::error::Error;
use std::fmt::{self, Display};

use errcode::ApiError;

use crate::body;

/// thiserror allows `deprecated` in what it generates, `Debug` does not, and fails; here nobody does
/// either.
macro_rules! said {
    ($text:literal: $($type:ty)*) => {$(
        impl Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($text)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($text)
            }
        }

        impl Error for $type {}
    )*};
}

#[derive(ApiError)]
#[api(format = flat, rename_all = "kebab-case")]
#[deprecated(since = "0.1.0", note = "the whole of it")]
enum Whole {
    #[deprecated]
    #[api(status = 404)]
    Variant,
    #[deprecated = "a note"]
    #[api(status = 400, message = "{field}")]
    Field {
        #[deprecated]
        #[api(public, header = "X-Field")]
        field: u8,
    },
    #[api(hide_as = Variant)]
    Hidden,
    #[api(status = 502)]
    Status(
        #[deprecated]
        #[api(status)]
        u16,
    ),
}

/// A deprecated struct.
#[derive(ApiError)]
#[api(format = flat, status = 410, code = "OLD")]
#[deprecated]
struct Old;

/// A deprecated bound.
#[deprecated]
trait Bound: fmt::Debug {}

/// What is used is deprecated, and that is said once, at the user's word for it.
#[derive(ApiError)]
#[expect(deprecated, reason = "its bound and its fields")]
#[api(format = flat)]
enum Uses<T: Bound> {
    #[api(status = 400, code = "PUBLIC", message = "{public:?}")]
    Public {
        #[api(public)]
        public: Number<T>,
    },
}

#[derive(Debug, serde::Serialize)]
#[serde(bound = "")]
#[deprecated]
struct Number<T>(u8, std::marker::PhantomData<T>);

#[expect(deprecated, reason = "here it is said")]
const _: () = {
    said! { "old": Whole Old }

    impl<T: Bound> Display for Uses<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("uses")
        }
    }

    impl<T: Bound> fmt::Debug for Uses<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("uses")
        }
    }

    impl<T: Bound> Error for Uses<T> {}

    impl Bound for u8 {}
};

#[test]
#[expect(deprecated, reason = "here it is said")]
fn what_is_deprecated_is_reported_where_it_is_used() {
    assert_eq!(
        body(&Whole::Field { field: 1 }),
        r#"{"code":"field","detail":"1","details":{"field":1}}"#
    );
    assert_eq!(body(&Whole::Variant), body(&Whole::Hidden));
    assert_eq!(body(&Old), r#"{"code":"OLD","detail":"old"}"#);
    assert_eq!(
        body(&Uses::<u8>::Public {
            public: Number(1, std::marker::PhantomData)
        }),
        r#"{"code":"PUBLIC","detail":"Number(1, PhantomData<u8>)","details":{"public":[1,null]}}"#
    );
    assert_eq!(errcode::to_response(&Whole::Status(404)).status(), 404);
    let notes: Vec<Option<&str>> = <Whole as errcode::Documented>::CATALOG
        .entries()
        .map(|entry| entry.deprecated())
        .collect();
    assert_eq!(notes, [Some(""), Some("a note"), None]);
}
