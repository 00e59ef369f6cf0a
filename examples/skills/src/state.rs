//! What the service knows, in memory: users, skills, purchases and claims.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use serde::Serialize;

use crate::errors::{GeneralError, SkillError};
use crate::rate_limit::Windows;
use crate::session::user_of;
use crate::storage::Storage;

/// Tells the time.
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

    /// The store, for as long as the guard lives. No handler leaves it half changed, so one that
    /// panicked has done no harm.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everything that is known.
pub struct Store {
    clock: Clock,
    /// The files.
    pub storage: Storage,
    /// How many requests each user has sent.
    windows: Windows,
    /// By token.
    pub sessions: HashMap<String, Session>,
    /// By slug.
    pub skills: BTreeMap<String, Skill>,
    /// In the order in which they were made.
    pub purchases: Vec<Purchase>,
    /// By id.
    pub claims: BTreeMap<u32, Claim>,
    /// Who has bought what, or redeemed a license for it.
    pub library: HashSet<(UserId, String)>,
    users: Vec<User>,
}

/// Names a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UserId(usize);

/// Someone who has signed in.
#[derive(Clone, Debug, Serialize)]
pub struct User {
    /// How they sign in.
    pub email: String,
    /// The public name, once it is chosen.
    pub username: Option<String>,
    /// Whether they decide about new versions.
    pub reviewer: bool,
}

/// A token's user, and how long it is good for.
#[derive(Debug)]
pub struct Session {
    /// Whose it is.
    pub user: UserId,
    /// The token is good until then.
    pub expires: Instant,
}

/// A skill.
#[derive(Clone, Debug, Serialize)]
pub struct Skill {
    /// The name in paths.
    pub slug: String,
    /// The name for people.
    pub name: String,
    /// None of an external skill that nobody has claimed.
    #[serde(skip)]
    pub owner: Option<UserId>,
    /// Where it comes from.
    pub source: Source,
    /// 0 for a free skill.
    pub price_cents: u32,
    /// The version that can be downloaded, from 1.
    pub version: u32,
    /// Whether the version after that is being reviewed.
    pub pending: bool,
    /// Whether it can be had at all.
    pub status: Status,
}

/// Where a skill comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// It was published here.
    Native,
    /// It is listed here and was published elsewhere.
    ClawHub,
}

/// Whether a skill can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It can.
    Live,
    /// Its owner has unpublished it.
    Archived,
    /// A reviewer has blocked it.
    Blocked,
}

/// A skill that was paid for.
#[derive(Clone, Debug, Serialize)]
pub struct Purchase {
    /// Names the purchase.
    pub id: String,
    /// Names the checkout that led to it.
    pub session: String,
    /// Who paid.
    #[serde(skip)]
    pub buyer: UserId,
    /// What for.
    pub slug: String,
    /// Whoever redeems it first has the skill too.
    pub license: String,
    /// Whether somebody has.
    pub redeemed: bool,
}

/// Someone's word that an external skill is theirs.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    /// Names the claim.
    pub id: u32,
    /// The skill.
    pub slug: String,
    /// Who says so.
    #[serde(skip)]
    pub user: UserId,
    /// Whether it is settled.
    pub status: ClaimStatus,
}

/// Whether a claim is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimStatus {
    /// It can be tried out and approved.
    Sandbox,
    /// The skill is the claimant's.
    Approved,
}

impl Store {
    /// How long a token is good for.
    pub const SESSION: Duration = Duration::from_secs(24 * 60 * 60);

    fn new(clock: Clock, storage: Storage) -> Self {
        Self {
            clock,
            storage,
            windows: Windows::default(),
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
    /// `RATE_LIMITED` if it is one too many of its caller.
    pub fn admit(&mut self, headers: &HeaderMap) -> Result<(), GeneralError> {
        let caller = user_of(self, headers).ok();
        let now = self.now();
        self.windows.admit(caller, now)
    }

    /// A user that is known.
    pub fn user(&mut self, UserId(at): UserId) -> &mut User {
        &mut self.users[at]
    }

    /// Whether a user has that name.
    pub fn has_username(&self, name: &str) -> bool {
        let mut users = self.users.iter();
        users.any(|user| user.username.as_deref() == Some(name))
    }

    /// The user of that address, who is new if nobody has it.
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

    /// A skill that can be had.
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

    /// Whether a user has a skill: as its owner, by a purchase or by a license.
    pub fn has(&self, user: UserId, skill: &Skill) -> bool {
        skill.owner == Some(user) || self.library.contains(&(user, skill.slug.clone()))
    }
}

/// A text that nobody can guess.
pub fn secret() -> String {
    format!("{:016x}", RandomState::new().hash_one(Instant::now()))
}
