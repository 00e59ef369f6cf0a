//! An extractor whose failure says what part of the request it is of.

use std::any::type_name;
use std::future::Future;
use std::pin::Pin;

use salvo_core::extract::{Extractible, Metadata};
use salvo_core::{Depot, Request, Response, Writer};

use crate::foreign::{RejectionKind, part_of_request};

/// Any extractor `T`. If it fails, the [`Rejection`](super::Rejection) that [`RejectionLayer`](super::RejectionLayer)
/// makes has the part of the request, which salvo's own error does not have.
///
/// ```
/// use errcode::salvo::Extract;
/// use salvo_core::extract::{JsonBody, PathParam};
/// use salvo_core::prelude::*;
///
/// #[handler]
/// async fn rename(slug: Extract<PathParam<String>>, name: Extract<JsonBody<String>>) -> String {
///     format!("{} is {} now", slug.0.into_inner(), name.0.into_inner())
/// }
/// # let _ = Router::new().put(rename);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Extract<T>(pub T);

/// A future without the types in it, for which rustc cannot yet show that it may be sent (rust-lang/rust#100013).
type Boxed<'ex, T> = Pin<Box<dyn Future<Output = Result<T, Failed>> + Send + 'ex>>;

#[allow(refining_impl_trait)]
impl<'ex, T: Extractible<'ex> + Send + 'ex> Extractible<'ex> for Extract<T> {
    fn metadata() -> &'static Metadata {
        T::metadata()
    }

    fn extract(request: &'ex mut Request, depot: &'ex mut Depot) -> Boxed<'ex, Self> {
        Box::pin(async {
            match T::extract(request, depot).await {
                Ok(value) => Ok(Self(value)),
                Err(failure) => Err(failed::<T>(failure).await),
            }
        })
    }

    fn extract_with_arg(
        request: &'ex mut Request,
        depot: &'ex mut Depot,
        arg: &str,
    ) -> Boxed<'ex, Self> {
        let arg = arg.to_owned();
        Box::pin(async move {
            match T::extract_with_arg(request, depot, &arg).await {
                Ok(value) => Ok(Self(value)),
                Err(failure) => Err(failed::<T>(failure).await),
            }
        })
    }
}

/// The response of a failed extractor, with the part of the request that it has read.
#[derive(Debug)]
pub struct Failed(Response);

/// An extension of the response of a failed extractor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part(pub(super) RejectionKind);

/// The failure of the extractor `T`, written without its request, which the extractor has borrowed for good.
async fn failed<T>(failure: impl Writer + Send) -> Failed {
    let mut response = Response::new();
    let (mut request, mut depot) = (Request::new(), Depot::new());
    failure.write(&mut request, &mut depot, &mut response).await;
    if let Some(part) = part_of_request(type_name::<T>(), "") {
        response.extensions.insert(Part(part));
    }
    Failed(response)
}

#[salvo_core::async_trait]
impl Writer for Failed {
    async fn write(self, _: &mut Request, _: &mut Depot, response: &mut Response) {
        let theirs = self.0;
        response.status_code = theirs.status_code;
        response.headers.extend(theirs.headers);
        response.extensions.extend(theirs.extensions);
        response.body = theirs.body;
    }
}
