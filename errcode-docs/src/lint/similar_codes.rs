//! Codes that are easily confused: they differ only in case and separators, or in one edit.

use std::collections::HashMap;

/// For each code the first earlier code that is easily confused with it. The codes must be distinct.
pub(super) fn earlier(codes: &[&str]) -> Vec<Option<usize>> {
    let words: Vec<Vec<char>> = codes.iter().map(|code| code.chars().collect()).collect();
    let mut by_letters: HashMap<String, usize> = HashMap::new();
    let mut by_length: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut found = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        let same_letters = *by_letters.entry(letters_and_digits(word)).or_insert(index);
        let mut first = Some(same_letters).filter(|other| *other != index);
        if word.len() >= SHORTEST {
            let lengths = word.len() - 1..=word.len() + 1;
            let same_length = lengths.filter_map(|length| by_length.get(&length));
            let one_edit = same_length.filter_map(|others| {
                let mut others = others.iter().copied();
                others.find(|other| is_one_edit(word, &words[*other]))
            });
            first = first.into_iter().chain(one_edit).min();
            by_length.entry(word.len()).or_default().push(index);
        }
        found.push(first);
    }
    found
}

/// Shorter codes are not compared by edits, because most of them are one edit apart.
const SHORTEST: usize = 4;

/// Whether one character was inserted, removed or replaced, or two neighbours were swapped. Codes that differ only in
/// numbers do not count.
fn is_one_edit(one: &[char], other: &[char]) -> bool {
    let same = |(a, b): &(&char, &char)| a == b;
    let start = one.iter().zip(other).take_while(same).count();
    let (rest, other_rest) = (&one[start..], &other[start..]);
    let end = rest
        .iter()
        .rev()
        .zip(other_rest.iter().rev())
        .take_while(same);
    let end = end.count();
    let is_one_edit = match (
        &rest[..rest.len() - end],
        &other_rest[..other_rest.len() - end],
    ) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    is_one_edit && !differ_only_in_numbers(one, other)
}

/// The letters and digits in lower case.
fn letters_and_digits(word: &[char]) -> String {
    let letters = word.iter().filter(|c| c.is_alphanumeric());
    letters.flat_map(|c| c.to_lowercase()).collect()
}

/// Whether two codes with digits differ only in their digits (`E1001`, `E1002`). Readers do not confuse them.
fn differ_only_in_numbers(one: &[char], other: &[char]) -> bool {
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

    use super::{SHORTEST, differ_only_in_numbers, earlier, letters_and_digits};

    #[test]
    fn similar_codes_are_found() {
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

    /// Whether two codes are similar, computed with the full table of edit distances.
    fn is_similar(one: &str, other: &str) -> bool {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        if letters_and_digits(&a) == letters_and_digits(&b) {
            return true;
        }
        if a.len().min(b.len()) < SHORTEST || differ_only_in_numbers(&a, &b) {
            return false;
        }
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let mut least = if i == 0 || j == 0 { i + j } else { usize::MAX };
                if i > 0 && j > 0 {
                    let other = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    least = other.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                }
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        table[a.len()][b.len()] <= 1
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_similar_code_is_found(codes in prop::collection::hash_set("[ab1_]{0,7}", 0..24)) {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            for (at, found) in earlier(&codes).into_iter().enumerate() {
                let similar: Vec<usize> =
                    (0..at).filter(|other| is_similar(codes[*other], codes[at])).collect();
                match found {
                    Some(found) => prop_assert!(similar.contains(&found), "{:?}", codes),
                    None => prop_assert!(similar.is_empty(), "{:?} {:?}", codes[at], similar),
                }
            }
        }
    }
}
