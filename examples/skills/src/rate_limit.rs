//! How many requests a caller may send.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::errors::GeneralError;
use crate::state::{App, UserId};

/// The number of requests that a caller may send in a [`WINDOW`], unless another one is chosen.
pub const REQUESTS: u32 = 100;

/// The time in which the requests of a caller are counted together.
pub const WINDOW: Duration = Duration::from_secs(60);

/// The number of requests of each user, and of all callers without a session.
#[derive(Debug)]
pub struct Windows {
    limit: u32,
    of_caller: HashMap<Option<UserId>, Window>,
}

#[derive(Debug)]
struct Window {
    end: Instant,
    requests: u32,
}

impl Windows {
    /// No requests so far, and a number that a caller may send in a [`WINDOW`].
    pub fn new(limit: u32) -> Self {
        Self {
            limit,
            of_caller: HashMap::new(),
        }
    }

    /// Counts a request.
    ///
    /// # Errors
    ///
    /// `RATE_LIMITED` if it exceeds the limit.
    pub fn admit(&mut self, caller: Option<UserId>, now: Instant) -> Result<(), GeneralError> {
        let fresh = || Window {
            end: now + WINDOW,
            requests: 0,
        };
        let window = self.of_caller.entry(caller).or_insert_with(fresh);
        if window.end <= now {
            *window = fresh();
        }
        window.requests = window.requests.saturating_add(1);
        if window.requests > self.limit {
            let retry_after = window.end - now;
            return Err(GeneralError::RateLimited { retry_after });
        }
        Ok(())
    }
}

/// Passes a request on, or responds with `RATE_LIMITED`.
///
/// # Errors
///
/// `RATE_LIMITED`.
pub async fn limit(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Result<Response, GeneralError> {
    app.store().admit(request.headers())?;
    Ok(next.run(request).await)
}
