//! Text in const evaluation, and the characters that a reader cannot see.

/// The longest text, in bytes, that is logged, sent in a header, or read from a response that errcode did not make. A
/// format chooses the limit of its own texts, and this is the default.
pub const LIMIT: usize = 4096;

/// The beginning of a text: at most `limit` bytes, cut at a character.
pub fn cut(text: &str, limit: usize) -> &str {
    let mut end = text.len().min(limit);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A short text that const evaluation puts together.
#[derive(Clone, Copy)]
pub struct Text {
    bytes: [u8; 1024],
    len: usize,
}

impl Text {
    /// An empty text.
    pub const fn new() -> Self {
        Self {
            bytes: [0; 1024],
            len: 0,
        }
    }

    /// Adds a text if there is room for the whole of it.
    pub const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if self.len + text.len() > self.bytes.len() {
            return;
        }
        let mut at = 0;
        while at < text.len() {
            self.bytes[self.len] = text[at];
            self.len += 1;
            at += 1;
        }
    }

    /// Adds a number in decimal.
    pub const fn push_number(&mut self, number: u16) {
        let mut unit = 1;
        while number / unit >= 10 {
            unit *= 10;
        }
        while unit > 0 && self.len < self.bytes.len() {
            self.bytes[self.len] = b'0' + (number / unit % 10) as u8;
            self.len += 1;
            unit /= 10;
        }
    }

    /// The text.
    pub const fn as_str(&self) -> &str {
        // Only whole texts and digits were added.
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.as_str().fmt(f)
    }
}

/// Whether two texts are equal, in const evaluation.
pub const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && ends_with(a, b)
}

/// Whether a text ends with another, in const evaluation.
pub const fn ends_with(text: &str, end: &str) -> bool {
    let (text, end) = (text.as_bytes(), end.as_bytes());
    if text.len() < end.len() {
        return false;
    }
    let skipped = text.len() - end.len();
    let mut at = 0;
    while at < end.len() {
        if text[skipped + at] != end[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a character is invisible, separates lines or paragraphs, or changes the direction of the
/// text after it.
pub const fn is_invisible(character: char) -> bool {
    !character.is_ascii()
        && matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_decimal() {
        for number in [0, 7, 10, 99, 100, 404, 1000, 65535] {
            let mut text = Text::new();
            text.push("<");
            text.push_number(number);
            text.push(">");
            assert_eq!(text.as_str(), format!("<{number}>"));
        }
    }

    #[test]
    fn a_text_without_room_is_left_out() {
        let mut text = Text::new();
        let long = "a".repeat(1021);
        text.push(&long);
        text.push("four");
        text.push("bcd");
        text.push("e");
        text.push_number(1);
        assert_eq!(text.as_str(), long + "bcd");
    }

    #[test]
    fn ends_of_texts() {
        for (text, end, is_end) in [
            ("a::Type", "Type", true),
            ("Type", "Type", true),
            ("Type", "", true),
            ("", "", true),
            ("Type", "a::Type", false),
            ("a::Type", "Kype", false),
            ("a::Type", "Typo", false),
        ] {
            assert_eq!(ends_with(text, end), is_end, "{text} {end}");
            assert_eq!(same(text, end), text == end, "{text} {end}");
        }
    }

    #[test]
    fn invisible_characters() {
        for invisible in [
            '\u{ad}',
            '\u{200b}',
            '\u{2028}',
            '\u{202e}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            assert!(is_invisible(invisible), "{invisible:?}");
        }
        for visible in ['a', ' ', '\n', '\u{e9}', '\u{4e2d}', '\u{1f600}'] {
            assert!(!is_invisible(visible), "{visible:?}");
        }
    }
}
