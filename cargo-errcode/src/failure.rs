//! Why a command could not run: what is wrong, by name, and how to mend it.

use std::fmt;

/// What is wrong, and how to mend it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What is wrong.
    pub(crate) what: String,
    /// What others say of it: cargo, the compiler, the system.
    pub(crate) notes: Vec<String>,
    /// How to mend it.
    pub(crate) help: Vec<String>,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            ..Self::default()
        }
    }

    /// Adds what another says; nothing, if it says nothing.
    pub(crate) fn note(mut self, note: impl fmt::Display) -> Self {
        let note = note.to_string();
        let note = note.trim_end();
        if !note.is_empty() {
            self.notes.push(note.to_owned());
        }
        self
    }

    /// Adds a way to mend it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}
