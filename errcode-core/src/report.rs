//! What middleware learns of the error that a response was made from: a response extension.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http::StatusCode;

use crate::{ApiError, Entry, log};

/// The error that a response was made from, as an extension of the response.
///
/// Middleware uses it to count errors by code, or to write its own log. A response carries a report only
/// after a call of [`attach_entries`] or [`attach_reports`]; the layers of errcode call the first.
///
/// ```
/// use errcode_core::{Report, attach_reports};
/// use http::Response;
///
/// // At the start of the service.
/// attach_reports();
///
/// fn log_line<B>(response: &Response<B>) -> Option<String> {
///     let report = response.extensions().get::<Report>()?;
///     let sources = report.sources().join(": ");
///     Some(format!("{} {} {sources}", report.entry().code(), report.display()?))
/// }
/// # assert!(log_line(&Response::new(())).is_none());
/// ```
#[derive(Clone)]
pub struct Report {
    entry: Entry,
    hidden: Option<Entry>,
    status: StatusCode,
    texts: Option<Arc<Texts>>,
}

/// The texts of an error, for logs.
#[derive(Debug)]
struct Texts {
    display: String,
    sources: Vec<String>,
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("code", &self.entry.code())
            .field("hidden", &self.hidden.map(Entry::code))
            .field("status", &self.status)
            .field("texts", &self.texts)
            .finish()
    }
}

static ATTACH_ENTRIES: AtomicBool = AtomicBool::new(false);
static ATTACH_TEXTS: AtomicBool = AtomicBool::new(false);

/// From now on every response that is made from an error in this process carries a [`Report`] with the
/// error's entry.
///
/// Call it once, when the service starts. The layers of errcode call it when they are added.
///
/// ```
/// // At the start of the service.
/// errcode_core::attach_entries();
///
/// /// A name for a counter of errors.
/// fn name<B>(response: &http::Response<B>) -> Option<String> {
///     let report = response.extensions().get::<errcode_core::Report>()?;
///     Some(format!("errors.{}", report.entry().code()))
/// }
/// # assert!(name(&http::Response::new(())).is_none());
/// ```
pub fn attach_entries() {
    // Some layers call it for every request, and a store would take the cache line from all other cores.
    if !ATTACH_ENTRIES.load(Ordering::Relaxed) {
        ATTACH_ENTRIES.store(true, Ordering::Relaxed);
    }
}

/// Like [`attach_entries`]; the reports also have the error's `Display` and its sources as text.
///
/// The texts are made for every response, which costs a few allocations. [`Report`] has an example.
pub fn attach_reports() {
    ATTACH_TEXTS.store(true, Ordering::Relaxed);
}

impl Report {
    /// The report on an error, as far as the process has asked for one.
    pub(crate) fn wanted(error: &dyn ApiError) -> Option<Self> {
        let with_texts = ATTACH_TEXTS.load(Ordering::Relaxed);
        let is_wanted = with_texts || ATTACH_ENTRIES.load(Ordering::Relaxed);
        is_wanted.then(|| Self::new(error, with_texts))
    }

    fn new(error: &dyn ApiError, with_texts: bool) -> Self {
        Self {
            entry: error.entry(),
            hidden: error.hidden(),
            status: error.status(),
            texts: with_texts.then(|| {
                let display = log::text(error);
                let sources = log::sources(error, &display);
                Arc::new(Texts { display, sources })
            }),
        }
    }

    /// The entry that the client sees.
    pub fn entry(&self) -> Entry {
        self.entry
    }

    /// The entry of the variant that the client does not see, if the variant has `hide_as`.
    pub fn hidden(&self) -> Option<Entry> {
        self.hidden
    }

    /// The status of the response that was made. It differs from the entry's where the variant chooses it at
    /// run time.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Logs that the response is sent with another status than the error's, for example by axum for
    /// `(StatusCode::CREATED, error)`. The body still says the error's.
    #[doc(hidden)]
    pub fn log_if_sent_as(&self, sent: StatusCode) {
        if sent != self.status {
            log::overridden(self.entry.code(), self.status, sent);
        }
    }

    /// The error's `Display`, if [`attach_reports`] was called: one line of at most 4 KiB, control
    /// characters escaped. It is for logs; do not send it to clients.
    pub fn display(&self) -> Option<&str> {
        self.texts.as_ref().map(|texts| &*texts.display)
    }

    /// The error's sources, the nearest first, if [`attach_reports`] was called: at most 32, each one line
    /// as [`display`](Self::display) is. A text with which the one before ends is left out.
    pub fn sources(&self) -> &[String] {
        self.texts.as_ref().map_or(&[], |texts| &texts.sources)
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;
    use crate::sample::{Sample, row};

    #[derive(Debug)]
    struct Outer(Sample);

    impl fmt::Display for Outer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("outer\n")
        }
    }

    impl Error for Outer {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    impl ApiError for Outer {
        fn entry(&self) -> Entry {
            self.0.entry
        }

        fn hidden(&self) -> Option<Entry> {
            Some(self.0.entry)
        }
    }

    #[test]
    fn texts_are_in_a_report_that_asks_for_them() {
        let error = Outer(Sample::new(row(404)));
        let short = Report::new(&error, false);
        assert_eq!(short.entry(), error.0.entry);
        assert!(short.hidden().is_some());
        assert_eq!(short.display(), None);
        assert!(short.sources().is_empty());
        let long = Report::new(&error, true);
        assert_eq!(long.display(), Some(r"outer\n"));
        assert_eq!(long.sources(), ["it says"]);
        assert_eq!(Report::new(&error.0, true).hidden(), None);
    }
}
