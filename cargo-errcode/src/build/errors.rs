//! Explains a failed build: what is wrong with the path of the catalog, or the errors of the compiler and of cargo.

use cargo_metadata::diagnostic::Diagnostic;

use super::program::BuildErrors;
use crate::cargo;
use crate::failure::Failure;
use crate::workspace::facade;
use crate::workspace::package::Package;

/// Explains why the shim was not built. A compiler error in the shim itself means that the path is wrong.
pub(super) fn shim(package: &Package, path: &str, shim: &str, errors: &BuildErrors) -> Failure {
    match errors.compiler.iter().find(|(target, _)| target == shim) {
        Some((_, error)) => wrong_path(package, path, error),
        None => self::package(package, errors),
    }
}

/// Explains why the package was not built.
pub(super) fn package(package: &Package, errors: &BuildErrors) -> Failure {
    let name = package.name();
    if errors.compiler.is_empty() {
        // The code is fine: a folder is not writable, a dependency is missing, or a build script fails.
        let message = format!("cargo can't build package `{name}`, so its catalog can't be read");
        return cargo::failed(&message, &errors.cargo);
    }
    Failure::new(format!(
        "package `{name}` does not compile, so its catalog can't be read"
    ))
    .note(errors.text())
}

fn wrong_path(package: &Package, path: &str, error: &Diagnostic) -> Failure {
    let code = error.code.as_ref().map_or("", |code| code.code.as_str());
    let (problem, help) = match code {
        "E0603" | "E0616" => (
            "is private",
            "make the static and every module of its path `pub`, or re-export it with `pub use`"
                .to_owned(),
        ),
        "E0425" | "E0432" | "E0433" => (
            "does not exist",
            format!("correct `catalog` in `{}`", package.manifest.manifest_path),
        ),
        "E0423" | "E0308" | "E0574" | "E0533" => (
            "is not a catalog",
            format!(
                "write the path of a static that `{}::catalog!` declares",
                facade::NAME
            ),
        ),
        _ => ("can't be used", String::new()),
    };
    let name = package.name();
    let failure = Failure::new(format!(
        "the catalog `{path}` of package `{name}` {problem}"
    ));
    if help.is_empty() {
        return failure.note(error.rendered.as_deref().unwrap_or(&error.message));
    }
    failure.note(messages(error)).help(help)
}

/// The messages of a diagnostic, without the source lines: nobody wrote those of the shim.
fn messages(error: &Diagnostic) -> String {
    let children = error.children.iter().map(|child| {
        let span = child.spans.first();
        match span.and_then(|span| span.suggested_replacement.as_deref()) {
            Some(name) if !name.trim().is_empty() => format!("{}: `{name}`", child.message),
            _ => child.message.clone(),
        }
    });
    let mut lines = vec![format!("the compiler reports: {}", error.message)];
    lines.extend(children.filter(|line| !line.is_empty()));
    lines.join("\n  ")
}
