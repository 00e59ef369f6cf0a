//! Finds the catalog: the package, the place in it, the settings in `Cargo.toml`, and catalogs in files.

pub(crate) mod catalog_file;
pub(crate) mod facade;
pub(crate) mod location;
pub(crate) mod package;
pub(crate) mod settings;
