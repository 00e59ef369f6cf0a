//! Builds a program with cargo, and reads from cargo's messages where it is, or why the build failed.

use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use crate::cargo;
use crate::failure::Failure;
use crate::options::BuildOptions;
use crate::workspace::package::Package;

/// The result of a build.
#[derive(Debug)]
pub(super) enum BuildResult {
    Program(PathBuf),
    Failed(BuildErrors),
}

/// Why a build failed.
#[derive(Debug)]
pub(super) struct BuildErrors {
    /// The errors of the compiler, each with the name of its target.
    pub(super) compiler: Vec<(String, Diagnostic)>,
    /// The part of cargo's standard error that the user has not seen.
    pub(super) cargo: String,
}

impl BuildErrors {
    /// The text as the compiler and cargo print it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (_, error) in &self.compiler {
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

/// The `cargo build` of a program. It runs in the folder of `package`, whose cargo configuration applies.
pub(super) fn command(
    package: &Package,
    manifest: &Path,
    program: &str,
    options: &BuildOptions,
) -> Command {
    let mut command = cargo::command(package.folder());
    command.args(["build", "--message-format=json-diagnostic-rendered-ansi"]);
    command.arg("--manifest-path").arg(manifest);
    command.args(["--bin", program]);
    // Explicit, because a relative setting would mean another folder from there.
    command.arg("--target-dir").arg(&package.target);
    if let Some(target) = &options.target {
        command.args(["--target", target]);
    }
    command
}

/// Runs the command that builds a program.
pub(super) fn build(command: &mut Command, program: &str) -> Result<BuildResult, Failure> {
    let output = cargo::run(command)?;
    let (mut executable, mut compiler) = (None, Vec::new());
    for line in &output.stdout {
        // Other lines are printed by build scripts and proc macros.
        match serde_json::from_str(line) {
            Ok(Message::CompilerArtifact(artifact)) if artifact.target.name == program => {
                executable = artifact.executable.or(executable);
            }
            Ok(Message::CompilerMessage(found)) => {
                let is_error = matches!(
                    found.message.level,
                    DiagnosticLevel::Error | DiagnosticLevel::Ice
                );
                // The last error of each target only counts the others.
                if is_error && !found.message.message.starts_with("aborting due to") {
                    compiler.push((found.target.name, found.message));
                }
            }
            _ => {}
        }
    }
    match executable {
        Some(path) if output.success => Ok(BuildResult::Program(path.into_std_path_buf())),
        _ => Ok(BuildResult::Failed(BuildErrors {
            compiler,
            cargo: output.unseen_stderr,
        })),
    }
}
