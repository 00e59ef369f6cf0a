//! Links between entries whose documents are spread over several pages.

use std::collections::HashMap;

use crate::doc_comment::with_targets;
use crate::model::entry::Entry;
use crate::model::{Document, Group};
use crate::url;

/// Changes the targets of links to entries (`#CODE`) in all texts of the document. Links without a new target
/// become text.
pub(crate) fn relink(
    mut document: Document,
    target_of: impl Fn(&str) -> Option<String>,
) -> Document {
    for text in texts(&mut document) {
        if text.contains("](#") {
            *text = with_targets(text, &target_of);
        }
    }
    document
}

/// The place of each entry, by its fragment.
pub(crate) fn places(
    document: &Document,
    place: impl Fn(&Group, &Entry) -> String,
) -> HashMap<String, String> {
    let groups = document.groups.iter();
    let errors = groups.flat_map(|group| group.errors.iter().map(move |error| (group, error)));
    errors
        .map(|(group, error)| (url::fragment(&error.anchor), place(group, error)))
        .collect()
}

/// All Markdown texts of the document.
fn texts(document: &mut Document) -> Vec<&mut String> {
    let mut texts = vec![&mut document.introduction, &mut document.after];
    for group in &mut document.groups {
        texts.push(&mut group.introduction);
        for error in &mut group.errors {
            texts.extend([
                &mut error.summary,
                &mut error.description,
                &mut error.scenario,
                &mut error.causes,
                &mut error.fix,
                &mut error.retry,
                &mut error.example,
            ]);
            texts.extend(&mut error.deprecated);
            texts.extend(error.details.iter_mut().map(|d| &mut d.description));
            texts.extend(error.headers.iter_mut().map(|h| &mut h.description));
        }
    }
    texts
}
