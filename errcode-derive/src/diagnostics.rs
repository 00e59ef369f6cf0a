//! What is wrong with a type: messages at tokens, each with its help. Only this file writes `help:`.

use std::fmt::Display;

use errcode_rules::message::Message;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

use crate::tokens;

/// One mistake: where it is, what it is, and how to correct it.
#[derive(Debug)]
pub(crate) struct Mistake {
    at: TokenStream,
    message: String,
    help: Option<String>,
}

/// A value, or what is wrong with it.
pub(crate) type Result<T> = std::result::Result<T, Mistake>;

impl Mistake {
    pub(crate) fn new(at: impl ToTokens, message: impl Into<String>) -> Self {
        Self {
            at: at.into_token_stream(),
            message: message.into(),
            help: None,
        }
    }

    /// A mistake that const evaluation reports of constants, in the same words.
    pub(crate) fn shared(at: impl ToTokens, message: &Message) -> Self {
        Self::new(at, message.what.as_str()).with_help(message.help.as_str())
    }

    /// Adds the help, unless there is one.
    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help.get_or_insert_with(|| help.into());
        self
    }
}

/// A message with its help, as rustc prints it.
pub(crate) fn text(message: impl Display, help: impl Display) -> String {
    format!("{message}\n  help: {help}")
}

/// Everything that is wrong with a type, so that it is reported at once.
#[derive(Default)]
pub(crate) struct Diagnostics(Vec<syn::Error>);

impl Diagnostics {
    /// Reports a mistake at the tokens it consists of.
    pub(crate) fn report(&mut self, at: impl ToTokens, message: impl Display, help: impl Display) {
        self.0
            .push(syn::Error::new_spanned(at, text(message, help)));
    }

    pub(crate) fn report_at(&mut self, span: Span, message: impl Display, help: impl Display) {
        self.0.push(syn::Error::new(span, text(message, help)));
    }

    /// Reports a key that is to be removed.
    pub(crate) fn remove(&mut self, key: &Ident, message: impl Display) {
        self.report(key, message, format!("remove `{key}`"));
    }

    pub(crate) fn push(&mut self, mistake: Mistake) {
        self.report(
            mistake.at,
            mistake.message,
            mistake.help.unwrap_or_default(),
        );
    }

    /// The value, unless it is a mistake, which is kept.
    pub(crate) fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|mistake| self.push(mistake)).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order of the source.
    pub(crate) fn to_compile_errors(&self) -> TokenStream {
        let mut errors: Vec<&syn::Error> = self.0.iter().collect();
        errors.sort_by_key(|error| tokens::start(error.span()));
        errors
            .into_iter()
            .map(syn::Error::to_compile_error)
            .collect()
    }

    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

/// Words as a list in a message: `` `a`, `b` ``.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// A letter in a message, whose quotes are letters too.
pub(crate) fn quoted(letter: impl std::fmt::Display) -> String {
    match letter.to_string().as_str() {
        "`" => "a backtick".to_owned(),
        letter => format!("`{letter}`"),
    }
}
