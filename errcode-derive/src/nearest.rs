//! The known word that is nearest to a misspelt one.

/// `; did you mean ...?` for the known word that a misspelt one is near to.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The known word that is nearest, whatever the case of its letters: the same but for `-` and `_`, or one edit
/// away, or longer or shorter at its end, or two edits away.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], "");
    let small = word.to_lowercase();
    let edits_away = |edits: usize| {
        let mut known = known.iter().copied();
        known.find(|known| edits < known.len() && distance(&small, &known.to_lowercase()) == edits)
    };
    let word = plain(word);
    let same = known.iter().copied().find(|known| plain(known) == word);
    let longer_or_shorter = || {
        let longer = |known: &&str| word.chars().count() >= 3 && plain(known).starts_with(&word);
        let mut longer = known.iter().copied().filter(longer);
        if let (Some(only), None) = (longer.next(), longer.next()) {
            return Some(only);
        }
        let shorter = |known: &&str| known.chars().count() >= 4 && word.starts_with(&plain(known));
        let shorter = known.iter().copied().filter(shorter);
        shorter.max_by_key(|known| known.len())
    };
    same.or_else(|| edits_away(1))
        .or_else(longer_or_shorter)
        .or_else(|| edits_away(2))
}

/// Edits from one word to another, where two letters swapped are one edit.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // Three rows of the table are alive at a time: what swaps need, what edits need, this one.
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = above[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                let swapped: usize = before[j - 1];
                least = least.min(swapped + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        assert_eq!(distance("status", "status"), 0);
        assert_eq!(distance("statsu", "status"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn only_near_words_are_offered() {
        let keys = ["status", "code", "message"];
        assert_eq!(did_you_mean("statsu", keys), "; did you mean `status`?");
        assert_eq!(did_you_mean("STATUS", keys), "; did you mean `status`?");
        assert_eq!(did_you_mean("frob", keys), "");
        assert_eq!(did_you_mean("x", ["a", "b"]), "");
    }

    #[test]
    fn the_nearest_of_several_is_offered() {
        let keys = ["code", "hide_as", "header", "status", "public", "allow"];
        for (word, near) in [
            ("HIDE-AS", Some("hide_as")),
            ("hideas", Some("hide_as")),
            ("hide", Some("hide_as")),
            ("hi", None),
            ("sta", Some("status")),
            ("pub", Some("public")),
            ("status_code", Some("status")),
            ("allowed_by", Some("allow")),
            ("codes", Some("code")),
            ("hede", Some("code")),
            ("he", None),
        ] {
            assert_eq!(nearest(word, keys), near, "{word}");
        }
        assert_eq!(nearest("user", ["user_id", "user_name"]), None);
        assert_eq!(nearest("user", ["user_id", "name"]), Some("user_id"));
        assert_eq!(nearest("slugs_of", ["slug", "slugs"]), Some("slugs"));
        assert_eq!(nearest("ids_of", ["ids"]), None);
    }
}
