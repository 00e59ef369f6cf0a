//! Builds a package, and reads the catalog that its program writes as JSON.

pub(crate) mod catalog;
mod errors;
mod lock;
mod program;
mod shim;
