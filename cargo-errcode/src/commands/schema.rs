//! `cargo errcode schema`: prints the JSON Schema of the JSON catalog.

use errcode_docs::json::SCHEMA;

use super::Outcome;
use crate::failure::Failure;
use crate::terminal::report;

/// Print the JSON Schema of the JSON catalog
#[derive(clap::Args, Debug)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) -> Result<Outcome, Failure> {
    report::print(SCHEMA).map(|()| Outcome::NoFindings)
}
