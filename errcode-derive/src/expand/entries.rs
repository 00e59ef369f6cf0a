//! Which cases of a model have an entry, in which row it stands, and which fields include another catalog.

use crate::model::{Case, Entry, Field, InnerFormat, Kind, Model};

/// The fields of transparent variants whose catalogs are included.
pub(super) fn included(model: &Model) -> impl Iterator<Item = &Field> {
    model.cases.iter().filter_map(|case| match &case.kind {
        Kind::Transparent {
            field,
            included: true,
            ..
        } => Some(&**field),
        _ => None,
    })
}

/// What becomes of the formats of the same fields.
pub(super) fn included_formats(model: &Model) -> impl Iterator<Item = InnerFormat> {
    model.cases.iter().filter_map(|case| match &case.kind {
        Kind::Transparent {
            included: true,
            formats,
            ..
        } => Some(*formats),
        _ => None,
    })
}

/// The entries in the order of their rows, each with its case.
pub(super) fn entries(model: &Model) -> impl Iterator<Item = (&Entry, &Case)> {
    model
        .cases
        .iter()
        .filter_map(|case| own_entry(&case.kind).map(|entry| (entry, case)))
}

pub(super) fn own_entry(kind: &Kind) -> Option<&Entry> {
    match kind {
        Kind::Entry(entry)
        | Kind::Hidden {
            own: Some(entry), ..
        } => Some(entry),
        Kind::Hidden { own: None, .. } | Kind::Transparent { .. } => None,
    }
}

/// The row of each case. A case without an entry has the row of the next entry.
pub(super) fn row_numbers(model: &Model) -> Vec<usize> {
    let mut next = 0;
    let numbers = model.cases.iter().map(|case| {
        let row = next;
        next += usize::from(own_entry(&case.kind).is_some());
        row
    });
    numbers.collect()
}
