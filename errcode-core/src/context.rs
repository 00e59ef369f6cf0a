//! The request that an error answers, as far as a response may speak of it.

mod facts;

use std::cell::RefCell;
use std::fmt::{self, Write};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Poll};

use http::header::ACCEPT;
use http::{HeaderName, HeaderValue, Method, Request};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::json::FormatError;
use crate::message::LIMIT;
use facts::RequestFacts;

/// The request's own facts, for the formats and the log: where it went, and its id.
///
/// Pass it to [`to_response_with`](crate::to_response_with), or run the handler inside
/// [`scope`](Self::scope): every response that is made from an error there finds it. The
/// frameworks' layers do that.
///
/// ```
/// use errcode_core::Context;
///
/// let context = Context::new().with_instance("/skills/pdf-tools").with_request_id("7f3a")?;
/// assert_eq!(context.instance(), Some("/skills/pdf-tools"));
/// # Ok::<(), errcode_core::InvalidRequestId>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    instance: Option<String>,
    request_id: Option<String>,
    accept: Option<String>,
    head: bool,
    facts: RequestFacts,
}

/// A request id that is empty, longer than 128 characters, or has others than
/// `A-Z a-z 0-9 - _ . : + / = @`: what a client sends goes into logs and bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidRequestId;

impl fmt::Display for InvalidRequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request id has 1 to 128 characters of `A-Z a-z 0-9 - _ . : + / = @`")
    }
}

impl std::error::Error for InvalidRequestId {}

thread_local! {
    /// The context of the request whose handler is being polled on this thread.
    static CURRENT: RefCell<Option<Arc<Context>>> = const { RefCell::new(None) };
}

impl Context {
    /// Knows nothing.
    pub const fn new() -> Self {
        Self {
            instance: None,
            request_id: None,
            accept: None,
            head: false,
            facts: RequestFacts::new(),
        }
    }

    /// Reads the facts of a request from its parts, for servers that do not use `http` 1.
    ///
    /// - `path` becomes the instance, a URI reference (RFC 3986) to this server. Characters that a path
    ///   cannot have are percent-encoded, a path such as `//host` stays a path, and a path that is empty or
    ///   longer than 4 KiB is left out.
    /// - `request_id` is the value of the header that carries the id. An [invalid](InvalidRequestId) id is
    ///   left out.
    /// - `head` says whether the request method is HEAD.
    ///
    /// ```
    /// use errcode_core::Context;
    ///
    /// let context = Context::from_parts("/skills/pdf tools", Some(b"7f3a"), false);
    /// assert_eq!(context.instance(), Some("/skills/pdf%20tools"));
    /// assert_eq!(context.request_id(), Some("7f3a"));
    /// ```
    pub fn from_parts(path: &str, request_id: Option<&[u8]>, head: bool) -> Self {
        let id = request_id.and_then(|id| std::str::from_utf8(id).ok());
        Self {
            instance: reference(path),
            request_id: id.filter(|id| is_fit(id)).map(str::to_owned),
            accept: None,
            head,
            facts: RequestFacts::new(),
        }
    }

    /// Reads the facts of a request: its path, its method, its `Accept` header, and its id from the
    /// header `id_header` (often `x-request-id`). See [`from_parts`](Self::from_parts) for the rules.
    ///
    /// A CONNECT request has no path, and so no instance.
    ///
    /// ```
    /// use errcode_core::Context;
    /// use http::{HeaderName, Request};
    ///
    /// let request = Request::get("/skills/pdf-tools?secret=1").header("x-request-id", "7f3a");
    /// let context = Context::from_request(&request.body(())?, &HeaderName::from_static("x-request-id"));
    /// assert_eq!(context.instance(), Some("/skills/pdf-tools"));
    /// assert_eq!(context.request_id(), Some("7f3a"));
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn from_request<B>(request: &Request<B>, id_header: &HeaderName) -> Self {
        let path = request.uri().path();
        let id = request.headers().get(id_header).map(HeaderValue::as_bytes);
        let context = Self::from_parts(path, id, request.method() == Method::HEAD);
        let accept = request.headers().get_all(ACCEPT);
        accept.into_iter().fold(context, |context, value| {
            context.with_accept(value.as_bytes())
        })
    }

    /// Adds the value of an `Accept` header (RFC 9110, 12.5.1), for formats that choose a media type by it.
    ///
    /// Call it once for each such header of the request. A value that is not visible ASCII is left out,
    /// and so is one that makes the sum longer than 4 KiB.
    ///
    /// ```
    /// use errcode_core::Context;
    ///
    /// let context = Context::new().with_accept(b"text/html").with_accept(b"*/*;q=0.8");
    /// assert_eq!(context.accept(), Some("text/html, */*;q=0.8"));
    /// ```
    pub fn with_accept(mut self, accept: &[u8]) -> Self {
        let visible = |byte: &u8| matches!(byte, b'\t' | b' '..=b'~');
        let value = std::str::from_utf8(accept).ok();
        let Some(value) = value.filter(|value| value.as_bytes().iter().all(visible)) else {
            return self;
        };
        let known = self.accept.as_ref().map_or(0, |known| known.len() + 2);
        if known + value.len() <= LIMIT {
            self.accept = Some(match self.accept {
                Some(known) => known + ", " + value,
                None => value.to_owned(),
            });
        }
        self
    }

    /// The same without an `Accept` header.
    pub fn without_accept(mut self) -> Self {
        self.accept = None;
        self
    }

    /// The same with a URI reference for this occurrence (RFC 9457 `instance`).
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into());
        self
    }

    /// The same without a URI reference.
    pub fn without_instance(mut self) -> Self {
        self.instance = None;
        self
    }

    /// The same with the request's id.
    ///
    /// # Errors
    ///
    /// If the id is not fit for logs and bodies.
    pub fn with_request_id(mut self, id: impl Into<String>) -> Result<Self, InvalidRequestId> {
        let id = id.into();
        if !is_fit(&id) {
            return Err(InvalidRequestId);
        }
        self.request_id = Some(id);
        Ok(self)
    }

    /// The same for a HEAD request or not. To a HEAD no body is sent (RFC 9110, 9.3.2).
    pub fn with_head(mut self, head: bool) -> Self {
        self.head = head;
        self
    }

    /// The same with a fact that your own format writes, such as the `id` of a JSON-RPC request. It takes the
    /// place of an earlier one of the same name.
    ///
    /// ```
    /// use errcode_core::Context;
    ///
    /// let context = Context::new().with_fact("id", &7)?;
    /// assert_eq!(context.fact("id").map(|id| id.get()), Some("7"));
    /// # Ok::<(), errcode_core::FormatError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the value cannot be serialized as JSON.
    pub fn with_fact<T: Serialize + ?Sized>(
        mut self,
        name: &'static str,
        value: &T,
    ) -> Result<Self, FormatError> {
        self.facts.set(name, value)?;
        Ok(self)
    }

    /// The URI reference of this occurrence.
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// The request's id.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The `Accept` headers of the request, joined with commas.
    pub fn accept(&self) -> Option<&str> {
        self.accept.as_deref()
    }

    /// A fact that [`with_fact`](Self::with_fact) has set, as JSON.
    pub fn fact(&self, name: &str) -> Option<&RawValue> {
        self.facts.get(name)
    }

    /// Whether nothing that a body may contain is known of the request.
    pub(crate) fn is_empty(&self) -> bool {
        self.instance.is_none() && self.request_id.is_none() && self.facts.is_empty()
    }

    /// Whether the request is a HEAD.
    pub fn is_head(&self) -> bool {
        self.head
    }

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

    /// The same for a future that is made inside the scope, as a service's `call` makes one.
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

/// A path as a URI reference, unless it is too long to be sent back, or there is none, as in a CONNECT.
fn reference(path: &str) -> Option<String> {
    if path.is_empty() || path.len() > LIMIT {
        return None;
    }
    // With two slashes at its start it would name another host.
    let mut reference = if path.starts_with("//") { "/." } else { "" }.to_owned();
    let bytes = path.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let hex = |digit: Option<&u8>| digit.is_some_and(u8::is_ascii_hexdigit);
        let fit = match byte {
            b'%' => hex(bytes.get(at + 1)) && hex(bytes.get(at + 2)),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte),
        };
        if fit {
            reference.push(char::from(byte));
        } else {
            // A string takes all of it.
            let _ = write!(reference, "%{byte:02X}");
        }
    }
    Some(reference)
}

/// Whether a request id is fit for logs and bodies.
fn is_fit(id: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:+/=@".contains(&byte);
    (1..=128).contains(&id.len()) && id.bytes().all(fit)
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

    #[test]
    fn what_a_context_knows() {
        let nothing = Context::new();
        assert_eq!((nothing.instance(), nothing.request_id()), (None, None));
        assert!(nothing.is_empty() && !nothing.is_head());
        let somewhere = nothing.clone().with_instance("/a");
        assert!(somewhere.instance() == Some("/a") && !somewhere.is_empty());
        assert_eq!(somewhere.without_instance(), nothing);
        let somebody = nothing.clone().with_request_id("7f").unwrap();
        assert!(somebody.request_id() == Some("7f") && !somebody.is_empty());
        let both = somebody.clone().with_instance("/a");
        assert_eq!(both.without_instance(), somebody);
        // To a HEAD the body is written as to a GET, and not sent.
        let head = nothing.with_head(true);
        assert!(head.is_head() && head.is_empty() && !head.with_head(false).is_head());

        let get = Request::get("/p").body(()).unwrap();
        let header = HeaderName::from_static("x-request-id");
        assert!(!Context::from_request(&get, &header).is_head());
        assert!(InvalidRequestId.to_string().contains("128 characters"));
    }

    #[test]
    fn a_fact_is_known_by_its_name() {
        let context = Context::new().with_fact("id", "7").unwrap();
        assert!(!context.is_empty() && context != Context::new());
        assert_eq!(context.fact("id").unwrap().get(), "\"7\"");
        let context = context.with_fact("other", &[1]).unwrap();
        let context = context.with_fact("id", &None::<u8>).unwrap();
        assert_eq!(context.fact("id").unwrap().get(), "null");
        assert_eq!(context.fact("other").unwrap().get(), "[1]");
        assert!(context.fact("none").is_none());
        let keys = std::collections::HashMap::from([(Some([1]), 2)]);
        assert!(context.with_fact("id", &keys).is_err());
    }

    #[test]
    fn an_instance_is_a_reference_to_this_server() {
        for (path, expected) in [
            ("/a/b", "/a/b"),
            ("/a%2Fb%zz%4", "/a%2Fb%25zz%254"),
            ("/a{\"b|c}", "/a%7B%22b%7Cc%7D"),
            ("//other.example/x", "/.//other.example/x"),
            ("/é", "/%C3%A9"),
            ("*", "*"),
        ] {
            assert_eq!(reference(path).as_deref(), Some(expected), "{path}");
        }
        let longest = "/".repeat(LIMIT);
        assert_eq!(reference(&longest).map(|it| it.len()), Some(LIMIT + 2));
        assert_eq!(reference(&(longest + "a")), None);
        let connect = Request::connect("example.com:443").body(()).unwrap();
        let header = HeaderName::from_static("x-request-id");
        assert_eq!(Context::from_request(&connect, &header).instance(), None);
    }

    #[test]
    fn accept_headers_are_joined() {
        let accept = HeaderName::from_static("accept");
        let request = Request::get("/")
            .header(&accept, "text/html")
            .header(&accept, "a/b");
        let context = Context::from_request(&request.body(()).unwrap(), &accept);
        assert_eq!(context.accept(), Some("text/html, a/b"));
        assert!(Context::new().accept().is_none());
        for odd in [&b"caf\xc3\xa9"[..], b"\xff", b"a\nb"] {
            assert_eq!(context.clone().with_accept(odd), context, "{odd:?}");
        }
        let longest = "a".repeat(LIMIT);
        let full = Context::new().with_accept(longest.as_bytes());
        assert_eq!(full.accept(), Some(&*longest));
        assert_eq!(full.clone().with_accept(b""), full);
    }

    #[test]
    fn parts_of_a_request_that_are_not_valid_are_left_out() {
        let context = Context::from_parts("", Some(b"\xff"), true);
        assert_eq!((context.instance(), context.request_id()), (None, None));
        assert!(context.is_head());
    }

    #[test]
    fn ids_that_a_client_may_not_choose() {
        for bad in [
            "",
            "a b",
            "a\nb",
            "\u{202e}",
            "<script>",
            "é",
            &"a".repeat(129),
        ] {
            assert_eq!(
                Context::new().with_request_id(bad),
                Err(InvalidRequestId),
                "{bad:?}"
            );
        }
        assert!(Context::new().with_request_id("a".repeat(128)).is_ok());
        let header = HeaderName::from_static("x-request-id");
        let request = |id: &str| {
            let request = Request::head("/p?secret=1").header(&header, id);
            Context::from_request(&request.body(()).unwrap(), &header)
        };
        assert_eq!(request("7f-3a").request_id(), Some("7f-3a"));
        let refused = request("<script>");
        assert_eq!(refused.request_id(), None);
        assert_eq!((refused.instance(), refused.is_head()), (Some("/p"), true));
    }
}
