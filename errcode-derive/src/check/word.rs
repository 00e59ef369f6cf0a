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

/// The target of the log event: a name that filters can have, such as those of `tracing` and `env_logger`.
pub(super) fn log_target(target: &Keyed<LitStr>, errors: &mut Diagnostics) -> Option<String> {
    let name = target.value.value();
    let is_odd = |letter: &char| !(letter.is_ascii_alphanumeric() || "_-.:".contains(*letter));
    if name.is_empty() || name.chars().any(|letter| is_odd(&letter)) {
        let named: String = name.chars().filter(|letter| !is_odd(letter)).collect();
        let message = format!(
            "a filter of log events cannot name the target `{name}`: it has letters, digits, `_`, `-`, `.` and `:`"
        );
        let help = match &*named {
            "" => "write the name of a part of the service, `log_target = \"billing\"`".to_owned(),
            named => format!("write `log_target = {named:?}`"),
        };
        errors.report(&target.value, message, help);
        return None;
    }
    Some(name)
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
