//! Suggestions for an unknown name: "did you mean ...?".

/// The nearest names, best first, at most three. Case is ignored, and a part of a name is near to it.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut nearest: Vec<(f64, &str)> = known
        .into_iter()
        .map(|known| {
            let lower = known.to_lowercase();
            let similarity = strsim::normalized_damerau_levenshtein(&wanted, &lower);
            let is_part = wanted.chars().count() >= 3 && lower.contains(&wanted);
            let similarity = if is_part {
                similarity.max(0.7)
            } else {
                similarity
            };
            (similarity, known)
        })
        .filter(|(similarity, _)| *similarity > 0.6)
        .collect();
    nearest.sort_by(|(a, left), (b, right)| b.total_cmp(a).then(left.cmp(right)));
    nearest.dedup();
    nearest.truncate(3);
    nearest.into_iter().map(|(_, known)| known).collect()
}

/// A list of names: `` `a`, `b` or `c` ``.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    let mut names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.pop() {
        Some(name) if names.is_empty() => name,
        Some(name) => format!("{} {last} {name}", names.join(", ")),
        None => String::new(),
    }
}

/// Names everything there is: "the program is `a`", "the programs are `a` and `b`".
pub(crate) fn all(noun: &str, names: &[&str]) -> String {
    let are = plural(names.len(), " is", "s are");
    format!("the {noun}{are} {}", list(names.iter().copied(), "and"))
}

/// Chooses the singular or the plural.
pub(crate) fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// The question "did you mean ...?" with the nearest names, if there are any.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let nearest = nearest(name, known);
    (!nearest.is_empty()).then(|| format!("did you mean {}?", list(nearest, "or")))
}

#[cfg(test)]
mod tests {
    use super::{all, did_you_mean, list, nearest};

    #[test]
    fn the_nearest_first() {
        let codes = ["SLUG_TAKEN", "SLUG_TOKEN", "RATE_LIMITED"];
        assert_eq!(nearest("SLUG_TAKN", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(nearest("slug-taken", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(nearest("slug", codes), ["SLUG_TAKEN", "SLUG_TOKEN"]);
        assert_eq!(nearest("TEAPOT", codes), [""; 0]);
    }

    #[test]
    fn lists_and_questions() {
        assert_eq!(list(["a"], "or"), "`a`");
        assert_eq!(list(["a", "b", "c"], "and"), "`a`, `b` and `c`");
        assert_eq!(all("group", &["a"]), "the group is `a`");
        assert_eq!(all("group", &["a", "b"]), "the groups are `a` and `b`");
        let question = did_you_mean("skils", ["skills", "vault"]);
        assert_eq!(question.as_deref(), Some("did you mean `skills`?"));
        assert_eq!(did_you_mean("x", ["skills"]), None);
    }
}
