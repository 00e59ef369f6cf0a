//! Commands that end before their time leave nothing that a later one would take for whole.

use std::fs;

use crate::fixture::{self, Fixture, errcode};

const LIBRARY: &str = r#"
#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[error("closed")]
#[api(status = 503, code = "CLOSED")]
pub struct Closed;
errcode::catalog! { pub static ERRORS: Catalog = { title: "Shop", types: [Closed] }; }
"#;

#[test]
fn versions_that_were_not_copied_are_not_noted_as_copied() {
    let manifest = format!(
        "[package]\nname = \"cli-interrupted\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}
[package.metadata.errcode]\ncatalog = \"cli_interrupted::ERRORS\"\n",
        errcode()
    );
    let files = [("Cargo.toml", &manifest[..]), ("src/lib.rs", LIBRARY)];
    let shop = Fixture::new("cli-interrupted", &files);
    let shim = fixture::target().join("errcode").join("cli-interrupted");
    let _ = fs::remove_dir_all(&shim);
    // In the way of the copy.
    fs::create_dir_all(shim.join("Cargo.lock")).unwrap();
    assert_eq!(shop.run(&["list"]).code, 2);
    assert!(!shim.join("workspace.lock").exists());
    fs::remove_dir(shim.join("Cargo.lock")).unwrap();
    shop.run(&["list"]).fine();
    let noted = fs::read_to_string(shim.join("workspace.lock")).unwrap();
    assert_eq!(noted, shop.read("Cargo.lock"));
}
