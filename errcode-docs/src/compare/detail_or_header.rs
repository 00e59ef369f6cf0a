//! Details and headers of one error in both catalogs: which is which, and what changed.

use crate::plain_text::quoted;

use super::change::{Change, ChangeKind, Level, Subject};

/// A detail or a header.
pub(super) trait Part {
    /// How it is called in words.
    const WORD: &'static str;
    const ADDED: ChangeKind;
    const REMOVED: ChangeKind;
    const RENAMED: ChangeKind;
    const REQUIRED: ChangeKind;

    fn name(&self) -> &str;
    fn rust_type(&self) -> &str;
    fn description(&self) -> &str;
    fn is_required(&self) -> bool;
    /// What it is, in words.
    fn in_words(&self) -> String;
    /// Whether both have the same name to a caller.
    fn is_named_like(&self, other: &Self) -> bool;
    /// Whether, under another name, it may be the same.
    fn is_made_like(&self, other: &Self) -> bool;
    /// What changed of its value, if anything.
    fn value(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change>;
    /// Whether both tell of their values, so that a promise can be compared.
    fn is_known(_old: &Self, _new: &Self) -> bool {
        true
    }
}

pub(super) fn changes<T: Part>(subject: &Subject<'_>, old: &[T], new: &[T]) -> Vec<Change> {
    let parts = Parts::of(old, new);
    let (words, word) = (&subject.words, T::WORD);
    let mut changes = Vec::new();
    for part in parts.removed {
        let message = format!("{words} lost the {word} {}", quoted(part.name()));
        let change = subject.change(Level::Breaking, T::REMOVED, message);
        changes.push(change.named(part.name()).before(part.in_words()));
    }
    for (old, new) in parts.renamed {
        let (before, after) = (quoted(old.name()), quoted(new.name()));
        let message = format!("the {word} {before} of {words} was renamed to {after}");
        let change = subject.change(Level::Breaking, T::RENAMED, message);
        let change = change.named(old.name());
        changes.push(change.before(old.name()).after(new.name()));
        changes.extend(of_pair(subject, old, new));
    }
    for (old, new) in parts.kept {
        // Headers are the same in capitals.
        changes.extend(text(
            subject,
            "name",
            "spelling",
            old,
            (old.name(), new.name()),
        ));
        changes.extend(of_pair(subject, old, new));
    }
    for part in parts.added {
        let (name, value) = (quoted(part.name()), part.in_words());
        let message = format!("{words} has a new {word} {name} ({value})");
        let change = subject.change(Level::Minor, T::ADDED, message);
        changes.push(change.named(part.name()).after(value));
    }
    if !parts.are_in_order {
        changes.push(subject.order(&format!("{word}s")));
    }
    changes
}

/// What changed of one part, but for its name.
fn of_pair<T: Part>(subject: &Subject<'_>, old: &T, new: &T) -> Vec<Change> {
    let mut changes = Vec::new();
    changes.extend(T::value(subject, old, new));
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

fn required<T: Part>(subject: &Subject<'_>, old: &T, new: &T) -> Option<Change> {
    if old.is_required() == new.is_required() || !T::is_known(old, new) {
        return None;
    }
    let of = format!(
        "the {} {} of {}",
        T::WORD,
        quoted(old.name()),
        subject.words
    );
    let (level, message) = if new.is_required() {
        (Level::Minor, format!("{of} is always there now"))
    } else {
        let message = format!("{of} was always there and may now be missing");
        (Level::Breaking, message)
    };
    let change = subject.change(level, T::REQUIRED, message);
    let change = change.named(old.name());
    Some(change.before(old.is_required()).after(new.is_required()))
}

/// What only people read of a part.
fn text<T: Part>(
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

/// The parts of both.
struct Parts<'a, T> {
    kept: Vec<(&'a T, &'a T)>,
    renamed: Vec<(&'a T, &'a T)>,
    removed: Vec<&'a T>,
    added: Vec<&'a T>,
    are_in_order: bool,
}

impl<'a, T: Part> Parts<'a, T> {
    fn of(old: &'a [T], new: &'a [T]) -> Self {
        let find = |part: &T, parts: &'a [T]| parts.iter().position(|p| p.is_named_like(part));
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
            let mut alike = open.iter().copied().filter(|o| part.is_made_like(&new[*o]));
            let rivals = old.iter().filter(|p| gone(p) && p.is_made_like(part));
            let only = if rivals.count() == 1 && alike.clone().count() == 1 {
                alike.clone().next()
            } else {
                // Of several that it may be: the one with its text, else the one in its place.
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
