//! Codes: each one a meaning of its own, all of a type in one kind and one style.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use errcode_rules::message;
use errcode_rules::text::is_invisible;
use proc_macro2::TokenStream;
use syn::LitStr;
use syn::ext::IdentExt;

use super::code_style::Styles;
use super::status::Consts;
use super::{Type, type_uri};
use crate::diagnostics::{Errors, quoted};
use crate::model::{Code, ConstCheck, Format, Status};
use crate::naming;
use crate::parse::value::CodeValue;

/// A code in use.
struct Used {
    code: Code,
    problem: Option<Problem>,
    variant: String,
    at: TokenStream,
    /// Another entry may have it too.
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
    /// The prefix is wrong, and not each code that begins with it.
    pub(super) odd_prefix: bool,
}

impl Codes {
    pub(super) fn of(ty: &Type<'_>) -> Self {
        Self {
            used: Vec::new(),
            codeless: matches!(ty.format, Format::Problem { code: false }),
            odd_prefix: ty
                .attrs
                .prefix
                .as_ref()
                .zip(ty.attrs.rename_all.as_ref())
                .is_some_and(|(prefix, rule)| {
                    mended_prefix(&prefix.value.value(), &rule.value.value()).is_some()
                }),
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
        let mut texts = First::default();
        let mut problems = First::default();
        let numbers = self.used.iter().filter(|used| used.code.number).count();
        // What most are is taken for right, and of as many the first.
        let number = match (2 * numbers).cmp(&self.used.len()) {
            Ordering::Less => false,
            Ordering::Equal => self.used.first().is_some_and(|first| first.code.number),
            Ordering::Greater => true,
        };
        let styles: Vec<Option<Styles>> = self.used.iter().map(Used::styles).collect();
        let most = Styles::of_most(&styles);
        for (at, used) in self.used.iter().enumerate() {
            let same_text = texts.of(used.code.text.as_str(), at);
            let same_problem = used
                .problem
                .as_ref()
                .and_then(|problem| problems.of(problem, at));
            let clash = same_text.or(same_problem).map(|first| &self.used[first]);
            if used.code.number != number {
                errors.at(&used.at, used.of_other_kind(&self.used));
            } else if let Some(message) = used.odd() {
                errors.at(&used.at, message);
            } else if let Some(first) = clash.filter(|first| !first.shared && !used.shared) {
                errors.at(&used.at, used.clash_with(first));
            } else if !number && !used.free {
                let all = self.used.iter().zip(&styles);
                let message = used.of_other_style(styles[at], most, &all);
                if let Some(message) = message {
                    errors.at(&used.at, message);
                }
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
        if self.code.text == first.code.text {
            let code = &self.code.text;
            return format!(
                "code `{code}` is used by variant `{}` already\n  help: give one of them another code, or say that they share it: `allow(duplicate_code)`",
                first.variant
            );
        }
        message::same_problem(&first.variant).to_string()
    }

    fn of_other_kind(&self, all: &[Self]) -> String {
        let text = &self.code.text;
        let (kind, others, mend) = match (self.code.number, text.parse::<i64>()) {
            (true, _) => ("a number", "a string", format!("{text:?}")),
            (false, Ok(number)) => ("a string", "a number", number.to_string()),
            (false, Err(_)) => ("a string", "a number", "10042".to_owned()),
        };
        let other = all
            .iter()
            .find(|other| other.code.number != self.code.number);
        let other = other.map_or("another", |other| &other.variant);
        format!(
            "this code is {kind}, that of `{other}` is {others}; codes of one type are of one kind\n  help: write `code = {mend}`"
        )
    }

    /// What no code of text may be, whatever the others are.
    fn odd(&self) -> Option<String> {
        let code = &self.code.text;
        if self.free || self.code.number {
            return None;
        }
        if code.is_empty() {
            let name = naming::rename(&self.variant, naming::STYLES[0]).unwrap_or_default();
            return Some(format!(
                "a code can't be empty\n  help: write `code = {name:?}`"
            ));
        }
        let (at, letter) = code.char_indices().find(|(_, letter)| is_odd(*letter))?;
        let letter = quoted(letter.escape_default());
        let words: Vec<&str> = code.split(is_odd).filter(|word| !word.is_empty()).collect();
        let plain = words.join("_");
        Some(format!(
            "{letter} at byte {at} is not allowed in a code\n  help: write `code = {plain:?}`, or `allow(code_style)`"
        ))
    }

    /// The styles by which others are judged: none, if it is in none.
    fn styles(&self) -> Option<Styles> {
        let judges = !self.free && !self.code.number;
        let styles = judges.then(|| Styles::of(&self.code.text));
        styles.filter(|styles| !styles.is_none())
    }

    /// What is wrong with a code that is not in the style that most are in.
    fn of_other_style<'a>(
        &self,
        own: Option<Styles>,
        most: Styles,
        all: &(impl Iterator<Item = (&'a Self, &'a Option<Styles>)> + Clone),
    ) -> Option<String> {
        if own.is_some_and(|own| !own.and(most).is_none()) {
            return None;
        }
        let code = &self.code.text;
        let differs = |other: Styles| {
            let own_differs = own.is_some_and(|own| own.and(other).is_none());
            own_differs && !other.and(most).is_none()
        };
        let other = all.clone().find(|(_, styles)| styles.is_some_and(differs));
        let beside = other.map_or_else(String::new, |(other, _)| {
            format!(" beside `{}`", other.code.text)
        });
        // Another's code is no mend.
        let same = most.rename(code);
        let same = same.filter(|same| all.clone().all(|(other, _)| other.code.text != *same));
        let mend = same.map_or_else(String::new, |same| format!("write `code = {same:?}`, or "));
        Some(format!(
            "code `{code}`{beside} fits no one style\n  help: {mend}switch the check off with `allow(code_style)`"
        ))
    }
}

/// Whether a code had better do without this letter.
fn is_odd(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '"' | '\'' | '`' | '\\')
        || is_invisible(letter)
}

/// The prefix that fits the codes it is put before, if this one does not.
pub(super) fn mended_prefix(prefix: &str, rule: &str) -> Option<String> {
    let fits = |prefix: &str| {
        let code = naming::rename("SlugTaken", rule).map(|code| prefix.to_owned() + &code);
        // An unknown rule has been reported.
        code.is_none_or(|code| !code.contains(is_odd) && !Styles::of(&code).is_none())
    };
    if fits(prefix) {
        return None;
    }
    let words = prefix.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let renamed = naming::rename(&words.join("_"), rule).unwrap_or_default();
    let between = match rule {
        rule if rule.contains('_') => "_",
        rule if rule.contains('-') => "-",
        _ => "",
    };
    Some(renamed + between)
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
            let renamed = naming::rename(&name, &style).unwrap_or(name);
            Some(Code {
                text: prefix.unwrap_or_default() + &renamed,
                number: false,
            })
        }
    }
}
