//! The `Accept` header (RFC 9110, 12.5.1): which of several media types a request prefers.

/// The position of the media type that a request prefers: the first one of the highest quality, if any is
/// acceptable.
///
/// If none is, a range such as `application/json` also stands for types that are written as JSON, such as
/// `application/problem+json` (RFC 6839).
pub(super) fn preferred<'a>(
    accept: &str,
    types: impl Iterator<Item = &'a str> + Clone,
) -> Option<usize> {
    best(accept, types.clone(), false).or_else(|| best(accept, types, true))
}

fn best<'a>(accept: &str, types: impl Iterator<Item = &'a str>, suffixes: bool) -> Option<usize> {
    let mut best = (0, None);
    for (at, media_type) in types.enumerate() {
        let quality = quality(accept, media_type, suffixes);
        if quality > best.0 {
            best = (quality, Some(at));
        }
    }
    best.1
}

/// The quality of a media type in thousandths: that of the most specific range that it matches, or 0.
fn quality(accept: &str, media_type: &str, suffixes: bool) -> u16 {
    let ranges = split(accept, b',').filter_map(Range::parse);
    let matching = ranges.filter_map(|range| {
        let precision = range.precision(media_type, suffixes)?;
        Some((precision, range.quality))
    });
    matching.max().map_or(0, |(_, quality)| quality)
}

/// One element of the header.
struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    /// The parameters, and after them `q` and what follows it.
    parameters: &'a str,
    /// In thousandths.
    quality: u16,
}

impl<'a> Range<'a> {
    /// Reads an element. One that RFC 9110 does not allow is ignored.
    fn parse(element: &'a str) -> Option<Self> {
        let (essence, parameters) = essence(element);
        let (kind, subtype) = essence.split_once('/')?;
        let is_token = |text: &str| {
            let allowed =
                |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
            !text.is_empty() && text.bytes().all(allowed)
        };
        let is_valid = is_token(kind) && is_token(subtype) && (kind != "*" || subtype == "*");
        let mut quality = 1000;
        for (name, value) in split(parameters, b';').filter_map(parameter) {
            if name.eq_ignore_ascii_case("q") {
                quality = thousandths(value)?;
            }
        }
        is_valid.then_some(Self {
            kind,
            subtype,
            parameters,
            quality,
        })
    }

    /// How precisely the range names a media type; `None` if it does not match.
    fn precision(&self, media_type: &str, suffixes: bool) -> Option<usize> {
        let (essence, has) = essence(media_type);
        let (kind, subtype) = essence.split_once('/')?;
        let is_kind = self.kind.eq_ignore_ascii_case(kind);
        let suffix = || subtype.rsplit_once('+').map(|(_, suffix)| suffix);
        let precision = if self.kind == "*" {
            0
        } else if is_kind && self.subtype == "*" {
            1
        } else if is_kind && self.subtype.eq_ignore_ascii_case(subtype) {
            3
        } else if suffixes
            && is_kind
            && suffix().is_some_and(|end| self.subtype.eq_ignore_ascii_case(end))
        {
            2
        } else {
            return None;
        };
        let mut wanted = 0;
        for (name, value) in split(self.parameters, b';').filter_map(parameter) {
            if name.eq_ignore_ascii_case("q") {
                break;
            }
            // Each text format here is UTF-8, and no other charset could be offered.
            if name.eq_ignore_ascii_case("charset") {
                continue;
            }
            let same = |(other, its): (&str, &str)| {
                name.eq_ignore_ascii_case(other) && unquoted(value) == unquoted(its)
            };
            if !split(has, b';').filter_map(parameter).any(same) {
                return None;
            }
            wanted += 1;
        }
        Some(precision + wanted)
    }
}

/// The type and subtype, and the parameters after them.
fn essence(text: &str) -> (&str, &str) {
    let (essence, parameters) = text.split_once(';').unwrap_or((text, ""));
    (essence.trim(), parameters)
}

/// The name and the value of a parameter.
fn parameter(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once('=')?;
    Some((name.trim(), value.trim()))
}

/// A value without the quotes that it may stand in.
fn unquoted(value: &str) -> &str {
    let inner = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(value)
}

/// A quality value in thousandths: `0` to `1` with at most three decimals.
fn thousandths(value: &str) -> Option<u16> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, part) {
        ("0", part) => Some(part),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// The parts of a text between separators that do not stand in quotes.
fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut quoted, mut escaped) = (false, false);
        let end = text.bytes().position(|byte| {
            if escaped {
                escaped = false;
            } else if byte == b'"' {
                quoted = !quoted;
            } else if quoted {
                escaped = byte == b'\\';
            } else {
                return byte == separator;
            }
            false
        });
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TYPES: [&str; 4] = [
        "application/problem+json",
        "application/json",
        "text/html; charset=utf-8",
        "text/plain; charset=utf-8",
    ];

    fn chosen(accept: &str) -> Option<&'static str> {
        preferred(accept, TYPES.into_iter()).map(|at| TYPES[at])
    }

    const PROBLEM: Option<&str> = Some(TYPES[0]);
    const JSON: Option<&str> = Some(TYPES[1]);
    const HTML: Option<&str> = Some(TYPES[2]);
    const TEXT: Option<&str> = Some(TYPES[3]);

    #[test]
    fn the_highest_quality_wins_and_then_the_first() {
        for (accept, expected) in [
            ("*/*", PROBLEM),
            ("text/*", HTML),
            ("text/plain, text/html", HTML),
            ("text/html;q=0.5, text/plain", TEXT),
            ("application/json;q=0.1, application/problem+json", PROBLEM),
            ("application/problem+json;q=0.1, application/json", JSON),
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                HTML,
            ),
            ("TEXT/PLAIN;Q=0.9 , image/png", TEXT),
            ("text/plain\t;\tq=0.9,text/html;q=0.899", TEXT),
        ] {
            assert_eq!(chosen(accept), expected, "{accept}");
        }
    }

    #[test]
    fn the_most_specific_range_decides() {
        for (accept, expected) in [
            ("*/*;q=0.1, text/*;q=0.2, text/plain;q=0.3", TEXT),
            ("*/*, application/*;q=0, text/html;q=0", TEXT),
            ("text/*, text/html;q=0.4", TEXT),
            ("text/html;q=0.4, text/*", TEXT),
            ("application/problem+json;q=0, application/*", JSON),
            // Parameters are more specific than none, but only those that the type has match.
            ("text/plain;format=flowed, text/html;q=0.2", HTML),
            ("text/plain;charset=UTF-8", TEXT),
            ("application/json; charset=utf-8", JSON),
        ] {
            assert_eq!(chosen(accept), expected, "{accept}");
        }
        let types = ["text/a", "text/a;v=\"2\""];
        let at = |accept| preferred(accept, types.into_iter());
        assert_eq!(at("text/a;v=2, text/a;q=0.5"), Some(1));
        assert_eq!(at("text/a;v=2;q=0.2, text/a;q=0.5"), Some(0));
        assert_eq!(at("text/a;v=3"), None);
    }

    #[test]
    fn what_is_not_acceptable() {
        for accept in [
            "",
            ",",
            "image/png",
            "*/*;q=0",
            "text/html;q=0",
            "text/html;q=0.0, image/*",
            // Not allowed by RFC 9110, and so ignored.
            "*",
            "*/html",
            "text",
            "/",
            "text/",
            "/html",
            "text/html;q=2",
            "text/html;q=1.001",
            "text/html;q=0.1234",
            "text/html;q=-1",
            "text/html;q=",
            "text/html;q=.5",
            "te xt/html",
            "\"text/html\"",
            "\"",
            "text/html;a=\"",
            "\u{7f}/*",
        ] {
            assert_eq!(chosen(accept), None, "{accept}");
        }
    }

    #[test]
    fn separators_in_quotes_separate_nothing() {
        let accept = r#"image/png;a=", text/html;q=1, \", ";q=1, text/plain;q=0.1"#;
        assert_eq!(chosen(accept), TEXT);
        assert_eq!(chosen("text/html;a=\"b"), None);
        // What follows `q` belongs to it.
        assert_eq!(chosen("text/plain;q=0.5;level=1"), TEXT);
    }

    #[test]
    fn a_suffix_matches_where_nothing_else_does() {
        let types = [
            "text/html",
            "application/problem+json",
            "application/problem+xml",
        ];
        let at = |accept| preferred(accept, types.into_iter());
        assert_eq!(at("application/json"), Some(1));
        assert_eq!(at("application/xml, application/json;q=0.9"), Some(2));
        assert_eq!(at("application/json, text/html;q=0.1"), Some(0));
        assert_eq!(at("application/json, application/problem+json;q=0"), None);
        assert_eq!(at("text/json"), None);
        assert_eq!(at("application/son"), None);
    }

    /// A range of the header, and its quality.
    type Element = (&'static str, Option<u16>, bool);

    fn element() -> impl Strategy<Value = Element> {
        const RANGES: [&str; 8] = [
            "*/*",
            "text/*",
            "application/*",
            "text/html",
            "text/plain",
            "application/json",
            "application/problem+json",
            "image/png",
        ];
        let quality = proptest::option::of(0..=1000_u16);
        (
            proptest::sample::select(&RANGES[..]),
            quality,
            any::<bool>(),
        )
    }

    fn header(elements: &[Element]) -> String {
        let elements = elements.iter().map(|(range, quality, spaced)| {
            let space = if *spaced { " \t" } else { "" };
            let range = if *spaced {
                range.to_uppercase()
            } else {
                (*range).to_owned()
            };
            let quality = quality.map(|thousandths| match thousandths {
                1000 => format!("{space};{space}q=1.000"),
                part => format!(";q=0.{part:03}{space}"),
            });
            format!("{space}{range}{}", quality.unwrap_or_default())
        });
        elements.collect::<Vec<_>>().join(",")
    }

    /// The same, decided in the slow and obvious way.
    fn expected(elements: &[Element]) -> Option<usize> {
        let qualities = TYPES.map(|media_type| {
            let essence = media_type.split(';').next().unwrap();
            let kind = format!("{}/*", essence.split('/').next().unwrap());
            [essence, &kind, "*/*"]
                .iter()
                .find_map(|range| {
                    let same = elements.iter().filter(|element| element.0 == *range);
                    same.map(|element| element.1.unwrap_or(1000)).max()
                })
                .unwrap_or(0)
        });
        let best = qualities.into_iter().max().filter(|best| *best > 0)?;
        qualities.iter().position(|quality| *quality == best)
    }

    proptest! {
        #[test]
        fn any_header_is_read_as_it_was_written(elements in proptest::collection::vec(element(), 0..6)) {
            let accept = header(&elements);
            let suffixed = elements.iter().any(|element| element.0 == "application/json");
            match expected(&elements) {
                None if suffixed => {}
                expected => prop_assert_eq!(preferred(&accept, TYPES.into_iter()), expected, "{}", accept),
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(accept in "(?s).{0,60}", noise in "[a-z*/;,=\"\\\\q0-9. \t]{0,60}") {
            for accept in [accept, noise] {
                if let Some(at) = preferred(&accept, TYPES.into_iter()) {
                    prop_assert!(at < TYPES.len());
                    prop_assert!(accept.contains('/'));
                }
            }
        }
    }
}
