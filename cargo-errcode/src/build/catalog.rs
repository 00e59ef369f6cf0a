//! Gets the catalog of a package: builds the shim, or the package's own program, and lets it write its catalog.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use errcode_docs::{Document, HOOK};
use memchr::memmem;

use super::lock::Turn;
use super::program::{self, Built};
use super::{failed, shim};
use crate::failure::Failure;
use crate::options::Build;
use crate::workspace::location::Place;
use crate::workspace::package::Package;
use crate::workspace::{catalog_file, facade};
use crate::{cargo, files};

/// How long a program may take to write its catalog.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the catalog of a package says.
pub(crate) fn document(package: &Package, build: &Build) -> Result<Document, Failure> {
    let _turn = Turn::wait(package)?;
    let program = match &package.place {
        Place::Library(path) => of_shim(package, path, build)?,
        Place::Program(name) => of_package(package, name, build)?,
    };
    let text = run(package, &program)?;
    catalog_file::parse(&text, &format!("the catalog of {}", package.name()))
}

/// Builds the shim.
fn of_shim(package: &Package, path: &str, build: &Build) -> Result<PathBuf, Failure> {
    let shim = shim::write(package, path, &facade(package, build)?, build)?;
    let mut command = program::command(package, &shim.manifest, &shim.program, build);
    command.args(build.network());
    match program::build(&mut command, &shim.program)? {
        Built::Program(program) => Ok(program),
        Built::Failed(failed) => Err(failed::of_shim(package, path, &shim.program, &failed)),
    }
}

/// Builds the package's own program, with the feature that makes something of the hook.
fn of_package(package: &Package, name: &str, build: &Build) -> Result<PathBuf, Failure> {
    let Some(key) = facade(package, build)?.key else {
        let what = format!(
            "package `{}` has {} through another package, so that its feature `docs` can't be switched on for the program `{name}`",
            package.name(),
            facade::NAME
        );
        let mend = format!("add {} to the package's own dependencies", facade::NAME);
        return Err(Failure::new(what).help(mend));
    };
    let manifest = package.manifest.manifest_path.as_std_path();
    let mut command = program::command(package, manifest, name, build);
    command.args(build.lock());
    command.arg("--features").arg(format!("{key}/docs"));
    command.args(features(package, build));
    let program = match program::build(&mut command, name)? {
        Built::Program(program) => program,
        Built::Failed(failed) => return Err(failed::of_package(package, &failed)),
    };
    // A server that does not know the hook is never started.
    let code = fs::read(&program).unwrap_or_default();
    if memmem::find(&code, HOOK.as_bytes()).is_none() {
        return Err(no_hook(package, name, "has no hook"));
    }
    Ok(program)
}

fn facade(package: &Package, build: &Build) -> Result<facade::Facade, Failure> {
    let target = match &build.target {
        Some(target) => target.clone(),
        None => cargo::host(package.folder())?,
    };
    let mut command = cargo::command(package.folder());
    command.args([
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        &target,
    ]);
    command
        .arg("--manifest-path")
        .arg(&package.manifest.manifest_path);
    command.args(build.lock());
    command.args(features(package, build));
    facade::find(&cargo::metadata(&mut command)?, &package.manifest)
}

/// The options of cargo that choose features.
fn features<'a>(package: &'a Package, build: &Build) -> Vec<&'a str> {
    let features = package.features.iter();
    let mut options: Vec<&str> = features.flat_map(|name| ["--features", name]).collect();
    options.extend(build.all_features.then_some("--all-features"));
    options.extend(build.no_default_features.then_some("--no-default-features"));
    options
}

/// Lets a program write its catalog, in a folder that is gone when it has been read.
fn run(package: &Package, program: &Path) -> Result<String, Failure> {
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    let cannot =
        |why: std::io::Error| Failure::new(format!("can't run `{}`: {why}", program.display()));
    let folder = shim::folder(package);
    let folder = tempfile::tempdir_in(folder).map_err(cannot)?;
    let [catalog, said] = ["catalog.json", "stderr"].map(|file| folder.path().join(file));
    let mut child = Command::new(program)
        .env(HOOK, &catalog)
        .current_dir(package.folder())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&said).map_err(cannot)?)
        .spawn()
        .map_err(cannot)?;
    let begun = Instant::now();
    let mut status = None;
    while status.is_none() && begun.elapsed() < PATIENCE {
        status = child.try_wait().map_err(cannot)?;
        thread::sleep(Duration::from_millis(2));
    }
    if status.is_none() {
        // It may have ended meanwhile.
        let _ = child.kill();
        let _ = child.wait();
    }
    let said = fs::read(&said).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    handed_over(package, &name, status, &said, catalog.exists())?;
    files::read(&catalog)
}

/// Whether the program did what it was asked for, by how it ended.
fn handed_over(
    package: &Package,
    program: &str,
    status: Option<ExitStatus>,
    said: &str,
    is_written: bool,
) -> Result<(), Failure> {
    let Some(status) = status else {
        let seconds = PATIENCE.as_secs();
        let what = format!("did not hand its catalog over within {seconds} seconds, and was ended");
        return Err(no_hook(package, program, &what).note(said));
    };
    if !status.success() {
        let what = format!(
            "the catalog of package `{}` could not be written: `{program}` ended with {status}",
            package.name()
        );
        return Err(Failure::new(what)
            .note(said)
            .help("if it panicked, mend the `example(...)` or the `Display` that it names"));
    }
    if !is_written {
        return Err(no_hook(package, program, "ended without handing its catalog over").note(said));
    }
    Ok(())
}

fn no_hook(package: &Package, program: &str, what: &str) -> Failure {
    Failure::new(format!(
        "the program `{program}` of package `{}` {what}",
        package.name()
    ))
    .help(format!(
        "let its `main` begin with this line, before anything else happens:\n\n  {}::catalog_hook!(ERRORS);",
        facade::in_code(&package.manifest).as_deref().unwrap_or(facade::NAME)
    ))
}
