//! Values of fixed headers that their header does not allow.

use errcode_rules::header::is_name_character;

use super::uri;

/// What the value of a header has to be and is not, and a value that is right.
pub(super) fn wrong(name: &str, value: &str) -> Option<(&'static str, &'static str)> {
    let (is_right, rule, sample) = match name {
        "retry-after" => (
            is_number(value) || is_date(value),
            "seconds or an HTTP date (RFC 9110, 10.2.3)",
            "30",
        ),
        "allow" => (
            value.split(',').all(|method| is_token(method.trim())) || value.trim().is_empty(),
            "methods with commas between them (RFC 9110, 10.2.1)",
            "GET, HEAD",
        ),
        // A blank one is missing.
        "www-authenticate" | "proxy-authenticate" => (
            value.trim().is_empty() || is_token(value.split([' ', ',']).next().unwrap_or_default()),
            "a scheme, then its parameters (RFC 9110, 11.6.1)",
            "Bearer realm=\"api\"",
        ),
        "location" => (
            uri::wrong(value).is_none(),
            "a URI reference (RFC 9110, 10.2.2)",
            "/skills/a%20b",
        ),
        "link" => (
            value.split(">,").all(is_link),
            "a URI reference in angle brackets, then parameters (RFC 8288, 3)",
            "</help>; rel=\"help\"",
        ),
        _ => return None,
    };
    (!is_right).then_some((rule, sample))
}

fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether this is a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
fn is_date(value: &str) -> bool {
    const FORM: &str = "aaa, 00 aaa 0000 00:00:00 GMT";
    let alike = |(form, letter): (u8, u8)| match form {
        b'a' => letter.is_ascii_alphabetic(),
        b'0' => letter.is_ascii_digit(),
        form => form == letter,
    };
    value.len() == FORM.len() && FORM.bytes().zip(value.bytes()).all(alike)
}

fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_character)
}

/// Whether this is one link, of which the `>` may be missing if it stood before a comma.
fn is_link(link: &str) -> bool {
    let inside = link.trim().strip_prefix('<');
    inside.is_some_and(|inside| uri::wrong(inside.split('>').next().unwrap_or_default()).is_none())
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn values_are_those_of_their_headers() {
        for (name, value) in [
            ("retry-after", "0"),
            ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("allow", ""),
            ("allow", "GET, M-SEARCH"),
            ("www-authenticate", "Bearer"),
            ("www-authenticate", "Basic realm=\"a\", Bearer"),
            ("location", "/a?b#c"),
            ("link", "<https://x/y>; rel=\"help\", </z>"),
            ("x-other", "soon"),
        ] {
            assert_eq!(wrong(name, value), None, "{name}: {value}");
        }
        for (name, value) in [
            ("retry-after", "soon"),
            ("retry-after", "-1"),
            ("retry-after", ""),
            ("retry-after", "Sun, 06 Nov 1994"),
            ("allow", "get; post"),
            ("allow", "GET,,"),
            ("www-authenticate", "realm=\"a\""),
            ("proxy-authenticate", ", Basic"),
            ("location", "/a b"),
            ("link", "https://x; rel=help"),
        ] {
            assert!(wrong(name, value).is_some(), "{name}: {value}");
        }
    }
}
