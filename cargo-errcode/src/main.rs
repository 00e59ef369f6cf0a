//! `cargo errcode`: documents, explains and checks the errors of a service.

mod build;
mod cargo;
mod cli;
mod commands;
mod failure;
mod files;
mod options;
mod terminal;
mod workspace;

use std::process::ExitCode;

use crate::commands::Outcome;

fn main() -> ExitCode {
    match cli::run(cli::parse()) {
        Ok(Outcome::NoFindings) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            terminal::report::failure(&failure);
            ExitCode::from(2)
        }
    }
}
