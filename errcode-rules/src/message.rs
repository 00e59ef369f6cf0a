//! The texts of compile errors that the derive reports where it reads a value, and const evaluation
//! where the value is a constant.

use crate::header::Mandatory;
use crate::text::Text;

/// A compile error: what is wrong, and a suggested fix.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Message {
    /// What is wrong.
    pub what: Text,
    /// The suggested fix.
    pub help: Text,
}

impl Message {
    /// Fails the compilation with this error.
    ///
    /// # Panics
    ///
    /// Always.
    #[track_caller]
    pub const fn panic(&self) -> ! {
        let mut text = self.what;
        text.push("\n  help: ");
        text.push(self.help.as_str());
        panic!("{}", text.as_str())
    }

    /// A message of texts that are put together.
    pub const fn new(what: &[&str], help: &[&str]) -> Self {
        Self {
            what: joined(what),
            help: joined(help),
        }
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n  help: {}", self.what.as_str(), self.help.as_str())
    }
}

const fn joined(parts: &[&str]) -> Text {
    let mut text = Text::new();
    let mut at = 0;
    while at < parts.len() {
        text.push(parts[at]);
        at += 1;
    }
    text
}

/// What is wrong with a status of an error, if something is. `lenient` is `allow(non_error_status)`.
pub const fn wrong_status(status: u16, lenient: bool) -> Option<&'static str> {
    match status {
        400..=599 => None,
        200..=399 if lenient => None,
        _ if lenient => Some("is not the status of a response; those are in 200..=599"),
        200..=299 => Some("is a success; the status of an error is in 400..=599"),
        300..=399 => Some("is a redirect; the status of an error is in 400..=599"),
        _ => Some("is not the status of an error; those are in 400..=599"),
    }
}

/// A status without the header that RFC 9110 makes mandatory for it.
pub const fn missing_header(missing: &Mandatory) -> Message {
    let mut what = Text::new();
    what.push("a ");
    what.push_number(missing.status);
    what.push(" without `");
    what.push(missing.name);
    what.push("`, which RFC 9110 makes mandatory");
    let challenge = if missing.status == 401 {
        "`challenge = \"Bearer\"` on the type, or "
    } else {
        ""
    };
    Message {
        what,
        help: joined(&[
            "add ",
            challenge,
            "`header(\"",
            missing.name,
            "\" = \"",
            missing.sample,
            "\")`, or a field `#[api(header = \"",
            missing.name,
            "\")]`; if something else sets it, write `allow(missing_header)`",
        ]),
    }
}

/// Two problems of one status and type, in a format that carries no code.
pub const fn same_problem(variant: &str) -> Message {
    Message::new(
        &[
            "without a code a client cannot tell this from `",
            variant,
            "`: status and type are the same",
        ],
        &["give one of them a `type`, or say that they share it: `allow(duplicate_code)`"],
    )
}

/// A public field that is named like a member which the format writes. `key` is `public` or `flatten`.
pub const fn reserved_member(name: &str, key: &str) -> Message {
    Message::new(
        &["the format writes a member `", name, "` itself"],
        &[
            "give the field's member another name, `",
            key,
            " = \"...\"`, or write `allow(reserved_member)`",
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_outside_of_errors() {
        for (status, strict, lenient) in [
            (0, "is not the status of an error", false),
            (199, "is not the status of an error", false),
            (200, "is a success", true),
            (299, "is a success", true),
            (300, "is a redirect", true),
            (399, "is a redirect", true),
            (600, "is not the status of an error", false),
            (65535, "is not the status of an error", false),
        ] {
            let text = wrong_status(status, false).unwrap();
            assert!(text.starts_with(strict), "{status}: {text}");
            assert_eq!(wrong_status(status, true).is_none(), lenient, "{status}");
        }
        for status in [400, 404, 499, 500, 599] {
            assert_eq!(wrong_status(status, false), None, "{status}");
        }
    }

    #[test]
    fn every_mandatory_header_can_be_given() {
        for missing in crate::header::MANDATORY {
            let message = missing_header(missing);
            let what = format!("a {} without `{}`", missing.status, missing.name);
            assert!(message.what.as_str().starts_with(&what), "{message:?}");
            let help = format!("`header(\"{}\" = \"{}\")`", missing.name, missing.sample);
            assert!(message.help.as_str().contains(&help), "{message:?}");
        }
    }

    #[test]
    #[should_panic(expected = "the format writes a member `code` itself\n  help: give")]
    fn a_message_is_printed_with_its_help() {
        reserved_member("code", "public").panic();
    }
}
