//! Texts that are the same at every occurrence of an error.

use proc_macro2::Ident;
use syn::LitStr;

use crate::diagnostics::Diagnostics;
use crate::parse::Keyed;

/// Judges a fixed text: it says something, and has no placeholders.
pub(super) fn fixed(text: &Keyed<LitStr>, errors: &mut Diagnostics) {
    let key = &text.key;
    if !is_blank(text, errors)
        && let Some(placeholder) = placeholder(&text.value.value())
    {
        let message =
            format!("`{key}` is a fixed text, in which `{placeholder}` stands for nothing");
        errors.report(
            &text.value,
            message,
            "write a text without fields; `message` takes them",
        );
    }
}

/// Judges a text that may not be blank.
pub(super) fn is_blank(text: &Keyed<LitStr>, errors: &mut Diagnostics) -> bool {
    let is_blank = text.value.value().trim().is_empty();
    if is_blank {
        report_blank(&text.key, &text.value, errors);
    }
    is_blank
}

pub(super) fn report_blank(key: &Ident, text: &LitStr, errors: &mut Diagnostics) {
    errors.report(
        text,
        format!("this `{key}` is blank"),
        format!("write a text, or remove `{key}`"),
    );
}

/// The first `{name}` in a text.
pub(super) fn placeholder(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let end = rest.find('}')?;
        let name = &rest[1..end];
        if name
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
            && !name.is_empty()
        {
            return Some(&rest[..=end]);
        }
        rest = &rest[1..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn a_name_in_braces_is_a_placeholder() {
        for (text, found) in [
            ("a {slug} b", Some("{slug}")),
            ("{0}", Some("{0}")),
            ("{ {a_b}", Some("{a_b}")),
            ("{}", None),
            ("{a b}", None),
            ("a } {", None),
            ("", None),
        ] {
            assert_eq!(placeholder(text), found, "{text}");
        }
    }
}
