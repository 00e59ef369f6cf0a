//! The checks that `allow(...)` switches off, on a type and on a variant.

use std::cell::Cell;
use std::rc::Rc;

use crate::diagnostics::{Diagnostics, listed};
use crate::nearest::{did_you_mean, nearest};
use crate::parse::Attrs;
use crate::parse::keys::CHECKS;
use crate::tokens::{Trees, source};

/// What a variant allows, and its type.
#[derive(Clone, Default)]
pub(super) struct Allowed {
    all: Rc<[Allow]>,
    /// How many of them stand here, and not on the type.
    own: usize,
}

#[derive(Clone)]
struct Allow {
    /// None for what can't be read, which may mean any check.
    check: Option<&'static str>,
    at: Trees,
    used: Rc<Cell<bool>>,
}

impl Allowed {
    /// Judges the names that stand here; those of the type are known.
    pub(super) fn new(attrs: &Attrs, of_type: &Self, errors: &mut Diagnostics) -> Self {
        let mut all: Vec<Allow> = Vec::new();
        for at in attrs.allow.iter().flat_map(|allow| &allow.value) {
            let text = source(at);
            let name: String = text
                .chars()
                .filter(|letter| !" \"".contains(*letter))
                .collect();
            let name = name.rsplit("::").next().unwrap_or_default();
            let check = nearest(name, CHECKS);
            if text == "mixed_format" {
                let message = "`mixed_format` is a check of `catalog!`, and has no effect here";
                errors.report(at, message, "write `allow: [mixed_format]` in the catalog");
                continue;
            } else if !CHECKS.contains(&text.as_str()) {
                let message = format!("unknown check `{text}`{}", did_you_mean(name, CHECKS));
                let help = match check {
                    Some(check) => format!("write `{check}`"),
                    None => format!("expected one of {}", listed(CHECKS)),
                };
                errors.report(at, message, help);
            } else if all.iter().any(|allow| allow.check == check) {
                errors.report(at, format!("duplicate `{text}`"), "remove one of them");
                continue;
            }
            let used = Rc::default();
            all.extend(check.map(|check| Allow {
                check: Some(check),
                at: at.clone(),
                used,
            }));
        }
        if attrs.may_mean("allow") {
            all.push(Allow {
                check: None,
                at: Trees::new(&[]),
                used: Rc::default(),
            });
        }
        let own = all.len();
        all.extend(of_type.all.iter().cloned());
        Self {
            all: all.into(),
            own,
        }
    }

    /// Whether this check is named, which it needs not be.
    pub(super) fn names(&self, check: &str) -> bool {
        self.all
            .iter()
            .any(|allow| allow.check.is_none_or(|name| name == check))
    }

    /// Whether what this check refuses is allowed. Asked only of something that it refuses.
    pub(super) fn allows(&self, check: &str) -> bool {
        let named = self
            .all
            .iter()
            .filter(|allow| allow.check.is_none_or(|name| name == check));
        named.inspect(|allow| allow.used.set(true)).count() > 0
    }

    /// Reports the checks that have refused nothing. Whether a code is used twice, other types decide too.
    pub(super) fn report_unused(&self, errors: &mut Diagnostics) {
        for allow in &self.all[..self.own] {
            if let Some(check) = allow.check
                && !allow.used.get()
                && check != "duplicate_code"
            {
                let message =
                    format!("`{check}` refuses nothing here, so that `allow` has no effect");
                errors.report(&allow.at, message, format!("remove `{check}`"));
            }
        }
    }
}
