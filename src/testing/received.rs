//! A response as a test has received it, from any framework or client.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::Response;

/// A response as a test has received it: status, headers and body. Two are equal if all of it is the same, whatever the
/// order of the names of headers.
///
/// It is made from an [`http::Response`] whose body is in memory, such as a `Response<Bytes>` or `Response<String>`.
/// For the response of another crate, use [`Received::new`]. With actix-web that is
///
/// ```
/// # #[cfg(feature = "actix")]
/// # async fn received(response: actix_web::dev::ServiceResponse) -> errcode::testing::Received {
/// # use errcode::testing::Received;
/// let (status, headers) = (response.status().as_u16(), response.headers().clone());
/// let received = Received::new(status, &headers, actix_web::test::read_body(response).await);
/// # received
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Received {
    pub(super) status: u16,
    /// With names in lower case, sorted by name. Those of one name keep their order.
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

impl Received {
    /// A response made of parts. The headers can be a `HeaderMap` of any version of the crate http, or a list of pairs.
    ///
    /// ```
    /// use errcode::testing::Received;
    ///
    /// let received = Received::new(503, [("Retry-After", "10")], r#"{"code":"BUSY"}"#);
    /// assert_eq!(received.to_string(), "503 Service Unavailable\nretry-after: 10\n\n{\"code\":\"BUSY\"}\n");
    /// ```
    pub fn new<N: AsRef<str>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl AsRef<[u8]>,
    ) -> Self {
        let headers = headers.into_iter().map(|(name, value)| {
            let name = name.as_ref().to_ascii_lowercase();
            (name, value.as_ref().to_vec())
        });
        let mut headers: Vec<(String, Vec<u8>)> = headers.collect();
        headers.sort_by(|(name, _), (other, _)| name.cmp(other));
        Self {
            status,
            headers,
            body: body.as_ref().to_vec(),
        }
    }

    /// The response that errcode has made of an error.
    pub(super) fn made(response: &Response<Bytes>) -> Self {
        Self::from(response)
    }

    /// The status line of HTTP/1.1 without the version.
    pub(super) fn status_line(&self) -> String {
        let status = http::StatusCode::from_u16(self.status);
        let phrase = status.map_or("", crate::status::reason_phrase);
        format!("{} {phrase}", self.status).trim_end().to_owned()
    }

    /// The headers as lines.
    pub(super) fn header_lines(&self) -> Vec<String> {
        let headers = self.headers.iter();
        headers
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value)))
            .collect()
    }

    /// The body as text.
    pub(super) fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
}

impl<B: AsRef<[u8]>> From<&Response<B>> for Received {
    fn from(response: &Response<B>) -> Self {
        Self::new(
            response.status().as_u16(),
            response.headers(),
            response.body(),
        )
    }
}

impl<B: AsRef<[u8]>> From<Response<B>> for Received {
    fn from(response: Response<B>) -> Self {
        Self::from(&response)
    }
}

/// Status, headers in the order of their names, an empty line and the body, each line with its end.
impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.status_line())?;
        for header in self.header_lines() {
            writeln!(f, "{header}")?;
        }
        if !self.body.is_empty() {
            writeln!(f, "\n{}", self.text())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
