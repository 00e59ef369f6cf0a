//! Codes: each one a meaning of its own, all of a type in one kind and one style.

use std::collections::HashMap;

use errcode_rules::message;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::LitStr;
use syn::ext::IdentExt;

use super::allowed::Allowed;
use super::code_style::Styles;
use super::of_type::Type;
use super::status::Consts;
use crate::diagnostics::{Diagnostics, Mistake, Result, listed, quoted};
use crate::model::{Code, Format, Status};
use crate::naming;
use crate::parse::shape::CodeValue;
use crate::parse::{Attrs, Keyed};
use crate::suggest;

/// A code in use.
pub(super) struct Registered {
    pub(super) code: Code,
    pub(super) problem: Option<Problem>,
    pub(super) variant: String,
    pub(super) at: TokenStream,
    pub(super) allowed: Allowed,
    /// Another entry may have it too.
    pub(super) shared: bool,
    /// `rename_all` made it.
    pub(super) generated: bool,
}

/// What tells problems apart that carry no code.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Problem {
    pub(super) status: Status,
    pub(super) type_uri: String,
}

/// All codes of a type.
pub(super) struct Codes {
    registered: Vec<Registered>,
    codeless: bool,
    /// The rule by which codes are generated has been reported, so that their form is not judged.
    has_wrong_rule: bool,
}

impl Codes {
    pub(super) fn new(ty: &Type<'_>, allowed: &Allowed, errors: &mut Diagnostics) -> Self {
        let rule = errors.keep(rule(ty.attrs, allowed));
        Self {
            registered: Vec::new(),
            codeless: matches!(ty.format, Format::Problem { code: false }),
            has_wrong_rule: rule.is_none(),
        }
    }

    pub(super) fn register(&mut self, one: Registered) {
        self.registered.push(one);
    }

    /// What a client tells an error by that has no code in its body.
    pub(super) fn problem(&self, status: &Status, type_uri: Option<&str>) -> Option<Problem> {
        self.codeless.then(|| Problem {
            status: status.clone(),
            type_uri: type_uri.unwrap_or("about:blank").to_owned(),
        })
    }

    /// Judges what holds between codes.
    pub(super) fn judge(&self, errors: &mut Diagnostics, consts: &mut Consts) {
        let all = &self.registered;
        let numbers = all.iter().filter(|one| one.code.number).count();
        // What most are is taken for right, and of as many the first.
        let first_is_number = all.first().is_some_and(|first| first.code.number);
        let number = 2 * numbers + usize::from(first_is_number) > all.len();
        let texts = all.iter().filter(|one| !one.code.number);
        let styles = texts.clone().map(|one| Styles::new(&one.code.text));
        if styles.fold(Styles::ALL, Styles::and).is_none() {
            // Each code that is free in its form makes use of that.
            texts.clone().for_each(|one| {
                one.allowed.allows("code_style");
            });
        }
        let judged = texts.filter(|one| !self.is_free(one));
        let styles = judged.map(|one| Styles::new(&one.code.text));
        let most = Styles::of_most(&styles.filter(|styles| !styles.is_none()));
        let (mut texts, mut problems) = (HashMap::new(), HashMap::new());
        for (at, one) in all.iter().enumerate() {
            let mut first = *texts.entry(&one.code.text).or_insert(at);
            if let Some(problem) = one.problem.as_ref().filter(|_| first == at) {
                first = *problems.entry(problem).or_insert(at);
            }
            let mistake = if one.code.number != number {
                Some(one.of_other_kind(all))
            } else if let Some(mistake) = one.forbidden() {
                self.unless_allowed(one, mistake)
            } else if first < at && !all[first].shared && !one.shared {
                Some(one.clash_with(&all[first]))
            } else {
                let mistake = one.of_other_style(most, all);
                mistake.and_then(|mistake| self.unless_allowed(one, mistake))
            };
            if let Some(mistake) = mistake {
                errors.push(mistake);
            }
        }
        self.compare_constants(consts);
    }

    /// Whether the form of a code is not judged.
    fn is_free(&self, one: &Registered) -> bool {
        one.allowed.names("code_style") || one.generated && self.has_wrong_rule
    }

    /// The mistake of a form, unless the code may have any.
    fn unless_allowed(&self, one: &Registered, mistake: Mistake) -> Option<Mistake> {
        let is_wrong_rule = one.generated && self.has_wrong_rule;
        (!is_wrong_rule && !one.allowed.allows("code_style")).then_some(mistake)
    }

    /// Has const evaluation compare the statuses of problems of one type, if one of them is a constant.
    fn compare_constants(&self, consts: &mut Consts) {
        let unshared = self.registered.iter().filter(|one| !one.shared);
        let all: Vec<_> = unshared
            .filter_map(|one| one.problem.as_ref().map(|problem| (one, problem)))
            .collect();
        for (at, (one, problem)) in all.iter().enumerate() {
            for (first, other) in &all[..at] {
                let is_named = [problem, other]
                    .iter()
                    .any(|problem| matches!(problem.status, Status::Named(_)));
                if is_named && problem.type_uri == other.type_uri && problem.status != other.status
                {
                    let (first_status, variant) = (&other.status, &first.variant);
                    let status = &problem.status;
                    let arguments = quote!(#first_status, #status, #variant);
                    consts.check("problem", arguments, one.at.clone());
                }
            }
        }
    }
}

impl Registered {
    fn mistake(&self, message: String, help: String) -> Mistake {
        Mistake::new(&self.at, message).with_help(help)
    }

    fn clash_with(&self, first: &Self) -> Mistake {
        let (variant, code) = (&first.variant, &self.code.text);
        if *code != first.code.text {
            return Mistake::shared(&self.at, &message::same_problem(variant));
        }
        let message = format!("code `{code}` is used by variant `{variant}` already");
        let help =
            "give one of them another code, or say that they share it: `allow(duplicate_code)`";
        self.mistake(message, help.to_owned())
    }

    fn of_other_kind(&self, all: &[Self]) -> Mistake {
        let text = &self.code.text;
        let (kind, others, value) = match (self.code.number, text.parse::<i64>()) {
            (true, _) => ("a number", "a string", format!("{text:?}")),
            (false, Ok(number)) => ("a string", "a number", number.to_string()),
            (false, Err(_)) => ("a string", "a number", "10042".to_owned()),
        };
        let other = all
            .iter()
            .find(|other| other.code.number != self.code.number);
        let other = other.map_or("another", |other| &other.variant);
        let message = format!(
            "this code is {kind}, that of `{other}` is {others}; codes of one type are of one kind"
        );
        self.mistake(message, format!("write `code = {value}`"))
    }

    /// What no code of text may be, whatever the others are.
    fn forbidden(&self) -> Option<Mistake> {
        let code = self.code.text.as_str();
        let wrong = code
            .char_indices()
            .find(|(_, letter)| is_forbidden(*letter));
        if self.code.number || wrong.is_none() && !code.is_empty() {
            return None;
        }
        let words = code.split(is_forbidden).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        // A word that loses its letters is another one.
        let is_foreign =
            code.contains(|letter: char| letter.is_alphanumeric() && !letter.is_ascii());
        let plain = if words.is_empty() || is_foreign {
            naming::rename(&self.variant, naming::STYLES[0]).unwrap_or_default()
        } else {
            words.join("_")
        };
        let write = format!("write `code = {plain:?}`");
        let Some((at, letter)) = wrong else {
            return Some(self.mistake("a code can't be empty".to_owned(), write));
        };
        let letter = quoted(letter.escape_default());
        let message = format!("{letter} at byte {at} is not allowed in a code");
        Some(self.mistake(message, format!("{write}, or `allow(code_style)`")))
    }

    /// The mistake of a code that is not in the style that most are in.
    fn of_other_style(&self, most: Styles, all: &[Self]) -> Option<Mistake> {
        let code = &self.code.text;
        let own = Styles::new(code);
        if self.code.number || !own.and(most).is_none() {
            return None;
        }
        let differs = |other: &&Self| {
            let other = Styles::new(&other.code.text);
            !other.and(most).is_none() && other.and(own).is_none()
        };
        let other = all.iter().find(differs).filter(|_| !own.is_none());
        let beside = other.map_or_else(String::new, |other| {
            format!(" beside `{}`", other.code.text)
        });
        // A code of another variant is no suggestion.
        let same = most.rename(code);
        let same = same.filter(|same| all.iter().all(|other| other.code.text != *same));
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
    let is_odd = letter.is_whitespace() || letter.is_control();
    !letter.is_ascii() || is_odd || matches!(letter, '"' | '\'' | '`' | '\\')
}

/// Judges the rule by which codes are generated from names.
fn rule(attrs: &Attrs, allowed: &Allowed) -> Result<()> {
    let (rename_all, prefix) = match (&attrs.rename_all, &attrs.prefix) {
        (Some(rename_all), prefix) => (rename_all, prefix),
        (None, Some(prefix)) => {
            let message =
                "`prefix` is put before codes that come from `rename_all`, which is missing";
            let help = "add `rename_all = \"SCREAMING_SNAKE_CASE\"`, or write the codes out";
            return Err(Mistake::new(&prefix.key, message).with_help(help));
        }
        (None, None) => return Ok(()),
    };
    style(rename_all)?;
    let rule = rename_all.value.value();
    let Some(prefix) = prefix else {
        return Ok(());
    };
    let text = prefix.value.value();
    let code = text.clone() + &naming::rename("SlugTaken", &rule).unwrap_or_default();
    let is_right = !code.contains(is_forbidden) && !Styles::new(&code).is_none();
    if text.trim().is_empty() || is_right || allowed.allows("code_style") {
        return Ok(());
    }
    let between = rule.matches(['_', '-']).next().unwrap_or_default();
    let fitting = naming::rename(&text, &rule).unwrap_or_default() + between;
    let message = format!("this prefix and `{rule}` fit no one style");
    let mistake = Mistake::new(&prefix.value, message);
    Err(mistake.with_help(format!(
        "write `prefix = {fitting:?}`, or `allow(code_style)`"
    )))
}

/// Judges the style of a key that renames.
pub(super) fn style(given: &Keyed<LitStr>) -> Result<()> {
    let style = given.value.value();
    if naming::STYLES.contains(&&*style) {
        return Ok(());
    }
    let meant = suggest::style(&style);
    let near = meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    let mistake = Mistake::new(&given.value, format!("unknown style `{style}`{near}"));
    Err(mistake.with_help(match meant {
        Some(meant) => format!("write `{} = {meant:?}`", given.key),
        None => format!("expected one of {}", listed(naming::STYLES)),
    }))
}

/// The code of a variant: as it is written, or from its name.
pub(super) fn code(ty: &Type<'_>, written: Option<&CodeValue>, ident: &Ident) -> Option<Code> {
    let (text, number) = match written {
        Some(CodeValue::Text(text)) => (text.value(), false),
        Some(CodeValue::Number(number, _)) => (number.to_string(), true),
        None => {
            let style = ty.attrs.rename_all.as_ref()?.value.value();
            let prefix = ty.attrs.prefix.as_ref().map(|prefix| prefix.value.value());
            // An unknown style has been reported; the name stands in for the code.
            let name = ident.unraw().to_string();
            let renamed = naming::rename(&name, &style).unwrap_or(name);
            (prefix.unwrap_or_default() + &renamed, false)
        }
    };
    Some(Code { text, number })
}
