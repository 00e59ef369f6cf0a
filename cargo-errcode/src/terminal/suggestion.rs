//! "Did you mean": the known names that are nearest to one that is not.

/// The nearest of the names, best first, at most three. The case does not count, and a part of
/// a name is near to it.
pub(crate) fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> = known
        .into_iter()
        .map(|known| {
            let lower = known.to_lowercase();
            let likeness = strsim::normalized_damerau_levenshtein(&wanted, &lower);
            let is_part = wanted.chars().count() >= 3 && lower.contains(&wanted);
            (if is_part { likeness.max(0.7) } else { likeness }, known)
        })
        .filter(|(likeness, _)| *likeness > 0.6)
        .collect();
    near.sort_by(|(a, left), (b, right)| b.total_cmp(a).then(left.cmp(right)));
    near.dedup();
    near.truncate(3);
    near.into_iter().map(|(_, known)| known).collect()
}

/// The names in words: `` `a`, `b` or `c` ``.
pub(crate) fn words<'a>(names: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    let mut names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.pop() {
        Some(name) if names.is_empty() => name,
        Some(name) => format!("{} {last} {name}", names.join(", ")),
        None => String::new(),
    }
}

/// "did you mean ..." of the nearest names, if there are any.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let near = near(name, known);
    (!near.is_empty()).then(|| format!("did you mean {}?", words(near, "or")))
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, near, words};

    #[test]
    fn the_nearest_first_and_no_strangers() {
        let codes = ["SLUG_TAKEN", "SLUG_TOKEN", "RATE_LIMITED"];
        assert_eq!(near("SLUG_TAKN", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(near("slug-taken", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(near("slug", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(near("TEAPOT", codes), [""; 0]);
    }

    #[test]
    fn in_words() {
        assert_eq!(words(["a"], "or"), "`a`");
        assert_eq!(words(["a", "b", "c"], "and"), "`a`, `b` and `c`");
        let question = did_you_mean("skils", ["skills", "vault"]);
        assert_eq!(question.as_deref(), Some("did you mean `skills`?"));
        assert_eq!(did_you_mean("x", ["skills"]), None);
    }
}
