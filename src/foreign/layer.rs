//! The layer that makes the service's own errors of responses that errcode did not make.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use bytes::Bytes;
use errcode_core::Report;
use http::Response;
use http::response::Parts;

use super::{Rejection, RejectionKind, empty_for_head, replacement, stays};
use crate::respond::AsApiError;

/// Makes the service's error `E` of every 4xx and 5xx below it that is not made from an
/// [`ApiError`](crate::ApiError): failed extractors, missing routes and methods, body limits, timeouts, errors of
/// other layers and servers. [`foreign`](super) has the rule.
///
/// It is a layer of every framework whose feature is on; the framework's module shows where to put it.
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::{Rejection, RejectionLayer};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// The request is not valid.
///     #[error("rejected")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
///
/// let layer = RejectionLayer::<SkillError>::new();
/// # let _ = layer;
/// ```
///
/// Put [`ContextLayer`](crate::context::ContextLayer) outside of it, so that these errors know their request too.
pub struct RejectionLayer<E> {
    keep: Option<Keeps>,
    error: PhantomData<fn() -> E>,
}

/// Whether a response stays as it is.
type Keeps = Arc<dyn Fn(&Parts) -> bool + Send + Sync>;

impl<E> RejectionLayer<E> {
    /// The layer for the service's error `E`.
    pub const fn new() -> Self {
        Self {
            keep: None,
            error: PhantomData,
        }
    }

    /// The same, but responses for which `keep` is true stay as they are: errors of an upstream server, for
    /// example, or HTML pages. A single response can also be kept with [`Keep`](super::Keep).
    ///
    /// ```
    /// # use errcode::ApiError;
    /// # use errcode::foreign::Rejection;
    /// # #[derive(Debug, thiserror::Error, ApiError)]
    /// # #[error("rejected")]
    /// # #[api(status = 400, code = "INVALID_REQUEST")]
    /// # struct SkillError(#[from] #[api(status = Rejection::status)] Rejection);
    /// use errcode::foreign::RejectionLayer;
    ///
    /// let layer = RejectionLayer::<SkillError>::new().keep_if(|response| {
    ///     let media_type = response.headers.get("content-type");
    ///     media_type.is_some_and(|media_type| media_type == "application/problem+json")
    /// });
    /// # let _ = layer;
    /// ```
    pub fn keep_if(mut self, keep: impl Fn(&Parts) -> bool + Send + Sync + 'static) -> Self {
        self.keep = Some(Arc::new(keep));
        self
    }

    /// Whether a response stays as it is, for frameworks of your own: [`stays`] and the predicate. If an error's
    /// response stays with a status that a layer has changed, that is logged.
    pub fn keeps(&self, response: &Parts) -> bool {
        let extensions = &response.extensions;
        let report = extensions.get::<Report>();
        let stays = stays(response.status.as_u16(), report, extensions.get())
            || self.keep.as_ref().is_some_and(|keep| keep(response));
        if let (true, Some(report)) = (stays, report) {
            report.log_if_sent_as(response.status);
        }
        stays
    }
}

impl<E: From<Rejection> + AsApiError> RejectionLayer<E> {
    /// The service's own response in place of one that does not [stay](Self::keeps), for frameworks of your own.
    ///
    /// `body` is the beginning of its body, `part` the part of the request that an extractor could not read, and
    /// `head` says whether the request is a HEAD.
    pub fn replace(
        &self,
        theirs: &Parts,
        body: &[u8],
        part: Option<RejectionKind>,
        head: bool,
    ) -> Response<Bytes> {
        let mut rejection = Rejection::from_response(theirs.status, &theirs.headers, body);
        if let Some(part) = part {
            rejection = rejection.with_part(part);
        }
        let ours = replacement::<E>(&theirs.headers, rejection);
        if head { empty_for_head(ours) } else { ours }
    }
}

impl<E> Default for RejectionLayer<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for RejectionLayer<E> {
    fn clone(&self) -> Self {
        Self {
            keep: self.keep.clone(),
            error: PhantomData,
        }
    }
}

impl<E> fmt::Debug for RejectionLayer<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RejectionLayer")
            .field("keeps_some", &self.keep.is_some())
            .finish_non_exhaustive()
    }
}
