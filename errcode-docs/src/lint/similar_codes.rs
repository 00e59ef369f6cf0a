//! Codes that are easily taken for one another: the same but for case and separators, or one edit apart.
//!
//! Nothing is compared with everything: a code looks up what it would be after an edit, by a hash that
//! an edit changes in one step.

use std::collections::HashMap;

/// For each code the first that it is easily taken for, among those before it, if any. Codes are
/// distinct.
pub(super) fn earlier(codes: &[&str]) -> Vec<Option<usize>> {
    let words: Vec<Vec<char>> = codes.iter().map(|code| code.chars().collect()).collect();
    let mut alike: HashMap<String, usize> = HashMap::new();
    let mut edits = Edits::default();
    let mut found = Vec::with_capacity(codes.len());
    for (at, word) in words.iter().enumerate() {
        let mut near = vec![*alike.entry(folded(word)).or_insert(at)];
        if word.len() >= SHORTEST {
            let hashes = Hashes::of(word);
            let others = edits.near(word, &hashes).into_iter();
            near.extend(others.filter(|other| {
                is_one_edit(word, &words[*other]) && !are_numbered(word, &words[*other])
            }));
            edits.add(word, &hashes, at);
        }
        found.push(near.into_iter().filter(|other| *other != at).min());
    }
    found
}

/// Below it a code has hardly a letter that is not an edit away from others.
const SHORTEST: usize = 4;

/// The codes so far, by hashes of what they are and of what one character less makes of them.
#[derive(Default)]
struct Edits {
    whole: HashMap<u64, usize>,
    /// By what is left, and by what is left and the place of the missing one: the first code without a
    /// digit there, and the first with one.
    shorter: HashMap<(u64, Option<usize>), [Option<usize>; 2]>,
}

impl Edits {
    fn add(&mut self, word: &[char], hashes: &Hashes, at: usize) {
        self.whole.entry(hashes.whole()).or_insert(at);
        for (place, character) in word.iter().enumerate() {
            let kind = usize::from(character.is_ascii_digit());
            let rest = hashes.without(place);
            for place in [None, Some(place)] {
                self.shorter.entry((rest, place)).or_default()[kind].get_or_insert(at);
            }
        }
    }

    /// Codes that one character more, less or other makes of a word, or two that change places. Of
    /// many that differ in the same place it is the first without and the first with a digit there.
    fn near(&self, word: &[char], hashes: &Hashes) -> Vec<usize> {
        let shorter = |key| self.shorter.get(&key).into_iter().flatten().flatten();
        let mut near: Vec<usize> = shorter((hashes.whole(), None)).copied().collect();
        for place in 0..word.len() {
            let rest = hashes.without(place);
            near.extend(self.whole.get(&rest));
            near.extend(shorter((rest, Some(place))));
            if place + 1 < word.len() {
                near.extend(self.whole.get(&hashes.swapped(word, place)));
            }
        }
        near
    }
}

/// Hashes of a word's beginnings and ends: a polynomial in [`BASE`] of its characters.
struct Hashes {
    beginnings: Vec<u64>,
    ends: Vec<u64>,
    powers: Vec<u64>,
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hashes {
    fn of(word: &[char]) -> Self {
        let (mut beginnings, mut ends, mut powers) = (vec![0_u64], vec![0_u64], vec![1_u64]);
        for (place, character) in word.iter().enumerate() {
            let beginning = beginnings[place].wrapping_mul(BASE);
            beginnings.push(beginning.wrapping_add(u64::from(*character)));
            powers.push(powers[place].wrapping_mul(BASE));
        }
        for (place, character) in word.iter().rev().enumerate() {
            let first = u64::from(*character).wrapping_mul(powers[place]);
            ends.push(ends[place].wrapping_add(first));
        }
        ends.reverse();
        Self {
            beginnings,
            ends,
            powers,
        }
    }

    fn whole(&self) -> u64 {
        self.ends[0]
    }

    /// Of the word without the character at a place.
    fn without(&self, place: usize) -> u64 {
        let end = self.ends[place + 1];
        let length = self.ends.len() - 2 - place;
        let beginning = self.beginnings[place].wrapping_mul(self.powers[length]);
        beginning.wrapping_add(end)
    }

    /// Of the word with the character at a place after the next one.
    fn swapped(&self, word: &[char], place: usize) -> u64 {
        let mut hash = self.beginnings[place];
        for character in [word[place + 1], word[place]] {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(character));
        }
        let length = word.len() - place - 2;
        hash.wrapping_mul(self.powers[length])
            .wrapping_add(self.ends[place + 2])
    }
}

/// Whether one character more, less or other, or two that change places, make one of the other.
fn is_one_edit(one: &[char], other: &[char]) -> bool {
    let same = |(a, b): &(&char, &char)| a == b;
    let start = one.iter().zip(other).take_while(same).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(same);
    let end = end.count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
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

    use super::{SHORTEST, are_numbered, earlier, folded};

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

    /// Every pair, the slow way: by the table of all edits.
    fn is_near(one: &str, other: &str) -> bool {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        if folded(&a) == folded(&b) {
            return true;
        }
        if a.len().min(b.len()) < SHORTEST || are_numbered(&a, &b) {
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
