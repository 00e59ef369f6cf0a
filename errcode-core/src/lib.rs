//! Run time of [errcode](https://docs.rs/errcode): what the derived code calls, and what renders it.
//!
//! Services depend on the facade, `errcode`, which re-exports all that a user needs.

mod body;
mod cache;
mod catalog;
#[doc(hidden)]
pub mod checks;
mod code;
mod context;
mod details;
mod document;
mod entry;
mod error;
mod event;
pub mod format;
mod header;
mod json;
mod log;
mod log_target;
mod message;
mod occurrence;
mod report;
mod response;
#[cfg(test)]
mod sample;
mod status;
mod table;
#[doc(hidden)]
pub mod uniqueness;
mod value;

pub use body::Body;
pub use catalog::{Catalog, Documented};
pub use code::Code;
pub use context::{Context, InvalidRequestId, Scoped};
pub use details::{DetailMap, Details};
pub use document::{EntryDoc, HeaderDoc, Member};
pub use entry::{Entry, StaticEntry};
pub use errcode_rules::entry::LogLevel;
pub use error::{ApiError, ApiErrorExt};
pub use event::log;
pub use format::Format;
pub use header::{HeaderField, HeaderMapField, Headers, HttpDate, unix_seconds};
pub use json::{FormatError, Object};
pub use log_target::LogTarget;
pub use occurrence::Occurrence;
pub use report::{Report, attach_entries, attach_reports};
pub use response::{render, to_response, to_response_with};
pub use status::{StatusField, reason_phrase};
pub use value::{JsonBody, json};

/// The expression of an `example`, which the derive can't read: where it is none, this call fails
/// and not all the code around it.
#[doc(hidden)]
#[macro_export]
macro_rules! __example {
    ($instance:expr) => {
        $instance
    };
}

/// What generated code names. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use core;

    pub use http::StatusCode;
    pub use serde::Serialize;
    #[cfg(feature = "tracing")]
    pub use tracing;

    pub use crate::__example as example;
    #[cfg(feature = "tracing")]
    pub use crate::__log_event as log_event;
    pub use crate::catalog::{CatalogParts, Derived, Origin};
    pub use crate::checks;
    pub use crate::document::{Deprecated, Documents, name_of_optional_result, name_of_result};
    pub use crate::error::occurrence;
    pub use crate::format::{Flat, FormatVtable, Html, Nested, Problem, ProblemXml, Text};
    pub use crate::log_target;
    #[cfg(feature = "tracing")]
    pub use crate::log_target::LogEvent;
    pub use crate::message::{write as write_message, write_text};
    pub use crate::response::respond;
    pub use crate::status::{
        ConstStatus, FoundStatus, StatusConst, replaced_status, run_time_status, status_by,
    };
    pub use crate::table::{Sparse, Table, Texts};
    pub use crate::uniqueness;
    pub use crate::{
        ApiError, Body, Catalog, Code, Details, Documented, Entry, EntryDoc, Format, HeaderDoc,
        HeaderField, Headers, LogTarget, Member, StatusField,
    };
}
