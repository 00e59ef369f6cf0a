//! The models of types that are right, and the errors of types that are wrong.

mod codes;
mod fields;
mod hidden;
mod keys;
mod macros;
mod statuses;
mod twins;

use super::*;
use crate::model::{Case, Entry, Format, Kind};

fn judged(text: &str) -> Result<Model, Vec<String>> {
    let input = syn::parse_str(text).unwrap_or_else(|error| panic!("{error} in {text}"));
    accepted(&input)
}

/// The model of a type that is right.
fn model(text: &str) -> Model {
    judged(text).unwrap_or_else(|errors| panic!("{errors:?} in {text}"))
}

/// The errors of a type, each with its help; none if it is right.
fn errors(text: &str) -> Vec<String> {
    judged(text).err().unwrap_or_default()
}

/// Checks that a type has one error, which begins with a text.
#[track_caller]
fn one_error(text: &str, start: &str) {
    let errors = errors(text);
    let is_it = errors.len() == 1 && errors[0].starts_with(start);
    assert!(is_it, "{errors:?} in {text}");
}

fn entry(case: &Case) -> &Entry {
    match &case.kind {
        Kind::Entry(entry)
        | Kind::Hidden {
            own: Some(entry), ..
        } => entry,
        Kind::Hidden { own: None, .. } | Kind::Transparent { .. } => {
            panic!("`{}` has no entry", case.name)
        }
    }
}

/// The entry of the first variant of a type that is right, or of a struct.
fn first(text: &str) -> Entry {
    let mut model = model(text);
    match model.cases.swap_remove(0).kind {
        Kind::Entry(entry) => *entry,
        Kind::Hidden { .. } | Kind::Transparent { .. } => panic!("no entry in {text}"),
    }
}

/// The arguments of a check in const evaluation, and where it fails.
fn asked(model: &Model, function: &str) -> Vec<(String, String)> {
    let checks = model
        .checks
        .iter()
        .filter(|check| check.function == function);
    let asked = checks.map(|check| (check.arguments.to_string(), check.at.to_string()));
    asked.collect()
}

/// Pairs as they are compared.
fn pairs(list: &[(String, String)]) -> Vec<(&str, &str)> {
    list.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
}
