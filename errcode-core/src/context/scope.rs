//! Which request is being handled here: a context that is current while a handler runs.

use std::cell::RefCell;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Poll};

use super::Context;

thread_local! {
    /// The context of the request whose handler is being polled on this thread.
    static CURRENT: RefCell<Option<Arc<Context>>> = const { RefCell::new(None) };
}

impl Context {
    /// Runs a future so that every response made from an error in it finds this context.
    ///
    /// ```
    /// use errcode_core::Context;
    /// use http::{HeaderName, Request, Response};
    ///
    /// /// Around a handler, as the frameworks' layers do it.
    /// async fn known(request: Request<()>, handler: impl AsyncFn(Request<()>) -> Response<String>) -> Response<String> {
    ///     let context = Context::from_request(&request, &HeaderName::from_static("x-request-id"));
    ///     context.scope(handler(request)).await
    /// }
    /// ```
    pub fn scope<F: Future>(self, future: F) -> Scoped<F> {
        self.scope_with(|| future)
    }

    /// Like [`scope`](Self::scope), for a future that is made inside the scope, as the `call` of a service makes one.
    ///
    /// ```
    /// use errcode_core::Context;
    ///
    /// /// What `call` does at once is in the scope too.
    /// async fn run<T, F: Future<Output = T>>(context: Context, call: impl FnOnce() -> F) -> T {
    ///     context.scope_with(call).await
    /// }
    /// ```
    pub fn scope_with<F: Future>(self, make: impl FnOnce() -> F) -> Scoped<F> {
        let context = Arc::new(self);
        let _guard = Entered::enter(Arc::clone(&context));
        Scoped {
            future: Box::pin(make()),
            context,
        }
    }

    /// Runs a function so that every response made from an error in it finds this context.
    ///
    /// ```
    /// # use errcode_core::{ApiError, Code, Entry, StaticEntry};
    /// # #[derive(Debug)] struct NotFound;
    /// # impl std::fmt::Display for NotFound {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no such skill") }
    /// # }
    /// # impl std::error::Error for NotFound {}
    /// # impl ApiError for NotFound {
    /// #     fn entry(&self) -> Entry {
    /// #         const { &StaticEntry::new(404, Code::new("NOT_FOUND")) }.entry()
    /// #     }
    /// # }
    ///
    /// use errcode_core::{Context, to_response};
    ///
    /// let context = Context::new().with_instance("/skills");
    /// let response = context.scope_sync(|| to_response(&NotFound));
    /// assert!(response.body().windows(20).any(|part| part == br#""instance":"/skills""#));
    /// ```
    pub fn scope_sync<T>(self, run: impl FnOnce() -> T) -> T {
        let _guard = Entered::enter(Arc::new(self));
        run()
    }

    /// The context of the request that is being handled here, if a scope is open.
    ///
    /// ```
    /// use errcode_core::Context;
    ///
    /// let id = || Context::current()?.request_id().map(str::to_owned);
    /// let context = Context::new().with_request_id("7f3a")?;
    /// assert_eq!(context.scope_sync(id).as_deref(), Some("7f3a"));
    /// assert_eq!(id(), None);
    /// # Ok::<(), errcode_core::InvalidRequestId>(())
    /// ```
    pub fn current() -> Option<Arc<Self>> {
        CURRENT.with_borrow(Clone::clone)
    }
}

/// The future that [`Context::scope`] makes.
pub struct Scoped<F> {
    future: Pin<Box<F>>,
    context: Arc<Context>,
}

impl<F> fmt::Debug for Scoped<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scoped")
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}

impl<F: Future> Future for Scoped<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
        let _guard = Entered::enter(Arc::clone(&self.context));
        self.future.as_mut().poll(cx)
    }
}

/// Puts the outer context back, also when the inner code panics.
struct Entered(Option<Arc<Context>>);

impl Entered {
    fn enter(context: Arc<Context>) -> Self {
        Self(CURRENT.replace(Some(context)))
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> Option<String> {
        Context::current().and_then(|context| context.instance().map(str::to_owned))
    }

    #[test]
    fn scopes_nest_and_end() {
        assert_eq!(here(), None);
        Context::new().with_instance("/a").scope_sync(|| {
            assert_eq!(here().as_deref(), Some("/a"));
            Context::new()
                .with_instance("/b")
                .scope_sync(|| assert_eq!(here().as_deref(), Some("/b")));
            assert_eq!(here().as_deref(), Some("/a"));
        });
        assert_eq!(here(), None);
    }

    #[test]
    fn a_scope_ends_with_a_panic() {
        let panicked = std::panic::catch_unwind(|| {
            Context::new()
                .with_instance("/a")
                .scope_sync(|| panic!("inside"));
        });
        assert!(panicked.is_err());
        assert_eq!(here(), None);
    }

    #[test]
    fn a_future_has_its_context_only_while_it_is_polled() {
        let mut scoped = Box::pin(Context::new().with_instance("/f").scope(async { here() }));
        assert_eq!(here(), None);
        let waker = task::Waker::noop();
        let polled = scoped.as_mut().poll(&mut task::Context::from_waker(waker));
        assert_eq!(polled, Poll::Ready(Some("/f".to_owned())));
        assert_eq!(here(), None);
    }
}
