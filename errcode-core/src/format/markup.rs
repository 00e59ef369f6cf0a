//! Text as XML and HTML carry it.

use std::fmt::{self, Write};

/// Escapes a text for XML and HTML: for the content of an element, and for an attribute in quotes.
///
/// Characters that XML 1.0 cannot carry at all, such as U+0000, become U+FFFD.
///
/// ```
/// use errcode_core::format::escape_markup;
///
/// assert_eq!(escape_markup("<a & \"b\">\0").to_string(), "&lt;a &amp; &quot;b&quot;&gt;\u{fffd}");
/// ```
pub fn escape_markup(text: &str) -> impl fmt::Display + '_ {
    Escaped(text)
}

struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // A reader would turn it into a line feed (XML 1.0, 2.11).
                '\r' => f.write_str("&#13;")?,
                '\t' | '\n' => f.write_char(character)?,
                '\0'..' ' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::escape_markup;

    #[test]
    fn what_markup_cannot_carry_is_replaced() {
        let text = "]]>\0\u{1f}\u{b}\u{fffe}\u{ffff}\u{7f}\t\n\r😀'é";
        let escaped = "]]&gt;\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{7f}\t\n&#13;😀&#39;é";
        assert_eq!(escape_markup(text).to_string(), escaped);
    }
}
