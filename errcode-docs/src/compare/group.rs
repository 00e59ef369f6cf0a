//! The groups of both catalogs: their texts and formats, and what stands where.

use std::collections::HashMap;

use super::Words;
use super::change::{Change, ChangeKind, Level, Subject};
use super::pairs::Pairs;
use crate::plain::quoted;
use crate::{Document, Group, Json};

pub(super) fn changes(
    pairs: &Pairs<'_>,
    words: &Words<'_>,
    old: &Document,
    new: &Document,
) -> Vec<Change> {
    let new_of = same_groups(pairs, old, new);
    let mut changes = Vec::new();
    for (group, new_at) in old.groups.iter().zip(&new_of) {
        if let Some(new_at) = new_at {
            changes.extend(of_pair(group, &new.groups[*new_at]));
        }
    }
    // The last error seen of each group, by its place in the new catalog.
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut mixed = Vec::new();
    for (old, new, place) in &pairs.kept {
        if new_of[old.home] == Some(new.home) {
            let last = last.entry(old.home).or_insert(*place);
            if *place < *last && !mixed.contains(&old.home) {
                mixed.push(old.home);
            }
            *last = *place;
            continue;
        }
        let subject = words.subject(*old);
        let (before, after) = (&old.group.title, &new.group.title);
        let message = format!(
            "{} moved from the group {} to {}",
            subject.words,
            quoted(before),
            quoted(after)
        );
        let change = subject.change(Level::Patch, ChangeKind::Moved, message);
        changes.push(change.before(before.as_str()).after(after.as_str()));
        changes.extend(format(&subject, old.group, new.group));
    }
    for at in mixed {
        changes.push(Subject::group(&old.groups[at]).order("errors"));
    }
    let order: Vec<usize> = new_of.into_iter().flatten().collect();
    if !order.is_sorted() {
        changes.push(Subject::catalog().order("groups"));
    }
    changes
}

/// The place in the new catalog of every group of the old one: by the type's path, else by where its
/// errors went.
fn same_groups(pairs: &Pairs<'_>, old: &Document, new: &Document) -> Vec<Option<usize>> {
    let mut is_taken = vec![false; new.groups.len()];
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, group) in new.groups.iter().enumerate().rev() {
        by_name.entry(&group.name).or_default().push(at);
    }
    let mut new_of: Vec<Option<usize>> = Vec::with_capacity(old.groups.len());
    for group in &old.groups {
        let found = by_name.get_mut(group.name.as_str()).and_then(Vec::pop);
        if let Some(at) = found {
            is_taken[at] = true;
        }
        new_of.push(found);
    }
    for (old, new, _) in &pairs.kept {
        if new_of[old.home].is_none() && !is_taken[new.home] {
            new_of[old.home] = Some(new.home);
            is_taken[new.home] = true;
        }
    }
    new_of
}

fn of_pair(old: &Group, new: &Group) -> Vec<Change> {
    let subject = Subject::group(old);
    let mut changes: Vec<Change> = format(&subject, old, new).into_iter().collect();
    let mut texts = vec![
        ("title", "heading", &old.title, &new.title),
        (
            "introduction",
            "introduction",
            &old.introduction,
            &new.introduction,
        ),
        ("name", "Rust name", &old.name, &new.name),
    ];
    // The anchor comes from the heading.
    if old.title == new.title {
        texts.push(("anchor", "anchor", &old.anchor, &new.anchor));
    }
    for (place, words, old, new) in texts {
        changes.extend(subject.text(place, words, old, new));
    }
    changes
}

/// The wire format of a group, or of an error that stands in another group.
fn format(subject: &Subject<'_>, old: &Group, new: &Group) -> Option<Change> {
    let before = (&old.format, &old.content_type);
    let after = (&new.format, &new.content_type);
    if before == after {
        return None;
    }
    let (what, words) = if before.0 == after.0 {
        ("Content-Type", (before.1, after.1))
    } else {
        ("wire format", (before.0, after.0))
    };
    let message = format!(
        "the {what} of {} was {} and is {}",
        subject.words,
        quoted(words.0),
        quoted(words.1)
    );
    let json = |(format, content_type): (&String, &String)| {
        Json::String(format!("{format}, {content_type}"))
    };
    let change = subject.change(Level::Breaking, ChangeKind::Format, message);
    Some(change.before(json(before)).after(json(after)))
}
