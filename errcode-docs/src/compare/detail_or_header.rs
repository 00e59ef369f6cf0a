//! Compares the details or the headers of one error. Matches them first.

use crate::plain_text::quoted;

use super::change::{Change, ChangeKind, Level};
use super::subject::Subject;

/// A detail or a header.
pub(super) trait DetailOrHeader {
    /// Its name in messages.
    const WORD: &'static str;
    const ADDED: ChangeKind;
    const REMOVED: ChangeKind;
    const RENAMED: ChangeKind;
    const REQUIRED: ChangeKind;

    fn name(&self) -> &str;
    fn rust_type(&self) -> &str;
    fn description(&self) -> &str;
    fn is_required(&self) -> bool;
    /// Its type or value in words.
    fn in_words(&self) -> String;
    /// Whether both have the same name for a caller.
    fn has_same_name(&self, other: &Self) -> bool;
    /// Whether both may be the same under different names.
    fn may_be_renamed_from(&self, other: &Self) -> bool;
    /// The change of its type or value, if any.
    fn value_change(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change>;
    /// Whether enough is known of both to compare whether they are required.
    fn is_known(_old: &Self, _new: &Self) -> bool {
        true
    }
}

pub(super) fn changes<T: DetailOrHeader>(
    subject: &Subject<'_>,
    old: &[T],
    new: &[T],
) -> Vec<Change> {
    let matched = Matched::new(old, new);
    let (subject_name, word) = (&subject.name, T::WORD);
    let mut changes = Vec::new();
    for part in matched.removed {
        let message = format!(
            "{subject_name} no longer has the {word} {}",
            quoted(part.name())
        );
        let change = subject.change(Level::Breaking, T::REMOVED, message);
        changes.push(change.named(part.name()).before(part.in_words()));
    }
    for (old, new) in matched.renamed {
        let (before, after) = (quoted(old.name()), quoted(new.name()));
        let message = format!("the {word} {before} of {subject_name} was renamed to {after}");
        let change = subject.change(Level::Breaking, T::RENAMED, message);
        let change = change.named(old.name());
        changes.push(change.before(old.name()).after(new.name()));
        changes.extend(pair_changes(subject, old, new));
    }
    for (old, new) in matched.kept {
        // The case of header names is not significant.
        changes.extend(text(
            subject,
            "name",
            "spelling",
            old,
            (old.name(), new.name()),
        ));
        changes.extend(pair_changes(subject, old, new));
    }
    for part in matched.added {
        let (name, value) = (quoted(part.name()), part.in_words());
        let message = format!("{subject_name} has a new {word} {name} ({value})");
        let change = subject.change(Level::Minor, T::ADDED, message);
        changes.push(change.named(part.name()).after(value));
    }
    if !matched.are_in_order {
        changes.push(subject.order(&format!("{word}s")));
    }
    changes
}

/// The changes of one detail or header, except its name.
fn pair_changes<T: DetailOrHeader>(subject: &Subject<'_>, old: &T, new: &T) -> Vec<Change> {
    let mut changes = Vec::new();
    changes.extend(T::value_change(subject, old, new));
    changes.extend(required(subject, old, new));
    if changes.is_empty() {
        let types = (old.rust_type(), new.rust_type());
        changes.extend(text(subject, "rust_type", "Rust type", old, types));
    }
    let descriptions = (old.description(), new.description());
    changes.extend(text(
        subject,
        "description",
        "description",
        old,
        descriptions,
    ));
    changes
}

fn required<T: DetailOrHeader>(subject: &Subject<'_>, old: &T, new: &T) -> Option<Change> {
    if old.is_required() == new.is_required() || !T::is_known(old, new) {
        return None;
    }
    let of = format!("the {} {} of {}", T::WORD, quoted(old.name()), subject.name);
    let (level, message) = if new.is_required() {
        (Level::Minor, format!("{of} is always present now"))
    } else {
        let message = format!("{of} was always present and is now optional");
        (Level::Breaking, message)
    };
    let change = subject.change(level, T::REQUIRED, message);
    let change = change.named(old.name());
    Some(change.before(old.is_required()).after(new.is_required()))
}

/// The change of a text of a detail or header.
fn text<T: DetailOrHeader>(
    subject: &Subject<'_>,
    place: &str,
    words: &str,
    part: &T,
    (before, after): (&str, &str),
) -> Option<Change> {
    let (name, word) = (part.name(), T::WORD);
    let place = format!("{word}s.{name}.{place}");
    let words = format!("{words} of the {word} {}", quoted(name));
    subject.text(&place, &words, before, after)
}

/// The details or headers of both catalogs, matched.
struct Matched<'a, T> {
    kept: Vec<(&'a T, &'a T)>,
    renamed: Vec<(&'a T, &'a T)>,
    removed: Vec<&'a T>,
    added: Vec<&'a T>,
    are_in_order: bool,
}

impl<'a, T: DetailOrHeader> Matched<'a, T> {
    fn new(old: &'a [T], new: &'a [T]) -> Self {
        let find = |part: &T, parts: &'a [T]| parts.iter().position(|p| p.has_same_name(part));
        let (mut kept, mut renamed, mut removed) = (Vec::new(), Vec::new(), Vec::new());
        let mut open: Vec<usize> = (0..new.len())
            .filter(|at| find(&new[*at], old).is_none())
            .collect();
        let (mut last, mut are_in_order) = (0, true);
        let gone = |part: &T| find(part, new).is_none();
        for (at, part) in old.iter().enumerate() {
            if let Some(found) = find(part, new) {
                kept.push((part, &new[found]));
                are_in_order &= last <= found;
                last = found;
                continue;
            }
            let mut alike = open
                .iter()
                .copied()
                .filter(|o| part.may_be_renamed_from(&new[*o]));
            let rivals = old
                .iter()
                .filter(|p| gone(p) && p.may_be_renamed_from(part));
            let only = if rivals.count() == 1 && alike.clone().count() == 1 {
                alike.clone().next()
            } else {
                // If several are possible: the one with the same description, or the one in the same position.
                let text = part.description();
                let by_text = |o: &usize| !text.is_empty() && new[*o].description() == text;
                let in_place = alike.clone().find(|o| *o == at);
                alike.find(by_text).or(in_place)
            };
            match only {
                Some(found) => {
                    open.retain(|o| *o != found);
                    renamed.push((part, &new[found]));
                }
                None => removed.push(part),
            }
        }
        Self {
            kept,
            renamed,
            removed,
            added: open.into_iter().map(|at| &new[at]).collect(),
            are_in_order,
        }
    }
}
