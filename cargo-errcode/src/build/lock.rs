//! A lock file for each package, so that only one command at a time uses what is built for it.

use std::fs::{self, File};
use std::io::ErrorKind;

use fs4::{FileExt, TryLockError};

use super::shim;
use crate::failure::Failure;
use crate::files;
use crate::terminal::report::{self, HELP, styled};
use crate::workspace::package::Package;

/// The lock of a package. It covers everything from writing the shim to reading the catalog.
#[derive(Debug)]
pub(super) struct PackageLock {
    /// The system unlocks the file when it is closed, however the command ends.
    _file: File,
}

impl PackageLock {
    /// Locks a package. If another command has the lock, says so and waits.
    pub(super) fn acquire(package: &Package) -> Result<Self, Failure> {
        let folder = shim::folder(package);
        let path = folder.join("lock");
        let cannot = |error: std::io::Error| {
            Failure::new(format!("can't lock `{}`: {error}", files::display(&path)))
        };
        fs::create_dir_all(&folder).map_err(cannot)?;
        let file = File::create(&path).map_err(cannot)?;
        // Through the trait: later versions of the standard library have methods of the same names.
        let result = match FileExt::try_lock(&file) {
            Err(TryLockError::WouldBlock) => {
                let blocking = styled(HELP, format!("{:>12}", "Blocking"));
                let name = package.name();
                report::status(format!(
                    "{blocking} waiting for file lock on package `{name}`"
                ));
                FileExt::lock(&file)
            }
            Err(TryLockError::Error(error)) => Err(error),
            Ok(()) => Ok(()),
        };
        match result {
            // Some file systems have no locks. Cargo continues without a lock there, and so do we.
            Err(error) if error.kind() != ErrorKind::Unsupported => Err(cannot(error)),
            _ => Ok(Self { _file: file }),
        }
    }
}
