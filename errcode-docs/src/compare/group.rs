//! Compares groups: their texts and formats, and the order of groups and errors.

use std::collections::HashMap;

use super::change::{Change, ChangeKind, Level};
use super::pairs::Pairs;
use super::subject::Subject;
use super::subject::SubjectNames;
use crate::model::json::Json;
use crate::model::{Document, Group};
use crate::plain_text::quoted;

pub(super) fn changes(
    pairs: &Pairs<'_>,
    names: &SubjectNames<'_>,
    old: &Document,
    new: &Document,
) -> Vec<Change> {
    let new_of = same_groups(pairs, old, new);
    let (old, new) = (old.all_groups(), new.all_groups());
    let mut changes = Vec::new();
    for (group, new_at) in old.iter().zip(&new_of) {
        if let Some(new_at) = new_at {
            // A type with hidden errors has two groups, which have the same changes.
            for change in pair_changes(group, new[*new_at]) {
                if !changes.contains(&change) {
                    changes.push(change);
                }
            }
        }
    }
    // For each group, the index of the last error in the new catalog.
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut reordered = Vec::new();
    for (old, new, place) in &pairs.kept {
        if new_of[old.group_index] == Some(new.group_index) {
            let last = last.entry(old.group_index).or_insert(*place);
            if *place < *last && !reordered.contains(&old.group_index) {
                reordered.push(old.group_index);
            }
            *last = *place;
            continue;
        }
        let subject = names.subject(*old);
        if old.is_hidden == new.is_hidden {
            changes.push(moved(&subject, old.group, new.group));
        }
        changes.extend(format(&subject, old.group, new.group));
    }
    for at in reordered {
        changes.push(Subject::group(old[at]).order("errors"));
    }
    let order: Vec<usize> = new_of.into_iter().flatten().collect();
    if !order.is_sorted() {
        changes.push(Subject::catalog().order("groups"));
    }
    changes
}

fn moved(subject: &Subject<'_>, old: &Group, new: &Group) -> Change {
    let (before, after) = (&old.title, &new.title);
    let message = format!(
        "{} moved from the group {} to {}",
        subject.name,
        quoted(before),
        quoted(after)
    );
    let change = subject.change(Level::Patch, ChangeKind::Moved, message);
    change.before(before.as_str()).after(after.as_str())
}

/// For each old group, the index of its group in the new catalog: the one with the same path, or the one that its errors
/// moved to. Of the groups of one type the one with the same format is first. A hidden group never matches a public one.
fn same_groups(pairs: &Pairs<'_>, old: &Document, new: &Document) -> Vec<Option<usize>> {
    // Hidden groups follow the public ones.
    let (old_public, new_public) = (old.groups.len(), new.groups.len());
    let (old, new) = (old.all_groups(), new.all_groups());
    let mut is_taken = vec![false; new.len()];
    let mut new_of: Vec<Option<usize>> = vec![None; old.len()];
    for with_format in [true, false] {
        let key = |group: &Group, is_hidden: bool| {
            let format = with_format.then(|| (group.format.clone(), group.content_type.clone()));
            (is_hidden, group.name.clone(), format)
        };
        let mut by_key: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, group) in new.iter().enumerate().rev() {
            if !is_taken[at] {
                let found = by_key.entry(key(group, at >= new_public));
                found.or_default().push(at);
            }
        }
        for (at, group) in old.iter().enumerate() {
            if new_of[at].is_some() {
                continue;
            }
            let found = by_key.get_mut(&key(group, at >= old_public));
            if let Some(found) = found.and_then(Vec::pop) {
                is_taken[found] = true;
                new_of[at] = Some(found);
            }
        }
    }
    for (old, new, _) in &pairs.kept {
        let is_alike = old.is_hidden == new.is_hidden;
        if is_alike && new_of[old.group_index].is_none() && !is_taken[new.group_index] {
            new_of[old.group_index] = Some(new.group_index);
            is_taken[new.group_index] = true;
        }
    }
    new_of
}

fn pair_changes(old: &Group, new: &Group) -> Vec<Change> {
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
    // The anchor follows from the heading.
    if old.title == new.title {
        texts.push(("anchor", "anchor", &old.anchor, &new.anchor));
    }
    for (place, words, old, new) in texts {
        changes.extend(subject.text(place, words, old, new));
    }
    changes
}

/// The change of the format of a group, or of an error that moved to another group.
fn format(subject: &Subject<'_>, old: &Group, new: &Group) -> Option<Change> {
    let before = (&old.format, &old.content_type);
    let after = (&new.format, &new.content_type);
    if before == after {
        return None;
    }
    let (what, words) = if before.0 == after.0 {
        ("Content-Type", (before.1, after.1))
    } else {
        ("format", (before.0, after.0))
    };
    let message = format!(
        "the {what} of {} was {} and is {}",
        subject.name,
        quoted(words.0),
        quoted(words.1)
    );
    let json = |(format, content_type): (&String, &String)| {
        Json::String(format!("{format}, {content_type}"))
    };
    let change = subject.change(Level::Breaking, ChangeKind::Format, message);
    Some(change.before(json(before)).after(json(after)))
}
