//! A database of packages in memory. It may be read-only, and a package may be damaged.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::Context;

/// The packages, and since when the database takes changes again.
#[derive(Debug, Default)]
pub struct Database {
    packages: Mutex<BTreeMap<String, String>>,
    read_only_until: Option<SystemTime>,
}

/// The database refuses a change.
#[derive(Clone, Copy, Debug)]
pub struct ReadOnlyTransaction {
    /// When it takes changes again.
    pub until: SystemTime,
}

impl fmt::Display for ReadOnlyTransaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot execute INSERT in a read-only transaction")
    }
}

impl std::error::Error for ReadOnlyTransaction {}

impl Database {
    /// A database that takes no changes until some time.
    pub fn read_only(until: SystemTime) -> Self {
        Self {
            read_only_until: Some(until),
            ..Self::default()
        }
    }

    /// The number of downloads of a package, if there is such a package.
    ///
    /// # Errors
    ///
    /// If the row is damaged.
    pub fn downloads(&self, name: &str) -> anyhow::Result<Option<u64>> {
        let packages = self.packages.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(downloads) = packages.get(name) else {
            return Ok(None);
        };
        let number = downloads
            .parse()
            .with_context(|| format!("row of `{name}`"))?;
        Ok(Some(number))
    }

    /// Adds a package.
    ///
    /// # Errors
    ///
    /// If the database is read-only.
    pub fn insert(&self, name: &str, downloads: &str) -> Result<(), ReadOnlyTransaction> {
        if let Some(until) = self.read_only_until {
            return Err(ReadOnlyTransaction { until });
        }
        let mut packages = self.packages.lock().unwrap_or_else(PoisonError::into_inner);
        packages.insert(name.to_owned(), downloads.to_owned());
        Ok(())
    }
}
