//! Types of fields: what no bound holds of, what is nested deep, what refers to itself.

use std::borrow::Cow;
use std::cell::Cell;
use std::error::Error;
use std::path::PathBuf;
use std::rc::Rc;

use errcode::ApiError;

use crate::body;

/// Nothing of this can be printed, sent or shared, and need not be.
#[derive(thiserror::Error, ApiError)]
#[error("opaque")]
#[api(format = flat, status = 500, code = "OPAQUE")]
struct Opaque {
    source: Box<dyn Error + Send + Sync>,
    call: Box<dyn for<'a> Fn(&'a u8) -> &'a u8>,
    shared: Rc<Cell<u8>>,
    raw: *const u8,
    function: extern "C" fn(u8) -> u8,
    array: [fn(); 2],
    this: Option<Box<Self>>,
}

impl std::fmt::Debug for Opaque {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Opaque")
    }
}

/// Everything of this is sent.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("sent")]
#[api(format = flat, status = 400, code = "SENT")]
struct Sent<'a> {
    #[api(public)]
    text: &'static str,
    #[api(public)]
    cow: Cow<'a, [u8]>,
    #[api(public)]
    array: [(u8, ()); 2],
    #[api(public)]
    nothing: Option<Vec<Option<Box<str>>>>,
    #[api(public)]
    #[expect(clippy::type_complexity, reason = "the depth is the test")]
    deep: Option<Option<Option<Option<Option<Option<Option<Option<(((u8,),),)>>>>>>>>,
    #[api(public)]
    long: ::std::collections::btree_map::BTreeMap<::std::string::String, ::std::vec::Vec<u8>>,
    #[api(public)]
    #[allow(unused_parens, reason = "the parentheses are the test")]
    parens: (u8),
    #[api(public)]
    path: PathBuf,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Recursive {
    #[error("leaf")]
    #[api(status = 404, code = "LEAF")]
    Leaf,
    #[error(transparent)]
    #[api(transparent)]
    Boxed(Box<Recursive>),
    #[error(transparent)]
    #[api(transparent)]
    This(std::sync::Arc<Self>),
    #[error("caused")]
    #[api(status = 500, code = "CAUSED")]
    Caused(#[source] Option<Box<Self>>),
}

#[test]
fn what_is_not_sent_may_be_anything() {
    extern "C" fn one(a: u8) -> u8 {
        a
    }
    let source = "pw=1".into();
    let shared = Rc::new(Cell::new(1));
    let this = None;
    let mut error = Opaque {
        source,
        call: Box::new(|it| it),
        shared,
        raw: std::ptr::null(),
        function: one,
        array: [|| (), || ()],
        this,
    };
    assert_eq!((error.call)(&1), &error.shared.get());
    assert!(error.raw.is_null() && error.this.take().is_none());
    error.array[0]();
    assert_eq!((error.function)(1), 1);
    assert_eq!(error.source().unwrap().to_string(), "pw=1");
    assert_eq!(
        body(&error),
        r#"{"code":"OPAQUE","detail":"Internal Server Error"}"#
    );
}

#[test]
fn what_is_sent_may_be_whatever_serializes() {
    let error = Sent {
        text: "a",
        cow: Cow::Borrowed(&[1, 2]),
        array: [(1, ()), (2, ())],
        nothing: None,
        deep: Some(Some(Some(Some(Some(Some(Some(Some((((1,),),))))))))),
        long: [("k".to_owned(), vec![])].into(),
        parens: 3,
        path: "/a".into(),
    };
    assert_eq!(
        body(&error),
        r#"{"code":"SENT","detail":"sent","details":{"text":"a","cow":[1,2],"array":[[1,null],[2,null]],"deep":[[[1]]],"long":{"k":[]},"parens":3,"path":"/a"}}"#
    );
}

#[test]
fn a_type_may_hold_itself() {
    let error = Recursive::This(Recursive::Boxed(Recursive::Leaf.into()).into());
    assert_eq!(body(&error), r#"{"code":"LEAF","detail":"leaf"}"#);
    let error = Recursive::Caused(Some(Recursive::Leaf.into()));
    assert_eq!(
        body(&error),
        r#"{"code":"CAUSED","detail":"Internal Server Error"}"#
    );
}
