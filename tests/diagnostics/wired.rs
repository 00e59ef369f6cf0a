//! Nothing lies about unused: no text without its source, no source without a mark, no fixture
//! crate that is not built.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{files, marks, sources};

pub(crate) fn unused_texts() -> Vec<String> {
    let texts = files("stderr").into_iter();
    let unused = texts.filter(|text| !text.with_extension("rs").exists());
    unused
        .map(|text| format!("{}: no source", text.display()))
        .collect()
}

pub(crate) fn unmarked_sources() -> Vec<String> {
    let unmarked = sources()
        .into_iter()
        .filter(|source| marks::of(&fs::read_to_string(source).unwrap()).is_empty());
    unmarked
        .map(|source| format!("{}: no mark", source.display()))
        .collect()
}

pub(crate) fn unused_crates() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(root)
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let manifests: Vec<&str> = packages
        .iter()
        .filter_map(|package| package["manifest_path"].as_str())
        .collect();
    let folders = root
        .join("tests/crates")
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let unused = folders.filter(|folder| {
        !manifests
            .iter()
            .any(|manifest| Path::new(manifest) == folder.join("Cargo.toml"))
    });
    unused
        .map(|folder| format!("{}: not in the workspace", folder.display()))
        .collect()
}
