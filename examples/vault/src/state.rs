//! The vaults with their secrets and policies, and the rules for access.

mod secret;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use crate::access::{Account, Credentials, LIMIT, Sessions, Token};
use crate::errors::{Denial, Invalid, VaultError};
use secret::Secret;
pub(crate) use secret::{NewSecret, Revealed};

/// A kind of resource.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Resource {
    /// A vault.
    Vault,
    /// A secret in a vault.
    Secret,
    /// A policy of a vault.
    Policy,
    /// An agent of an account.
    Agent,
    /// A path of the API itself.
    Endpoint,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vault => "Vault",
            Self::Secret => "Secret",
            Self::Policy => "Policy",
            Self::Agent => "Agent",
            Self::Endpoint => "Endpoint",
        })
    }
}

/// The service's state.
#[derive(Clone)]
pub struct State(Arc<Shared>);

struct Shared {
    data: Mutex<Data>,
    sessions: Mutex<Sessions>,
    keys: PathBuf,
    clock: Box<dyn Fn() -> u64 + Send + Sync>,
}

#[derive(Default)]
struct Data {
    vaults: BTreeMap<String, Vault>,
    agents: BTreeMap<String, Agent>,
    last_id: u32,
}

/// A vault as its users see it.
#[derive(Clone, Serialize)]
pub(crate) struct Vault {
    id: String,
    name: String,
    owner: &'static str,
    key_version: u32,
    #[serde(skip)]
    policies: BTreeMap<String, Policy>,
    #[serde(skip)]
    secrets: BTreeMap<String, Secret>,
}

/// A program of an account that reads secrets.
#[derive(Clone, Serialize)]
pub(crate) struct Agent {
    id: String,
    name: String,
    owner: &'static str,
}

/// The access of another account to a vault.
#[derive(Clone, Serialize)]
pub(crate) struct Policy {
    id: String,
    #[serde(flatten)]
    grant: Grant,
}

/// The body of a new policy.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    email: String,
    permissions: Vec<Permission>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Permission {
    Read,
    Write,
}

/// Seconds since 1970.
pub fn unix_time() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}

/// A poisoned lock is fine: no handler panics halfway through a change.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// One vault of bob, which alice may read. `keys` is the folder of the keys, and `clock` returns
    /// the Unix time.
    pub fn new(keys: impl Into<PathBuf>, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        let mut data = Data::default();
        let grant = Grant {
            email: "alice@example.com".to_owned(),
            permissions: vec![Permission::Read],
        };
        let mut vault = Vault::new(data.next("vault"), "payments", "bob@example.com");
        let id = data.next("policy");
        vault.policies.insert(id.clone(), Policy { id, grant });
        let secrets = [
            ("db/password", Secret::new("hunter2")),
            ("one-time/link", Secret::new("https://example.com/x").once()),
        ];
        vault.secrets = secrets
            .map(|(path, secret)| (path.to_owned(), secret))
            .into();
        data.vaults.insert(vault.id.clone(), vault);
        Self(Arc::new(Shared {
            data: Mutex::new(data),
            sessions: Mutex::new(Sessions::new(LIMIT)),
            keys: keys.into(),
            clock: Box::new(clock),
        }))
    }

    /// The same with another rate limit, and no sessions.
    pub fn with_limit(self, limit: u32) -> Self {
        *locked(&self.0.sessions) = Sessions::new(limit);
        self
    }

    fn now(&self) -> u64 {
        (self.0.clock)()
    }

    /// A token.
    pub(crate) fn sign_in(&self, by: &Credentials) -> Result<Token, VaultError> {
        locked(&self.0.sessions).sign_in(by, self.now())
    }

    /// The caller.
    pub(crate) fn account(&self, headers: &HeaderMap) -> Result<&'static Account, VaultError> {
        locked(&self.0.sessions).account(headers, self.now())
    }

    /// The account's vaults.
    pub(crate) fn vaults(&self, account: &Account) -> Vec<Vault> {
        let data = locked(&self.0.data);
        data.owned(account.email).cloned().collect()
    }

    /// A new vault.
    pub(crate) fn create_vault(&self, account: &Account, name: &str) -> Result<Vault, VaultError> {
        let name = checked_name(name)?;
        let mut data = locked(&self.0.data);
        if data.owned(account.email).any(|vault| vault.name == name) {
            return Err(VaultError::Conflict(Resource::Vault));
        }
        account.has_room(Resource::Vault, data.owned(account.email).count())?;
        let vault = Vault::new(data.next("vault"), name, account.email);
        data.vaults.insert(vault.id.clone(), vault.clone());
        Ok(vault)
    }

    /// One vault.
    pub(crate) fn vault(&self, account: &Account, id: &str) -> Result<Vault, VaultError> {
        let mut data = locked(&self.0.data);
        let vault = data.vault(id)?;
        vault.grants(account, Permission::Read)?;
        Ok(vault.clone())
    }

    /// Deletes a vault with its contents.
    pub(crate) fn delete_vault(&self, account: &Account, id: &str) -> Result<(), VaultError> {
        let mut data = locked(&self.0.data);
        data.vault(id)?.owned_by(account)?;
        data.vaults.remove(id);
        Ok(())
    }

    /// The file of a vault's new key.
    pub(crate) fn key_file(&self, account: &Account, id: &str) -> Result<PathBuf, VaultError> {
        let mut data = locked(&self.0.data);
        let vault = data.vault(id)?;
        vault.owned_by(account)?;
        Ok(self.0.keys.join(format!("{}.key", vault.id)))
    }

    /// Counts a new key of a vault.
    pub(crate) fn rotate(&self, account: &Account, id: &str) -> Result<Vault, VaultError> {
        let mut data = locked(&self.0.data);
        let vault = data.vault(id)?;
        vault.owned_by(account)?;
        vault.key_version += 1;
        Ok(vault.clone())
    }

    /// Gives another account access to a vault.
    pub(crate) fn create_policy(
        &self,
        account: &Account,
        id: &str,
        grant: Grant,
    ) -> Result<Policy, VaultError> {
        let mut data = locked(&self.0.data);
        data.vault(id)?.owned_by(account)?;
        if grant.permissions.is_empty() {
            return Err(VaultError::BadRequest(Invalid::Permissions));
        }
        let policy = Policy {
            id: data.next("policy"),
            grant,
        };
        let policies = &mut data.vault(id)?.policies;
        policies.insert(policy.id.clone(), policy.clone());
        Ok(policy)
    }

    /// Deletes a policy.
    pub(crate) fn delete_policy(
        &self,
        account: &Account,
        id: &str,
        policy: &str,
    ) -> Result<(), VaultError> {
        let mut data = locked(&self.0.data);
        let vault = data.vault(id)?;
        vault.owned_by(account)?;
        let removed = vault.policies.remove(policy);
        removed.map_or(Err(VaultError::NotFound(Resource::Policy)), |_| Ok(()))
    }

    /// A new agent.
    pub(crate) fn create_agent(&self, account: &Account, name: &str) -> Result<Agent, VaultError> {
        let name = checked_name(name)?;
        let mut data = locked(&self.0.data);
        let own = || {
            data.agents
                .values()
                .filter(|agent| agent.owner == account.email)
        };
        if own().any(|agent| agent.name == name) {
            return Err(VaultError::Conflict(Resource::Agent));
        }
        account.has_room(Resource::Agent, own().count())?;
        let agent = Agent {
            id: data.next("agent"),
            name: name.to_owned(),
            owner: account.email,
        };
        data.agents.insert(agent.id.clone(), agent.clone());
        Ok(agent)
    }

    /// One agent of the account.
    pub(crate) fn agent(&self, account: &Account, id: &str) -> Result<Agent, VaultError> {
        let data = locked(&self.0.data);
        let agent = data.agents.get(id);
        let own = agent.filter(|agent| agent.owner == account.email);
        own.cloned().ok_or(VaultError::NotFound(Resource::Agent))
    }
}

impl Data {
    fn next(&mut self, kind: &str) -> String {
        self.last_id += 1;
        format!("{kind}_{}", self.last_id)
    }

    fn owned(&self, email: &str) -> impl Iterator<Item = &Vault> {
        self.vaults
            .values()
            .filter(move |vault| vault.owner == email)
    }

    fn vault(&mut self, id: &str) -> Result<&mut Vault, VaultError> {
        let vault = self.vaults.get_mut(id);
        vault.ok_or(VaultError::NotFound(Resource::Vault))
    }
}

impl Vault {
    fn new(id: String, name: &str, owner: &'static str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            owner,
            key_version: 1,
            policies: BTreeMap::new(),
            secrets: BTreeMap::new(),
        }
    }

    fn owned_by(&self, account: &Account) -> Result<(), VaultError> {
        if self.owner == account.email {
            return Ok(());
        }
        Err(VaultError::Forbidden(Denial::NotOwner))
    }

    /// Whether an account has access: the owner always, others by a policy.
    fn grants(&self, account: &Account, permission: Permission) -> Result<(), VaultError> {
        let granted = self.policies.values().any(|Policy { grant, .. }| {
            grant.email == account.email && grant.permissions.contains(&permission)
        });
        if granted || self.owner == account.email {
            return Ok(());
        }
        Err(VaultError::Forbidden(Denial::NotGranted))
    }
}

fn checked_name(name: &str) -> Result<&str, VaultError> {
    let name = name.trim();
    if (1..=64).contains(&name.chars().count()) {
        return Ok(name);
    }
    Err(VaultError::BadRequest(Invalid::Name))
}
