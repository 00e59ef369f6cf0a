//! The target of a log event. `tracing` needs it when it is compiled, so each target has the code of its events.

use std::fmt;

#[cfg(feature = "tracing")]
use errcode_rules::entry::LogLevel;

/// The target of the log event of an error, by which subscribers choose events. [`log_target!`](crate::log_target) makes
/// one.
#[derive(Clone, Copy)]
pub struct LogTarget {
    name: &'static str,
    #[cfg(feature = "tracing")]
    emit: fn(LogLevel, &dyn LogEvent),
}

impl LogTarget {
    /// What `log_target!` makes.
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        #[cfg(feature = "tracing")] emit: fn(LogLevel, &dyn LogEvent),
    ) -> Self {
        Self {
            name,
            #[cfg(feature = "tracing")]
            emit,
        }
    }

    /// The name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Emits an event at a level.
    #[cfg(feature = "tracing")]
    pub(crate) fn emit(&self, level: LogLevel, event: &dyn LogEvent) {
        (self.emit)(level, event);
    }
}

impl fmt::Debug for LogTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LogTarget").field(&self.name).finish()
    }
}

/// The fields of a log event. They are asked for only if somebody wants the event.
#[cfg(feature = "tracing")]
#[doc(hidden)]
pub trait LogEvent {
    /// The code that the client sees.
    fn code(&self) -> &str;
    /// The status that is sent.
    fn status(&self) -> u16;
    /// The code of the variant that occurred, if the client sees another.
    fn hidden(&self) -> Option<&str>;
    /// The path of the request.
    fn path(&self) -> Option<&str>;
    /// The id of the request.
    fn request_id(&self) -> Option<&str>;
    /// The fields of the error as a JSON object.
    fn fields(&self) -> Option<&str>;
    /// The names of the fields that the object lacks.
    fn fields_left_out(&self) -> Option<&str>;
    /// The sources of the error.
    fn chain(&self) -> Option<&str>;
    /// The `Display` of the error.
    fn text(&self) -> &str;
}

/// A target of log events, for an error that is written by hand. A derived one has the key `log_target`.
///
/// ```
/// use errcode_core::{Code, LogTarget, StaticEntry, log_target};
///
/// const BILLING: LogTarget = log_target!("billing");
/// static DECLINED: StaticEntry = StaticEntry::new(402, Code::new("DECLINED")).with_log_target(BILLING);
/// assert_eq!(DECLINED.entry().log_target().map(|target| target.name()), Some("billing"));
/// ```
#[cfg(feature = "tracing")]
#[macro_export]
macro_rules! log_target {
    ($name:expr) => {{
        fn emit(level: $crate::LogLevel, event: &dyn $crate::__private::LogEvent) {
            match level {
                $crate::LogLevel::Error => $crate::__private::log_event!($name, ERROR, event),
                $crate::LogLevel::Warn => $crate::__private::log_event!($name, WARN, event),
                $crate::LogLevel::Info => $crate::__private::log_event!($name, INFO, event),
                $crate::LogLevel::Debug => $crate::__private::log_event!($name, DEBUG, event),
                _ => {}
            }
        }
        $crate::LogTarget::new($name, emit)
    }};
}

/// A target of log events, for an error that is written by hand. A derived one has the key `log_target`.
#[cfg(not(feature = "tracing"))]
#[macro_export]
macro_rules! log_target {
    ($name:expr) => {
        $crate::LogTarget::new($name)
    };
}

/// One event. `tracing` evaluates the fields only if a subscriber, or the `log` crate, takes the event.
#[cfg(feature = "tracing")]
#[doc(hidden)]
#[macro_export]
macro_rules! __log_event {
    ($target:expr, $level:ident, $event:ident) => {
        $crate::__private::tracing::event!(
            target: $target,
            $crate::__private::tracing::Level::$level,
            {
                "error.type" = $event.code(),
                http.response.status_code = $event.status(),
                error.hidden = $event.hidden(),
                url.path = $event.path(),
                request_id = $event.request_id(),
                error.fields = $event.fields(),
                error.fields_left_out = $event.fields_left_out(),
                error.chain = $event.chain(),
            },
            "{}",
            $event.text()
        )
    };
}
