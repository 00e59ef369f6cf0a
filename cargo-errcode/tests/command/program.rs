//! A package without a library: its program writes the catalog, and is not run without the hook.

use crate::fixture::{Fixture, errcode};

const MAIN: &str = r#"
#[derive(Debug, thiserror::Error, errcode::ApiError)]
enum ServerError {
    /// A text for people.
    #[error("short and stout")]
    #[api(status = 418, code = "teapot")]
    Teapot,
}

errcode::catalog! { static ERRORS: Catalog = { title: "Server", types: [ServerError] }; }

fn main() {
    // The hook.
    std::fs::write("started", "").unwrap();
    println!("{:?}", errcode::to_response(&ServerError::Teapot));
}
"#;

#[test]
fn only_a_program_with_the_hook_is_run() {
    let manifest = format!(
        "[package]\nname = \"cli-server\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}
[package.metadata.errcode]\nbin = \"cli-server\"\n",
        errcode()
    );
    let server = Fixture::new(
        "server",
        &[("Cargo.toml", &manifest), ("src/main.rs", MAIN)],
    );
    let lock = server.read("Cargo.lock");
    server.run(&["list"]).fails_with(
        "error: the program `cli-server` of package `cli-server` does not call the hook
help: make this the first line of its `main`:

  errcode::catalog_hook!(ERRORS);",
    );

    server.replace(
        "src/main.rs",
        "// The hook.",
        "errcode::catalog_hook!(ERRORS);",
    );
    let list = server.run(&["list"]).fine();
    assert_eq!(
        list,
        "CODE    STATUS  GROUP         DESCRIPTION\nteapot  418     Server error  A text for people.\n"
    );
    assert!(!server.folder.join("started").exists());
    // The feature `docs` is only enabled for this build.
    assert!(!server.read("Cargo.lock").contains("minijinja") || lock.contains("minijinja"));

    // A hook that is not reached.
    server.replace(
        "src/main.rs",
        "fn main() {",
        "fn main() {\n    if std::env::args().count() > 0 { return }",
    );
    server.run(&["list"]).fails_with(
        "error: the program `cli-server` of package `cli-server` ended without writing its catalog
help: make this the first line of its `main`:

  errcode::catalog_hook!(ERRORS);",
    );
}
