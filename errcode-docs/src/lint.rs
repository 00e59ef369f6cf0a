//! Finds what a catalog lacks, and says how to fix it.

mod lost;
mod similar_codes;

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::lost::{Lost, lost};
use crate::model::detail::Known;
use crate::model::entry::{Code, Entry};
pub use crate::model::fact::Fact;
use crate::model::{Document, Group};
use crate::plain_text::{one_line, quoted};

/// Finds what is missing or easily confused in a catalog. The findings have the order of the catalog.
///
/// Variants with the same code, status and `type` are one error and are checked together.
///
/// ```
/// use errcode_docs::lint::{FindingKind, lint};
/// use errcode_docs::Document;
///
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SlugTaken;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills", types: [SlugTaken] }; }
/// let findings = lint(&Document::from(&SKILLS));
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].kind, FindingKind::NoFix);
/// assert_eq!(findings[0].message, "`SLUG_TAKEN` has no section `# Fix` that says what a caller can do");
/// assert_eq!(
///     findings[0].help,
///     "add to the doc comment of `SlugTaken`: `/// # Fix`, followed by a line `/// - ...` for each thing to try"
/// );
/// ```
pub fn lint(document: &Document) -> Vec<Finding> {
    let mut others = OtherCodes::new(document);
    let mut findings = Vec::new();
    for group in &document.groups {
        for error in &group.errors {
            let located = Located { group, error };
            findings.extend(located.undocumented());
            findings.extend(located.no_fix());
            findings.extend(located.no_retry());
            findings.extend(located.no_example());
            findings.extend(located.unknown_types());
            findings.extend(others.similar_code(&located));
            findings.extend(others.same_text(&located));
        }
    }
    findings
}

/// Something that is missing or easily confused. It serializes with all its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The kind of problem.
    pub kind: FindingKind,
    /// The code of the error.
    pub code: Code,
    /// The path of the type of the error.
    pub group: String,
    /// The problem, on one line.
    pub message: String,
    /// How to fix it, on one line.
    pub help: String,
}

/// The kind and the message, and the help on a second line, without a line feed at the end.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  help: {}", self.kind, self.message, self.help)
    }
}

/// A kind of problem. It prints and serializes in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// No description.
    Undocumented,
    /// No advice for callers: neither a section `# Fix` nor a `Retry-After` header.
    NoFix,
    /// A 429 or 503 that says nothing about retrying.
    NoRetry,
    /// No example, although the response depends on fields.
    NoExample,
    /// A public field whose JSON type is unknown.
    UnknownType,
    /// A code that is easily confused with another: they differ only in case and separators, or in one edit. Codes of less
    /// than four characters, and codes that differ only in numbers, are not compared by edits.
    NearCodes,
    /// A description that another code has too.
    SameText,
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Undocumented => "undocumented",
            Self::NoFix => "no-fix",
            Self::NoRetry => "no-retry",
            Self::NoExample => "no-example",
            Self::UnknownType => "unknown-type",
            Self::NearCodes => "near-codes",
            Self::SameText => "same-text",
        })
    }
}

/// One error with its group.
struct Located<'a> {
    group: &'a Group,
    error: &'a Entry,
}

impl Located<'_> {
    fn finding(&self, kind: FindingKind, message: String, help: String) -> Finding {
        Finding {
            kind,
            code: self.error.code.clone(),
            group: self.group.name.clone(),
            message,
            help,
        }
    }

    fn code(&self) -> String {
        quoted(&self.error.code)
    }

    /// The name of the type without its path.
    fn type_name(&self) -> &str {
        let name = &self.group.name;
        name.rsplit_once("::").map_or(name, |(_, name)| name)
    }

    /// The first variant as an expression inside its type: `Self::SlugTaken`, or `Self` for a struct.
    fn constructor(&self) -> String {
        match self.error.variants.first() {
            Some(name) if name != self.type_name() => format!("Self::{name}"),
            _ => "Self".to_owned(),
        }
    }

    /// The first variant as a path: `SkillError::SlugTaken`, or `SlugTaken` for a struct.
    fn variant(&self) -> String {
        self.constructor().replacen("Self", self.type_name(), 1)
    }

    fn undocumented(&self) -> Option<Finding> {
        self.error.description.trim().is_empty().then(|| {
            let message = format!("{} has no description", self.code());
            let help = format!(
                "add a doc comment to `{}` that says what went wrong: `/// ...`",
                self.variant()
            );
            self.finding(FindingKind::Undocumented, message, help)
        })
    }

    fn no_fix(&self) -> Option<Finding> {
        let advice = [&self.error.fix, &self.error.retry];
        advice.iter().all(|text| text.trim().is_empty()).then(|| {
            let message = format!("{} has no section `# Fix` that says what a caller can do", self.code());
            let help = format!(
                "add to the doc comment of `{}`: `/// # Fix`, followed by a line `/// - ...` for each thing to try",
                self.variant()
            );
            self.finding(FindingKind::NoFix, message, help)
        })
    }

    fn no_retry(&self) -> Option<Finding> {
        let is_temporary = matches!(self.error.status, 429 | 503);
        (is_temporary && self.error.retry.is_empty()).then(|| {
            let message = format!(
                "{} is a {} and does not say whether the same request may succeed later",
                self.code(),
                self.error.status
            );
            let help = format!(
                "add `retryable` to `{}`, or a field with the header that says when: `#[api(header = \"Retry-After\")]`",
                self.variant()
            );
            self.finding(FindingKind::NoRetry, message, help)
        })
    }

    fn no_example(&self) -> Option<Finding> {
        self.error.examples.is_empty().then(|| {
            let message = format!(
                "{} has no example, but its response depends on fields",
                self.code()
            );
            let help = format!("add to `{}`: {}", self.variant(), self.example());
            self.finding(FindingKind::NoExample, message, help)
        })
    }

    fn unknown_types(&self) -> Vec<Finding> {
        let details = self.error.details.iter();
        let unknown = details.filter(|detail| detail.known == Known::No);
        unknown
            .map(|detail| {
                let (name, rust_type) = (quoted(&detail.name), quoted(&detail.rust_type));
                let message = format!(
                    "the JSON type of the detail {name} of {} is unknown: {rust_type} is not a type of the standard library, and no example has a value",
                    self.code()
                );
                let help = format!(
                    "add an example in which {name} has a value to `{}`: {}",
                    self.variant(),
                    self.example()
                );
                self.finding(FindingKind::UnknownType, message, help)
            })
            .collect()
    }

    /// The attribute with an example. The fields are left out, because their names are unknown here.
    fn example(&self) -> String {
        format!(
            "`#[api(example(...))]` with a `{}` that has all its fields",
            self.constructor()
        )
    }
}

/// Facts about all codes of a catalog, to compare one with the others.
struct OtherCodes<'a> {
    /// The earlier code that each code is easily confused with.
    similar: HashMap<&'a Code, &'a Code>,
    /// The first code with each description.
    by_description: HashMap<String, &'a Code>,
    /// The similar codes that were already reported.
    reported: HashSet<&'a Code>,
}

impl<'a> OtherCodes<'a> {
    fn new(document: &'a Document) -> Self {
        let mut codes: Vec<&Code> = Vec::new();
        let (mut seen, mut texts) = (HashSet::new(), HashMap::new());
        for error in document.errors() {
            if seen.insert(&error.code) {
                codes.push(&error.code);
            }
            texts.entry(description(error)).or_insert(&error.code);
        }
        let words: Vec<String> = codes.iter().map(ToString::to_string).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let similar = codes.iter().zip(similar_codes::earlier(&words));
        Self {
            similar: similar
                .filter_map(|(code, other)| Some((*code, codes[other?])))
                .collect(),
            by_description: texts,
            reported: HashSet::new(),
        }
    }

    fn similar_code(&mut self, located: &Located<'a>) -> Option<Finding> {
        let code = &located.error.code;
        let other = quoted(self.similar.get(code)?);
        // A code of several errors is reported once.
        self.reported.insert(code).then(|| {
            let message = format!("{} is easily confused with {other}", located.code());
            let help = format!(
                "if `{}` was never released, give it a code that differs in a whole word: `#[api(code = \"...\")]`",
                located.variant()
            );
            located.finding(FindingKind::NearCodes, message, help)
        })
    }

    fn same_text(&self, located: &Located<'_>) -> Option<Finding> {
        let text = description(located.error);
        let first = *self.by_description.get(&text)?;
        (!text.is_empty() && *first != located.error.code).then(|| {
            let message = format!(
                "{} and {} have the same description, so readers cannot tell them apart",
                located.code(),
                quoted(first)
            );
            let help = format!(
                "say in the doc comment of `{}` how this error differs from the other",
                located.variant()
            );
            located.finding(FindingKind::SameText, message, help)
        })
    }
}

/// The description on one line.
fn description(error: &Entry) -> String {
    one_line(&error.description)
}
