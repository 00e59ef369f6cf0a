//! Visibility: private, restricted, private types in public fields; `#[non_exhaustive]`.

use crate::body;

mod outer {
    pub(in crate::visibility) mod inner {
        use errcode::ApiError;
        use serde::Serialize;

        #[derive(Debug, Serialize)]
        struct Secret(u8);

        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("private")]
        #[api(format = flat, status = 400, code = "PRIVATE")]
        struct Private(#[api(public = "secret")] Secret);

        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("restricted")]
        #[api(format = flat, status = 400, code = "RESTRICTED")]
        pub(in crate::visibility) struct Restricted {
            #[api(public)]
            pub(super) shown: u8,
            #[api(public)]
            secret: Secret,
        }

        #[derive(Debug, thiserror::Error, ApiError)]
        #[error(transparent)]
        #[api(format = flat, transparent)]
        enum Hidden {
            Private(#[from] Private),
        }

        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("open")]
        #[api(format = flat)]
        #[non_exhaustive]
        pub(crate) enum Open {
            #[api(status = 404, code = "ABSENT")]
            #[non_exhaustive]
            Absent,
            #[api(hide_as = Absent)]
            #[non_exhaustive]
            Denied {},
            #[api(status = 400, code = "OPEN", example(Self::Tuple(1)))]
            #[non_exhaustive]
            Tuple(#[api(public = "a")] u8),
        }

        pub(in crate::visibility) fn restricted() -> Restricted {
            Restricted {
                shown: 1,
                secret: Secret(2),
            }
        }

        pub(in crate::visibility) fn private() -> Box<dyn ApiError> {
            Box::new(Hidden::from(Private(Secret(3))))
        }

        pub(crate) fn open() -> [Open; 3] {
            [Open::Absent, Open::Denied {}, Open::Tuple(1)]
        }
    }
}

#[test]
fn impls_are_no_more_visible_than_their_types() {
    assert_eq!(
        body(&*outer::inner::private()),
        r#"{"code":"PRIVATE","detail":"private","details":{"secret":3}}"#
    );
    assert_eq!(
        body(&outer::inner::restricted()),
        r#"{"code":"RESTRICTED","detail":"restricted","details":{"shown":1,"secret":2}}"#
    );
    let [absent, denied, tuple] = outer::inner::open();
    assert_eq!(body(&absent), body(&denied));
    assert_eq!(
        body(&tuple),
        r#"{"code":"OPEN","detail":"open","details":{"a":1}}"#
    );
}
