//! Why a build failed, in words: what is wrong with the path of the catalog, or cargo's own errors.

use cargo_metadata::diagnostic::Diagnostic;

use super::program::Failed;
use crate::cargo;
use crate::failure::Failure;
use crate::workspace::facade;
use crate::workspace::package::Package;

/// Why the shim was not built. An error in the shim itself is one of the path.
pub(crate) fn of_shim(package: &Package, path: &str, shim: &str, failed: &Failed) -> Failure {
    match failed.errors.iter().find(|(target, _)| target == shim) {
        Some((_, error)) => of_path(package, path, error),
        None => of_package(package, failed),
    }
}

/// Why the package was not built.
pub(crate) fn of_package(package: &Package, failed: &Failed) -> Failure {
    let name = package.name();
    if failed.errors.is_empty() {
        // No code is wrong: a folder can't be written, a dependency is not there, a build script fails.
        let what =
            format!("cargo can't build package `{name}`, so that there is no catalog to read");
        return cargo::failed(&what, &failed.cargo);
    }
    let failure = Failure::new(format!(
        "package `{name}` does not build, so that there is no catalog to read"
    ));
    failure.note(failed.text())
}

fn of_path(package: &Package, path: &str, error: &Diagnostic) -> Failure {
    let name = package.name();
    let code = error.code.as_ref().map_or("", |code| code.code.as_str());
    let (what, mend) = match code {
        "E0603" | "E0616" => (
            "is private",
            "write `pub` before the static and every module of the path, or re-export it with `pub use`".to_owned(),
        ),
        "E0425" | "E0432" | "E0433" => (
            "does not exist",
            format!("mend `catalog` in `{}`", package.manifest.manifest_path),
        ),
        "E0423" | "E0308" | "E0574" | "E0533" => (
            "is not a catalog",
            format!(
                "let it be the path of the static that `{}::catalog!` makes",
                facade::NAME
            ),
        ),
        _ => ("can't be used", String::new()),
    };
    let mut failure = Failure::new(format!("the catalog of package `{name}`, `{path}`, {what}"));
    failure = match mend.as_str() {
        "" => failure.note(error.rendered.as_deref().unwrap_or(&error.message)),
        _ => failure.note(plain(error)),
    };
    if mend.is_empty() {
        failure
    } else {
        failure.help(mend)
    }
}

/// What the compiler says, without the lines of the shim that nobody wrote.
fn plain(error: &Diagnostic) -> String {
    let notes = error.children.iter().map(|child| {
        match child
            .spans
            .first()
            .and_then(|span| span.suggested_replacement.as_deref())
        {
            Some(name) if !name.trim().is_empty() => format!("{}: `{name}`", child.message),
            _ => child.message.clone(),
        }
    });
    let mut lines = vec![format!("the compiler says: {}", error.message)];
    lines.extend(notes.filter(|line| !line.is_empty()));
    lines.join("\n  ")
}
