//! One `cargo check` over all sources, each a binary of a generated package, and where rustc put
//! its errors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::marks::Spot;

/// The errors of each source, by its name. A warning is one too.
pub(crate) fn errors(sources: &[PathBuf]) -> BTreeMap<String, Vec<Spot>> {
    let mut errors: BTreeMap<String, Vec<Spot>> = BTreeMap::new();
    for report in reports("misuse", sources) {
        errors.entry(name(&report)).or_default().push(spot(&report));
    }
    errors
}

/// The name of the source that a report is about.
pub(crate) fn name(report: &Value) -> String {
    report["target"]["name"].as_str().unwrap().to_owned()
}

/// What rustc reports of all sources, each a binary of a package with this name.
pub(crate) fn reports(package_name: &str, sources: &[PathBuf]) -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--bins",
            "--keep-going",
            "--offline",
            "--quiet",
            "--message-format=json",
        ])
        .env("CARGO_TARGET_DIR", env!("CARGO_TARGET_TMPDIR"))
        .current_dir(package(package_name, sources))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut seen = BTreeSet::new();
    let mut reports: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    // What rustc says several times, word for word and at one place, Cargo prints once.
    reports.retain(|report| {
        report["reason"] == "compiler-message"
            && is_error(&report["message"])
            && seen.insert(report["message"]["rendered"].to_string())
    });
    assert!(
        !reports.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    reports
}

/// The sum at the end, "aborting due to 2 previous errors", is no error of its own.
fn is_error(message: &Value) -> bool {
    let level = message["level"].as_str().unwrap();
    let text = message["message"].as_str().unwrap();
    matches!(level, "error" | "warning") && !text.starts_with("aborting due to")
}

/// The place of a message in its source: that of the macro's call, if a macro of ours made it.
fn spot(report: &Value) -> Spot {
    let source = Path::new(report["target"]["src_path"].as_str().unwrap());
    let spans = report["message"]["spans"].as_array().unwrap();
    let mut primary = spans.iter().find(|span| span["is_primary"] == true);
    while let Some(span) = primary {
        if source.ends_with(span["file_name"].as_str().unwrap()) {
            let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
            let text = fs::read_to_string(source).unwrap();
            let under = &text[at("byte_start")..at("byte_end")];
            return Spot::new(at("line_start"), under.lines().next().unwrap_or_default());
        }
        primary = span["expansion"].get("span");
    }
    Spot::new(0, report["message"]["rendered"].as_str().unwrap())
}

/// Writes the package, and gives its folder.
fn package(name: &str, sources: &[PathBuf]) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut manifest = format!(
        r#"
[package]
name = "{name}"
edition = "2024"

[dependencies]
errcode = {{ path = '{}', features = ["axum"] }}
http = "1"
serde = "1"
thiserror = "2"

[lints.rust]
dead_code = "allow"

[workspace]
"#,
        root.display()
    );
    for source in sources {
        let (name, path) = (source.file_stem().unwrap(), source.display());
        let name = name.display();
        write!(manifest, "\n[[bin]]\nname = '{name}'\npath = '{path}'\n").unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    // The same versions as everywhere else, so that nothing is fetched.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    folder
}
