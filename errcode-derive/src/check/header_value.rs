//! Values of fixed headers that their header does not allow.

use errcode_rules::header::{is_among, is_name_character};

use super::uri;

/// What is wrong with a value, and a value that is right.
pub(super) fn wrong(name: &str, value: &str) -> Option<(&'static str, String)> {
    let (is_right, rule, sample) = match name {
        "retry-after" => (
            is_number(value) || is_date(value),
            "seconds or an HTTP date (RFC 9110, 10.2.3)",
            "30".to_owned(),
        ),
        "allow" => (
            value.split(',').all(|method| is_token(method.trim())) || value.trim().is_empty(),
            "methods with commas between them (RFC 9110, 10.2.1)",
            value
                .split(|letter: char| !letter.is_ascii_alphabetic())
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        ),
        // A blank one is missing.
        name if is_among(&["www-authenticate", "proxy-authenticate"], name) => (
            value.trim().is_empty() || is_token(value.split([' ', ',']).next().unwrap_or_default()),
            "a scheme, then its parameters (RFC 9110, 11.6.1)",
            format!("Bearer {}", value.trim()),
        ),
        "location" => {
            let read = uri::read(value);
            let meant = read
                .as_ref()
                .err()
                .map_or_else(String::new, |wrong| wrong.meant.clone());
            (read.is_ok(), "a URI reference (RFC 9110, 10.2.2)", meant)
        }
        "link" => (
            value.split(">,").all(is_link),
            "a URI reference in angle brackets, then parameters (RFC 8288, 3)",
            format!(
                "<{}>; rel=\"help\"",
                value.split([' ', ';']).next().unwrap_or_default()
            ),
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
    inside.is_some_and(|inside| uri::read(inside.split('>').next().unwrap_or_default()).is_ok())
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
        for (name, value, meant) in [
            ("retry-after", "soon", "30"),
            ("retry-after", "-1", "30"),
            ("retry-after", "", "30"),
            ("retry-after", "Sun, 06 Nov 1994", "30"),
            ("allow", "get; post", "get, post"),
            ("allow", "GET,,", "GET"),
            ("www-authenticate", "realm=\"a\"", "Bearer realm=\"a\""),
            ("proxy-authenticate", ", Basic", "Bearer , Basic"),
            ("location", "/a b", "/a%20b"),
            ("link", "https://x; rel=help", "<https://x>; rel=\"help\""),
        ] {
            let (_, found) = wrong(name, value).unwrap();
            assert_eq!(found, meant, "{name}: {value}");
        }
    }
}
