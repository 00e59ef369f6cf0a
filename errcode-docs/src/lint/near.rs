//! Codes that are easily taken for one another: the same but for case and separators, or one edit apart.
//!
//! Nothing is compared with everything: a code looks up what it would be after an edit.

use std::collections::HashMap;
use std::ops::RangeInclusive;

/// For each code the first that it is easily taken for, among those before it, if any. Codes are
/// distinct.
pub(super) fn earlier(codes: &[&str]) -> Vec<Option<usize>> {
    let words: Vec<Vec<char>> = codes.iter().map(|code| code.chars().collect()).collect();
    let mut seen = Seen::default();
    let mut found = Vec::with_capacity(codes.len());
    for (at, word) in words.iter().enumerate() {
        let mut near = Vec::new();
        near.extend(seen.alike.get(&folded(word)).copied());
        if LENGTHS.contains(&word.len()) {
            near.extend(
                seen.one_edit_from(word)
                    .filter(|other| !are_numbered(word, &words[*other])),
            );
        }
        found.push(near.into_iter().min());
        seen.add(word, at);
    }
    found
}

/// The lengths of codes whose edits matter: shorter ones are all an edit from others, and longer ones
/// are no codes that anyone reads by letters.
const LENGTHS: RangeInclusive<usize> = 4..=64;

/// The codes so far.
#[derive(Default)]
struct Seen {
    /// By their letters and digits, in lower case.
    alike: HashMap<String, usize>,
    whole: HashMap<Vec<char>, usize>,
    /// By what is left without one character, those whose missing one is a digit apart from others.
    without: HashMap<(usize, Vec<char>), [Option<usize>; 2]>,
    /// By what is left without one character, wherever it was.
    shorter: HashMap<Vec<char>, [Option<usize>; 2]>,
}

impl Seen {
    fn add(&mut self, word: &[char], at: usize) {
        self.alike.entry(folded(word)).or_insert(at);
        if !LENGTHS.contains(&word.len()) {
            return;
        }
        self.whole.entry(word.to_vec()).or_insert(at);
        for (place, character) in word.iter().enumerate() {
            let kind = usize::from(character.is_ascii_digit());
            let rest = without(word, place);
            self.shorter.entry(rest.clone()).or_default()[kind].get_or_insert(at);
            self.without.entry((place, rest)).or_default()[kind].get_or_insert(at);
        }
    }

    /// Codes that one character more, less or other makes of a word, or two that change places. Of
    /// those that differ in the same place, one that has a digit there and one that has none.
    fn one_edit_from(&self, word: &[char]) -> impl Iterator<Item = usize> {
        let mut near = Vec::new();
        near.extend(self.shorter.get(word).into_iter().flatten().flatten());
        for place in 0..word.len() {
            let rest = without(word, place);
            near.extend(self.whole.get(&rest));
            near.extend(
                self.without
                    .get(&(place, rest))
                    .into_iter()
                    .flatten()
                    .flatten(),
            );
            if place + 1 < word.len() {
                let mut swapped = word.to_vec();
                swapped.swap(place, place + 1);
                near.extend(self.whole.get(&swapped));
            }
        }
        near.into_iter()
    }
}

fn without(word: &[char], place: usize) -> Vec<char> {
    let mut rest = word.to_vec();
    rest.remove(place);
    rest
}

/// Letters and digits in lower case.
fn folded(word: &[char]) -> String {
    let letters = word.iter().filter(|c| c.is_alphanumeric());
    letters.flat_map(|c| c.to_lowercase()).collect()
}

/// Whether two codes differ in their numbers alone (`E1001`, `E1002`): nobody reads them by shape.
fn are_numbered(one: &[char], other: &[char]) -> bool {
    let letters = |word: &[char]| -> Vec<char> {
        let letters = word.iter().filter(|c| !c.is_ascii_digit());
        letters.copied().collect()
    };
    let has_digits = |word: &[char]| word.iter().any(char::is_ascii_digit);
    has_digits(one) && has_digits(other) && letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LENGTHS, are_numbered, earlier, folded};

    #[test]
    fn near_is_near() {
        for (one, other, near) in [
            ("SLUG_TAKEN", "SLUG_TAKE", true),
            ("SLUG_TAKEN", "SLUG_TAKENS", true),
            ("SLUG_TAKEN", "SLUG_TOKEN", true),
            ("SLUG_TAKEN", "SLUG_TAEKN", true),
            ("SLUG_TAKEN", "slugTaken", true),
            ("SLUG_TAKEN", "slug-taken", true),
            ("SLUG_TAKEN", "SLUG_TAKEN2", true),
            ("SLUG_TAKEN", "SLUG_TO_KEN", false),
            ("SLUG_TAKEN", "SLUG_MISSING", false),
            ("E1001", "E1002", false),
            ("E1001", "E10010", false),
            ("1001", "1002", false),
            ("E1001", "F1001", true),
            ("IO", "ID", false),
            ("ID", "id", true),
            ("größe", "grösse", false),
            ("größe", "grösze", false),
            ("größe", "grüße", true),
        ] {
            for codes in [[one, other], [other, one]] {
                let found = earlier(&codes);
                assert_eq!(found, [None, near.then_some(0)], "{codes:?}");
            }
        }
        assert_eq!(
            earlier(&["a_b", "A-B", "ab", ""]),
            [None, Some(0), Some(0), None]
        );
    }

    /// Every pair, the slow way.
    fn is_near(one: &str, other: &str) -> bool {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        if folded(&a) == folded(&b) {
            return true;
        }
        let is_read = |word: &Vec<char>| LENGTHS.contains(&word.len());
        if !is_read(&a) || !is_read(&b) || are_numbered(&a, &b) {
            return false;
        }
        let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let (a, b) = (&a[start..], &b[start..]);
        let end = a
            .iter()
            .rev()
            .zip(b.iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
        match (a, b) {
            ([], [_]) | ([_], [] | [_]) => true,
            ([p, q], [r, s]) => p == s && q == r,
            _ => false,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_near_any_is_found(codes in prop::collection::hash_set("[ab1_]{0,7}", 0..24)) {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            for (at, found) in earlier(&codes).into_iter().enumerate() {
                let near: Vec<usize> =
                    (0..at).filter(|other| is_near(codes[*other], codes[at])).collect();
                match found {
                    Some(found) => prop_assert!(near.contains(&found), "{:?}", codes),
                    None => prop_assert!(near.is_empty(), "{:?} {:?}", codes[at], near),
                }
            }
        }
    }
}
