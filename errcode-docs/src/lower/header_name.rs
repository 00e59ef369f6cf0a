//! The usual spelling of header names.

/// A header name in its usual spelling: `www-authenticate` becomes `WWW-Authenticate`.
pub(super) fn usual_spelling(name: &str) -> String {
    let words = name.split('-').map(|word| match word {
        "www" => "WWW".to_owned(),
        "etag" => "ETag".to_owned(),
        _ => {
            let mut rest = word.chars();
            let first = rest.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(rest).collect()
        }
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::usual_spelling;

    #[test]
    fn headers_as_they_are_written() {
        assert_eq!(usual_spelling("www-authenticate"), "WWW-Authenticate");
        assert_eq!(usual_spelling("x-ratelimit-reset"), "X-Ratelimit-Reset");
        assert_eq!(usual_spelling("Retry-After"), "Retry-After");
    }
}
