//! API keys: their owners, permissions and rate limits.

use std::collections::HashMap;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::errors::{HostingError, KeyFault};

/// The number of requests that a key may send in a minute, unless another one is chosen.
pub const LIMIT: u32 = 100;

/// An API key.
pub(crate) struct Key {
    token: &'static str,
    pub(crate) account: &'static str,
    writes: bool,
    revoked: bool,
    /// Unix time.
    expires: u64,
}

const ACME: Key = Key {
    token: "oc_live_acme",
    account: "acme",
    writes: true,
    revoked: false,
    expires: u64::MAX,
};

static KEYS: [Key; 5] = [
    ACME,
    Key {
        token: "oc_live_acme_readonly",
        writes: false,
        ..ACME
    },
    Key {
        token: "oc_live_acme_revoked",
        revoked: true,
        ..ACME
    },
    Key {
        token: "oc_live_acme_expired",
        expires: 1_700_000_000,
        ..ACME
    },
    Key {
        token: "oc_live_globex",
        account: "globex",
        ..ACME
    },
];

impl Key {
    /// The key of a request, valid or not.
    fn find(headers: &HeaderMap) -> Result<&'static Self, KeyFault> {
        let value = headers.get(AUTHORIZATION).ok_or(KeyFault::Missing)?;
        let (_, token) = value
            .to_str()
            .ok()
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .ok_or(KeyFault::NotBearer)?;
        let key = KEYS.iter().find(|key| key.token == token.trim());
        key.ok_or(KeyFault::Unknown)
    }

    /// The key of a request, if it is valid.
    pub(crate) fn accepted(headers: &HeaderMap, now: u64) -> Result<&'static Self, HostingError> {
        let refused = |fault| Err(HostingError::Unauthorized(fault));
        match Self::find(headers) {
            Ok(key) if key.revoked => refused(KeyFault::Revoked),
            Ok(key) if key.expires <= now => refused(KeyFault::Expired),
            Ok(key) => Ok(key),
            Err(fault) => refused(fault),
        }
    }

    /// Whether the key allows changes.
    pub(crate) fn may_write(&self) -> Result<(), HostingError> {
        self.writes.then_some(()).ok_or(HostingError::Forbidden)
    }
}

/// The remaining requests of each key. Requests without a key share one count.
pub(crate) struct Windows {
    pub(crate) limit: u32,
    of_key: HashMap<Option<&'static str>, Window>,
}

/// The remaining requests of one minute.
#[derive(Clone, Copy, Default)]
pub(crate) struct Window {
    pub(crate) remaining: u32,
    /// Unix time.
    pub(crate) reset: u64,
}

impl Windows {
    /// No requests so far.
    pub(crate) fn new(limit: u32) -> Self {
        Self {
            limit,
            of_key: HashMap::new(),
        }
    }

    /// Counts one request.
    pub(crate) fn count(&mut self, headers: &HeaderMap, now: u64) -> Result<Window, HostingError> {
        let token = Key::find(headers).ok().map(|key| key.token);
        let window = self.of_key.entry(token).or_default();
        if window.reset <= now {
            *window = Window {
                remaining: self.limit,
                reset: now.saturating_add(60),
            };
        }
        let Some(remaining) = window.remaining.checked_sub(1) else {
            return Err(HostingError::RateLimitExceeded {
                limit: self.limit,
                remaining: 0,
                reset: window.reset,
            });
        };
        window.remaining = remaining;
        Ok(*window)
    }
}
