//! Finds the catalog of a package: which package, where in it the catalog is, and what its `Cargo.toml` sets.

pub(crate) mod catalog_file;
pub(crate) mod facade;
pub(crate) mod location;
pub(crate) mod package;
pub(crate) mod settings;
