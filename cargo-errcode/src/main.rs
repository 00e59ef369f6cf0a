//! `cargo errcode`: documents, explains and checks the errors of a service.

mod args;
mod build;
mod cargo;
mod catalog;
mod cli;
mod command;
mod explained;
mod facade;
mod failure;
mod files;
mod handover;
mod near;
mod package;
mod place;
mod prose;
mod report;
mod service;
mod settings;
mod shim;
mod turn;

use std::process::ExitCode;

/// What a command found, if it could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing: exit code 0.
    Fine,
    /// What it was asked to look for: exit code 1.
    Findings,
}

impl Outcome {
    /// Findings, if there are any.
    const fn findings(any: bool) -> Self {
        if any { Self::Findings } else { Self::Fine }
    }
}

fn main() -> ExitCode {
    let outcome = cli::run(cli::parse());
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            report::failure(&failure);
            ExitCode::from(2)
        }
    }
}
