//! What others call a key, a format, a style or a status.

use errcode_rules::status::REGISTERED;
use proc_macro2::TokenTree;

use super::words::words;
use crate::naming::STYLES;
use crate::nearest::{distance, nearest};
use crate::parse::keys::{Key, On, Target};
use crate::parse::shape::FORMATS;
use crate::tokens::{Trees, source};

/// What an unknown key is meant to be.
pub(super) enum Meant {
    /// The first of these keys that belongs where it stands.
    Key(&'static [&'static str]),
    /// This key, of which it is a value.
    Value(&'static str),
    /// A header with this name and, where it is fixed, this value.
    Header(&'static str, &'static str),
    /// On these targets no key at all.
    Help(On, &'static str),
}

use Meant::{Header, Help, Key as K, Value};

#[rustfmt::skip]
const SYNONYMS: &[(&[&str], Meant)] = &[
    (&["skip_serializing_if", "skip_if"], Help(On::Field, "remove it: a public field that is null is left out")),
    (&["private", "secret", "hidden", "internal", "skip", "ignore", "redact", "skip_serializing"],
        Help(On::Field, "remove it: a field without a key is private")),
    (&["name", "rename"], Help(On::Field, "a field that is public takes the name of its member from `public = \"name\"`")),
    (&["from", "source", "backtrace"], Help(On::Field, "write it as an attribute of its own, `#[from]` or `#[source]`")),
    (&["desc", "description", "doc", "docs", "about"], Help(On::Either, "write a doc comment, `/// ...`")),
    (&["errors", "include"], K(&["types"])),
    (&["retry_after"], Header("Retry-After", "30")),
    (&["location"], Header("Location", "/")),
    (&["www_authenticate"], Header("WWW-Authenticate", "Bearer")),
    (&["error", "msg", "detail", "text", "display", "reason", "fmt", "user_message"], K(&["message"])),
    (&["http", "http_status", "http_code", "status_code"], K(&["status"])),
    (&["error_code", "err_code", "slug"], K(&["code"])),
    (&["case", "casing"], K(&["rename_all"])),
    (&["rename"], K(&["rename_all", "code"])),
    (&["body", "content_type", "media_type", "style"], K(&["format"])),
    (&["uri", "url", "link", "href", "type_uri"], K(&["type"])),
    (&["heading", "section", "name", "tag"], K(&["group", "title"])),
    (&["krate", "errcode", "crate_path"], K(&["crate"])),
    (&["into_response", "response"], K(&["respond"])),
    (&["delegate", "forward", "inherit"], K(&["transparent"])),
    (&["mask_as", "same_as", "alias"], K(&["hide_as"])),
    (&["target", "logger", "log_name"], K(&["log_target"])),
    (&["level", "log_level", "severity"], K(&["log"])),
    (&["undocumented"], Value("deny")),
    (&["problem", "nested", "flat", "rfc9457", "rfc7807", "problem_json"], Value("format")),
    (&["SCREAMING_SNAKE_CASE", "snake_case", "kebab-case", "camelCase", "PascalCase"], Value("rename_all")),
];

/// What an unknown key is meant to be here.
pub(super) fn key(name: &str, target: Target<'_>) -> Option<&'static Meant> {
    let belongs = |meant: &Meant| match meant {
        K(names) => names.iter().any(|name| Key::here(name, target).is_some()),
        Value(name) => Key::here(name, target).is_some(),
        Header(..) => Key::here("header", target).is_some(),
        Help(on, _) => on.takes(target),
    };
    let mut rows = SYNONYMS.iter();
    let row = rows.find(|(words, meant)| words.contains(&name) && belongs(meant));
    row.map(|(_, meant)| meant)
}

/// The letters and digits of a name.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The format that is meant, with its options.
pub(super) fn format(trees: &[TokenTree]) -> Option<String> {
    let (name, has_options) = match trees {
        [path @ .., TokenTree::Group(options)] => (path, !options.stream().is_empty()),
        path => (path, false),
    };
    let text = words(name).unwrap_or_else(|| source(&Trees::new(name)));
    let last = text.rsplit(['/', ':']).next().unwrap_or_default();
    let known = match &*plain(last) {
        "problemjson" | "problemdetail" | "problemdetails" | "rfc7807" | "rfc9457" => "problem",
        _ => nearest(last, FORMATS).unwrap_or_default(),
    };
    match known {
        "problem" if has_options => Some("problem(code = false)".to_owned()),
        "" => Some(text).filter(|path| path.contains(char::is_uppercase)),
        _ if text.contains(':') => Some(text),
        known => Some(known.to_owned()),
    }
}

/// The style that is meant.
pub(crate) fn style(name: &str) -> Option<&'static str> {
    match &*plain(name) {
        "uppercase" | "constantcase" | "uppersnakecase" | "screaming" => Some(STYLES[0]),
        "lowercase" | "snake" => Some(STYLES[1]),
        "kebab" | "dashcase" => Some(STYLES[2]),
        "lowercamelcase" => Some(STYLES[3]),
        "uppercamelcase" => Some(STYLES[4]),
        _ => nearest(name, STYLES),
    }
}

/// The status of a name, whatever its letters and what is between its words. Only long names may be misspelt.
pub(crate) fn status(name: &str) -> Option<u16> {
    let name = plain(name);
    let names = REGISTERED.iter().flat_map(|status| {
        [status.constant, status.phrase].map(|known| (plain(known), status.number))
    });
    let edits = names.filter_map(|(known, number)| {
        let edits = distance(&name, &known);
        (edits == 0 || edits <= 2 && known.len() >= 8).then_some((edits, number))
    });
    edits
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, number)| number)
}
