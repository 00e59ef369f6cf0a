//! The facts of all entries of one type, as columns without pointers.
//!
//! A server carries one row for each variant. Numbers and one text for each column need no relocations,
//! and the compiler reads a thousand numbers faster than a thousand rows.

use errcode_rules::entry::{self, MessageSource};

use crate::{Code, LogTarget};

/// The entries of one type. The same index in each column is the same entry.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The declared statuses.
    pub statuses: &'static [u16],
    /// The codes.
    pub codes: Texts,
    /// Whether the codes are numbers.
    pub numbers: bool,
    /// Where the client's message comes from, and whether the body depends on fields.
    pub flags: &'static [u8],
    /// Messages that are always the same.
    pub messages: Sparse,
    /// Short names of the kind of error.
    pub titles: Sparse,
    /// URI references that name the kind of error.
    pub types: Sparse,
    /// Coarse families beside the code.
    pub categories: Sparse,
    /// Names of response headers that are always the same, in lower case.
    pub header_names: Sparse,
    /// Values of the same headers.
    pub header_values: Texts,
    /// The numbers of gRPC codes that are stated, by entry in ascending order.
    pub grpc: &'static [(u32, u8)],
    /// The targets of log events that are stated, by entry in ascending order.
    pub log_targets: &'static [(u32, LogTarget)],
    /// `WWW-Authenticate` of a response whose status is 401, unless a header says otherwise.
    pub challenges: Sparse,
}

impl Table {
    /// No entries.
    pub const EMPTY: Self = Self {
        statuses: &[],
        codes: Texts::EMPTY,
        numbers: false,
        flags: &[],
        messages: Sparse::EMPTY,
        titles: Sparse::EMPTY,
        types: Sparse::EMPTY,
        categories: Sparse::EMPTY,
        header_names: Sparse::EMPTY,
        header_values: Texts::EMPTY,
        challenges: Sparse::EMPTY,
        grpc: &[],
        log_targets: &[],
    };

    /// How many entries there are.
    pub(crate) const fn len(&self) -> usize {
        self.statuses.len()
    }

    /// The code of an entry.
    pub(crate) const fn code(&self, row: usize) -> Code {
        Code::from_parts(self.codes.get(row), self.numbers)
    }

    /// Where the message of an entry comes from.
    pub(crate) const fn message_source(&self, row: usize) -> MessageSource {
        entry::message_source(self.flags[row])
    }

    /// The headers of an entry: names in lower case, and values.
    pub(crate) fn headers(
        &self,
        row: usize,
    ) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let values = self.header_values;
        let names = self.header_names.all(row);
        names.map(move |(at, name)| (name, values.get(at)))
    }

    /// The number of the gRPC code that an entry states.
    pub(crate) fn grpc(&self, row: usize) -> Option<u8> {
        stated(self.grpc, row)
    }

    /// The target of the log event that an entry states.
    pub(crate) fn log_target(&self, row: usize) -> Option<LogTarget> {
        stated(self.log_targets, row)
    }

    /// Whether the body of an entry depends on fields.
    pub(crate) const fn varies(&self, row: usize) -> bool {
        entry::varies(self.flags[row])
    }
}

/// What an entry states in a column that only some entries have, in ascending order.
fn stated<T: Copy>(column: &[(u32, T)], row: usize) -> Option<T> {
    let at = column.binary_search_by_key(&row, |(entry, _)| *entry as usize);
    at.ok().map(|at| column[at].1)
}

/// Texts one after another, each by the index where it ends.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// Where each text ends.
    pub ends: &'static [u32],
    /// All texts.
    pub text: &'static str,
}

impl Texts {
    /// No texts.
    pub const EMPTY: Self = Self {
        ends: &[],
        text: "",
    };

    const fn get(self, at: usize) -> &'static str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        let (text, _) = self.text.split_at(self.ends[at] as usize);
        text.split_at(start as usize).1
    }
}

/// Texts that only some entries have.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Sparse {
    /// The entries that have one, in ascending order. An entry may stand here more than once.
    pub rows: &'static [u32],
    /// The texts.
    pub texts: Texts,
}

impl Sparse {
    /// No texts.
    pub const EMPTY: Self = Self {
        rows: &[],
        texts: Texts::EMPTY,
    };

    /// The text of an entry, if it has one.
    pub(crate) fn get(self, row: usize) -> Option<&'static str> {
        self.all(row).next().map(|(_, text)| text)
    }

    /// All texts of an entry, each with its index.
    pub(crate) fn all(self, row: usize) -> impl Iterator<Item = (usize, &'static str)> {
        let texts = self.texts;
        let is_before = |&other: &u32| (other as usize) < row;
        let start = self.rows.partition_point(is_before);
        let own = self.rows[start..]
            .iter()
            .take_while(move |&&other| other as usize == row);
        own.enumerate()
            .map(move |(at, _)| (start + at, texts.get(start + at)))
    }
}
