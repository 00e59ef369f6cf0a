//! `hide_as`: whose response a hidden variant gets.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::Type;
use crate::diagnostics::{Errors, did_you_mean, listed};
use crate::model::{Case, Entry, Kind, Message, Status};

/// A variant that has been judged, but for the variant that it may hide behind.
pub(super) struct Judged {
    pub(super) variant: Option<Ident>,
    pub(super) name: String,
    pub(super) answer: Answer,
    /// Something is wrong with it, which has been reported.
    pub(super) wrong: bool,
}

pub(super) enum Answer {
    Known(Kind),
    HiddenAs {
        own: Option<Box<Entry>>,
        target: Ident,
        /// What it answers where the target is wrong.
        instead: Box<Entry>,
    },
}

/// Resolves the targets.
pub(super) fn aim(judged: Vec<Judged>, ty: &Type<'_>, errors: &mut Errors) -> Vec<Case> {
    let targets: Vec<Option<usize>> = judged
        .iter()
        .map(|hidden| target(hidden, &judged, ty, errors))
        .collect();
    let cases = judged.into_iter().zip(targets).map(|(case, target)| Case {
        variant: case.variant,
        name: case.name,
        kind: match (case.answer, target) {
            (Answer::Known(kind), _) => kind,
            (Answer::HiddenAs { own, .. }, Some(target)) => Kind::Hidden { own, target },
            (Answer::HiddenAs { instead, .. }, None) => Kind::Entry(instead),
        },
    });
    cases.collect()
}

fn target(hidden: &Judged, all: &[Judged], ty: &Type<'_>, errors: &mut Errors) -> Option<usize> {
    let Answer::HiddenAs { target, .. } = &hidden.answer else {
        return None;
    };
    let name = target.unraw().to_string();
    let Some(at) = all.iter().position(|case| case.name == name) else {
        let known = || all.iter().map(|case| case.name.as_str());
        let near = did_you_mean(&name, known());
        let known: Vec<&str> = known().filter(|known| *known != hidden.name).collect();
        let mend = if known.is_empty() {
            "add a variant with the `status` and the `code` that the client is to get".to_owned()
        } else {
            format!("there are {}", listed(known))
        };
        let ty = ty.ident;
        errors.at(
            target,
            format!("no variant `{name}` in `{ty}`{near}\n  help: {mend}"),
        );
        return None;
    };
    match &all[at].answer {
        _ if all[at].wrong => {}
        Answer::Known(Kind::Entry(entry)) if is_same_for_all(entry) => return Some(at),
        Answer::Known(Kind::Entry(_)) => errors.at(
            target,
            format!("the response of `{name}` may depend on its fields, so another variant can't have the same\n  help: name a variant without public fields; a 4xx with private fields, or a status given by a constant, needs a `message`"),
        ),
        Answer::Known(Kind::Transparent { .. } | Kind::Hidden { .. }) | Answer::HiddenAs { .. } => {
            errors.at(
                target,
                format!("`{name}` has no response of its own\n  help: name a variant with a `status` and a `code`"),
            );
        }
    }
    None
}

/// Whether every instance has the same response.
fn is_same_for_all(entry: &Entry) -> bool {
    let text = match &entry.message {
        Message::Fixed(_) | Message::Masked => true,
        Message::ByStatus => {
            matches!(entry.status, Status::Number(number) if !(400..500).contains(&number))
        }
        Message::Exposed | Message::Template(_) | Message::Function(_) => false,
    };
    let fields =
        entry.details.is_empty() && entry.header_fields.is_empty() && entry.status_field.is_none();
    entry.fieldless || text && fields
}
