//! Runs `cargo errcode` on small packages that each test writes, builds and changes, and checks its output.

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
