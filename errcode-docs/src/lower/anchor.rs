//! The anchors of entries and headings on a page.

use crate::unique_names::Names;

/// The anchors of one document.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    names: Names,
}

impl Anchors {
    /// The anchor of a code: the code itself with `-` for white space. If it is in use, the status is appended.
    pub(crate) fn for_code(&mut self, code: &str, status: u16) -> String {
        let without_spaces: String = code
            .chars()
            .map(|c| {
                if c.is_whitespace() || c.is_control() {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        let anchor = match without_spaces.as_str() {
            "" => "empty".to_owned(),
            _ => without_spaces,
        };
        if self.names.try_insert(&anchor) {
            return anchor;
        }
        self.names.insert(&format!("{anchor}-{status}"), '-')
    }

    /// The anchor of a heading: its words in lower case, joined by `-`.
    pub(crate) fn for_heading(&mut self, heading: &str) -> String {
        let lower = heading.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let anchor = match words.as_slice() {
            [] => "errors".to_owned(),
            words => words.join("-"),
        };
        self.names.insert(&anchor, '-')
    }
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn anchors_are_codes_and_unique() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.for_code("a|b", 400), "a|b");
        assert_eq!(anchors.for_code("a|b", 409), "a|b-409");
        assert_eq!(anchors.for_code("a|b", 409), "a|b-409-2");
        assert_eq!(anchors.for_code("a b", 400), "a-b");
        assert_eq!(anchors.for_code("", 400), "empty");
        assert_eq!(anchors.for_heading("HTTP: Errors!"), "http-errors");
        assert_eq!(anchors.for_heading("…"), "errors");
    }
}
