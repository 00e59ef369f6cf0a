//! How errors are called in the words of a comparison.

use std::collections::HashSet;

use super::change::Subject;
use super::pairs::{At, all_errors};
use crate::model::Document;
use crate::model::entry::Code;
use crate::plain_text::quoted;

/// How errors are called: by their code, and by the status where the code is not enough.
pub(super) struct Words<'a> {
    shared: HashSet<&'a Code>,
}

impl<'a> Words<'a> {
    pub(super) fn of(documents: [&'a Document; 2]) -> Self {
        let mut shared = HashSet::new();
        for document in documents {
            let mut seen = HashSet::new();
            let codes = all_errors(document).map(|at| &at.error.code);
            shared.extend(codes.filter(|code| !seen.insert(*code)));
        }
        Self { shared }
    }

    pub(super) fn subject<'b>(&self, at: At<'b>) -> Subject<'b> {
        let code = quoted(&at.error.code);
        let is_enough = at.group.has_code() && !self.shared.contains(&at.error.code);
        Subject {
            group: Some(at.group),
            error: Some(at.error),
            words: if is_enough {
                code
            } else {
                format!("{code} ({})", at.error.status)
            },
        }
    }
}
