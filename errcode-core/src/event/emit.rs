//! Emits the event of an error, whose parts are made only if somebody wants the event.

use std::cell::OnceCell;

use http::StatusCode;

use super::fields::Fields;
use crate::log_target::LogEvent;
use crate::{ApiError, Context, LogLevel, LogTarget, log, log_target};

/// The target of an error that states none.
const ERRCODE: LogTarget = log_target!("errcode");

/// Emits the event of an error that is answered with a status.
pub(crate) fn emit(error: &dyn ApiError, status: StatusCode, context: &Context) {
    if let Some(found) = error.replaced_status() {
        log::replaced(error.entry().code(), found, status);
    }
    // The log is of the variant that occurred, whatever the client sees.
    let entry = error.hidden().unwrap_or_else(|| error.entry());
    let default = if status.is_server_error() {
        LogLevel::Error
    } else {
        LogLevel::Debug
    };
    let level = entry.log_level().unwrap_or(default);
    let target = entry.log_target().unwrap_or(ERRCODE);
    target.emit(
        level,
        &Event {
            error,
            status,
            context,
            text: OnceCell::new(),
            chain: OnceCell::new(),
            path: OnceCell::new(),
            fields: OnceCell::new(),
        },
    );
}

/// One event. What costs time is made when it is asked for, and once.
struct Event<'a> {
    error: &'a dyn ApiError,
    status: StatusCode,
    context: &'a Context,
    text: OnceCell<String>,
    chain: OnceCell<String>,
    path: OnceCell<Option<String>>,
    fields: OnceCell<Fields>,
}

impl Event<'_> {
    fn all_fields(&self) -> &Fields {
        self.fields.get_or_init(|| Fields::of(self.error))
    }
}

impl LogEvent for Event<'_> {
    fn code(&self) -> &str {
        self.error.entry().code().as_str()
    }

    fn status(&self) -> u16 {
        self.status.as_u16()
    }

    fn hidden(&self) -> Option<&str> {
        self.error.hidden().map(|entry| entry.code().as_str())
    }

    fn path(&self) -> Option<&str> {
        let path = || self.context.instance().map(|path| log::text(&path));
        self.path.get_or_init(path).as_deref()
    }

    fn request_id(&self) -> Option<&str> {
        self.context.request_id()
    }

    fn fields(&self) -> Option<&str> {
        self.all_fields().json.as_deref()
    }

    fn fields_left_out(&self) -> Option<&str> {
        self.all_fields().left_out.as_deref()
    }

    fn chain(&self) -> Option<&str> {
        let chain = || log::sources(self.error, self.text()).join(": ");
        Some(&**self.chain.get_or_init(chain)).filter(|chain| !chain.is_empty())
    }

    fn text(&self) -> &str {
        self.text.get_or_init(|| log::text(self.error))
    }
}
