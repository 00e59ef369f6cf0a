//! Builds a program, and reads from cargo's messages where it is, or why there is none.

use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use crate::cargo;
use crate::failure::Failure;
use crate::options::Build;
use crate::workspace::package::Package;

/// What became of a build.
#[derive(Debug)]
pub(crate) enum Built {
    /// The program.
    Program(PathBuf),
    /// Nothing.
    Failed(Failed),
}

/// Why a build failed.
#[derive(Debug)]
pub(crate) struct Failed {
    /// The errors of the compiler, each with the package that it is in.
    pub(crate) errors: Vec<(String, Diagnostic)>,
    /// What cargo said and has not been shown.
    pub(crate) cargo: String,
}

impl Failed {
    /// The compiler's errors and what cargo says, as they print it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (_, error) in &self.errors {
            text.push_str(
                error
                    .rendered
                    .as_deref()
                    .unwrap_or(&error.message)
                    .trim_end(),
            );
            text.push_str("\n\n");
        }
        text + &self.cargo
    }
}

/// `cargo build` of a program for a package, whose folder's configuration counts.
pub(crate) fn command(package: &Package, manifest: &Path, program: &str, build: &Build) -> Command {
    let mut command = cargo::command(package.folder());
    command.args(["build", "--message-format=json-diagnostic-rendered-ansi"]);
    command.arg("--manifest-path").arg(manifest);
    command.args(["--bin", program]);
    // Named, because a relative one would be somewhere else from that folder.
    command.arg("--target-dir").arg(&package.target);
    if let Some(target) = &build.target {
        command.args(["--target", target]);
    }
    command
}

/// Builds a program.
pub(crate) fn build(command: &mut Command, program: &str) -> Result<Built, Failure> {
    let ran = cargo::run(command)?;
    let (mut executable, mut errors) = (None, Vec::new());
    for line in &ran.lines {
        // What is no message is what a build script or a proc macro prints.
        match serde_json::from_str(line) {
            Ok(Message::CompilerArtifact(artifact)) if artifact.target.name == program => {
                executable = artifact.executable.or(executable);
            }
            Ok(Message::CompilerMessage(found)) => {
                let is_error = matches!(
                    found.message.level,
                    DiagnosticLevel::Error | DiagnosticLevel::Ice
                );
                // The last error of each package counts the others.
                if is_error && !found.message.message.starts_with("aborting due to") {
                    errors.push((found.target.name, found.message));
                }
            }
            _ => {}
        }
    }
    match executable {
        Some(path) if ran.success => Ok(Built::Program(path.into_std_path_buf())),
        _ => Ok(Built::Failed(Failed {
            errors,
            cargo: ran.unshown,
        })),
    }
}
