//! What a catalog leaves its readers to guess, and how to mend it.

mod similar_codes;

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::detail::Known;
use crate::model::entry::{Code, Entry};
use crate::model::{Document, Group};
use crate::plain_text::{one_line, quoted};

/// What is missing in a catalog, or easily mistaken, in its order.
///
/// What variants of one code, status and `type` have together is seen, and not which of them has it.
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
/// assert_eq!(findings[0].message, "no `# Fix` says what a caller can do about `SLUG_TAKEN`");
/// assert_eq!(
///     findings[0].help,
///     "add to the doc comment of `SlugTaken`: `/// # Fix`, and below it a line for each thing to try, `/// - ...`"
/// );
/// ```
pub fn lint(document: &Document) -> Vec<Finding> {
    let mut rivals = Rivals::of(document);
    let mut findings = Vec::new();
    for group in &document.groups {
        for error in &group.errors {
            let place = Place { group, error };
            findings.extend(place.undocumented());
            findings.extend(place.no_fix());
            findings.extend(place.no_example());
            findings.extend(place.unknown_types());
            findings.extend(rivals.near(&place));
            findings.extend(rivals.same_text(&place));
        }
    }
    findings
}

/// One thing that is missing, or easily mistaken. It serializes with all its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub kind: FindingKind,
    /// The code.
    pub code: Code,
    /// The path of the type that the error is in.
    pub group: String,
    /// What is wrong, in words, on one line.
    pub message: String,
    /// How to mend it, on one line.
    pub help: String,
}

/// The kind and the message, and the help on a line of its own, without a line feed at the end.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  help: {}", self.kind, self.message, self.help)
    }
}

/// What may be wrong. It prints and serializes in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// No description.
    Undocumented,
    /// Nothing on what a caller can do: no `# Fix`, and no `Retry-After`.
    NoFix,
    /// A response that depends on fields, and no example of it.
    NoExample,
    /// A public field of which nothing tells the JSON type.
    UnknownType,
    /// A code that is easily taken for another: the same but for case and separators, or, from four
    /// characters on and numbers aside, one edit apart.
    NearCodes,
    /// A description that another code has, too.
    SameText,
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Undocumented => "undocumented",
            Self::NoFix => "no-fix",
            Self::NoExample => "no-example",
            Self::UnknownType => "unknown-type",
            Self::NearCodes => "near-codes",
            Self::SameText => "same-text",
        })
    }
}

/// One error, and how its parts are called in the source.
struct Place<'a> {
    group: &'a Group,
    error: &'a Entry,
}

impl Place<'_> {
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

    /// The type's name without its path.
    fn type_name(&self) -> &str {
        let name = &self.group.name;
        name.rsplit_once("::").map_or(name, |(_, name)| name)
    }

    /// The first variant as it is written inside its type: `Self::SlugTaken`, `Self` of a struct.
    fn constructor(&self) -> String {
        match self.error.variants.first() {
            Some(name) if name != self.type_name() => format!("Self::{name}"),
            _ => "Self".to_owned(),
        }
    }

    /// The first variant as it is found in the source: `SkillError::SlugTaken`, `SlugTaken` of a struct.
    fn variant(&self) -> String {
        self.constructor().replacen("Self", self.type_name(), 1)
    }

    fn undocumented(&self) -> Option<Finding> {
        self.error.description.trim().is_empty().then(|| {
            let message = format!("nothing says what {} means", self.code());
            let help = format!(
                "write above `{}`: `/// ...`, a sentence on what went wrong",
                self.variant()
            );
            self.finding(FindingKind::Undocumented, message, help)
        })
    }

    fn no_fix(&self) -> Option<Finding> {
        let advice = [&self.error.fix, &self.error.retry];
        advice.iter().all(|text| text.trim().is_empty()).then(|| {
            let message = format!("no `# Fix` says what a caller can do about {}", self.code());
            let help = format!(
                "add to the doc comment of `{}`: `/// # Fix`, and below it a line for each thing to try, `/// - ...`",
                self.variant()
            );
            self.finding(FindingKind::NoFix, message, help)
        })
    }

    fn no_example(&self) -> Option<Finding> {
        self.error.examples.is_empty().then(|| {
            let message = format!(
                "no example shows the response of {}, which depends on fields",
                self.code()
            );
            let help = format!("write on `{}`: {}", self.variant(), self.example());
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
                    "nothing tells what the detail {name} of {} is in JSON: {rust_type} is none of the standard library's types, and no example has a value",
                    self.code()
                );
                let help = format!(
                    "give an example in which {name} has a value, on `{}`: {}",
                    self.variant(),
                    self.example()
                );
                self.finding(FindingKind::UnknownType, message, help)
            })
            .collect()
    }

    /// Whether the fields have names is not known here, so that it is not spelt out.
    fn example(&self) -> String {
        format!(
            "`#[api(example(...))]`, in it a `{}` with its fields filled in",
            self.constructor()
        )
    }
}

/// What other codes stand in the way of one.
struct Rivals<'a> {
    /// The code that one is easily taken for.
    near: HashMap<&'a Code, &'a Code>,
    /// The first code of each description.
    texts: HashMap<String, &'a Code>,
    told: HashSet<&'a Code>,
}

impl<'a> Rivals<'a> {
    fn of(document: &'a Document) -> Self {
        let mut codes: Vec<&Code> = Vec::new();
        let (mut seen, mut texts) = (HashSet::new(), HashMap::new());
        for error in document.errors() {
            if seen.insert(&error.code) {
                codes.push(&error.code);
            }
            texts.entry(text(error)).or_insert(&error.code);
        }
        let words: Vec<String> = codes.iter().map(ToString::to_string).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let near = codes.iter().zip(similar_codes::earlier(&words));
        Self {
            near: near
                .filter_map(|(code, other)| Some((*code, codes[other?])))
                .collect(),
            texts,
            told: HashSet::new(),
        }
    }

    fn near(&mut self, place: &Place<'a>) -> Option<Finding> {
        let code = &place.error.code;
        let other = quoted(self.near.get(code)?);
        // A code that several errors have is told of once.
        self.told.insert(code).then(|| {
            let message = format!("{} is easily taken for {other}", place.code());
            let help = format!(
                "give `{}` a code that differs in a word, if it was never released: `#[api(code = \"...\")]`",
                place.variant()
            );
            place.finding(FindingKind::NearCodes, message, help)
        })
    }

    fn same_text(&self, place: &Place<'_>) -> Option<Finding> {
        let text = text(place.error);
        let first = *self.texts.get(&text)?;
        (!text.is_empty() && *first != place.error.code).then(|| {
            let message = format!(
                "{} and {} have the same description, so that no reader can tell them apart",
                place.code(),
                quoted(first)
            );
            let help = format!(
                "say in the doc comment of `{}` when it is this error and not the other",
                place.variant()
            );
            place.finding(FindingKind::SameText, message, help)
        })
    }
}

/// A description in its words.
fn text(error: &Entry) -> String {
    one_line(&error.description)
}
