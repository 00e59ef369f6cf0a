//! One error in both catalogs: its own facts and texts.

use super::change::{Change, ChangeKind, Level, Subject};
use super::detail_or_header;
use super::pairs::At;
use crate::model::BodyFormat;
use crate::model::entry::{Code, Entry};
use crate::model::json::Json;
use crate::plain_text::quoted;
use crate::url::segment;

/// What changed of an error. What follows from another change is not told again: the reason phrase of
/// another status, a `type` that has the code in it, the examples.
pub(super) fn changes(subject: &Subject<'_>, old: At<'_>, new: At<'_>) -> Vec<Change> {
    let is_other_format = old.group.format != new.group.format;
    let has_code = old.group.has_code() || new.group.has_code();
    let mut changes = Vec::new();
    changes.extend(hidden(subject, old, new));
    // A caller can only have relied on what the old body said.
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
    changes.extend(deprecated(subject, old, new));
    changes.extend(texts(subject, old, new));
    if !has_other_headers {
        changes.extend(subject.text("retry", "advice on retrying", &old.retry, &new.retry));
    }
    if !is_other_response && old.examples != new.examples {
        let message = format!("the examples of {} changed", subject.words);
        changes.push(subject.change(Level::Patch, ChangeKind::Examples, message));
    }
    changes
}

/// What the documents leave out is sent all the same.
fn hidden(subject: &Subject<'_>, old: At<'_>, new: At<'_>) -> Option<Change> {
    let what = match (old.is_hidden, new.is_hidden) {
        (false, true) => "hidden now: the documents leave it out",
        (true, false) => "no longer hidden: the documents have it",
        _ => return None,
    };
    let message = format!("{} is {what}", subject.words);
    Some(subject.change(Level::Patch, ChangeKind::Hidden, message))
}

/// A change of what is in bodies, or else only in documents.
fn in_body(is_there: bool, change: Option<Change>) -> Option<Change> {
    let mut change = change?;
    if !is_there {
        change.level = Level::Patch;
        change.message.push_str(", which no body says");
    }
    Some(change)
}

fn code(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    if old.code == new.code {
        return None;
    }
    let (before, after) = (Json::from(&old.code), Json::from(&new.code));
    // A string of digits and a number look the same without quotes.
    let what = match &new.code {
        _ if old.code.to_string() != new.code.to_string() => "",
        Code::Number(_) => ", a number",
        Code::Text(_) => ", a string",
    };
    let message = format!(
        "{} was renamed to {}{what}",
        subject.words,
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
            subject.words, old.status, new.status
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
                "the status of {} was always {} and may now be another",
                subject.words, old.status
            );
            (Level::Breaking, message)
        } else {
            let message = format!("the status of {} is always {}", subject.words, new.status);
            (Level::Minor, message + " now")
        };
        let change = subject.change(level, ChangeKind::StatusVaries, message);
        changes.push(change.before(old.status_varies).after(new.status_varies));
    }
    changes
}

/// Whether a text is another one with a code in place of a code, everywhere or once: a short one may be a part of
/// the rest.
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
    // As the derive writes it in place of `{code}`, and as somebody may write it out.
    let codes = [(segment(&before), segment(&after)), (before, after)];
    let follows = codes
        .iter()
        .any(|(before, after)| is_replaced(before, after, &old.type_uri, &new.type_uri));
    (old.type_uri != new.type_uri && !follows).then(|| {
        let message = format!(
            "the type of {} was {} and is {}",
            subject.words,
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
            subject.words,
            quoted(&old.title),
            quoted(&new.title)
        );
        let change = subject.change(Level::Breaking, ChangeKind::Title, message);
        change.before(old.title.as_str()).after(new.title.as_str())
    })
}

fn category(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let words = &subject.words;
    let (level, message) = match (&old.category, &new.category) {
        (old, new) if old == new => return None,
        (Some(old), Some(new)) => {
            let (old, new) = (quoted(old), quoted(new));
            let message = format!("the category of {words} was {old} and is {new}");
            (Level::Breaking, message)
        }
        (Some(old), None) => {
            let message = format!("{words} lost its category {}", quoted(old));
            (Level::Breaking, message)
        }
        (None, new) => {
            let new = quoted(new.as_deref().unwrap_or_default());
            (Level::Minor, format!("{words} has a category: {new}"))
        }
    };
    let mut change = subject.change(level, ChangeKind::Category, message);
    change.before = old.category.as_deref().map(Json::from);
    change.after = new.category.as_deref().map(Json::from);
    Some(change)
}

fn deprecated(subject: &Subject<'_>, old: &Entry, new: &Entry) -> Option<Change> {
    let (level, message) = match (&old.deprecated, &new.deprecated) {
        (Some(old), Some(new)) => {
            return subject.text("deprecated", "note of deprecation", old, new);
        }
        (None, None) => return None,
        (None, Some(note)) if note.is_empty() => {
            (Level::Minor, format!("{} is deprecated", subject.words))
        }
        (None, Some(note)) => {
            let note = crate::plain_text::one_line(note);
            let message = format!("{} is deprecated: {note}", subject.words);
            (Level::Minor, message)
        }
        (Some(_), None) => {
            let message = format!("{} is no longer deprecated", subject.words);
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
        ("causes", "text on causes", &old.causes, &new.causes),
        ("fix", "text on the fix", &old.fix, &new.fix),
        ("example", "text on examples", &old.example, &new.example),
        ("variants", "Rust name", &variants.0, &variants.1),
    ];
    // The summary is the beginning of the description, the anchor comes from code and status.
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
            "version of the deprecation",
            &since.0,
            &since.1,
        ));
    }
    let texts = texts.into_iter();
    texts
        .filter_map(|(place, words, old, new)| subject.text(place, words, old, new))
        .collect()
}
