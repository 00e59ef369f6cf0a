//! The state of the service, in memory: users, skills, purchases and claims.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use serde::Serialize;

use crate::errors::{GeneralError, SkillError};
use crate::rate_limit::{REQUESTS, Windows};
use crate::session::user_of;
use crate::storage::Storage;

/// Returns the current time.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// The state that handlers share.
#[derive(Clone)]
pub struct App(Arc<Mutex<Store>>);

impl App {
    /// An app with three users and a few skills, see [`Store::seed`].
    pub fn new(clock: Clock, storage: Storage) -> Self {
        let mut store = Store::new(clock, storage);
        store.seed();
        Self(Arc::new(Mutex::new(store)))
    }

    /// The same with another rate limit.
    pub fn with_limit(self, limit: u32) -> Self {
        self.store().windows = Windows::new(limit);
        self
    }

    /// Locks the store. A poisoned lock is fine: no handler panics halfway through a change.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All data.
pub struct Store {
    clock: Clock,
    /// The files.
    pub storage: Storage,
    /// The number of requests of each user.
    windows: Windows,
    /// By token.
    pub sessions: HashMap<String, Session>,
    /// By slug.
    pub skills: BTreeMap<String, Skill>,
    /// In order of creation.
    pub purchases: Vec<Purchase>,
    /// By id.
    pub claims: BTreeMap<u32, Claim>,
    /// Who owns which skill, by a purchase or a license.
    pub library: HashSet<(UserId, String)>,
    users: Vec<User>,
}

/// The id of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UserId(usize);

/// A user who has signed in.
#[derive(Clone, Debug, Serialize)]
pub struct User {
    /// The email address that the user signs in with.
    pub email: String,
    /// The public name, if the user has chosen one.
    pub username: Option<String>,
    /// Whether the user reviews new versions.
    pub reviewer: bool,
}

/// The user of a token, and when the token expires.
#[derive(Debug)]
pub struct Session {
    /// The owner.
    pub user: UserId,
    /// When the token expires.
    pub expires: Instant,
}

/// A skill.
#[derive(Clone, Debug, Serialize)]
pub struct Skill {
    /// The name in paths.
    pub slug: String,
    /// The name for people.
    pub name: String,
    /// `None` for an external skill that nobody has claimed.
    #[serde(skip)]
    pub owner: Option<UserId>,
    /// The origin.
    pub source: Source,
    /// 0 for a free skill.
    pub price_cents: u32,
    /// The version that can be downloaded, from 1.
    pub version: u32,
    /// Whether the next version is being reviewed.
    pub pending: bool,
    /// Whether it is available.
    pub status: Status,
}

/// The origin of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// It was published here.
    Native,
    /// It was published elsewhere and is only listed here.
    ClawHub,
}

/// Whether a skill is available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is available.
    Live,
    /// Its owner has unpublished it.
    Archived,
    /// A reviewer has blocked it.
    Blocked,
}

/// A purchase of a skill.
#[derive(Clone, Debug, Serialize)]
pub struct Purchase {
    /// The id of the purchase.
    pub id: String,
    /// The id of the checkout.
    pub session: String,
    /// The buyer.
    #[serde(skip)]
    pub buyer: UserId,
    /// The skill.
    pub slug: String,
    /// The license code. The first user who redeems it gets the skill too.
    pub license: String,
    /// Whether the license is redeemed.
    pub redeemed: bool,
}

/// A user's claim to own an external skill.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    /// The id of the claim.
    pub id: u32,
    /// The skill.
    pub slug: String,
    /// The claimant.
    #[serde(skip)]
    pub user: UserId,
    /// Its state.
    pub status: ClaimStatus,
}

/// The state of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimStatus {
    /// It can be tried out and approved.
    Sandbox,
    /// The skill is the claimant's.
    Approved,
}

impl Store {
    /// How long a token is valid.
    pub const SESSION: Duration = Duration::from_secs(24 * 60 * 60);

    fn new(clock: Clock, storage: Storage) -> Self {
        Self {
            clock,
            storage,
            windows: Windows::new(REQUESTS),
            sessions: HashMap::new(),
            skills: BTreeMap::new(),
            purchases: Vec::new(),
            claims: BTreeMap::new(),
            library: HashSet::new(),
            users: Vec::new(),
        }
    }

    /// The time.
    pub fn now(&self) -> Instant {
        (self.clock)()
    }

    /// Counts a request.
    ///
    /// # Errors
    ///
    /// `RATE_LIMITED` if the caller exceeds the limit.
    pub fn admit(&mut self, headers: &HeaderMap) -> Result<(), GeneralError> {
        let caller = user_of(self, headers).ok();
        let now = self.now();
        self.windows.admit(caller, now)
    }

    /// A user by id.
    pub fn user(&mut self, UserId(at): UserId) -> &mut User {
        &mut self.users[at]
    }

    /// Whether the name is taken.
    pub fn has_username(&self, name: &str) -> bool {
        let mut users = self.users.iter();
        users.any(|user| user.username.as_deref() == Some(name))
    }

    /// The user with the email address; creates one if there is none.
    pub fn sign_in(&mut self, email: &str) -> UserId {
        let known = self.users.iter().position(|user| user.email == email);
        UserId(known.unwrap_or_else(|| {
            self.users.push(User {
                email: email.to_owned(),
                username: None,
                reviewer: false,
            });
            self.users.len() - 1
        }))
    }

    /// Starts a session.
    pub fn start_session(&mut self, token: String, user: UserId) {
        let expires = self.now() + Self::SESSION;
        self.sessions.insert(token, Session { user, expires });
    }

    /// A skill, whatever its state.
    ///
    /// # Errors
    ///
    /// `SKILL_NOT_FOUND`.
    pub fn skill(&mut self, slug: &str) -> Result<&mut Skill, SkillError> {
        self.skills
            .get_mut(slug)
            .ok_or_else(|| SkillError::NotFound { slug: slug.into() })
    }

    /// A skill that is available.
    ///
    /// # Errors
    ///
    /// `SKILL_NOT_FOUND`, `SKILL_ARCHIVED` or `SKILL_BLOCKED`.
    pub fn live_skill(&mut self, slug: &str) -> Result<&mut Skill, SkillError> {
        let skill = self.skill(slug)?;
        match skill.status {
            Status::Live => Ok(skill),
            Status::Archived => Err(SkillError::Archived { slug: slug.into() }),
            Status::Blocked => Err(SkillError::Blocked),
        }
    }

    /// A skill that the user may change.
    ///
    /// # Errors
    ///
    /// `SKILL_NOT_FOUND` or `SKILL_NOT_OWNER`.
    pub fn own_skill(&mut self, slug: &str, user: UserId) -> Result<&mut Skill, SkillError> {
        let skill = self.skill(slug)?;
        if skill.owner == Some(user) {
            Ok(skill)
        } else {
            Err(SkillError::NotOwner)
        }
    }

    /// An id for a claim.
    pub fn next_claim(&self) -> u32 {
        self.claims.last_key_value().map_or(1, |(last, _)| last + 1)
    }

    /// Whether a user may download a skill: as its owner, by a purchase or by a license.
    pub fn has(&self, user: UserId, skill: &Skill) -> bool {
        skill.owner == Some(user) || self.library.contains(&(user, skill.slug.clone()))
    }
}

/// A random text.
pub fn secret() -> String {
    format!("{:016x}", RandomState::new().hash_one(Instant::now()))
}
