//! Codes: each one a meaning of its own, all of a type in one kind and one style.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use errcode_rules::message;
use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;

use super::allowed::Allowed;
use super::code_style::Styles;
use super::of_type::Type;
use super::status::Consts;
use crate::diagnostics::{Diagnostics, Mistake, quoted};
use crate::model::{Code, ConstCheck, Format, Status};
use crate::naming;
use crate::parse::shape::CodeValue;

/// A code in use.
struct Registered {
    code: Code,
    problem: Option<Problem>,
    variant: String,
    at: TokenStream,
    allowed: Allowed,
    /// Another entry may have it too.
    shared: bool,
    /// The prefix is wrong, and not this code that begins with it.
    has_wrong_prefix: bool,
}

/// What tells problems apart that carry no code.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Problem {
    status: Status,
    type_uri: String,
}

/// All codes of a type.
pub(super) struct Codes {
    registered: Vec<Registered>,
    codeless: bool,
    /// The prefix that fits no style, with one that does.
    wrong_prefix: Option<Mistake>,
}

impl Codes {
    pub(super) fn new(ty: &Type<'_>) -> Self {
        let prefix = ty.attrs.prefix.as_ref().zip(ty.attrs.rename_all.as_ref());
        let wrong_prefix = prefix.and_then(|(prefix, rule)| {
            let rule = rule.value.value();
            let fitting = fitting_prefix(&prefix.value.value(), &rule)?;
            let message = format!("this prefix and `{rule}` fit no one style");
            let help = format!("write `prefix = {fitting:?}`, or `allow(code_style)`");
            Some(Mistake::new(&prefix.value, message).with_help(|| help))
        });
        Self {
            registered: Vec::new(),
            codeless: matches!(ty.format, Format::Problem { code: false }),
            wrong_prefix,
        }
    }

    /// Takes in the code of an entry, which is `generated` by `rename_all` or written at `at`.
    pub(super) fn register(
        &mut self,
        code: &Code,
        problem: Option<Problem>,
        variant: &str,
        (at, generated): (TokenStream, bool),
        allowed: &Allowed,
    ) {
        self.registered.push(Registered {
            code: code.clone(),
            problem,
            variant: variant.to_owned(),
            at,
            shared: allowed.allows("duplicate_code"),
            allowed: allowed.clone(),
            has_wrong_prefix: generated && self.wrong_prefix.is_some(),
        });
    }

    /// What a client tells an error by that has no code in its body.
    pub(super) fn problem(&self, status: &Status, type_uri: Option<&str>) -> Option<Problem> {
        self.codeless.then(|| Problem {
            status: status.clone(),
            type_uri: type_uri.unwrap_or("about:blank").to_owned(),
        })
    }

    /// Judges what holds between codes. Whether constants are the same status only const evaluation
    /// can tell.
    pub(super) fn judge(&mut self, errors: &mut Diagnostics, consts: &mut Consts) {
        let mut prefixed = self.registered.iter().filter(|one| one.has_wrong_prefix);
        if prefixed.any(|one| !one.allowed.allows("code_style"))
            && let Some(mistake) = self.wrong_prefix.take()
        {
            errors.push(mistake);
        }
        let texts = self.registered.iter().filter(|one| !one.code.number);
        let together = texts.clone().fold(Styles::ALL, |one, other| {
            one.and(Styles::new(&other.code.text))
        });
        if together.is_none() {
            // All that are free to look as they like make use of it.
            texts.for_each(|one| {
                one.allowed.allows("code_style");
            });
        }
        let mut texts = First::default();
        let mut problems = First::default();
        let numbers = self.registered.iter().filter(|one| one.code.number).count();
        // What most are is taken for right, and of as many the first.
        let number = match (2 * numbers).cmp(&self.registered.len()) {
            Ordering::Less => false,
            Ordering::Equal => self
                .registered
                .first()
                .is_some_and(|first| first.code.number),
            Ordering::Greater => true,
        };
        let styles: Vec<Option<Styles>> = self.registered.iter().map(Registered::styles).collect();
        let most = Styles::of_most(&styles);
        for (at, one) in self.registered.iter().enumerate() {
            let same_text = texts.place(one.code.text.as_str(), at);
            let same_problem = one
                .problem
                .as_ref()
                .and_then(|problem| problems.place(problem, at));
            let clash = same_text
                .or(same_problem)
                .map(|first| &self.registered[first]);
            let clash = clash.filter(|first| !first.shared && !one.shared);
            let mistake = if one.code.number != number {
                Some(one.of_other_kind(&self.registered))
            } else if let Some(mistake) = one.forbidden() {
                one.unless_free(mistake)
            } else if let Some(first) = clash {
                Some(one.clash_with(first))
            } else if number {
                None
            } else {
                let all = self.registered.iter().zip(&styles);
                let mistake = one.of_other_style(styles[at], most, &all);
                mistake.and_then(|mistake| one.unless_free(mistake))
            };
            if let Some(mistake) = mistake {
                errors.push(mistake);
            }
        }
        self.compare_constants(consts);
    }

    /// Has const evaluation compare the statuses of problems that have one type.
    fn compare_constants(&self, consts: &mut Consts) {
        let mut types: HashMap<&str, Vec<(&Registered, &Status)>> = HashMap::new();
        for one in self.registered.iter().filter(|one| !one.shared) {
            let Some(Problem { status, type_uri }) = &one.problem else {
                continue;
            };
            let others = types.entry(type_uri).or_default();
            // What is the same to the macro has been reported.
            if others.iter().any(|(_, other)| *other == status) {
                continue;
            }
            for (other, first) in &*others {
                if let (Status::Named(_), _) | (_, Status::Named(_)) = (first, status) {
                    consts.checks.push(ConstCheck::Status {
                        first: ((*first).clone(), other.variant.clone()),
                        second: status.clone(),
                        at: one.at.clone(),
                    });
                }
            }
            others.push((one, status));
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
    fn place(&mut self, value: K, at: usize) -> Option<usize> {
        match self.0.entry(value) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(at);
                None
            }
        }
    }
}

impl Registered {
    /// The mistake of a code that may not look as it likes.
    fn unless_free(&self, mistake: Mistake) -> Option<Mistake> {
        (!self.has_wrong_prefix && !self.allowed.allows("code_style")).then_some(mistake)
    }

    fn mistake(&self, message: String, help: String) -> Mistake {
        Mistake::new(&self.at, message).with_help(|| help)
    }

    fn clash_with(&self, first: &Self) -> Mistake {
        let (variant, code) = (&first.variant, &self.code.text);
        if *code == first.code.text {
            let message = format!("code `{code}` is used by variant `{variant}` already");
            let help =
                "give one of them another code, or say that they share it: `allow(duplicate_code)`";
            return self.mistake(message, help.to_owned());
        }
        Mistake::shared(&self.at, &message::same_problem(variant))
    }

    fn of_other_kind(&self, all: &[Self]) -> Mistake {
        let text = &self.code.text;
        let (kind, others, value) = match (self.code.number, text.parse::<i64>()) {
            (true, _) => ("a number", "a string", format!("{text:?}")),
            (false, Ok(number)) => ("a string", "a number", number.to_string()),
            (false, Err(_)) => ("a string", "a number", "10042".to_owned()),
        };
        let mut others_codes = all
            .iter()
            .filter(|other| other.code.number != self.code.number);
        let other = others_codes
            .next()
            .map_or("another", |other| &other.variant);
        let message = format!(
            "this code is {kind}, that of `{other}` is {others}; codes of one type are of one kind"
        );
        self.mistake(message, format!("write `code = {value}`"))
    }

    /// What no code of text may be, whatever the others are.
    fn forbidden(&self) -> Option<Mistake> {
        let code = &self.code.text;
        if self.code.number {
            return None;
        }
        let words: Vec<&str> = code
            .split(is_forbidden)
            .filter(|word| !word.is_empty())
            .collect();
        let is_foreign = |letter: char| letter.is_alphanumeric() && !letter.is_ascii();
        let plain = match words.as_slice() {
            // A word that loses its letters is another one.
            _ if code.contains(is_foreign) => {
                naming::rename(&self.variant, naming::STYLES[0]).unwrap_or_default()
            }
            [] => naming::rename(&self.variant, naming::STYLES[0]).unwrap_or_default(),
            words => words.join("_"),
        };
        if code.is_empty() {
            return Some(self.mistake(
                "a code can't be empty".to_owned(),
                format!("write `code = {plain:?}`"),
            ));
        }
        let (at, letter) = code
            .char_indices()
            .find(|(_, letter)| is_forbidden(*letter))?;
        let letter = quoted(letter.escape_default());
        let message = format!("{letter} at byte {at} is not allowed in a code");
        Some(self.mistake(
            message,
            format!("write `code = {plain:?}`, or `allow(code_style)`"),
        ))
    }

    /// The styles by which others are judged: none, if it is in none.
    fn styles(&self) -> Option<Styles> {
        let judges =
            !self.has_wrong_prefix && !self.allowed.names("code_style") && !self.code.number;
        let styles = judges.then(|| Styles::new(&self.code.text));
        styles.filter(|styles| !styles.is_none())
    }

    /// What is wrong with a code that is not in the style that most are in.
    fn of_other_style<'a>(
        &self,
        own: Option<Styles>,
        most: Styles,
        all: &(impl Iterator<Item = (&'a Self, &'a Option<Styles>)> + Clone),
    ) -> Option<Mistake> {
        let own = own.or_else(|| Some(Styles::new(&self.code.text)).filter(|own| !own.is_none()));
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
        // Another's code can't be suggested.
        let same = most.rename(code);
        let same = same.filter(|same| all.clone().all(|(other, _)| other.code.text != *same));
        let help = same.map_or_else(String::new, |same| format!("write `code = {same:?}`, or "));
        let message = format!("code `{code}`{beside} fits no one style");
        Some(self.mistake(
            message,
            format!("{help}switch the check off with `allow(code_style)`"),
        ))
    }
}

/// Whether a code may not have this letter.
fn is_forbidden(letter: char) -> bool {
    !letter.is_ascii()
        || letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '"' | '\'' | '`' | '\\')
}

/// The prefix that fits the codes it is put before, if this one does not.
pub(super) fn fitting_prefix(prefix: &str, rule: &str) -> Option<String> {
    // An unknown rule has been reported.
    let code = prefix.to_owned() + &naming::rename("SlugTaken", rule)?;
    if !code.contains(is_forbidden) && !Styles::new(&code).is_none() {
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
pub(super) fn code(ty: &Type<'_>, written: Option<&CodeValue>, ident: &Ident) -> Option<Code> {
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
