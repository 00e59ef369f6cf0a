//! `hide_as`: whose response a hidden variant gets.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::allowed::Allowed;
use super::of_type::Type;
use crate::diagnostics::{Diagnostics, listed};
use crate::model::{Case, Entry, Kind, Message, Status};
use crate::nearest::did_you_mean;

/// A variant that has been checked, but for the variant that it may hide behind.
pub(super) struct Checked {
    pub(super) variant: Option<Ident>,
    pub(super) name: String,
    pub(super) response: Response,
    pub(super) allowed: Allowed,
    /// Something is wrong with it, which has been reported.
    pub(super) wrong: bool,
}

pub(super) enum Response {
    Own(Kind),
    HiddenAs {
        own: Option<Box<Entry>>,
        target: Ident,
        /// What it responds with where the target is wrong.
        fallback: Box<Entry>,
    },
}

/// Resolves the targets.
pub(super) fn resolve(checked: Vec<Checked>, ty: &Type<'_>, errors: &mut Diagnostics) -> Vec<Case> {
    let targets: Vec<Option<usize>> = checked
        .iter()
        .map(|hidden| target(hidden, &checked, ty, errors))
        .collect();
    let cases = checked.into_iter().zip(targets).map(|(case, target)| Case {
        variant: case.variant,
        name: case.name,
        kind: match (case.response, target) {
            (Response::Own(kind), _) => kind,
            (Response::HiddenAs { own, .. }, Some(target)) => Kind::Hidden { own, target },
            (Response::HiddenAs { fallback, .. }, None) => Kind::Entry(fallback),
        },
    });
    cases.collect()
}

fn target(
    hidden: &Checked,
    all: &[Checked],
    ty: &Type<'_>,
    errors: &mut Diagnostics,
) -> Option<usize> {
    let Response::HiddenAs { target, .. } = &hidden.response else {
        return None;
    };
    let name = target.unraw().to_string();
    let at = all.iter().position(|case| case.name == name);
    let (message, help) = match at.map(|at| &all[at]) {
        None => {
            let known = all.iter().map(|case| case.name.as_str());
            let near = did_you_mean(&name, known.clone());
            let others = listed(known.filter(|known| *known != hidden.name));
            let others = if others.is_empty() {
                "no others"
            } else {
                &*others
            };
            (
                format!("no variant `{name}` in `{}`{near}", ty.ident),
                format!("there are {others}; a variant that a `cfg` removes cannot be named"),
            )
        }
        Some(Checked { wrong: true, .. }) => return None,
        Some(Checked {
            response: Response::Own(Kind::Entry(entry)),
            ..
        }) => {
            if is_same_for_all(entry) {
                return at;
            }
            (
                format!("the response of `{name}` may depend on its fields, so another variant can't have the same"),
                "name a variant without public fields; a 4xx with private fields, or a status given by a constant, needs a `message`".to_owned(),
            )
        }
        Some(_) => (
            "`hide_as` must name a variant with `status` and `code`".to_owned(),
            format!("name a variant other than `{name}`"),
        ),
    };
    errors.report(target, message, help);
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
