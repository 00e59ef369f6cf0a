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
    #[deprecated]
    #[api(status = 410, message = text)]
    #[api(example(Self::Example { field: 1 }))]
    #[api(example(Whole::Example { field: 2 }))]
    Example {
        #[api(public)]
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

/// What a deprecated variant says.
#[expect(deprecated, reason = "here it is said")]
fn text(_: &Whole) -> &'static str {
    "text"
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

/// An inner type that is deprecated, which the user has been told once for each variant.
#[derive(ApiError)]
#[api(format = flat, transparent)]
enum Outer {
    #[expect(deprecated, reason = "here it is said")]
    Old(Old),
    Boxed(#[expect(deprecated, reason = "here it is said")] Box<Old>),
    #[expect(deprecated, reason = "here it is said")]
    Path(Whole),
}

/// The same of a struct.
#[derive(ApiError)]
#[api(format = flat, transparent)]
#[expect(deprecated, reason = "here it is said")]
struct Through(std::sync::Arc<Old>);

#[expect(deprecated, reason = "here it is said")]
const _: () = {
    said! { "old": Whole Old Outer Through }

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
    let old = r#"{"code":"OLD","detail":"old"}"#;
    assert_eq!(body(&Old), old);
    assert_eq!(body(&Outer::Old(Old)), old);
    assert_eq!(body(&Outer::Boxed(Box::new(Old))), old);
    assert_eq!(body(&Outer::Path(Whole::Variant)), body(&Whole::Variant));
    assert_eq!(body(&Through(std::sync::Arc::new(Old))), old);
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
    assert_eq!(notes, [Some(""), Some("a note"), Some(""), None]);
    let mut entries = <Whole as errcode::Documented>::CATALOG.entries();
    assert!(entries.all(|entry| entry.deprecated_since().is_none()));
}
