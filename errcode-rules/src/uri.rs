//! Percent-encoding (RFC 3986, 2.1).

/// Whether a character needs no encoding in any part of a URI (RFC 3986, 2.3).
pub const fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '_' | '~')
}

/// A text with every byte encoded that is not unreserved.
///
/// ```
/// assert_eq!(errcode_rules::uri::encode("A/é"), "A%2F%C3%A9");
/// ```
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_unreserved(char::from(byte)) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_unreserved_bytes_are_encoded() {
        assert_eq!(encode("Az09-._~"), "Az09-._~");
        assert_eq!(encode(" /?#[]%{}"), "%20%2F%3F%23%5B%5D%25%7B%7D");
        assert_eq!(encode("\u{0}\u{7f}\u{e9}\u{20ac}"), "%00%7F%C3%A9%E2%82%AC");
    }
}
