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
            terminal::report::failure(&failure);
            ExitCode::from(2)
        }
    }
}
