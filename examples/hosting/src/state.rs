//! The instances, and the rules for changing them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use crate::errors::{HostingError, Refusal};
use crate::keys::{Key, LIMIT, Window, Windows};

const PACKAGES: [&str; 3] = ["Claw Mini", "Claw Pro", "Claw Max"];

/// The service's state.
#[derive(Clone)]
pub struct Hosting(Arc<Shared>);

struct Shared {
    instances: Mutex<BTreeMap<String, Instance>>,
    /// The number of the next instance.
    next: AtomicU32,
    windows: Mutex<Windows>,
    logs: PathBuf,
    clock: Box<dyn Fn() -> u64 + Send + Sync>,
}

/// An instance as its owner sees it.
#[derive(Clone, Serialize)]
pub(crate) struct Instance {
    id: String,
    name: String,
    package: &'static str,
    billing: Billing,
    status: Status,
    backups: Vec<String>,
    restored_from: Option<String>,
    #[serde(skip)]
    owner: &'static str,
}

#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Billing {
    Daily,
    Subscription,
}

#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Running,
    Paused,
    Stopped,
}

/// What an instance can be told.
#[derive(Clone, Copy)]
pub(crate) enum Power {
    Start,
    Stop,
    Pause,
    Restart,
}

/// An instance with what it can be told now.
#[derive(Serialize)]
pub(crate) struct Details {
    #[serde(flatten)]
    instance: Instance,
    can_start: bool,
    can_stop: bool,
    can_restart: bool,
}

/// The body of a purchase.
#[derive(Deserialize)]
pub(crate) struct Purchase {
    name: Option<String>,
    package_index: Option<i64>,
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

impl Hosting {
    /// A few instances of two accounts. `logs` is the folder of their logs, and `clock` returns the
    /// Unix time.
    pub fn new(logs: impl Into<PathBuf>, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        use Billing::{Daily, Subscription};
        use Status::{Running, Stopped};

        let instances = [
            ("inst_1", "acme", "web", Daily, Running),
            ("inst_2", "acme", "database", Subscription, Stopped),
            ("inst_3", "globex", "mail", Daily, Running),
        ];
        let instances = instances.map(|(id, owner, name, billing, status)| {
            let instance = Instance {
                id: id.to_owned(),
                name: name.to_owned(),
                package: PACKAGES[0],
                billing,
                status,
                backups: vec!["bak_1".to_owned()],
                restored_from: None,
                owner,
            };
            (id.to_owned(), instance)
        });
        Self(Arc::new(Shared {
            instances: Mutex::new(instances.into()),
            next: AtomicU32::new(4),
            windows: Mutex::new(Windows::new(LIMIT)),
            logs: logs.into(),
            clock: Box::new(clock),
        }))
    }

    /// The same with another rate limit.
    pub fn with_limit(self, limit: u32) -> Self {
        *locked(&self.0.windows) = Windows::new(limit);
        self
    }

    /// The number of requests that a key may send in a minute.
    pub(crate) fn limit(&self) -> u32 {
        locked(&self.0.windows).limit
    }

    /// The key of a request, if it is valid.
    pub(crate) fn key(&self, headers: &HeaderMap) -> Result<&'static Key, HostingError> {
        Key::accepted(headers, (self.0.clock)())
    }

    /// Counts one request.
    pub(crate) fn count(&self, headers: &HeaderMap) -> Result<Window, HostingError> {
        locked(&self.0.windows).count(headers, (self.0.clock)())
    }

    /// The instances of the account.
    pub(crate) fn list(&self, key: &Key) -> Vec<Instance> {
        let instances = locked(&self.0.instances);
        let own = instances.values().filter(|one| one.owner == key.account);
        own.cloned().collect()
    }

    /// One instance.
    pub(crate) fn details(&self, key: &Key, id: &str) -> Result<Details, HostingError> {
        let mut instances = locked(&self.0.instances);
        own(&mut instances, key, id).map(|instance| Details::of(instance))
    }

    /// A new instance.
    pub(crate) fn buy(&self, key: &Key, wanted: &Purchase) -> Result<Details, HostingError> {
        key.may_write()?;
        let (name, index) = wanted.checked()?;
        let package = usize::try_from(index)
            .ok()
            .and_then(|index| PACKAGES.get(index))
            .ok_or(HostingError::Unprocessable(Refusal::NoSuchPackage))?;
        let id = format!("inst_{}", self.0.next.fetch_add(1, Ordering::Relaxed));
        let instance = Instance {
            id: id.clone(),
            name: name.to_owned(),
            package,
            billing: Billing::Daily,
            status: Status::Stopped,
            backups: Vec::new(),
            restored_from: None,
            owner: key.account,
        };
        let details = Details::of(&instance);
        locked(&self.0.instances).insert(id, instance);
        Ok(details)
    }

    /// Starts, stops, pauses or restarts an instance.
    pub(crate) fn power(&self, key: &Key, id: &str, power: Power) -> Result<Details, HostingError> {
        key.may_write()?;
        let mut instances = locked(&self.0.instances);
        let instance = own(&mut instances, key, id)?;
        let refusal = match (power, instance.status) {
            (Power::Start, Status::Running) => Some(Refusal::AlreadyRunning),
            (Power::Stop, Status::Stopped) => Some(Refusal::AlreadyStopped),
            (Power::Pause | Power::Restart, Status::Paused | Status::Stopped) => {
                Some(Refusal::NotRunning)
            }
            _ => None,
        };
        if let Some(refusal) = refusal {
            return Err(HostingError::Unprocessable(refusal));
        }
        instance.status = match power {
            Power::Start | Power::Restart => Status::Running,
            Power::Pause => Status::Paused,
            Power::Stop => Status::Stopped,
        };
        Ok(Details::of(instance))
    }

    /// Deletes an instance.
    pub(crate) fn delete(&self, key: &Key, id: &str) -> Result<(), HostingError> {
        key.may_write()?;
        let mut instances = locked(&self.0.instances);
        if own(&mut instances, key, id)?.billing != Billing::Daily {
            return Err(HostingError::Unprocessable(Refusal::NotDailyBilling));
        }
        instances.remove(id);
        Ok(())
    }

    /// Restores a backup.
    pub(crate) fn restore(
        &self,
        key: &Key,
        id: &str,
        backup: String,
    ) -> Result<Details, HostingError> {
        key.may_write()?;
        let mut instances = locked(&self.0.instances);
        let instance = own(&mut instances, key, id)?;
        if !instance.backups.contains(&backup) {
            return Err(HostingError::NotFound);
        }
        if instance.status == Status::Running {
            return Err(HostingError::Unprocessable(Refusal::RunningDuringRestore));
        }
        instance.restored_from = Some(backup);
        Ok(Details::of(instance))
    }

    /// The file of an instance's log.
    pub(crate) fn log_file(&self, key: &Key, id: &str) -> Result<PathBuf, HostingError> {
        let mut instances = locked(&self.0.instances);
        let instance = own(&mut instances, key, id)?;
        Ok(self.0.logs.join(format!("{}.log", instance.id)))
    }
}

/// An instance, if it belongs to the caller.
fn own<'a>(
    instances: &'a mut BTreeMap<String, Instance>,
    key: &Key,
    id: &str,
) -> Result<&'a mut Instance, HostingError> {
    match instances.get_mut(id) {
        Some(instance) if instance.owner == key.account => Ok(instance),
        Some(instance) => Err(HostingError::SomebodyElses {
            id: id.to_owned(),
            owner: instance.owner,
        }),
        None => Err(HostingError::NotFound),
    }
}

impl Purchase {
    /// The name and the package, or the invalid fields.
    fn checked(&self) -> Result<(&str, i64), HostingError> {
        let name = self.name.as_deref().map_or("", str::trim);
        let mut fields = BTreeMap::new();
        if name.is_empty() {
            fields.insert("name", "is required");
        } else if name.chars().count() > 64 {
            fields.insert("name", "is longer than 64 characters");
        }
        if self.package_index.is_none() {
            fields.insert("package_index", "is required");
        }
        match self.package_index {
            Some(index) if fields.is_empty() => Ok((name, index)),
            _ => Err(HostingError::Invalid { fields }),
        }
    }
}

impl Details {
    fn of(instance: &Instance) -> Self {
        Self {
            can_start: instance.status != Status::Running,
            can_stop: instance.status != Status::Stopped,
            can_restart: instance.status == Status::Running,
            instance: instance.clone(),
        }
    }
}
