//! Accounts, their tokens, and their rate limits.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use serde::{Deserialize, Serialize};

use crate::errors::{Stranger, VaultError};
use crate::state::Resource;

/// The number of requests that an account may send in a minute, unless another one is chosen.
pub const LIMIT: u32 = 60;

/// How many seconds a token is valid.
const LIFETIME: u64 = 3600;

/// The plan of an account.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// The free plan.
    Free,
    /// The plan for teams.
    Pro,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Free => "free",
            Self::Pro => "pro",
        })
    }
}

/// A user account.
pub(crate) struct Account {
    pub(crate) email: &'static str,
    password: &'static str,
    api_key: &'static str,
    tier: Tier,
}

static ACCOUNTS: [Account; 2] = [
    Account {
        email: "alice@example.com",
        password: "wonderland",
        api_key: "key_alice",
        tier: Tier::Free,
    },
    Account {
        email: "bob@example.com",
        password: "builder",
        api_key: "key_bob",
        tier: Tier::Pro,
    },
];

impl Account {
    /// The account of an email address.
    pub(crate) fn of(email: &str) -> Option<&'static Self> {
        ACCOUNTS.iter().find(|account| account.email == email)
    }

    /// Whether the quota allows one more than `used`.
    pub(crate) fn has_room(&self, resource: Resource, used: usize) -> Result<(), VaultError> {
        let limit = match (self.tier, resource) {
            (Tier::Free, Resource::Vault) => 3,
            (Tier::Free, Resource::Secret) => 5,
            (Tier::Free, _) => 2,
            (Tier::Pro, Resource::Secret) => 1000,
            (Tier::Pro, _) => 50,
        };
        if used < limit {
            return Ok(());
        }
        Err(VaultError::ResourceLimitExceeded {
            resource,
            used,
            limit,
            tier: self.tier,
        })
    }
}

/// The body of a sign-in.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Credentials {
    Password { email: String, password: String },
    ApiKey { api_key: String },
}

/// The response to a sign-in.
#[derive(Serialize)]
pub(crate) struct Token {
    access_token: String,
    expires_in: u64,
}

/// The sessions, and the number of requests of each account.
///
/// A token stands for a JWT: this example looks it up instead of checking a signature.
pub(crate) struct Sessions {
    limit: u32,
    tokens: HashMap<String, Session>,
    windows: HashMap<&'static str, Window>,
}

struct Session {
    account: &'static Account,
    /// Unix time.
    expires: u64,
}

#[derive(Default)]
struct Window {
    used: u32,
    /// Unix time.
    reset: u64,
}

impl Sessions {
    /// No sessions so far, and a number of requests that an account may send in a minute.
    pub(crate) fn new(limit: u32) -> Self {
        Self {
            limit,
            tokens: HashMap::new(),
            windows: HashMap::new(),
        }
    }

    /// A new token, valid for an hour.
    pub(crate) fn sign_in(&mut self, by: &Credentials, now: u64) -> Result<Token, VaultError> {
        let account = ACCOUNTS.iter().find(|account| match by {
            Credentials::Password { email, password } => {
                account.email == email && account.password == password
            }
            Credentials::ApiKey { api_key } => account.api_key == api_key,
        });
        let account = account.ok_or(VaultError::Unauthorized(Stranger::Credentials))?;
        let [a, b] = [0, 1].map(|half| RandomState::new().hash_one(half));
        let access_token = format!("{a:016x}{b:016x}");
        let session = Session {
            account,
            expires: now.saturating_add(LIFETIME),
        };
        self.tokens.retain(|_, session| session.expires > now);
        self.tokens.insert(access_token.clone(), session);
        Ok(Token {
            access_token,
            expires_in: LIFETIME,
        })
    }

    /// The account of a token. Counts one request.
    pub(crate) fn account(
        &mut self,
        headers: &HeaderMap,
        now: u64,
    ) -> Result<&'static Account, VaultError> {
        let account = self.known(headers, now).map_err(VaultError::Unauthorized)?;
        let window = self.windows.entry(account.email).or_default();
        if window.reset <= now {
            *window = Window {
                used: 0,
                reset: now.saturating_add(60),
            };
        }
        if window.used == self.limit {
            return Err(VaultError::TooManyRequests {
                retry_after: Duration::from_secs(window.reset - now),
            });
        }
        window.used += 1;
        Ok(account)
    }

    fn known(&self, headers: &HeaderMap, now: u64) -> Result<&'static Account, Stranger> {
        let value = headers.get(AUTHORIZATION).ok_or(Stranger::NoHeader)?;
        let (_, token) = value
            .to_str()
            .ok()
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .ok_or(Stranger::NotBearer)?;
        let session = self.tokens.get(token.trim());
        session
            .filter(|session| session.expires > now)
            .map(|session| session.account)
            .ok_or(Stranger::Token)
    }
}
