//! Reads the catalog of a package: builds the shim or the package's own program, and runs it to get the JSON.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use errcode_docs::{Document, HOOK};
use memchr::memmem;

use super::lock::PackageLock;
use super::program::{self, BuildResult};
use super::{errors, shim};
use crate::failure::Failure;
use crate::options::BuildOptions;
use crate::workspace::location::CatalogLocation;
use crate::workspace::package::Package;
use crate::workspace::{catalog_file, facade};
use crate::{cargo, files};

/// How long a program may take to write its catalog.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Reads the catalog of a package.
pub(crate) fn read(package: &Package, options: &BuildOptions) -> Result<Document, Failure> {
    let _lock = PackageLock::acquire(package)?;
    let program = match &package.location {
        CatalogLocation::Library(path) => build_shim(package, path, options)?,
        CatalogLocation::Program(name) => build_program(package, name, options)?,
    };
    let text = run(package, &program)?;
    catalog_file::parse(&text, &format!("the catalog of {}", package.name()))
}

fn build_shim(package: &Package, path: &str, options: &BuildOptions) -> Result<PathBuf, Failure> {
    let shim = shim::write(package, path, &find_facade(package, options)?, options)?;
    let mut command = program::command(package, &shim.manifest, &shim.program, options);
    command.args(options.network());
    match program::build(&mut command, &shim.program)? {
        BuildResult::Program(program) => Ok(program),
        BuildResult::Failed(found) => Err(errors::shim(package, path, &shim.program, &found)),
    }
}

/// Builds the package's own program with the feature `docs` of errcode, without which the hook does nothing.
fn build_program(
    package: &Package,
    name: &str,
    options: &BuildOptions,
) -> Result<PathBuf, Failure> {
    let Some(key) = find_facade(package, options)?.key else {
        let message = format!(
            "package `{}` depends on {} only through another package, so the feature `docs` can't be enabled for the program `{name}`",
            package.name(),
            facade::NAME
        );
        let help = format!(
            "add {} to the dependencies of the package itself",
            facade::NAME
        );
        return Err(Failure::new(message).help(help));
    };
    let manifest = package.manifest.manifest_path.as_std_path();
    let mut command = program::command(package, manifest, name, options);
    command.args(options.lock());
    command.arg("--features").arg(format!("{key}/docs"));
    command.args(features(package, options));
    let program = match program::build(&mut command, name)? {
        BuildResult::Program(program) => program,
        BuildResult::Failed(found) => return Err(errors::package(package, &found)),
    };
    // Never start a server that does not contain the hook.
    let code = fs::read(&program).unwrap_or_default();
    if memmem::find(&code, HOOK.as_bytes()).is_none() {
        return Err(no_catalog(package, name, "does not call the hook"));
    }
    Ok(program)
}

fn find_facade(package: &Package, options: &BuildOptions) -> Result<facade::Facade, Failure> {
    let target = match &options.target {
        Some(target) => target.clone(),
        None => cargo::host(package.folder())?,
    };
    let mut command = cargo::command(package.folder());
    command.args(["metadata", "--format-version", "1", "--filter-platform"]);
    command.arg(target);
    command
        .arg("--manifest-path")
        .arg(&package.manifest.manifest_path);
    command.args(options.lock());
    command.args(features(package, options));
    facade::find(&cargo::metadata(&mut command)?, &package.manifest)
}

/// Cargo's options for features.
fn features<'a>(package: &'a Package, options: &BuildOptions) -> Vec<&'a str> {
    let names = package.features.iter();
    let mut arguments: Vec<&str> = names.flat_map(|name| ["--features", name]).collect();
    arguments.extend(options.all_features.then_some("--all-features"));
    arguments.extend(
        options
            .no_default_features
            .then_some("--no-default-features"),
    );
    arguments
}

/// Runs a program that writes its catalog to a temporary folder. Returns the text.
fn run(package: &Package, program: &Path) -> Result<String, Failure> {
    let cannot =
        |error: std::io::Error| Failure::new(format!("can't run `{}`: {error}", program.display()));
    let folder = tempfile::tempdir_in(shim::folder(package)).map_err(cannot)?;
    let [catalog, stderr] = ["catalog.json", "stderr"].map(|file| folder.path().join(file));
    let mut child = Command::new(program)
        .env(HOOK, &catalog)
        .current_dir(package.folder())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&stderr).map_err(cannot)?)
        .spawn()
        .map_err(cannot)?;
    let start = Instant::now();
    let mut status = None;
    while status.is_none() && start.elapsed() < TIMEOUT {
        status = child.try_wait().map_err(cannot)?;
        thread::sleep(Duration::from_millis(2));
    }
    if status.is_none() {
        // Both fail if the program has just ended.
        let _ = child.kill();
        let _ = child.wait();
    }
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    let stderr = fs::read(&stderr).unwrap_or_default();
    let stderr = String::from_utf8_lossy(&stderr);
    check_run(package, &name, status, catalog.exists()).map_err(|failure| failure.note(stderr))?;
    files::read(&catalog)
}

/// Checks that a program ended in time, without an error, and wrote its catalog.
fn check_run(
    package: &Package,
    program: &str,
    status: Option<ExitStatus>,
    has_written: bool,
) -> Result<(), Failure> {
    let Some(status) = status else {
        let seconds = TIMEOUT.as_secs();
        let problem = format!("did not write its catalog within {seconds} seconds and was stopped");
        return Err(no_catalog(package, program, &problem));
    };
    if !status.success() {
        let message = format!(
            "the program `{program}` of package `{}` ended with {status} before it wrote its catalog",
            package.name()
        );
        return Err(Failure::new(message).help(
            "if it panicked, fix the `example(...)` or `Display` that the panic message names",
        ));
    }
    if !has_written {
        return Err(no_catalog(
            package,
            program,
            "ended without writing its catalog",
        ));
    }
    Ok(())
}

fn no_catalog(package: &Package, program: &str, problem: &str) -> Failure {
    let errcode = facade::name_in_code(&package.manifest);
    Failure::new(format!(
        "the program `{program}` of package `{}` {problem}",
        package.name()
    ))
    .help(format!(
        "make this the first line of its `main`:\n\n  {}::catalog_hook!(ERRORS);",
        errcode.as_deref().unwrap_or(facade::NAME)
    ))
}
