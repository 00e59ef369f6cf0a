//! Builds a package so that it writes its catalog as JSON, and reads that.

pub(crate) mod catalog;
mod failed;
mod lock;
mod program;
mod shim;
