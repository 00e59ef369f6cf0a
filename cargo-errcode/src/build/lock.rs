//! Commands on one package take turns: what is made for it below the target folder is one command's, from the
//! writing of the shim to the catalog that its program has written.

use std::fs::{self, File};
use std::io::ErrorKind;

use fs4::{FileExt, TryLockError};

use super::shim;
use crate::failure::Failure;
use crate::files;
use crate::terminal::report::{self, HELP, styled};
use crate::workspace::package::Package;

/// The turn of this command, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    /// It is unlocked when it is closed, however the command ends.
    _lock: File,
}

impl Turn {
    /// Waits for the turn of this command, and says so where another one has it.
    pub(crate) fn wait(package: &Package) -> Result<Self, Failure> {
        let folder = shim::folder(package);
        let path = folder.join("lock");
        let cannot = |why: std::io::Error| {
            Failure::new(format!("can't lock `{}`: {why}", files::shown(&path)))
        };
        fs::create_dir_all(&folder).map_err(cannot)?;
        let lock = File::create(&path).map_err(cannot)?;
        // By the name of the trait: later versions of the standard library have methods of these names.
        let locked = match FileExt::try_lock(&lock) {
            Err(TryLockError::WouldBlock) => {
                let blocking = styled(HELP, format!("{:>12}", "Blocking"));
                let name = package.name();
                report::say(format!(
                    "{blocking} waiting for file lock on package `{name}`"
                ));
                FileExt::lock(&lock)
            }
            Err(TryLockError::Error(why)) => Err(why),
            Ok(()) => Ok(()),
        };
        match locked {
            // Some file systems have no locks, and cargo does without them there.
            Err(why) if why.kind() != ErrorKind::Unsupported => Err(cannot(why)),
            _ => Ok(Self { _lock: lock }),
        }
    }
}
