//! An interrupted command leaves nothing that a later one takes for complete.

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
fn an_interrupted_copy_of_the_lock_file_is_repeated() {
    let manifest = format!(
        "[package]\nname = \"cli-interrupted\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}
[package.metadata.errcode]\ncatalog = \"cli_interrupted::ERRORS\"\n",
        errcode()
    );
    let files = [("Cargo.toml", &manifest[..]), ("src/lib.rs", LIBRARY)];
    let shop = Fixture::new("cli-interrupted", &files);
    let shim = fixture::target().join("errcode").join("cli-interrupted");
    let _ = fs::remove_dir_all(&shim);
    // A folder in the place of the copy makes it fail.
    fs::create_dir_all(shim.join("Cargo.lock")).unwrap();
    assert_eq!(shop.run(&["list"]).code, 2);
    assert!(!shim.join("workspace.lock").exists());
    fs::remove_dir(shim.join("Cargo.lock")).unwrap();
    shop.run(&["list"]).fine();
    let original = fs::read_to_string(shim.join("workspace.lock")).unwrap();
    assert_eq!(original, shop.read("Cargo.lock"));
}
