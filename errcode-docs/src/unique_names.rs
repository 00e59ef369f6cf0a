//! Sets of names in which each name is unique.

use std::collections::HashMap;

/// A set of names in use.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The names in use, each with the number that is tried next.
    used: HashMap<String, usize>,
}

impl Names {
    /// Inserts a name. Returns false if the name is already in use.
    pub(crate) fn try_insert(&mut self, name: &str) -> bool {
        let is_free = !self.used.contains_key(name);
        if is_free {
            self.used.insert(name.to_owned(), 2);
        }
        is_free
    }

    /// Inserts a name, or the name with the first free number if it is in use: `name-2`.
    pub(crate) fn insert(&mut self, name: &str, separator: char) -> String {
        if self.try_insert(name) {
            return name.to_owned();
        }
        let mut number = self.used.get(name).copied().unwrap_or(2);
        loop {
            let numbered = format!("{name}{separator}{number}");
            number += 1;
            if self.try_insert(&numbered) {
                self.used.insert(name.to_owned(), number);
                return numbered;
            }
        }
    }
}
