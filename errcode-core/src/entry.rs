//! The static facts of one kind of error.

use http::StatusCode;

use crate::{Code, reason_phrase};

/// The static facts of one kind of error: of one variant of an enum, or of a struct.
///
/// The derive makes these; a hand-written [`ApiError`](crate::ApiError) builds its own:
///
/// ```
/// use errcode_core::{Code, Entry};
///
/// static TEAPOT: Entry = Entry::new(418, Code::new("TEAPOT")).with_message("I brew no coffee.");
///
/// assert_eq!(TEAPOT.status().as_u16(), 418);
/// assert_eq!(TEAPOT.code(), "TEAPOT");
/// assert_eq!(TEAPOT.type_uri(), "about:blank");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    // Pieces and options, because a server carries one of these for each variant: every pointer costs
    // its relocation, and none costs nothing.
    code: &'static str,
    fixed: Option<&'static str>,
    facts: Option<&'static Facts>,
    status: u16,
    text: Text,
    number: bool,
    constant: bool,
}

/// Where the client's message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// Always the same: `Entry::fixed`.
    Fixed,
    /// The reason phrase of the status that is sent.
    Reason,
    /// The error's `Display`.
    Display,
}

/// What most entries do not have, kept out of the way of what all have.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Short name of the kind of error.
    pub title: Option<&'static str>,
    /// The URI reference that names the kind of error.
    pub type_uri: &'static str,
    /// A coarse family beside the code.
    pub category: Option<&'static str>,
    /// Response headers that are always the same, names in lower case.
    pub headers: &'static [(&'static str, &'static str)],
    /// `WWW-Authenticate` of a response whose status is 401, unless a header says otherwise.
    pub challenge: Option<&'static str>,
}

impl Facts {
    /// No facts.
    pub const NONE: Self = Self {
        title: None,
        type_uri: "about:blank",
        category: None,
        headers: &[],
        challenge: None,
    };
}

impl Entry {
    /// An entry of a status and a code.
    ///
    /// The client's message is the error's `Display` for a 4xx, and the reason phrase for all
    /// else, unless [`with_message`](Self::with_message) or [`exposed`](Self::exposed) say
    /// otherwise.
    ///
    /// # Panics
    ///
    /// If the status is not in 100..=999 (in a constant: at compile time).
    pub const fn new(status: u16, code: Code) -> Self {
        assert!(
            status >= 100 && status <= 999,
            "an HTTP status has three digits"
        );
        Self {
            code: code.as_str(),
            fixed: None,
            facts: None,
            status,
            text: if status >= 400 && status <= 499 {
                Text::Display
            } else {
                Text::Reason
            },
            number: code.is_number(),
            constant: false,
        }
    }

    /// The same with a message for the client that never varies.
    pub const fn with_message(mut self, message: &'static str) -> Self {
        self.fixed = Some(message);
        self.text = Text::Fixed;
        self
    }

    /// The same with `Display` as the client's message, whatever the status.
    pub const fn exposed(mut self) -> Self {
        self.text = Text::Display;
        self
    }

    /// The declared status. An error whose status is chosen at run time may answer with another.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The code.
    pub const fn code(&self) -> Code {
        Code::of(self.code, self.number)
    }

    const fn facts(&self) -> &'static Facts {
        match self.facts {
            Some(facts) => facts,
            None => &Facts::NONE,
        }
    }

    /// A short name of this kind of error: what it was given, else the reason phrase.
    pub fn title(&self) -> &'static str {
        self.facts()
            .title
            .unwrap_or_else(|| reason_phrase(self.status()))
    }

    /// The title this kind of error was given, if any.
    pub const fn own_title(&self) -> Option<&'static str> {
        self.facts().title
    }

    /// The URI reference that names this kind of error (RFC 9457 `type`), or `about:blank`.
    pub const fn type_uri(&self) -> &'static str {
        self.facts().type_uri
    }

    /// The coarse family beside the code, if any.
    pub const fn category(&self) -> Option<&'static str> {
        self.facts().category
    }

    /// The response headers that never vary: names in lower case, and values.
    pub const fn headers(&self) -> &'static [(&'static str, &'static str)] {
        self.facts().headers
    }

    /// `WWW-Authenticate` of a response whose status is 401 (RFC 9110, 11.6.1), if the headers don't
    /// have it.
    pub const fn challenge(&self) -> Option<&'static str> {
        self.facts().challenge
    }

    /// Whether the body of all occurrences is the same, but for what `Display` says.
    pub(crate) fn is_constant(&self) -> bool {
        self.constant
    }

    /// The client's message where it depends on nothing but this entry and the status.
    pub(crate) fn fixed_message(&self, status: StatusCode) -> Option<&'static str> {
        match self.text {
            Text::Fixed => self.fixed,
            Text::Reason => Some(reason_phrase(status)),
            Text::Display => None,
        }
    }
}

/// The entries of one type as columns, from which const evaluation makes the rows: the compiler
/// reads a thousand numbers faster than a thousand calls.
#[doc(hidden)]
#[derive(Debug)]
pub struct Rows<const N: usize> {
    pub statuses: [u16; N],
    pub codes: [&'static str; N],
    /// The codes are numbers.
    pub numbers: bool,
    /// Rows with a message that never varies.
    pub messages: &'static [(usize, &'static str)],
    /// Rows whose message the error writes itself.
    pub exposed: &'static [usize],
    /// Rows whose message is the reason phrase.
    pub masked: &'static [usize],
    /// Rows whose body depends on fields.
    pub varying: &'static [usize],
    /// Rows with what only few have.
    pub facts: &'static [(usize, Facts)],
}

impl<const N: usize> Rows<N> {
    /// The rows. An invalid status is reported elsewhere, at the user's constant.
    pub const fn build(&self) -> [Entry; N] {
        // The evaluator takes its time for every step, and most of all for a call: this loop has few.
        let mut rows = [Entry {
            code: "",
            fixed: None,
            facts: None,
            status: 0,
            text: Text::Reason,
            number: self.numbers,
            constant: true,
        }; N];
        let mut at = 0;
        while at < N {
            let status = self.statuses[at];
            rows[at].code = self.codes[at];
            rows[at].status = status;
            if status >= 400 && status <= 499 {
                rows[at].text = Text::Display;
            }
            at += 1;
        }
        at = 0;
        while at < self.messages.len() {
            let (row, message) = self.messages[at];
            rows[row] = rows[row].with_message(message);
            at += 1;
        }
        at = 0;
        while at < self.exposed.len() {
            rows[self.exposed[at]].text = Text::Display;
            at += 1;
        }
        at = 0;
        while at < self.masked.len() {
            rows[self.masked[at]].text = Text::Reason;
            at += 1;
        }
        at = 0;
        while at < self.varying.len() {
            rows[self.varying[at]].constant = false;
            at += 1;
        }
        at = 0;
        while at < self.facts.len() {
            rows[self.facts[at].0].facts = Some(&self.facts[at].1);
            at += 1;
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(entry: &Entry) -> Option<&'static str> {
        entry.fixed_message(entry.status())
    }

    #[test]
    fn an_entry_has_a_status_of_three_digits() {
        for status in [100, 400, 999] {
            assert_eq!(Entry::new(status, Code::new("A")).status(), status);
        }
        for status in [0, 99, 1000] {
            let made = std::panic::catch_unwind(|| Entry::new(status, Code::new("A")));
            assert!(made.is_err(), "{status}");
        }
    }

    #[test]
    fn display_is_for_a_4xx() {
        for (status, phrase) in [
            (399, Some("Unknown Status")),
            (400, None),
            (499, None),
            (500, Some("Internal Server Error")),
        ] {
            let entry = Entry::new(status, Code::new("A"));
            assert_eq!(message(&entry), phrase, "{status}");
            assert_eq!(message(&entry.exposed()), None, "{status}");
            assert_eq!(message(&entry.with_message("m")), Some("m"), "{status}");
        }
    }

    #[test]
    fn what_only_few_have() {
        const FACTS: Facts = Facts {
            title: Some("T"),
            type_uri: "urn:t",
            category: Some("c"),
            headers: &[("x-a", "a")],
            challenge: Some("Bearer"),
        };
        let [plain, own] = Rows {
            statuses: [404, 404],
            codes: ["1", "2"],
            numbers: true,
            messages: &[],
            exposed: &[],
            masked: &[],
            varying: &[],
            facts: &[(1, FACTS)],
        }
        .build();
        assert_eq!(
            (plain.code().as_i64(), own.code().as_i64()),
            (Some(1), Some(2))
        );
        assert_eq!((plain.title(), own.title()), ("Not Found", "T"));
        assert_eq!((plain.own_title(), own.own_title()), (None, Some("T")));
        assert_eq!((plain.type_uri(), own.type_uri()), ("about:blank", "urn:t"));
        assert_eq!((plain.category(), own.category()), (None, Some("c")));
        assert_eq!((plain.headers(), own.headers()), (&[][..], FACTS.headers));
        assert_eq!((plain.challenge(), own.challenge()), (None, Some("Bearer")));
    }

    #[test]
    fn rows_are_made_of_columns() {
        let rows = Rows {
            statuses: [404, 404, 502, 404, 1000],
            codes: ["A", "B", "C", "D", "E"],
            numbers: false,
            messages: &[(0, "m"), (3, "n")],
            exposed: &[2, 4],
            masked: &[1],
            varying: &[0, 2],
            facts: &[],
        }
        .build();
        let codes: Vec<&str> = rows.iter().map(|row| row.code().as_str()).collect();
        assert_eq!(codes, ["A", "B", "C", "D", "E"]);
        let messages: Vec<Option<&str>> = rows.iter().map(message).collect();
        assert_eq!(
            messages,
            [Some("m"), Some("Not Found"), None, Some("n"), None]
        );
        let constant: Vec<bool> = rows.iter().map(Entry::is_constant).collect();
        assert_eq!(constant, [false, true, false, true, true]);
        // No status, which is reported where it was written.
        assert_eq!(rows[4].status(), StatusCode::INTERNAL_SERVER_ERROR);
        // What is made by hand may say anything each time, and its code is what it was given.
        let own = [Code::new("7"), Code::number("7")].map(|code| Entry::new(404, code));
        assert!(!own[0].is_constant());
        assert_eq!(own.map(|entry| entry.code().as_i64()), [None, Some(7)]);
    }
}
