//! Secrets: their paths, and when they expire.

use serde::{Deserialize, Serialize};

use super::{Data, Permission, Resource, State, locked};
use crate::access::Account;
use crate::errors::{End, Invalid, VaultError};

/// A secret in a vault.
#[derive(Clone)]
pub(super) struct Secret {
    value: String,
    /// Unix time.
    expires: Option<u64>,
    /// How often it can still be read.
    reads: Option<u32>,
    deleted: bool,
}

/// A secret that is to be stored.
#[derive(Deserialize)]
pub(crate) struct NewSecret {
    value: String,
    expires_in: Option<u64>,
    max_access_count: Option<u32>,
}

/// A secret that is read.
#[derive(Serialize)]
pub(crate) struct Revealed {
    value: String,
}

impl Secret {
    /// A secret for ever.
    pub(super) fn new(value: &str) -> Self {
        Self {
            value: value.to_owned(),
            expires: None,
            reads: None,
            deleted: false,
        }
    }

    /// The same, to be read once.
    pub(super) fn once(mut self) -> Self {
        self.reads = Some(1);
        self
    }

    fn read(&mut self, now: u64) -> Result<&str, End> {
        if self.deleted {
            return Err(End::Deleted);
        }
        if self.expires.is_some_and(|expires| expires <= now) {
            return Err(End::Expired);
        }
        if let Some(reads) = &mut self.reads {
            *reads = reads.checked_sub(1).ok_or(End::UsedUp)?;
        }
        Ok(&self.value)
    }
}

impl State {
    /// Stores a secret, in place of the one that was there.
    pub(crate) fn store_secret(
        &self,
        account: &Account,
        id: &str,
        path: &str,
        new: NewSecret,
    ) -> Result<(), VaultError> {
        checked_path(path)?;
        let now = self.now();
        let mut data = locked(&self.0.data);
        let vault = data.vault(id)?;
        vault.grants(account, Permission::Write)?;
        if new.max_access_count == Some(0) {
            return Err(VaultError::BadRequest(Invalid::MaxAccessCount));
        }
        let (owner, known) = (vault.owner, vault.secrets.get(path));
        if known.is_none_or(|secret| secret.deleted) {
            let secrets = data.owned(owner).flat_map(|vault| vault.secrets.values());
            let used = secrets.filter(|secret| !secret.deleted).count();
            if let Some(owner) = Account::of(owner) {
                owner.has_room(Resource::Secret, used)?;
            }
        }
        let secret = Secret {
            value: new.value,
            expires: new.expires_in.map(|seconds| now.saturating_add(seconds)),
            reads: new.max_access_count,
            deleted: false,
        };
        data.vault(id)?.secrets.insert(path.to_owned(), secret);
        Ok(())
    }

    /// Reads a secret, which counts.
    pub(crate) fn read_secret(
        &self,
        account: &Account,
        id: &str,
        path: &str,
    ) -> Result<Revealed, VaultError> {
        let now = self.now();
        let mut data = locked(&self.0.data);
        let secret = found(&mut data, account, id, path, Permission::Read)?;
        let value = secret.read(now).map_err(VaultError::Gone)?.to_owned();
        Ok(Revealed { value })
    }

    /// Deletes a secret, which leaves a trace.
    pub(crate) fn delete_secret(
        &self,
        account: &Account,
        id: &str,
        path: &str,
    ) -> Result<(), VaultError> {
        let mut data = locked(&self.0.data);
        let secret = found(&mut data, account, id, path, Permission::Write)?;
        secret.deleted = true;
        Ok(())
    }
}

/// A secret that somebody may do this with.
fn found<'a>(
    data: &'a mut Data,
    account: &Account,
    id: &str,
    path: &str,
    permission: Permission,
) -> Result<&'a mut Secret, VaultError> {
    checked_path(path)?;
    let vault = data.vault(id)?;
    vault.grants(account, permission)?;
    let secret = vault.secrets.get_mut(path);
    secret.ok_or(VaultError::NotFound(Resource::Secret))
}

/// Names of letters, digits, `-`, `_` and `.`, with slashes between them.
fn checked_path(path: &str) -> Result<(), VaultError> {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(fit);
    if path.split('/').all(is_name) {
        return Ok(());
    }
    Err(VaultError::BadRequest(Invalid::Path))
}
