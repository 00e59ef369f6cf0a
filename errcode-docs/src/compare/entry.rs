//! Compares the facts and texts of one error.

use super::change::{Change, ChangeKind, Level};
use super::detail_or_header;
use super::pairs::Located;
use super::subject::Subject;
use crate::model::BodyFormat;
use crate::model::entry::{Code, Entry};
use crate::model::json::Json;
use crate::plain_text::quoted;
use crate::url::segment;

/// The changes of an error. Changes that follow from another change are left out: the reason phrase of another status, a
/// `type` that has the code in it, the examples.
pub(super) fn changes(subject: &Subject<'_>, old: Located<'_>, new: Located<'_>) -> Vec<Change> {
    let is_other_format = old.group.format != new.group.format;
    let has_code = old.group.has_code() || new.group.has_code();
    let mut changes = Vec::new();
    changes.extend(hidden(subject, old, new));
    // A caller can rely only on what the old body had.
    let wire = old.group.body_format();
    let (old, new) = (old.error, new.error);
    let has_type = !matches!(wire, BodyFormat::Nested | BodyFormat::Flat);
    let has_title = has_type && (wire == BodyFormat::Custom || old.has_type());
    changes.extend(in_body(has_code, code(subject, old, new)));
    changes.extend(status(subject, old, new));
    changes.extend(in_body(has_type, type_uri(subject, old, new)));
    changes.extend(in_body(has_title, title(subject, old, new)));
    changes.extend(in_body(
        wire == BodyFormat::Custom,
        category(subject, old, new),
    ));
    changes.extend(detail_or_header::changes(
        subject,
        &old.details,
        &new.details,
    ));
    let headers = detail_or_header::changes(subject, &old.headers, &new.headers);
    let has_other_headers = headers.iter().any(|change| change.level > Level::Patch);
    changes.extend(headers);
    let is_other_response = is_other_format
        || changes
            .iter()
            .any(|change| !matches!(change.kind, ChangeKind::Text | ChangeKind::Order));
    changes.extend(retryable(subject, old, new));
    changes.extend(deprecated(subject, old, new));
    changes.extend(texts(subject, old, new));
    if !has_other_headers && old.retryable == new.retryable {
        changes.extend(subject.text("retry", "advice on retrying", &old.retry, &new.retry));
    }
    if !is_other_response && old.examples != new.examples {
        let message = format!("the examples of {} changed", subject.name);
        changes.push(subject.change(Level::Patch, ChangeKind::Examples, message));
    }
    changes
}

/// Whether an error became hidden or public. Its responses are the same.
fn hidden(subject: &Subject<'_>, old: Located<'_>, new: Located<'_>) -> Option<Change> {
    let what = match (old.is_hidden, new.is_hidden) {
        (false, true) => "now hidden from the documents",
        (true, false) => "no longer hidden from the documents",
        _ => return None,
    };
    let message = format!("{} is {what}", subject.name);
    Some(subject.change(Level::Patch, ChangeKind::Hidden, message))
}

/// Lowers the level of a change to a patch, if bodies do not have the changed fact.
fn in_body(is_in_body: bool, change: Option<Change>) -> Option<Change> {
    let mut change = change?;
    if !is_in_body {
        change.level = Level::Patch;
        change.message.push_str(", but no body has it");
    }
    Some(change)
}

fn code(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    if old.code == new.code {
        return None;
    }
    let (before, after) = (Json::from(&old.code), Json::from(&new.code));
    // Without quotes, a number looks the same as a string of digits.
    let what = match &new.code {
        _ if old.code.to_string() != new.code.to_string() => "",
        Code::Number(_) => ", a number",
        Code::Text(_) => ", a string",
    };
    let message = format!(
        "{} was renamed to {}{what}",
        subject.name,
        quoted(&new.code)
    );
    let change = subject.change(Level::Breaking, ChangeKind::Renamed, message);
    Some(change.before(before).after(after))
}

fn status(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.status != new.status {
        let message = format!(
            "the status of {} was {} and is {}",
            subject.name, old.status, new.status
        );
        let change = subject.change(Level::Breaking, ChangeKind::Status, message);
        changes.push(change.before(old.status).after(new.status));
    } else if old.reason != new.reason {
        let words = "reason phrase";
        changes.extend(subject.text("reason", words, &old.reason, &new.reason));
    }
    if old.status_varies != new.status_varies {
        let (level, message) = if new.status_varies {
            let message = format!(
                "the status of {} was always {} and is now chosen at run time",
                subject.name, old.status
            );
            (Level::Breaking, message)
        } else {
            let message = format!("the status of {} is always {}", subject.name, new.status);
            (Level::Minor, message + " now")
        };
        let change = subject.change(level, ChangeKind::StatusVaries, message);
        changes.push(change.before(old.status_varies).after(new.status_varies));
    }
    changes
}

/// Whether two texts differ only by a code, which is replaced everywhere or once. Once, because a short code may also be
/// part of another word.
fn is_replaced(before: &str, after: &str, old: &str, new: &str) -> bool {
    if before.is_empty() || before == after {
        return false;
    }
    let once = |at: usize| [&old[..at], after, &old[at + before.len()..]].concat();
    let mut places = old.match_indices(before);
    old.replace(before, after) == new || places.any(|(at, _)| once(at) == new)
}

fn type_uri(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let (before, after) = (old.code.to_string(), new.code.to_string());
    // The code as the derive encodes it for `{code}`, and the plain code.
    let codes = [(segment(&before), segment(&after)), (before, after)];
    let follows = codes
        .iter()
        .any(|(before, after)| is_replaced(before, after, &old.type_uri, &new.type_uri));
    (old.type_uri != new.type_uri && !follows).then(|| {
        let message = format!(
            "the type of {} was {} and is {}",
            subject.name,
            quoted(&old.type_uri),
            quoted(&new.type_uri)
        );
        let change = subject.change(Level::Breaking, ChangeKind::Type, message);
        change
            .before(old.type_uri.as_str())
            .after(new.type_uri.as_str())
    })
}

fn title(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let follows = old.title == old.reason && new.title == new.reason;
    (old.title != new.title && !follows).then(|| {
        let message = format!(
            "the title of {} was {} and is {}",
            subject.name,
            quoted(&old.title),
            quoted(&new.title)
        );
        let change = subject.change(Level::Breaking, ChangeKind::Title, message);
        change.before(old.title.as_str()).after(new.title.as_str())
    })
}

fn category(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let words = &subject.name;
    let (level, message) = match (&old.category, &new.category) {
        (old, new) if old == new => return None,
        (Some(old), Some(new)) => {
            let (old, new) = (quoted(old), quoted(new));
            let message = format!("the category of {words} was {old} and is {new}");
            (Level::Breaking, message)
        }
        (Some(old), None) => {
            let message = format!("{words} no longer has the category {}", quoted(old));
            (Level::Breaking, message)
        }
        (None, new) => {
            let new = quoted(new.as_deref().unwrap_or_default());
            (Level::Minor, format!("{words} has the category {new} now"))
        }
    };
    let mut change = subject.change(level, ChangeKind::Category, message);
    change.before = old.category.as_deref().map(Json::from);
    change.after = new.category.as_deref().map(Json::from);
    Some(change)
}

fn retryable(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    if old.retryable == new.retryable {
        return None;
    }
    let (level, what) = if new.retryable {
        (Level::Minor, "is retryable now")
    } else {
        (Level::Breaking, "is no longer retryable")
    };
    let message = format!("{} {what}", subject.name);
    let change = subject.change(level, ChangeKind::Retryable, message);
    Some(change.before(old.retryable).after(new.retryable))
}

fn deprecated(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let (level, message) = match (&old.deprecated, &new.deprecated) {
        (Some(old), Some(new)) => {
            return subject.text("deprecated", "deprecation note", old, new);
        }
        (None, None) => return None,
        (None, Some(note)) if note.is_empty() => {
            (Level::Minor, format!("{} is deprecated", subject.name))
        }
        (None, Some(note)) => {
            let note = crate::plain_text::one_line(note);
            let message = format!("{} is deprecated: {note}", subject.name);
            (Level::Minor, message)
        }
        (Some(_), None) => {
            let message = format!("{} is no longer deprecated", subject.name);
            (Level::Patch, message)
        }
    };
    let mut change = subject.change(level, ChangeKind::Deprecated, message);
    change.before = old.deprecated.as_deref().map(Json::from);
    change.after = new.deprecated.as_deref().map(Json::from);
    Some(change)
}

fn texts(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Vec<Change> {
    let variants = (old.variants.join(", "), new.variants.join(", "));
    let mut texts = vec![
        (
            "description",
            "description",
            &old.description,
            &new.description,
        ),
        ("scenario", "scenario", &old.scenario, &new.scenario),
        ("causes", "section on causes", &old.causes, &new.causes),
        ("fix", "section on the fix", &old.fix, &new.fix),
        ("example", "section on examples", &old.example, &new.example),
        ("variants", "Rust name", &variants.0, &variants.1),
    ];
    // The summary follows from the description, and the anchor from code and status.
    if old.description == new.description {
        texts.push(("summary", "summary", &old.summary, &new.summary));
    }
    if old.code == new.code && old.status == new.status {
        texts.push(("anchor", "anchor", &old.anchor, &new.anchor));
    }
    let since = |error: &Entry| error.deprecated_since.clone().unwrap_or_default();
    let since = (since(old), since(new));
    if old.deprecated.is_some() == new.deprecated.is_some() {
        texts.push((
            "deprecated_since",
            "deprecation version",
            &since.0,
            &since.1,
        ));
    }
    let texts = texts.into_iter();
    texts
        .filter_map(|(place, words, old, new)| subject.text(place, words, old, new))
        .collect()
}
