//! Two catalogs compared, the lock, and the lint.

mod fixture;
mod hidden;
mod lint;
mod lock;
mod mutations;
mod release;
mod words;
