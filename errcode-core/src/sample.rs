//! An error made of parts, for tests.

use std::fmt;

use errcode_rules::entry::{MessageSource, flags};
use http::StatusCode;

use crate::format::{FormatVtable, Problem};
use crate::table::{Table, Texts};
use crate::{ApiError, Details, Entry, Headers};

/// An error whose parts a test chooses.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) entry: Entry,
    pub(crate) status: Option<u16>,
    /// What `Display` says; none if it fails.
    pub(crate) text: Option<&'static str>,
    pub(crate) details: fn(&mut Details<'_>),
    pub(crate) headers: fn(&mut Headers<'_>),
    pub(crate) format: &'static FormatVtable,
}

impl Sample {
    pub(crate) fn new(entry: Entry) -> Self {
        Self {
            entry,
            status: None,
            text: Some("it says"),
            details: |_| {},
            headers: |_| {},
            format: FormatVtable::new::<Problem>(),
        }
    }
}

/// An entry as the derive makes them, whose body may be kept.
pub(crate) fn row(status: u16) -> Entry {
    Entry::row(table(&[(status, "A")], false), 0)
}

/// An entry as the derive makes them, whose body depends on fields.
pub(crate) fn varying_row(status: u16) -> Entry {
    Entry::row(table(&[(status, "A")], true), 0)
}

/// A table of statuses and codes, and whether their bodies depend on fields.
pub(crate) fn table(entries: &[(u16, &str)], varies: bool) -> &'static Table {
    let mut codes = String::new();
    let ends = entries.iter().map(|(_, code)| {
        codes.push_str(code);
        u32::try_from(codes.len()).unwrap()
    });
    let ends = ends.collect::<Vec<_>>().leak();
    let statuses: Vec<u16> = entries.iter().map(|(status, _)| *status).collect();
    Box::leak(Box::new(Table {
        statuses: statuses.leak(),
        codes: Texts {
            ends,
            text: codes.leak(),
        },
        flags: vec![flags(MessageSource::ByStatus, varies); entries.len()].leak(),
        ..Table::EMPTY
    }))
}

impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret")
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.ok_or(fmt::Error)?)
    }
}

impl std::error::Error for Sample {}

impl ApiError for Sample {
    fn entry(&self) -> Entry {
        self.entry
    }

    fn status(&self) -> StatusCode {
        let status = self
            .status
            .and_then(|status| StatusCode::from_u16(status).ok());
        status.unwrap_or(self.entry.status())
    }

    fn details(&self, details: &mut Details<'_>) {
        (self.details)(details);
    }

    fn headers(&self, headers: &mut Headers<'_>) {
        (self.headers)(headers);
    }

    fn format(&self) -> &'static FormatVtable {
        self.format
    }

    fn is_derived(&self) -> bool {
        true
    }
}
