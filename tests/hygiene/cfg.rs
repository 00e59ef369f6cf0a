//! `#[cfg]` and `#[cfg_attr]` on types, variants, fields of both kinds, and on the attributes
//! themselves: what is not compiled is nowhere, and what is, is.

use crate::{body, names};

#[cfg(any())]
#[derive(errcode::ApiError)]
#[api(nonsense)]
struct Never;

/// `all()` is true, `any()` is not.
#[cfg(not(any()))]
#[derive(Debug, thiserror::Error)]
#[cfg_attr(all(), derive(errcode::ApiError), api(format = flat))]
#[cfg_attr(any(), api(format = nested), derive(Nonsense))]
enum Configured {
    #[cfg(any())]
    #[api(status = 1, nonsense)]
    Left,
    #[error("a")]
    #[cfg_attr(all(), api(status = 400), api(code = "A"), doc = "Documented.")]
    #[cfg_attr(any(), api(status = 500))]
    Attributes,
    #[error("b")]
    #[api(status = 400, code = "B", message = "{0} {1}")]
    #[api(example(Self::Tuple(1, #[cfg(any())] 9, 2)))]
    Tuple(
        #[cfg(any())] Nonsense,
        u8,
        #[cfg(any())]
        #[api(public = "b")]
        u8,
        #[cfg_attr(all(), api(public = "c"))] u8,
    ),
    #[error("c")]
    #[api(status = 400, code = "C")]
    Named {
        #[cfg(not(all()))]
        left: Nonsense,
        #[cfg(not(any()))]
        #[api(public)]
        kept: u8,
    },
    #[cfg(debug_assertions)]
    #[error("d")]
    #[api(status = 400, code = "D")]
    Profile,
    #[cfg(not(debug_assertions))]
    #[error("d")]
    #[api(status = 400, code = "D")]
    Profile {},
}

#[test]
fn what_is_not_compiled_is_not_there() {
    assert_eq!(
        names::<Configured>(),
        ["Attributes", "Tuple", "Named", "Profile"]
    );
    assert_eq!(
        body(&Configured::Attributes),
        r#"{"code":"A","detail":"a"}"#
    );
    assert_eq!(
        body(&Configured::Tuple(1, 2)),
        r#"{"code":"B","detail":"1 2","details":{"c":2}}"#
    );
    assert_eq!(
        body(&Configured::Named { kept: 1 }),
        r#"{"code":"C","detail":"c","details":{"kept":1}}"#
    );
    assert_eq!(
        body(&Configured::Profile {}),
        r#"{"code":"D","detail":"d"}"#
    );
}
