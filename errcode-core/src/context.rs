//! The request that an error responds to, as far as a response may describe it.

mod facts;
mod scope;

use std::fmt::{self, Write};

use errcode_rules::text::LIMIT;
use http::header::ACCEPT;
use http::{HeaderName, HeaderValue, Method, Request};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::json::FormatError;
use facts::RequestFacts;

pub use scope::Scoped;

/// The facts of a request that formats and log events use: its path and its id.
///
/// Pass it to [`to_response_with`](crate::to_response_with), or run the handler inside
/// [`scope`](Self::scope). Every response that is made from an error in the scope uses it. The layers for
/// the frameworks open the scope.
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

/// The error for a request id that is empty, longer than 128 characters, or has a character other than
/// `A-Z a-z 0-9 - _ . : + / = @`. A client sends the id, and it goes into logs and bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidRequestId;

impl fmt::Display for InvalidRequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request id has 1 to 128 characters of `A-Z a-z 0-9 - _ . : + / = @`")
    }
}

impl std::error::Error for InvalidRequestId {}

impl Context {
    /// A context without any fact.
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

    /// Removes the values of the `Accept` header.
    pub fn without_accept(mut self) -> Self {
        self.accept = None;
        self
    }

    /// Sets the URI reference of this occurrence (RFC 9457, 3.1.5 `instance`).
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into());
        self
    }

    /// Removes the URI reference.
    pub fn without_instance(mut self) -> Self {
        self.instance = None;
        self
    }

    /// Sets the request's id.
    ///
    /// # Errors
    ///
    /// [`InvalidRequestId`] if the id is empty, too long, or has a character that logs and bodies cannot have.
    pub fn with_request_id(mut self, id: impl Into<String>) -> Result<Self, InvalidRequestId> {
        let id = id.into();
        if !is_fit(&id) {
            return Err(InvalidRequestId);
        }
        self.request_id = Some(id);
        Ok(self)
    }

    /// Sets whether the request is a HEAD request. A response to HEAD has no body (RFC 9110, 9.3.2).
    pub fn with_head(mut self, head: bool) -> Self {
        self.head = head;
        self
    }

    /// Adds a fact that your own format writes, such as the `id` of a JSON-RPC request. It replaces an earlier
    /// fact of the same name.
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

#[cfg(test)]
mod tests;
