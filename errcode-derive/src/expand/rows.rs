//! The table of a type: the static facts of its entries, without their documents.
//!
//! The table has columns without pointers. All texts of a column are one literal, and so are all flags, because the
//! compiler reads one long literal faster than many short ones.

use std::fmt::Write as _;

use errcode_rules::entry::{MessageSource, RETRYABLE, flags, with_level};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::entries::entries;
use super::spans::ends;
use super::text::Text;
use crate::model::{Entry, Message, Model, Status};

/// The statuses given by paths, and the table.
pub(super) fn rows(model: &Model) -> TokenStream {
    let constants = model.statuses.iter().map(|status| {
        let (name, path) = (&status.name, &status.path);
        let (_, last) = ends(path, Span::call_site());
        let get = Ident::new("get", last);
        quote! {
            const #name: __errcode::core::primitive::u16 = __errcode::StatusConst(#path).#get();
        }
    });
    let mut columns = Columns::default();
    for (row, (entry, _)) in entries(model).enumerate() {
        columns.push(row, entry);
    }
    if columns.flags.is_empty() {
        return TokenStream::new();
    }
    let targets = columns.targets();
    let table = columns.into_tokens();
    quote! {
        #(#constants)*
        #(#targets)*
        static __ERRCODE_TABLE: __errcode::Table = #table;
    }
}

/// The columns of a table while entries are added.
#[derive(Default)]
struct Columns {
    statuses: String,
    codes: Texts,
    numbers: bool,
    /// The content of a byte string literal.
    flags: String,
    messages: Sparse,
    titles: Sparse,
    types: Sparse,
    categories: Sparse,
    header_names: Sparse,
    header_values: Texts,
    challenges: Sparse,
    /// Pairs of row and number, as code.
    grpc: String,
    /// Pairs of row and constant, as code.
    log_targets: String,
    /// The names of the targets. Each is a constant, because each has the code of its events.
    targets: Vec<String>,
}

impl Columns {
    fn push(&mut self, row: usize, entry: &Entry) {
        // Writing to a `String` cannot fail.
        let _ = match &entry.status {
            Status::Number(number) => write!(self.statuses, "{number},"),
            Status::Named(name) => write!(self.statuses, "{name},"),
        };
        self.codes.push(&entry.code.text);
        self.numbers |= entry.code.number;
        let source = match &entry.message {
            Message::ByStatus => MessageSource::ByStatus,
            Message::Masked => MessageSource::ReasonPhrase,
            Message::Fixed(text) => {
                self.messages.push(row, text);
                MessageSource::Fixed
            }
            Message::Exposed | Message::Template(_) | Message::Function(_) => {
                MessageSource::Written
            }
        };
        let mut flags = flags(source, varies(entry));
        if entry.retryable {
            flags |= RETRYABLE;
        }
        if let Some(level) = entry.log {
            flags = with_level(flags, level);
        }
        let _ = write!(self.flags, "\\x{flags:02x}");
        if let Some(code) = entry.grpc {
            let _ = write!(self.grpc, "({row},{code}),");
        }
        if let Some(target) = &entry.log_target {
            let known = self.targets.iter().position(|known| known == target);
            let at = known.unwrap_or_else(|| {
                self.targets.push(target.clone());
                self.targets.len() - 1
            });
            let _ = write!(self.log_targets, "({row},__ERRCODE_TARGET_{at}),");
        }
        for (column, text) in [
            (&mut self.titles, &entry.title),
            (&mut self.types, &entry.type_uri),
            (&mut self.categories, &entry.category),
            (&mut self.challenges, &entry.challenge),
        ] {
            if let Some(text) = text {
                column.push(row, text);
            }
        }
        for (name, value) in &entry.headers {
            self.header_names.push(row, name);
            self.header_values.push(value);
        }
    }

    /// The constants of the targets.
    fn targets(&self) -> Vec<TokenStream> {
        let targets = self.targets.iter().enumerate().map(|(at, target)| {
            let name = format_ident!("__ERRCODE_TARGET_{at}");
            quote! {
                const #name: __errcode::LogTarget = __errcode::log_target!(#target);
            }
        });
        targets.collect()
    }

    fn into_tokens(self) -> TokenStream {
        let (statuses, codes, flags) = (&self.statuses, self.codes.code(), &self.flags);
        let mut table = Text::default();
        table.code(format_args!(
            "__errcode::Table {{ statuses: &[{statuses}], codes: {codes}, flags: b\"{flags}\", numbers: {},",
            self.numbers
        ));
        let columns = [
            ("messages", &self.messages),
            ("titles", &self.titles),
            ("types", &self.types),
            ("categories", &self.categories),
            ("header_names", &self.header_names),
            ("challenges", &self.challenges),
        ];
        for (name, column) in columns {
            if !column.rows.is_empty() {
                let (rows, texts) = (&column.rows, column.texts.code());
                table.code(format_args!(
                    "{name}: __errcode::Sparse {{ rows: &[{rows}], texts: {texts} }},"
                ));
            }
        }
        if !self.header_names.rows.is_empty() {
            table.code(format_args!(
                "header_values: {},",
                self.header_values.code()
            ));
        }
        let pairs = [("grpc", &self.grpc), ("log_targets", &self.log_targets)];
        for (name, pairs) in pairs {
            if !pairs.is_empty() {
                table.code(format_args!("{name}: &[{pairs}],"));
            }
        }
        // If all columns are set, clippy would warn the user about a needless `..base`.
        let is_full = pairs.iter().all(|(_, pairs)| !pairs.is_empty())
            && columns.iter().all(|(_, column)| !column.rows.is_empty());
        let base = if is_full {
            ""
        } else {
            "..__errcode::Table::EMPTY"
        };
        table.code(format_args!("{base} }}"));
        table.into_tokens()
    }
}

/// Texts, joined without separators.
#[derive(Default)]
struct Texts {
    /// The end of each text, as code.
    ends: String,
    text: String,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let _ = write!(self.ends, "{},", self.text.len());
    }

    fn code(&self) -> String {
        let Self { ends, text } = self;
        format!("__errcode::Texts {{ ends: &[{ends}], text: {text:?} }}")
    }
}

/// Texts that only some entries have.
#[derive(Default)]
struct Sparse {
    /// The rows of the entries that have a text, as code.
    rows: String,
    texts: Texts,
}

impl Sparse {
    fn push(&mut self, row: usize, text: &str) {
        let _ = write!(self.rows, "{row},");
        self.texts.push(text);
    }
}

/// Whether the body depends on fields. A message from `Display` does not count: it is compared at run time.
fn varies(entry: &Entry) -> bool {
    !entry.details.is_empty()
        || entry.status_field.is_some()
        || matches!(entry.message, Message::Template(_) | Message::Function(_))
}
