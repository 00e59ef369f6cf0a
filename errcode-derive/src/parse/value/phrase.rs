//! The names of statuses: reason phrases, and the constants that are called after them.

use errcode_rules::status::REGISTERED;
use syn::Path;
use syn::ext::IdentExt;

use crate::diagnostics::distance;

/// The status that a name means, whatever its letters and what is between its words, with its constant. Only long
/// names may be misspelt.
pub(crate) fn status(name: &str) -> Option<(u16, &'static str)> {
    let plain = |name: &str| {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.collect::<String>().to_lowercase()
    };
    let name = plain(name);
    let edits = REGISTERED.iter().flat_map(|status| {
        [status.constant, status.phrase].map(|known| {
            let known = plain(known);
            let edits = distance(&name, &known);
            (edits == 0 || edits <= 2 && known.len() >= 8).then_some((edits, status))
        })
    });
    let (_, status) = edits.flatten().min_by_key(|(edits, _)| *edits)?;
    Some((status.number, status.constant))
}

/// The constant that is meant by the name of a status which is not in capitals, as constants are.
pub(super) fn misspelt(path: &Path) -> Option<&'static str> {
    let name = path.segments.last()?.ident.unraw().to_string();
    let (_, constant) = status(&name)?;
    name.contains(char::is_lowercase).then_some(constant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_constants_and_phrases() {
        for known in REGISTERED {
            for name in [known.constant, known.phrase] {
                let found = status(name).map(|(number, _)| number);
                assert_eq!(found, Some(known.number), "{name}");
            }
        }
    }

    #[test]
    fn long_names_may_be_misspelt() {
        for (name, number) in [
            ("not-found", Some(404)),
            ("NotFuond", Some(404)),
            ("Conflit", Some(409)),
            ("Conlfit", Some(409)),
            ("Conlfits", None),
            ("gone", Some(410)),
            ("done", None),
            ("blocked", None),
            ("", None),
        ] {
            assert_eq!(status(name).map(|(number, _)| number), number, "{name}");
        }
    }

    #[test]
    fn constants_of_other_names_are_constants() {
        for (path, constant) in [
            ("NotFound", Some("NOT_FOUND")),
            ("StatusCode::Conflit", Some("CONFLICT")),
            ("r#gone", Some("GONE")),
            ("StatusCode::CONFLIT", None),
            ("NOT_FOUND", None),
            ("NotFound::STATUS", None),
            ("codes::slug_taken", None),
        ] {
            let path = syn::parse_str(path).unwrap();
            assert_eq!(misspelt(&path), constant);
        }
    }
}
