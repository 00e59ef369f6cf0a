//! Keys whose value is one of certain words.

use errcode_rules::entry::LogLevel;
use errcode_rules::grpc;
use syn::LitStr;

use crate::diagnostics::{Diagnostics, listed};
use crate::nearest::did_you_mean;
use crate::parse::Keyed;

/// The level of the log event.
pub(super) fn level(log: &Keyed<LitStr>, errors: &mut Diagnostics) -> Option<LogLevel> {
    known(log, &LogLevel::NAMED, "level", errors)
}

/// The number of the gRPC code.
pub(super) fn grpc(code: &Keyed<LitStr>, errors: &mut Diagnostics) -> Option<u8> {
    let named = grpc::CODES.map(|(number, name)| (name, number));
    known(code, &named, "gRPC code", errors)
}

fn known<T: Copy>(
    word: &Keyed<LitStr>,
    named: &[(&'static str, T)],
    what: &str,
    errors: &mut Diagnostics,
) -> Option<T> {
    let text = word.value.value();
    let words = || named.iter().map(|(name, _)| *name);
    let found = named.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let message = format!("unknown {what} `{text}`{}", did_you_mean(&text, words()));
        let help = match crate::nearest::nearest(&text, words()) {
            Some(near) => format!("write `{} = {near:?}`", word.key),
            None => format!("expected one of {}", listed(words())),
        };
        errors.report(&word.value, message, help);
    }
    found.map(|(_, value)| *value)
}
