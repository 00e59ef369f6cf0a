//! The styles of codes.

use crate::naming;

/// The styles that a code may be in: how its letters are cased, and what stands between words.
/// Other marks (`:`, `.`, `/`) are structure, and each piece is in the style.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of six")]
pub(super) struct Styles {
    upper: bool,
    lower: bool,
    camel: bool,
    pascal: bool,
    underscore: bool,
    dash: bool,
}

impl Styles {
    pub(super) const ALL: Self = Self {
        upper: true,
        lower: true,
        camel: true,
        pascal: true,
        underscore: true,
        dash: true,
    };

    pub(super) fn new(code: &str) -> Self {
        let mut styles = Self::ALL;
        let mut in_piece = false;
        for letter in code.chars() {
            match letter {
                '_' | '-' => {
                    styles.underscore &= letter == '_';
                    styles.dash &= letter == '-';
                    styles.camel = false;
                    styles.pascal = false;
                }
                letter if letter.is_alphabetic() => {
                    let (upper, lower) = (letter.is_uppercase(), letter.is_lowercase());
                    styles.upper &= !lower;
                    styles.lower &= !upper;
                    styles.camel &= in_piece || lower;
                    styles.pascal &= in_piece || upper;
                    in_piece = true;
                }
                letter => in_piece &= letter.is_numeric(),
            }
        }
        styles
    }

    /// The styles that all are in, else the one style that most are in, of several that of the first.
    pub(super) fn of_most(all: &[Option<Self>]) -> Self {
        let known = all.iter().flatten();
        let together = known.clone().fold(Self::ALL, |one, other| one.and(*other));
        let Some(first) = known.clone().next().filter(|_| together.is_none()) else {
            return together;
        };
        let mut most = (Self::ALL, (0, false));
        for one in Self::each() {
            let count = known
                .clone()
                .filter(|styles| !styles.and(one).is_none())
                .count();
            let rank = (count, !first.and(one).is_none());
            if rank > most.1 {
                most = (one, rank);
            }
        }
        most.0
    }

    /// The styles one by one.
    fn each() -> impl Iterator<Item = Self> {
        (0..8).map(|at| Self {
            upper: at % 4 == 0,
            lower: at % 4 == 1,
            camel: at % 4 == 2,
            pascal: at % 4 == 3,
            underscore: at < 4,
            dash: at >= 4,
        })
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            upper: self.upper && other.upper,
            lower: self.lower && other.lower,
            camel: self.camel && other.camel,
            pascal: self.pascal && other.pascal,
            underscore: self.underscore && other.underscore,
            dash: self.dash && other.dash,
        }
    }

    pub(super) fn is_none(self) -> bool {
        !(self.upper || self.lower || self.camel || self.pascal) || !(self.underscore || self.dash)
    }

    /// A code in this style, if it is one of `rename_all`.
    pub(super) fn rename(self, code: &str) -> Option<String> {
        let style = match self {
            Self {
                upper: true,
                underscore: true,
                ..
            } => "SCREAMING_SNAKE_CASE",
            Self {
                lower: true,
                underscore: true,
                ..
            } => "snake_case",
            Self { lower: true, .. } => "kebab-case",
            Self { camel: true, .. } => "camelCase",
            Self { pascal: true, .. } => "PascalCase",
            Self { .. } => return None,
        };
        naming::rename(code, style).filter(|renamed| renamed != code)
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
            let all: Vec<_> = codes.iter().map(|code| Some(Styles::new(code))).collect();
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
    fn the_mend_is_in_the_first_codes_style() {
        assert_eq!(
            Styles::new("SLUG_TAKEN").rename("not-found").unwrap(),
            "NOT_FOUND"
        );
        assert_eq!(Styles::new("a-b").rename("NOT_FOUND").unwrap(), "not-found");
    }
}
