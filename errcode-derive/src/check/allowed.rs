//! The checks that `allow(...)` switches off, on a type and on a variant.

use std::cell::Cell;
use std::rc::Rc;

use super::names;
use crate::diagnostics::Diagnostics;
use crate::parse::Attrs;
use crate::parse::keys::CHECKS;
use crate::tokens::Trees;

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
        let list = attrs.allow.iter().flat_map(|allow| &allow.value);
        let names = names::known(list, &CHECKS, |_| None, errors);
        let allow = |check, at: &Trees| Allow {
            check,
            at: at.clone(),
            used: Rc::default(),
        };
        let names = names.into_iter();
        let mut all: Vec<Allow> = names.map(|(check, at)| allow(Some(check), at)).collect();
        if attrs.may_mean("allow") {
            all.push(allow(None, &Trees::new(&[])));
        }
        let own = all.len();
        all.extend(of_type.all.iter().cloned());
        Self {
            all: all.into(),
            own,
        }
    }

    fn named(&self, check: &str) -> impl Iterator<Item = &Allow> {
        let all = self.all.iter();
        all.filter(move |allow| allow.check.is_none_or(|name| name == check))
    }

    /// Whether this check is named, whether or not it refuses something.
    pub(super) fn names(&self, check: &str) -> bool {
        self.named(check).next().is_some()
    }

    /// Whether what this check refuses is allowed. Asked only of something that it refuses.
    pub(super) fn allows(&self, check: &str) -> bool {
        self.named(check)
            .inspect(|allow| allow.used.set(true))
            .count()
            > 0
    }

    /// Whether what this check refuses is allowed here, and not only on the type.
    pub(super) fn own_allows(&self, check: &str) -> bool {
        let own = Self {
            all: self.all[..self.own].into(),
            own: self.own,
        };
        own.allows(check)
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
