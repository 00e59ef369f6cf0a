//! The body below a [`RejectionLayer`](super::RejectionLayer): the service's own, or one made from an error.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use errcode_rules::text::LIMIT;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

pin_project! {
    /// A response body: that of the inner service, or the bytes of an error.
    #[derive(Debug)]
    pub struct ResponseBody<B> {
        #[pin]
        inner: Option<B>,
        made: Option<Bytes>,
    }
}

impl<B> ResponseBody<B> {
    /// The body of the inner service.
    pub(super) fn inner(body: B) -> Self {
        Self {
            inner: Some(body),
            made: None,
        }
    }
}

impl<B> From<Bytes> for ResponseBody<B> {
    fn from(bytes: Bytes) -> Self {
        Self {
            inner: None,
            made: Some(bytes).filter(|bytes| !bytes.is_empty()),
        }
    }
}

/// The empty body, which layers such as tower-http's `TimeoutLayer` need.
impl<B> Default for ResponseBody<B> {
    fn default() -> Self {
        Self::from(Bytes::new())
    }
}

impl<B: Body<Data = Bytes>> Body for ResponseBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = self.project();
        match this.inner.as_pin_mut() {
            Some(inner) => inner.poll_frame(cx),
            None => Poll::Ready(this.made.take().map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Some(inner) => inner.is_end_stream(),
            None => self.made.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Some(inner) => inner.size_hint(),
            None => SizeHint::with_exact(self.made.as_ref().map_or(0, |bytes| bytes.len() as u64)),
        }
    }
}

/// The beginning of a body, as much as is there without waiting: a little more than is read of a text.
pub(crate) fn available<B: Body<Data = Bytes>>(body: B) -> Vec<u8> {
    let mut body = pin!(body);
    let mut text = Vec::new();
    // A body may send empty frames without end.
    for _ in 0..LIMIT {
        let frame = body
            .as_mut()
            .poll_frame(&mut Context::from_waker(Waker::noop()));
        let Poll::Ready(Some(Ok(frame))) = frame else {
            break;
        };
        if let Ok(data) = frame.into_data() {
            let room = LIMIT + 1 - text.len();
            text.extend_from_slice(&data[..data.len().min(room)]);
            if text.len() > LIMIT {
                break;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// Sends some frames, then waits for ever or sends empty frames for ever.
    struct Frames {
        left: Vec<&'static str>,
        endless: bool,
    }

    impl Body for Frames {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            match self.left.pop() {
                Some(text) => Poll::Ready(Some(Ok(Frame::data(text.into())))),
                None if self.endless => Poll::Ready(Some(Ok(Frame::data(Bytes::new())))),
                None => Poll::Pending,
            }
        }
    }

    #[test]
    fn reading_ends_where_nothing_is_there() {
        for endless in [false, true] {
            let left = vec!["b", "a"];
            assert_eq!(available(Frames { left, endless }), b"ab");
        }
        let long = "x".repeat(3000).leak();
        let left = vec![&*long; 3];
        let text = available(Frames {
            left,
            endless: false,
        });
        assert_eq!(text.len(), LIMIT + 1);
    }

    #[test]
    fn a_made_body_is_one_frame() {
        let mut body = ResponseBody::<Frames>::from(Bytes::from_static(b"four"));
        assert_eq!(body.size_hint().exact(), Some(4));
        assert!(!body.is_end_stream());
        let frame = Pin::new(&mut body).poll_frame(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(frame, Poll::Ready(Some(Ok(frame))) if frame.is_data()));
        assert!(body.is_end_stream());
        assert!(ResponseBody::<Frames>::default().is_end_stream());
    }

    #[test]
    fn an_inner_body_speaks_for_itself() {
        let inner = ResponseBody::inner(Frames {
            left: vec!["a"],
            endless: false,
        });
        assert!(!inner.is_end_stream());
        assert_eq!(inner.size_hint().exact(), None);
        assert_eq!(available(inner), b"a");
    }
}
