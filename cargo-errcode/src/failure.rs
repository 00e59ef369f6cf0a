//! The error of a command that could not run: what is wrong, and how to fix it.

use std::fmt;

/// Why a command could not run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What is wrong: it names the wrong input.
    pub(crate) message: String,
    /// Output of other programs: cargo, the compiler, the program that writes the catalog.
    pub(crate) notes: Vec<String>,
    /// How to fix it.
    pub(crate) help: Vec<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }

    /// Adds the output of another program, unless it is empty.
    pub(crate) fn note(mut self, note: impl fmt::Display) -> Self {
        let note = note.to_string();
        let note = note.trim_end();
        if !note.is_empty() {
            self.notes.push(note.to_owned());
        }
        self
    }

    /// Adds a way to fix it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}
