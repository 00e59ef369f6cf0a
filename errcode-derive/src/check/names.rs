//! Names of checks in `allow` and `deny`.

use crate::diagnostics::{Diagnostics, listed};
use crate::nearest::nearest;
use crate::tokens::{Trees, source};

/// The known names in a list, and where they stand. A misspelt name counts as the one that is meant. `elsewhere` has
/// names that have an effect in another place, and what to write there.
pub(super) fn known<'a>(
    list: impl Iterator<Item = &'a Trees>,
    known: &[&'static str],
    elsewhere: impl Fn(&str) -> Option<(&'static str, String)>,
    errors: &mut Diagnostics,
) -> Vec<(&'static str, &'a Trees)> {
    let mut found: Vec<(&str, &Trees)> = Vec::new();
    for at in list {
        let text = source(at).replace(' ', "");
        let name = text.rsplit("::").next().unwrap_or_default();
        let near = nearest(name.trim_matches('"'), known.iter().copied());
        let is_double = || found.iter().any(|(name, _)| *name == text);
        let (message, help) = match (near, elsewhere(&text)) {
            (Some(near), _) if near == text && !is_double() => {
                found.push((near, at));
                continue;
            }
            (Some(near), _) if near == text => {
                errors.report(at, format!("duplicate `{text}`"), "remove one of them");
                continue;
            }
            (_, Some((place, form))) => {
                let message = format!("`{text}` is a check of {place}, and has no effect here");
                errors.report(at, message, format!("write `{form}` there"));
                continue;
            }
            (Some(near), None) => (
                format!("unknown check `{text}`; did you mean `{near}`?"),
                format!("write `{near}`"),
            ),
            (None, None) => (
                format!("unknown check `{text}`"),
                format!("expected one of {}", listed(known.iter().copied())),
            ),
        };
        errors.report(at, message, help);
        found.extend(near.map(|near| (near, at)));
    }
    found
}
