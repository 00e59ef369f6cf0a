//! One account, in memory: its users, its balance and its API keys.

use std::collections::{BTreeMap, HashMap};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::errors::{AccountError, CustomError};
use crate::money::Money;

/// Returns the current time.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// The state that handlers share.
#[derive(Clone)]
pub struct App(Arc<Mutex<Account>>);

/// The account.
pub struct Account {
    clock: Clock,
    /// The file that records charges, if there is one.
    ledger: Option<PathBuf>,
    /// The balance.
    pub balance: Money,
    /// By id.
    pub users: BTreeMap<String, User>,
    windows: HashMap<Access, Window>,
    /// The number of requests that a key may send in a [`WINDOW`].
    limit: u32,
    closed_until: Option<Instant>,
}

/// A user of the account.
#[derive(Clone, Debug, Serialize)]
pub struct User {
    /// The id.
    pub user_id: String,
    /// The plan that is paid for.
    pub plan: Plan,
}

/// The price of a user.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Plan {
    /// 10.00
    #[default]
    Starter,
    /// 100.00
    Team,
}

/// The permissions of an API key. There is one key for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// `read-key`
    Read,
    /// `write-key`
    Write,
}

/// The requests of one window.
struct Window {
    end: Instant,
    requests: u32,
}

/// The number of requests that a key may send in a minute, unless another one is chosen.
pub const REQUESTS: u32 = 60;

const WINDOW: Duration = Duration::from_secs(60);

impl App {
    /// An account with one user and a balance of 50.50.
    pub fn new(clock: Clock, ledger: Option<PathBuf>) -> Self {
        let ada = User {
            user_id: "ada".to_owned(),
            plan: Plan::Starter,
        };
        Self(Arc::new(Mutex::new(Account {
            clock,
            ledger,
            balance: Money::from_cents(5_050),
            users: BTreeMap::from([(ada.user_id.clone(), ada)]),
            windows: HashMap::new(),
            limit: REQUESTS,
            closed_until: None,
        })))
    }

    /// The same with another rate limit.
    pub fn with_limit(self, limit: u32) -> Self {
        self.account().limit = limit;
        self
    }

    /// The account, even under maintenance. A poisoned lock is fine: no handler panics halfway
    /// through a change.
    pub fn account(&self) -> MutexGuard<'_, Account> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The account.
    ///
    /// # Errors
    ///
    /// `SERVICE_UNAVAILABLE` under maintenance.
    pub fn open(&self) -> Result<MutexGuard<'_, Account>, AccountError> {
        let account = self.account();
        let now = (account.clock)();
        match account.closed_until {
            Some(until) if until > now => Err(AccountError::ServiceUnavailable {
                retry_after: until - now,
            }),
            _ => Ok(account),
        }
    }
}

impl Account {
    /// Counts a request of the key. Returns its permissions.
    ///
    /// # Errors
    ///
    /// `UNAUTHENTICATED` or `RATE_LIMIT_EXCEEDED`.
    pub fn admit(&mut self, key: Option<&str>) -> Result<Access, AccountError> {
        let access = match key {
            Some("read-key") => Access::Read,
            Some("write-key") => Access::Write,
            _ => return Err(AccountError::Unauthenticated),
        };
        let now = (self.clock)();
        let fresh = || Window {
            end: now + WINDOW,
            requests: 0,
        };
        let window = self.windows.entry(access).or_insert_with(fresh);
        if window.end <= now {
            *window = fresh();
        }
        window.requests = window.requests.saturating_add(1);
        if window.requests > self.limit {
            let retry_after = window.end - now;
            return Err(AccountError::RateLimitExceeded { retry_after });
        }
        Ok(access)
    }

    /// Adds a user and charges the plan: both or neither.
    ///
    /// # Errors
    ///
    /// `INSUFFICIENT_BALANCE`, or `INTERNAL_SERVER_ERROR` if the ledger can't be written.
    pub fn add(&mut self, user: User) -> Result<(), AccountError> {
        let required = user.plan.price();
        let available = self.balance;
        let left = available
            .minus(required)
            .ok_or(CustomError::InsufficientBalance {
                required,
                available,
            })?;
        self.write_down(&user.user_id, required)?;
        self.balance = left;
        self.users.insert(user.user_id.clone(), user);
        Ok(())
    }

    fn write_down(&self, user_id: &str, charge: Money) -> io::Result<()> {
        let Some(ledger) = &self.ledger else {
            return Ok(());
        };
        let mut file = OpenOptions::new().append(true).create(true).open(ledger)?;
        writeln!(file, "{user_id:?} {charge}")
    }

    /// Starts maintenance for some time. A time of zero ends it.
    pub fn close_for(&mut self, time: Duration) {
        self.closed_until = Some((self.clock)() + time);
    }
}

impl Plan {
    /// The price of a user of the plan.
    pub const fn price(self) -> Money {
        Money::from_cents(match self {
            Self::Starter => 1_000,
            Self::Team => 10_000,
        })
    }
}
