//! Codes: each one a meaning of its own, all of a type in one kind and one style.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use proc_macro2::TokenStream;
use syn::LitStr;
use syn::ext::IdentExt;

use super::status::Consts;
use super::{Type, type_uri};
use crate::case;
use crate::errors::Errors;
use crate::model::{Code, ConstCheck, Format, Status};
use crate::value::CodeValue;

/// A code in use.
struct Used {
    code: Code,
    problem: Option<Problem>,
    variant: String,
    at: TokenStream,
    /// May be another's too.
    shared: bool,
    /// May look as it likes.
    free: bool,
}

/// What tells problems apart that carry no code.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Problem {
    pub(super) status: Status,
    pub(super) type_uri: String,
}

/// All codes of a type.
pub(super) struct Codes {
    used: Vec<Used>,
    codeless: bool,
}

impl Codes {
    pub(super) fn of(ty: &Type<'_>) -> Self {
        Self {
            used: Vec::new(),
            codeless: matches!(ty.format, Format::Problem { code: false }),
        }
    }

    /// Takes in the code of an entry.
    pub(super) fn take(
        &mut self,
        code: &Code,
        problem: Option<Problem>,
        variant: &str,
        at: TokenStream,
        allows: impl Fn(&str) -> bool,
    ) {
        self.used.push(Used {
            code: Code {
                text: code.text.clone(),
                number: code.number,
            },
            problem,
            variant: variant.to_owned(),
            at,
            shared: allows("duplicate_code"),
            free: allows("code_style"),
        });
    }

    /// What a client tells an error by that has no code in its body.
    pub(super) fn problem(
        &self,
        status: &Status,
        type_uri: Option<&LitStr>,
        code: &Code,
    ) -> Option<Problem> {
        self.codeless.then(|| Problem {
            status: status.clone(),
            type_uri: type_uri.map_or_else(
                || "about:blank".to_owned(),
                |reference| type_uri::with_code(reference, code),
            ),
        })
    }

    /// Judges what holds between codes. Whether constants are the same status only const evaluation
    /// can tell.
    pub(super) fn judge(&self, errors: &mut Errors, consts: &mut Consts) {
        let mut style = Styles::ALL;
        let mut texts = First::default();
        let mut problems = First::default();
        for (at, used) in self.used.iter().enumerate() {
            let same_text = texts.of(used.code.text.as_str(), at);
            let same_problem = used
                .problem
                .as_ref()
                .and_then(|problem| problems.of(problem, at));
            let clash = same_text.or(same_problem).map(|first| &self.used[first]);
            let first = &self.used[0];
            if first.code.number != used.code.number {
                let kind = |number| if number { "a number" } else { "a string" };
                let message = format!(
                    "this code is {}, that of `{}` is {}; codes of one type are of one kind\n  help: write `code = {}`",
                    kind(used.code.number),
                    first.variant,
                    kind(first.code.number),
                    if used.code.number {
                        format!("{:?}", used.code.text)
                    } else {
                        "10042".to_owned()
                    },
                );
                errors.at(&used.at, message);
            } else if let Some(first) = clash.filter(|first| !first.shared && !used.shared) {
                errors.at(&used.at, used.clash_with(first));
            } else if !used.code.number && !used.free {
                used.judge_style(&mut style, &self.used[..at], errors);
            }
        }
        self.ask(consts);
    }

    /// Has const evaluation ask whether problems of one type have one status.
    fn ask(&self, consts: &mut Consts) {
        let mut types: HashMap<&str, Vec<(&Used, &Status)>> = HashMap::new();
        for used in self.used.iter().filter(|used| !used.shared) {
            let Some(Problem { status, type_uri }) = &used.problem else {
                continue;
            };
            let others = types.entry(type_uri).or_default();
            // What is the same to the macro has been told.
            if others.iter().any(|(_, other)| *other == status) {
                continue;
            }
            for (other, first) in &*others {
                if let (Status::Named(_), _) | (_, Status::Named(_)) = (first, status) {
                    consts.checks.push(ConstCheck::Status {
                        first: ((*first).clone(), other.variant.clone()),
                        second: status.clone(),
                        at: used.at.clone(),
                    });
                }
            }
            others.push((used, status));
        }
    }
}

/// The first place of each value.
struct First<K>(HashMap<K, usize>);

impl<K> Default for First<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Eq + Hash> First<K> {
    /// Where the value was before, if it was.
    fn of(&mut self, value: K, at: usize) -> Option<usize> {
        match self.0.entry(value) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(at);
                None
            }
        }
    }
}

impl Used {
    fn clash_with(&self, first: &Self) -> String {
        let share = "say that they share it: `allow(duplicate_code)`";
        if self.code.text == first.code.text {
            let code = &self.code.text;
            return format!(
                "code `{code}` is used by variant `{}` already\n  help: give one of them another code, or {share}",
                first.variant
            );
        }
        format!(
            "without a code a client can't tell this from `{}`: status and type are the same\n  help: give one of them a `type`, or {share}",
            first.variant
        )
    }

    /// Whether others are judged by this code's style.
    fn has_style(&self) -> bool {
        !self.free && !Styles::of(&self.code.text).is_none()
    }

    fn judge_style(&self, style: &mut Styles, before: &[Self], errors: &mut Errors) {
        let code = &self.code.text;
        let odd = code.char_indices().find(|(_, letter)| is_odd(*letter));
        if code.is_empty() {
            let name = case::rename(&self.variant, case::STYLES[0]).unwrap_or_default();
            let message = format!("a code can't be empty\n  help: write `code = {name:?}`");
            errors.at(&self.at, message);
            return;
        }
        if let Some((at, letter)) = odd {
            let letter = letter.escape_default();
            let words: Vec<&str> = code.split(is_odd).filter(|word| !word.is_empty()).collect();
            let plain = words.join("_");
            errors.at(&self.at, format!("`{letter}` at byte {at} is not allowed in a code\n  help: write `code = {plain:?}`, or `allow(code_style)`"));
            return;
        }
        let together = style.and(Styles::of(code));
        if together.is_none() {
            let other = before.iter().find(|other| other.has_style());
            let beside = other.map_or_else(String::new, |other| {
                format!(" beside `{}`", other.code.text)
            });
            let same = other.and_then(|other| Styles::of(&other.code.text).rename(code));
            let mend = same.map_or_else(String::new, |same| format!("write `{same}`, or "));
            errors.at(&self.at, format!("code `{code}`{beside} fits no one style\n  help: {mend}switch the check off with `allow(code_style)`"));
            return;
        }
        *style = together;
    }
}

/// Whether a code had better do without this letter.
fn is_odd(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '"' | '\'' | '`' | '\\')
        || is_invisible(letter)
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The styles that a code may be in: how its letters are cased, and what stands between words.
/// Other marks (`:`, `.`, `/`) are structure, and each piece is in the style.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of six")]
struct Styles {
    upper: bool,
    lower: bool,
    camel: bool,
    pascal: bool,
    underscore: bool,
    dash: bool,
}

impl Styles {
    const ALL: Self = Self {
        upper: true,
        lower: true,
        camel: true,
        pascal: true,
        underscore: true,
        dash: true,
    };

    fn of(code: &str) -> Self {
        let is_structure = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '-');
        let pieces = code.split(is_structure).filter(|piece| !piece.is_empty());
        pieces.fold(Self::ALL, |styles, piece| styles.and(Self::of_piece(piece)))
    }

    fn of_piece(piece: &str) -> Self {
        let has = |test: fn(char) -> bool| piece.chars().any(test);
        let first = piece.chars().find(|letter| letter.is_alphabetic());
        let words = piece.contains(['_', '-']);
        Self {
            upper: !has(char::is_lowercase),
            lower: !has(char::is_uppercase),
            camel: !words && first.is_none_or(char::is_lowercase),
            pascal: !words && first.is_none_or(char::is_uppercase),
            underscore: !piece.contains('-'),
            dash: !piece.contains('_'),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            upper: self.upper && other.upper,
            lower: self.lower && other.lower,
            camel: self.camel && other.camel,
            pascal: self.pascal && other.pascal,
            underscore: self.underscore && other.underscore,
            dash: self.dash && other.dash,
        }
    }

    fn is_none(self) -> bool {
        !(self.upper || self.lower || self.camel || self.pascal) || !(self.underscore || self.dash)
    }

    /// A code in this style, if it is one of `rename_all`.
    fn rename(self, code: &str) -> Option<String> {
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
        case::rename(code, style).filter(|renamed| renamed != code)
    }
}

/// The code of a variant: as it is written, or from its name.
pub(super) fn code(ty: &Type<'_>, written: Option<&CodeValue>, ident: &syn::Ident) -> Option<Code> {
    match written {
        Some(CodeValue::Text(text)) => Some(Code {
            text: text.value(),
            number: false,
        }),
        Some(CodeValue::Number(number, _)) => Some(Code {
            text: number.to_string(),
            number: true,
        }),
        None => {
            let style = ty.attrs.rename_all.as_ref()?.value.value();
            let prefix = ty.attrs.prefix.as_ref().map(|prefix| prefix.value.value());
            // An unknown style has been reported; the name stands in for the code.
            let name = ident.unraw().to_string();
            let renamed = case::rename(&name, &style).unwrap_or(name);
            Some(Code {
                text: prefix.unwrap_or_default() + &renamed,
                number: false,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Styles;

    fn fit(codes: &[&str]) -> bool {
        let all = codes
            .iter()
            .fold(Styles::ALL, |styles, code| styles.and(Styles::of(code)));
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
    }

    #[test]
    fn codes_of_several_styles() {
        assert!(!fit(&["SLUG_TAKEN", "slug-taken"]));
        assert!(!fit(&["SLUG_TAKEN", "gone"]));
        assert!(!fit(&["slug_taken", "slug-taken"]));
        assert!(!fit(&["slugTaken", "SlugTaken"]));
        assert!(!fit(&["Slug_taken"]));
        assert!(!fit(&["slug_taken", "slugTaken"]));
    }

    #[test]
    fn the_mend_is_in_the_first_codes_style() {
        assert_eq!(
            Styles::of("SLUG_TAKEN").rename("not-found").unwrap(),
            "NOT_FOUND"
        );
        assert_eq!(Styles::of("a-b").rename("NOT_FOUND").unwrap(), "not-found");
    }
}
