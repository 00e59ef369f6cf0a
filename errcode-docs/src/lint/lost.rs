//! What the bodies of a catalog do not carry of its errors.

use serde::Serialize;

use crate::model::entry::{Code, Entry};
use crate::model::fact::Fact;
use crate::model::{Document, Group};

/// Finds what the bodies do not carry of the errors, because their format does not write it: of each group one row for
/// each fact. It is no mistake, but callers who read the documents may look for it in the response.
///
/// A group of a JSON catalog that an earlier release has written has no rows, because it does not say what its format
/// writes.
///
/// ```
/// use errcode_docs::lint::{Fact, lost};
/// use errcode_docs::Document;
///
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN", category = "conflict")]
/// # struct SlugTaken;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills", types: [SlugTaken] }; }
/// let lost = lost(&Document::from(&SKILLS));
/// assert_eq!(lost.len(), 1);
/// assert_eq!((&*lost[0].format, lost[0].fact, lost[0].codes.len()), ("flat", Fact::Category, 1));
/// ```
pub fn lost(document: &Document) -> Vec<Lost> {
    let rows = document.groups.iter().flat_map(of_group);
    rows.collect()
}

/// A fact of some errors that their bodies do not carry. It serializes with all its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Lost {
    /// The path of the type of the errors.
    pub group: String,
    /// The format of the bodies.
    pub format: String,
    /// What the bodies do not carry.
    pub fact: Fact,
    /// The codes of the errors that have this fact.
    pub codes: Vec<Code>,
    /// How many errors the group has.
    pub errors: usize,
}

fn of_group(group: &Group) -> Vec<Lost> {
    let Some(carried) = &group.carried else {
        return Vec::new();
    };
    let lost = Fact::ALL.into_iter().filter(|fact| !carried.contains(fact));
    let rows = lost.map(|fact| {
        let errors = group.errors.iter().filter(|error| has(error, fact));
        Lost {
            group: group.name.clone(),
            format: group.format.clone(),
            fact,
            codes: errors.map(|error| error.code.clone()).collect(),
            errors: group.errors.len(),
        }
    });
    rows.filter(|lost| !lost.codes.is_empty()).collect()
}

/// Whether an error has a fact that its body could carry.
fn has(error: &Entry, fact: Fact) -> bool {
    match fact {
        Fact::Code | Fact::Message => true,
        Fact::NumericCode => matches!(error.code, Code::Number(_)),
        Fact::Title => error.title != error.reason,
        Fact::Type => error.has_type(),
        Fact::Category => error.category.is_some(),
        Fact::Details => error.details.iter().any(|detail| !detail.flattened),
        Fact::FieldErrors => error.details.iter().any(|detail| detail.flattened),
        Fact::Retryable => {
            let mut headers = error.headers.iter();
            let says_when = headers.any(|header| header.name.eq_ignore_ascii_case("retry-after"));
            error.retryable && !says_when
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with a group of one error, which has all facts.
    fn document(carried: Option<&[Fact]>) -> Document {
        let mut document: Document = serde_json::from_str(
            r#"{"version":1,"title":"A","groups":[{"name":"a::Error","anchor":"a","title":"A","format":"own",
            "content_type":"text/plain","errors":[{"code":7,"anchor":"7","variants":["A"],"status":503,
            "reason":"Service Unavailable","title":"Down","type":"urn:a","category":"c","retryable":true,
            "details":[{"name":"a","rust_type":"u8","schema":{"type":"integer"},"known":"type","required":true},
            {"name":"*","rust_type":"M","schema":{"type":"object"},"known":"no","required":false,"flattened":true}],
            "headers":[]}]}]}"#,
        )
        .unwrap();
        document.groups[0].carried = carried.map(<[Fact]>::to_vec);
        document
    }

    fn facts(document: &Document) -> Vec<Fact> {
        lost(document).into_iter().map(|lost| lost.fact).collect()
    }

    #[test]
    fn what_a_format_does_not_carry_of_an_error_is_lost() {
        assert_eq!(facts(&document(Some(&[]))), Fact::ALL);
        assert_eq!(facts(&document(Some(&Fact::ALL))), []);
        let kept = [Fact::Code, Fact::Message, Fact::Details];
        let lost = facts(&document(Some(&kept)));
        assert_eq!(lost.len(), 6);
        assert!(lost.iter().all(|fact| !kept.contains(fact)), "{lost:?}");
        // A catalog of an earlier release.
        assert_eq!(facts(&document(None)), []);
    }

    #[test]
    fn what_an_error_does_not_have_is_not_lost() {
        let mut document = document(Some(&[]));
        let error = &mut document.groups[0].errors[0];
        error.code = Code::Text("A".to_owned());
        error.title.clone_from(&error.reason);
        error.type_uri = "about:blank".to_owned();
        error.category = None;
        error.details.clear();
        error.headers = vec![
            serde_json::from_str(
                r#"{"name":"Retry-After","schema":{"type":"integer"},"required":true}"#,
            )
            .unwrap(),
        ];
        assert_eq!(facts(&document), [Fact::Code, Fact::Message]);
    }
}
