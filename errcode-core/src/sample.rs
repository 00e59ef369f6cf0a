//! An error made of parts, for tests.

use std::fmt;

use http::StatusCode;

use crate::entry::{Facts, Rows};
use crate::format::{FormatVtable, Problem};
use crate::{ApiError, Details, Entry, Headers};

/// An error whose parts a test chooses.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) entry: &'static Entry,
    pub(crate) status: Option<u16>,
    /// What `Display` says; none if it fails.
    pub(crate) text: Option<&'static str>,
    pub(crate) details: fn(&mut Details<'_>),
    pub(crate) headers: fn(&mut Headers<'_>),
    pub(crate) format: &'static FormatVtable,
}

impl Sample {
    pub(crate) fn new(entry: &'static Entry) -> Self {
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

/// An entry as the derive makes them: its body may be kept, unless it `varies`.
pub(crate) fn row(status: u16, varies: bool, facts: Option<Facts>) -> &'static Entry {
    let facts = facts.map(|facts| (0, facts));
    let rows = Rows {
        statuses: [status],
        codes: ["A"],
        numbers: false,
        messages: &[],
        exposed: &[],
        masked: &[],
        varying: if varies { &[0] } else { &[] },
        facts: facts.into_iter().collect::<Vec<_>>().leak(),
    };
    &rows.build().to_vec().leak()[0]
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
    fn entry(&self) -> &'static Entry {
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
