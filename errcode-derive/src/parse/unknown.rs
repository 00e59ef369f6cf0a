//! Unknown keys: which one is meant, and what to say.

use quote::ToTokens;
use syn::Error;

use super::{KEYS, Key, Place};
use crate::diagnostics::{did_you_mean, listed, nearest};
use crate::naming;
use crate::parse::item::Trees;
use crate::parse::value;

/// Words that are values of a key, and easily taken for keys themselves.
const VALUES: [(&str, &[&str]); 3] = [
    ("format", &value::FORMATS),
    ("rename_all", &naming::STYLES),
    ("deny", &["undocumented"]),
];

/// What others call a key.
const OTHER_NAMES: [(&str, &str); 6] = [
    ("msg", "message"),
    ("detail", "message"),
    ("http_status", "status"),
    ("error_code", "code"),
    ("rename", "public"),
    (RETRY_AFTER, "header"),
];

/// A header that is no key of its own.
const RETRY_AFTER: &str = "retry_after";

/// The keys that belong here.
fn names(place: Place<'_>) -> impl Iterator<Item = &'static str> + Clone {
    let here = KEYS.iter().filter(move |key| key.home.takes(place));
    here.map(|key| key.name)
}

/// The key that a word is a value of.
fn key_of_value(word: &str) -> Option<&'static Key> {
    let (name, _) = VALUES.iter().find(|(_, words)| words.contains(&word))?;
    super::key(name, Place::Enum)
}

/// The key of this place that others call so.
fn by_other_name(word: &str, place: Place<'_>) -> Option<&'static Key> {
    let (_, name) = OTHER_NAMES.iter().find(|(other, _)| *other == word)?;
    super::key(name, place).filter(|key| key.home.takes(place))
}

/// The key that an unknown word is meant to be.
pub(super) fn meant(word: &str, place: Place<'_>) -> Option<&'static Key> {
    let near = || super::key(nearest(word, names(place))?, place);
    key_of_value(word)
        .or_else(|| by_other_name(word, place))
        .or_else(near)
}

/// The error for what stands in the place of a key, and is none.
pub(super) fn key(at: impl ToTokens, name: &str, place: Place<'_>, written: &Trees) -> Error {
    if let Some(key) = key_of_value(name) {
        let form = key.mend(Some(&written.to_token_stream()), place);
        let there = if key.home.takes(place) {
            String::new()
        } else {
            format!(" on {}", key.home.named())
        };
        let key = key.name;
        let message = format!(
            "`{name}` is a value of `{key}`, and no key\n  help: write `#[api({form})]`{there}"
        );
        return Error::new_spanned(at, message);
    }
    let other = by_other_name(name, place);
    let near = match other {
        Some(key) => format!("; did you mean `{}`?", key.name),
        None => did_you_mean(name, names(place)),
    };
    let help = match other {
        Some(key) if name == RETRY_AFTER => {
            let form = match place {
                Place::Field => key.form,
                _ => "header(\"Retry-After\" = \"30\")",
            };
            format!("write `{form}`")
        }
        _ => format!("expected one of {}", listed(names(place))),
    };
    Error::new_spanned(at, format!("unknown key `{name}`{near}\n  help: {help}"))
}

#[cfg(test)]
mod tests {
    use quote::{format_ident, quote};

    use super::*;

    #[test]
    fn keys_are_known_by_other_names() {
        let name = format_ident!("A");
        let (variant, struct_) = (Place::Variant(&name), Place::Struct(&name));
        for (word, place, name) in [
            ("msg", variant, Some("message")),
            ("msg", Place::Enum, None),
            ("detail", struct_, Some("message")),
            ("http_status", Place::Enum, Some("status")),
            ("status_code", variant, Some("status")),
            ("error_code", variant, Some("code")),
            ("rename", Place::Field, Some("public")),
            ("rename", Place::Enum, Some("rename_all")),
            ("flat", Place::Field, Some("format")),
            ("frobnicate", Place::Field, None),
        ] {
            let found = meant(word, place).map(|key| key.name);
            assert_eq!(found, name, "{word}");
        }
        for (place, mend) in [
            (variant, r#"`header("Retry-After" = "30")`"#),
            (Place::Field, r#"`header = "Retry-After"`"#),
        ] {
            let error = key(quote!(a), RETRY_AFTER, place, &Vec::new().into());
            assert!(error.to_string().ends_with(mend), "{error}");
        }
    }
}
