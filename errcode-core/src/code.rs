//! The machine-readable code of an error.

use std::fmt;

use serde::{Serialize, Serializer};

/// The code of an error, by which a program recognizes it: a string (`SLUG_TAKEN`) or an integer.
///
/// It serializes as it is in the body (an integer as a JSON number), and can be compared with `&str`.
///
/// ```
/// use errcode_core::Code;
///
/// const TAKEN: Code = Code::new("SLUG_TAKEN");
/// assert_eq!(TAKEN, "SLUG_TAKEN");
///
/// const OVERDRAWN: Code = Code::number("1042");
/// assert_eq!(OVERDRAWN.as_str(), "1042");
/// assert_eq!(OVERDRAWN.as_i64(), Some(1042));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    text: &'static str,
    number: bool,
}

impl Code {
    /// A code that is a string in the body.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            number: false,
        }
    }

    /// A code that is a JSON number in the body, from its decimal text.
    ///
    /// # Panics
    ///
    /// If the text is not a 64-bit integer in its shortest form. In a constant this is a compile error.
    pub const fn number(text: &'static str) -> Self {
        assert!(
            is_shortest(text.as_bytes()) && i64::from_str_radix(text, 10).is_ok(),
            "a numeric code is a 64-bit integer in decimal, without `+` or leading zeros"
        );
        Self { text, number: true }
    }

    /// A code that the derive has already checked.
    pub(crate) const fn from_parts(text: &'static str, number: bool) -> Self {
        Self { text, number }
    }

    /// The code as text. A number is in decimal.
    pub const fn as_str(&self) -> &'static str {
        self.text
    }

    /// The number, if the code is one.
    pub fn as_i64(&self) -> Option<i64> {
        self.number.then(|| self.text.parse().ok()).flatten()
    }
}

const fn is_shortest(text: &[u8]) -> bool {
    match text {
        [b'0'] => true,
        [b'-', first, ..] | [first, ..] => *first >= b'1' && *first <= b'9',
        [] => false,
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.number {
            f.write_str(self.text)
        } else {
            fmt::Debug::fmt(self.text, f)
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_i64() {
            Some(number) => serializer.serialize_i64(number),
            None => serializer.serialize_str(self.text),
        }
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl PartialEq<Code> for &str {
    fn eq(&self, other: &Code) -> bool {
        *self == other.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_numbers_in_json() {
        let text = Code::new("SLUG_TAKEN");
        assert_eq!(serde_json::to_string(&text).unwrap(), r#""SLUG_TAKEN""#);
        assert_eq!(text.as_i64(), None);
        assert_eq!(
            format!("{text}|{text:?}|{text:>12}"),
            r#"SLUG_TAKEN|"SLUG_TAKEN"|  SLUG_TAKEN"#
        );
        assert_eq!("SLUG_TAKEN", text);

        for number in [0, -1, 42, i64::MIN, i64::MAX] {
            let digits: &'static str = number.to_string().leak();
            let code = Code::number(digits);
            assert_eq!(serde_json::to_string(&code).unwrap(), digits);
            assert_eq!(code.as_i64(), Some(number));
        }
        // A string of digits stays a string.
        assert_eq!(serde_json::to_string(&Code::new("42")).unwrap(), r#""42""#);
        assert_ne!(Code::new("42"), Code::number("42"));
    }

    #[test]
    fn a_code_compares_with_text() {
        let code = Code::new("A");
        let (same, other) = ("A", "B");
        assert_eq!([code == same, code == *same, same == code], [true; 3]);
        assert_eq!([code == other, code == *other, other == code], [false; 3]);
        assert_eq!(AsRef::<str>::as_ref(&code), "A");
        assert_eq!(code.as_str(), "A");
    }

    #[test]
    fn invalid_numbers_are_refused() {
        for text in ["", "-", "+1", "01", "-0", "1x", "9223372036854775808"] {
            assert!(
                std::panic::catch_unwind(|| Code::number(text)).is_err(),
                "{text}"
            );
        }
    }
}
