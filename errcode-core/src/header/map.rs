//! The types of fields whose headers are all sent.

use std::rc::Rc;
use std::sync::Arc;

use http::HeaderMap;

/// A field whose entries are all sent as response headers, `#[api(headers)]`: a [`HeaderMap`], also in an `Option` or
/// behind a pointer.
///
/// ```
/// use errcode_core::HeaderMapField;
/// use http::HeaderMap;
///
/// assert!(HeaderMap::new().header_map().is_some());
/// assert!(None::<HeaderMap>.header_map().is_none());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a map of headers",
    label = "not an `http::HeaderMap`",
    note = "`headers` sends all headers of a `HeaderMap` of the crate `http` 1, also in an `Option`; a field that is one header has the key `header = \"Name\"`"
)]
pub trait HeaderMapField {
    /// The headers, or `None` to send none.
    fn header_map(&self) -> Option<&HeaderMap>;
}

impl HeaderMapField for HeaderMap {
    fn header_map(&self) -> Option<&HeaderMap> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderMapField> HeaderMapField for Option<T> {
    fn header_map(&self) -> Option<&HeaderMap> {
        self.as_ref().and_then(HeaderMapField::header_map)
    }
}

macro_rules! delegate {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: HeaderMapField + ?Sized> HeaderMapField for $pointer {
            fn header_map(&self) -> Option<&HeaderMap> {
                (**self).header_map()
            }
        }
    )*};
}

delegate!(&T, Box<T>, Rc<T>, Arc<T>);
