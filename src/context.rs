//! The request that an error responds to, and the layer that reads it.

use std::borrow::Cow;

use errcode_core::Context;

pub use errcode_core::{InvalidRequestId, Scoped};

/// Fills the [`Context`] of every response that is made from an error below it: the path as `instance`, the
/// request's id from a header (`x-request-id` by default), the `Accept` header, and whether it is a HEAD.
///
/// Each framework's module shows where to put it: around the whole app, outside of all other layers that make
/// responses.
///
/// The layer takes an id over from the request and never makes one up. Put a layer that makes ids, such as
/// tower-http's `SetRequestIdLayer`, outside of this one. A process with this layer also attaches a
/// [`Report`](crate::response::Report) to every response that is made from an error, in whatever task it is made.
///
/// ```
/// use errcode::context::ContextLayer;
///
/// let layer = ContextLayer::new().with_id_header("x-correlation-id");
/// # let _ = layer;
/// ```
#[derive(Clone, Debug)]
pub struct ContextLayer {
    id_header: Cow<'static, str>,
    instance: bool,
}

impl Default for ContextLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl ContextLayer {
    /// A layer that reads the request's id from `x-request-id`.
    pub const fn new() -> Self {
        Self {
            id_header: Cow::Borrowed("x-request-id"),
            instance: true,
        }
    }

    /// The same, but bodies have no `instance`.
    pub fn without_instance(mut self) -> Self {
        self.instance = false;
        self
    }

    /// The same, but the request's id is in another header. With a name that no header can have there is no id.
    pub fn with_id_header(mut self, name: impl AsRef<str>) -> Self {
        self.id_header = Cow::Owned(name.as_ref().to_owned());
        self
    }

    /// The facts of a request, for frameworks of your own. `values` are the values of the header that it gets the
    /// name of.
    ///
    /// ```
    /// use errcode::context::ContextLayer;
    ///
    /// let values = |name: &str| (name == "x-request-id").then_some(&b"7f3a"[..]);
    /// let context = ContextLayer::new().context("/skills", false, values);
    /// assert_eq!(context.instance(), Some("/skills"));
    /// assert_eq!(context.request_id(), Some("7f3a"));
    /// ```
    pub fn context<'r, V: IntoIterator<Item = &'r [u8]>>(
        &self,
        path: &str,
        head: bool,
        values: impl Fn(&str) -> V,
    ) -> Context {
        let id = values(&self.id_header).into_iter().next();
        let context = Context::from_parts(path, id, head);
        let accept = values("accept").into_iter();
        let context = accept.fold(context, Context::with_accept);
        if self.instance {
            context
        } else {
            context.without_instance()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(name: &str) -> Vec<&'static [u8]> {
        match name {
            "x-request-id" => vec![b"7f", b"8f"],
            "x-trace" => vec![b"<script>"],
            "accept" => vec![b"text/html", b"a/b"],
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_layer_reads_the_facts_it_is_asked_for() {
        let layer = ContextLayer::default();
        let context = layer.context("/a b", true, values);
        assert_eq!(context.instance(), Some("/a%20b"));
        assert_eq!(context.request_id(), Some("7f"));
        assert_eq!(context.accept(), Some("text/html, a/b"));
        assert!(context.is_head());

        let layer = layer.without_instance().with_id_header("x-trace");
        let context = layer.context("/a", false, values);
        assert_eq!((context.instance(), context.request_id()), (None, None));
        assert!(!context.is_head());
        let nothing = layer.with_id_header("").context("", false, |_| None);
        assert_eq!(nothing, Context::new());
    }
}
