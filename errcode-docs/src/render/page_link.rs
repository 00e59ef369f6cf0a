//! Links from one part of a document to another, on pages that do not have all of it.

use std::collections::HashMap;

use crate::doc_comment::relinked;
use crate::model::{Document, ErrorDoc, Group};
use crate::name;

/// The document with its links to other parts of the page (`#CODE`) leading to where a function says, or to
/// nothing: then they are text.
pub(crate) fn relink(mut document: Document, to: impl Fn(&str) -> Option<String>) -> Document {
    for text in texts(&mut document) {
        if text.contains("](#") {
            *text = relinked(text, &to);
        }
    }
    document
}

/// Where each error is, by what comes after the `#`.
pub(crate) fn places(
    document: &Document,
    place: impl Fn(&Group, &ErrorDoc) -> String,
) -> HashMap<String, String> {
    let groups = document.groups.iter();
    let errors = groups.flat_map(|group| group.errors.iter().map(move |error| (group, error)));
    errors
        .map(|(group, error)| (name::fragment(&error.anchor), place(group, error)))
        .collect()
}

/// Every text in Markdown.
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
