//! `cargo errcode` as it is run: small packages are written down, built, and changed, and every text is read.

mod catalogs;
mod changed;
mod explained;
mod fixture;
mod interrupted;
mod left_over;
mod locks;
mod not_found;
mod program;
mod service;
mod together;
mod workspace;
