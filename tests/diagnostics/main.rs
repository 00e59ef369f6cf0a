//! What is wrong does not compile: every file of `tests/ui` is one mistake, with the text that
//! rustc prints for it and a mark for each error. The texts belong to one toolchain.

mod checked;
mod marks;
mod suggestions;
mod wired;

use std::path::PathBuf;
use std::process::Command;

const TOOLCHAIN: &str = "rustc 1.95.";

/// The sources of `tests/ui`, in the order of their names.
fn sources() -> Vec<PathBuf> {
    files("rs")
}

fn files(extension: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let entries = folder
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// Whether the compiler is the one whose texts are expected; says so if it is not.
fn is_expected_toolchain() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().unwrap();
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let expected = version.starts_with(TOOLCHAIN);
    if !expected {
        println!(
            "skipped: the texts are of {TOOLCHAIN}x, this is {}",
            version.trim()
        );
    }
    expected
}

#[test]
fn texts() {
    if is_expected_toolchain() {
        trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
    }
}

#[test]
fn marks() {
    if is_expected_toolchain() {
        let found = checked::errors(&sources());
        let wrong: Vec<String> = sources()
            .iter()
            .filter_map(|source| marks::judge(source, &found))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn suggestions_are_accepted() {
    if is_expected_toolchain() {
        let wrong = suggestions::refused(&sources());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn every_file_is_wired() {
    let wrong = [
        wired::unused_texts(),
        wired::unmarked_sources(),
        wired::unused_crates(),
    ]
    .concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
