//! Two catalogs compared, the lock, and the lint.

mod fixture;
mod header;
mod hidden;
mod lint;
mod lock;
mod mutations;
mod release;
mod told;
mod words;
