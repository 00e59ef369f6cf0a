//! The styles of codes.

use crate::naming;

/// The styles that a code may be in, a bit for each of [`RULES`]. Other marks than `_` and `-` (`:`, `.`, `/`) are
/// structure, and each piece is in the style.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Styles(u8);

/// The rules of `rename_all` by which a code gets into each style. Upper case with `-` has none.
const RULES: [&str; 6] = [
    "SCREAMING_SNAKE_CASE",
    "",
    "snake_case",
    "kebab-case",
    "camelCase",
    "PascalCase",
];

impl Styles {
    pub(super) const ALL: Self = Self(0b11_1111);

    pub(super) fn new(code: &str) -> Self {
        let (upper, lower) = (
            code.contains(char::is_uppercase),
            code.contains(char::is_lowercase),
        );
        let (underscore, dash) = (code.contains('_'), code.contains('-'));
        let pieces = code.split(|letter: char| !letter.is_alphanumeric());
        let mut firsts =
            pieces.filter_map(|piece| piece.chars().find(|letter| letter.is_alphabetic()));
        let is_split = underscore || dash;
        let fits = [
            !lower && !dash,
            !lower && !underscore,
            !upper && !dash,
            !upper && !underscore,
            !is_split && firsts.clone().all(char::is_lowercase),
            !is_split && firsts.all(char::is_uppercase),
        ];
        Self(
            fits.iter()
                .rev()
                .fold(0, |bits, fits| bits << 1 | u8::from(*fits)),
        )
    }

    /// The styles that all are in, else the one style that most are in, of several that of the first.
    pub(super) fn of_most(all: &(impl Iterator<Item = Self> + Clone)) -> Self {
        let together = all.clone().fold(Self::ALL, Self::and);
        let Some(first) = all.clone().next().filter(|_| together.is_none()) else {
            return together;
        };
        let rank = |style: &Self| {
            let count = all
                .clone()
                .filter(|other| !other.and(*style).is_none())
                .count();
            (count, !first.and(*style).is_none())
        };
        let each = (0..RULES.len()).rev().map(|at| Self(1 << at));
        each.max_by_key(rank).unwrap_or(first)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// A code in this style, if it is one of `rename_all`.
    pub(super) fn rename(self, code: &str) -> Option<String> {
        let rule = RULES.get(self.0.trailing_zeros() as usize)?;
        naming::rename(code, rule).filter(|renamed| renamed != code)
    }
}

#[cfg(test)]
mod tests {
    use super::Styles;

    fn fit(codes: &[&str]) -> bool {
        let all = codes
            .iter()
            .fold(Styles::ALL, |styles, code| styles.and(Styles::new(code)));
        !all.is_none()
    }

    #[test]
    fn codes_of_one_style() {
        assert!(fit(&["SLUG_TAKEN", "NOT_FOUND", "GONE", "X509"]));
        assert!(fit(&["slug_taken", "gone"]));
        assert!(fit(&["slug-taken", "gone"]));
        assert!(fit(&["slugTaken", "gone"]));
        assert!(fit(&["SlugTaken", "Gone"]));
        assert!(fit(&["KV:Raftstore:NotLeader", "KV:Pd:NotReady"]));
        assert!(fit(&["a|b", "a.b/c"]));
        assert!(fit(&["1", "2"]));
        assert!(fit(&["1aB", "2c"]));
    }

    #[test]
    fn codes_of_several_styles() {
        assert!(!fit(&["SLUG_TAKEN", "slug-taken"]));
        assert!(!fit(&["SLUG_TAKEN", "gone"]));
        assert!(!fit(&["slug_taken", "slug-taken"]));
        assert!(!fit(&["slugTaken", "SlugTaken"]));
        assert!(!fit(&["Slug_taken"]));
        assert!(!fit(&["a:Bc"]));
        assert!(!fit(&["slug_taken", "slugTaken"]));
    }

    #[test]
    fn most_decide_and_of_as_many_the_first() {
        let renamed = |codes: &[&str], odd: &str| {
            let all = codes.iter().map(|code| Styles::new(code));
            Styles::of_most(&all).rename(odd)
        };
        assert_eq!(
            renamed(
                &["not-found", "GONE", "SLUG_TAKEN", "NAME_TAKEN"],
                "not-found"
            )
            .as_deref(),
            Some("NOT_FOUND")
        );
        assert_eq!(
            renamed(&["slug-taken", "NOT_FOUND"], "NOT_FOUND").as_deref(),
            Some("not-found")
        );
        assert_eq!(renamed(&[], "a").as_deref(), Some("A"));
        // Of styles that differ in what nobody uses, the first; none has upper case and dashes.
        assert_eq!(
            renamed(&["ab", "cd", "EfGh"], "EfGh").as_deref(),
            Some("ef_gh")
        );
        assert_eq!(renamed(&["A-B", "C-D", "ef"], "ef"), None);
    }

    #[test]
    fn a_code_is_renamed_in_the_style_of_the_first() {
        assert_eq!(
            Styles::new("SLUG_TAKEN").rename("not-found").unwrap(),
            "NOT_FOUND"
        );
        assert_eq!(Styles::new("a-b").rename("NOT_FOUND").unwrap(), "not-found");
    }
}
