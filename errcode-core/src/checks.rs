//! Checks of derived code in const evaluation, for values that the macro cannot see.

use errcode_rules::header::{is_value_character, mandatory};
use errcode_rules::message::{self, Message};
use errcode_rules::text::same;

use crate::Catalog;
use crate::catalog::Origin;
use crate::format::FormatVtable;

pub use crate::uniqueness::assert_unique as unique;

/// Refuses a constant that is not an error status.
#[track_caller]
pub const fn error_status(status: u16) {
    refuse_status(
        status,
        false,
        match status {
            200..=399 => "name another constant, or write `allow(non_error_status)`",
            _ => "name another constant",
        },
    );
}

/// Refuses a constant that is not the status of a response, under `allow(non_error_status)`.
#[track_caller]
pub const fn any_status(status: u16) {
    refuse_status(status, true, "name another constant");
}

#[track_caller]
const fn refuse_status(status: u16, lenient: bool, help: &str) {
    if let Some(wrong) = message::wrong_status(status, lenient) {
        let mut error = Message::new(&[], &[help]);
        error.what.push_number(status);
        error.what.push(" ");
        error.what.push(wrong);
        error.panic()
    }
}

/// Refuses a 4xx status on a variant whose `Display` would show a field that is not public.
#[track_caller]
pub const fn private_field(status: u16) {
    assert!(
        status < 400 || status > 499,
        "this field is not public, and the variant shows its `Display` to the client, as every 4xx without a `message`\n  help: mark it `#[api(public)]`, or write `message = \"...\"` on the variant, or `expose`"
    );
}

/// Refuses the status `demanding` on a variant without the header that RFC 9110 makes mandatory for it.
#[track_caller]
pub const fn header(status: u16, demanding: u16) {
    if status == demanding
        && let Some(missing) = mandatory(demanding)
    {
        message::missing_header(missing).panic()
    }
}

/// Refuses two problems without a code whose type and status are the same.
#[track_caller]
pub const fn problem(first: u16, second: u16, variant: &str) {
    if first == second {
        message::same_problem(variant).panic()
    }
}

/// Refuses a format whose `CONTENT_TYPE` is not a valid header value.
#[track_caller]
pub const fn content_type(format: &FormatVtable) {
    let value = format.content_type().as_bytes();
    let mut at = 0;
    while at < value.len() {
        if !is_value_character(value[at] as char) {
            Message::new(
                &[
                    "the `CONTENT_TYPE` of the format `",
                    format.name(),
                    "` is not a valid header value: it has a character that is not visible ASCII",
                ],
                &["write a media type, for example `\"application/json\"`"],
            )
            .panic()
        }
        at += 1;
    }
    assert!(
        !value.is_empty(),
        "the `CONTENT_TYPE` of this format is empty\n  help: write a media type, for example `\"application/json\"`"
    );
}

/// Refuses a public field with the name of a member that the format writes itself.
#[track_caller]
pub const fn member(reserved: &[&str], name: &str) {
    let mut at = 0;
    while at < reserved.len() {
        if same(reserved[at], name) {
            message::reserved_member(name, "public").panic()
        }
        at += 1;
    }
}

/// Refuses a variant without an entry of its own in `operation_errors!`.
#[track_caller]
pub const fn entry_named(catalog: &Catalog, variant: &str) {
    if matches!(catalog.parts.origin, Origin::Rejected) {
        return;
    }
    let names = catalog.parts.documents.names;
    let mut at = 0;
    while at < names.len() {
        if same(names[at], variant) {
            return;
        }
        at += 1;
    }
    Message::new(
        &[
            "`",
            variant,
            "` has no error of its own: it is `transparent`, or hides as another variant",
        ],
        &["list the inner type of a `transparent` variant, or name the variant that it hides as"],
    )
    .panic()
}

/// Whether a catalog or one that it includes has an error. That of a type with errors counts, because rustc reports them.
pub const fn has_entries(catalog: &Catalog) -> bool {
    if matches!(catalog.parts.origin, Origin::Rejected) || !catalog.parts.documents.names.is_empty()
    {
        return true;
    }
    let mut at = 0;
    while at < catalog.parts.includes.len() {
        if has_entries(catalog.parts.includes[at]) {
            return true;
        }
        at += 1;
    }
    false
}

/// Refuses a type in a `catalog!` whose format is not that of the first type. The format of a type with errors is
/// not known, so it is not compared.
#[track_caller]
pub const fn one_format(first: &Catalog, other: &Catalog) {
    if matches!(first.parts.origin, Origin::Rejected)
        || matches!(other.parts.origin, Origin::Rejected)
    {
        return;
    }
    if !same(first.parts.format.name(), other.parts.format.name()) {
        Message::new(
            &[
                "this catalog has two formats: ",
                first.parts.name,
                " is written as `",
                first.parts.format.name(),
                "`, ",
                other.parts.name,
                " as `",
                other.parts.format.name(),
                "`",
            ],
            &["give both the same `#[api(format = ...)]`, or write `allow: [mixed_format]` in the catalog"],
        )
        .panic();
    }
}

/// Refuses the inner error of a transparent variant that states another format than the outer type.
#[track_caller]
pub const fn inner_format(outer: &FormatVtable, inner: &Catalog) {
    let states = inner.parts.states_format && !matches!(inner.parts.origin, Origin::Rejected);
    let is_mixed = !inner.parts.documents.formats.is_empty();
    let help = "to keep its format, add `format = inner` to the variant; to change it, add `allow(mixed_format)`";
    let name = inner.parts.name;
    if states && is_mixed {
        Message::new(
            &[
                "some variants of ",
                name,
                " have a format of their own, and here all would be written as `",
                outer.name(),
                "`",
            ],
            &[help],
        )
        .panic();
    }
    if states && !same(outer.name(), inner.parts.format.name()) {
        Message::new(
            &[
                "the format of ",
                name,
                " is `",
                inner.parts.format.name(),
                "`, and here it would be written as `",
                outer.name(),
                "`",
            ],
            &[help],
        )
        .panic();
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::panic::{UnwindSafe, catch_unwind};

    use super::*;
    use crate::catalog::CatalogParts;
    use crate::format::{Flat, FormatVtable, Nested};

    /// The error of a check, or `None` if it passes.
    pub(crate) fn refusal(check: impl FnOnce() + UnwindSafe) -> Option<String> {
        let payload = catch_unwind(check).err()?;
        let text = payload.downcast_ref::<&str>().map(ToString::to_string);
        text.or_else(|| payload.downcast_ref::<String>().cloned())
    }

    #[test]
    fn a_constant_is_an_error_status() {
        for status in [400, 404, 499, 500, 599] {
            assert_eq!(refusal(|| error_status(status)), None, "{status}");
        }
        for (status, what, lenient) in [
            (0, "is not the status of an error", false),
            (199, "is not the status of an error", false),
            (200, "is a success", true),
            (299, "is a success", true),
            (300, "is a redirect", true),
            (399, "is a redirect", true),
            (600, "is not the status of an error", false),
            (65535, "is not the status of an error", false),
        ] {
            let text = refusal(|| error_status(status)).unwrap();
            assert!(text.starts_with(&format!("{status} {what}")), "{text}");
            assert_eq!(text.contains("allow(non_error_status)"), lenient, "{text}");
        }
    }

    #[test]
    fn a_lenient_constant_is_a_status_of_a_response() {
        for status in [200, 304, 399, 599] {
            assert_eq!(refusal(|| any_status(status)), None, "{status}");
        }
        for status in [0, 100, 199, 600, 1000] {
            let text = refusal(|| any_status(status)).unwrap();
            assert!(text.starts_with(&format!("{status} is not")), "{text}");
        }
    }

    #[test]
    fn only_a_4xx_shows_display() {
        for status in [399, 500, 599] {
            assert_eq!(refusal(|| private_field(status)), None, "{status}");
        }
        for status in [400, 404, 499] {
            assert!(refusal(|| private_field(status)).is_some(), "{status}");
        }
    }

    #[test]
    fn a_status_demands_its_header() {
        for (status, suggestion) in [
            (401, r#"header("WWW-Authenticate" = "Bearer")"#),
            (405, r#"header("Allow" = "GET, HEAD")"#),
            (407, r#"header("Proxy-Authenticate" = "Basic")"#),
            (426, r#"header("Upgrade" = "HTTP/2.0")"#),
        ] {
            let text = refusal(|| header(status, status)).unwrap();
            assert!(text.starts_with(&format!("a {status} without ")), "{text}");
            assert!(text.contains(suggestion), "{text}");
            assert_eq!(refusal(|| header(404, status)), None);
        }
    }

    #[test]
    fn a_format_owns_its_members() {
        let owned = ["type", "title"];
        for name in owned {
            let text = refusal(|| member(&owned, name)).unwrap();
            assert!(text.contains(&format!("`{name}`")), "{text}");
        }
        for name in ["", "titl", "titles", "kype", "tyqe", "slug"] {
            assert_eq!(refusal(|| member(&owned, name)), None, "{name}");
        }
    }

    #[test]
    fn a_catalog_has_one_format() {
        let catalog = |name, format| {
            Catalog::new(CatalogParts {
                name,
                format,
                ..CatalogParts::NOTHING
            })
        };
        let flat = catalog("m::A", FormatVtable::new::<Flat>());
        let nested = catalog("m::B", FormatVtable::new::<Nested>());
        assert_eq!(refusal(|| one_format(&flat, &flat)), None);
        let rejected = Catalog::new(CatalogParts {
            origin: Origin::Rejected,
            ..catalog("m::C", FormatVtable::new::<Nested>()).parts
        });
        assert_eq!(refusal(|| one_format(&flat, &rejected)), None);
        assert_eq!(refusal(|| one_format(&rejected, &flat)), None);
        let text = refusal(|| one_format(&flat, &nested)).unwrap();
        let start = "this catalog has two formats: m::A is written as `flat`, m::B as `nested`\n";
        assert!(text.starts_with(start), "{text}");
    }
}
