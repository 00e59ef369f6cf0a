//! Texts in const evaluation: compared, and put together for a check that fails.

/// A message made in const evaluation.
pub(crate) struct Text {
    bytes: [u8; 1024],
    len: usize,
}

impl Text {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; 1024],
            len: 0,
        }
    }

    /// Adds a text, if there is room for the whole of it.
    pub(crate) const fn push(&mut self, text: &str) {
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
    pub(crate) const fn push_number(&mut self, number: u16) {
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

    #[track_caller]
    pub(crate) const fn panic(&self) -> ! {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("this does not fit together"),
        }
    }
}

/// Whether two texts are equal, in const evaluation.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && ends_with(a, b)
}

/// Whether a text ends with another, in const evaluation.
pub(crate) const fn ends_with(text: &str, end: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tests::refusal;

    #[test]
    fn numbers_are_decimal() {
        for number in [0, 7, 10, 99, 100, 404, 1000, 65535] {
            let mut text = Text::new();
            text.push("<");
            text.push_number(number);
            text.push(">");
            assert_eq!(refusal(|| text.panic()), Some(format!("<{number}>")));
        }
    }

    #[test]
    fn what_has_no_room_is_left_out() {
        let mut text = Text::new();
        let long = "a".repeat(1021);
        text.push(&long);
        text.push("four");
        text.push("bcd");
        text.push("e");
        text.push_number(1);
        assert_eq!(refusal(|| text.panic()), Some(long + "bcd"));
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
        }
    }
}
