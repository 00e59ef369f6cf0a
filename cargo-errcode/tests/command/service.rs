//! Services with the catalog in their library: the documents, and every reason why the catalog can't be read.

use crate::fixture::{self, Fixture, errcode};

const LIBRARY: &str = r#"
mod hidden {
    #[derive(Debug, thiserror::Error, problems::ApiError)]
    #[api(crate = problems)]
    pub enum BankError {
        /// The account is empty.
        #[error("empty")]
        #[api(status = 402, code = "EMPTY")]
        Empty,
        #[cfg(feature = "extra")]
        #[error("extra")]
        #[api(status = 400, code = "EXTRA")]
        Extra,
    }
    problems::catalog! { pub static ERRORS: Catalog = { title: "Bank", types: [BankError] }; }
}
pub use hidden::{BankError, ERRORS};
pub static NUMBER: u8 = 1;
"#;

/// A workspace whose package renames errcode and takes it from the workspace.
fn bank(name: &str) -> Fixture {
    let workspace = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"bank\"]\n[profile.dev.package.{name}]\ndebug = 1\n[workspace.dependencies]\n{}",
        errcode().replace("errcode = {", "problems = { package = \"errcode\",")
    );
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2021\"\n[lib]\nname = \"bank\"\n
[features]\nextra = []\n
[dependencies]\nproblems.workspace = true\nthiserror.workspace = true\n
[package.metadata.errcode]\ncatalog = \"bank::ERRORS\"\n
[package.metadata.errcode.docs]\nmarkdown = \"docs/errors.md\"\nhtml = \"site/\"\nfront-matter.sidebar-position = 3\n"
    );
    let files = [
        ("Cargo.toml", &workspace[..]),
        ("bank/Cargo.toml", &manifest),
        ("bank/src/lib.rs", LIBRARY),
    ];
    Fixture::new(name, &files)
}

#[test]
fn documents_are_written_and_compared() {
    let bank = bank("cli-bank");
    let missing = bank.run(&["docs", "--check"]);
    assert!(
        missing
            .out
            .starts_with("missing: `bank/docs/errors.md` does not exist\n"),
        "{missing:?}"
    );
    missing.says(
        "error: 2 of 2 documents are out of date; run the command without `--check` to update them",
    );
    missing.findings();
    assert!(!bank.folder.join("bank/docs").exists());

    let wrote = bank.run(&["docs"]);
    wrote.says(
        "     wrote bank/docs/errors.md\n     wrote bank/site/index.html\n     wrote bank/site/errors/EMPTY.html"
    );
    wrote.fine();
    assert!(
        bank.read("bank/docs/errors.md")
            .starts_with("---\ntitle: \"Bank\"\nsidebar_position: 3\n---\n")
    );
    let current = bank.run(&["docs", "--check"]);
    current.says("ok: 2 documents are up to date");
    assert_eq!(current.fine(), "");

    // Line ends do not count; words do.
    let page = bank.read("bank/docs/errors.md");
    bank.write("bank/docs/errors.md", &page.replace('\n', "\r\n"));
    let current = bank.run(&["docs", "markdown", "--check"]);
    current.says("ok: the document is up to date");
    bank.replace("bank/docs/errors.md", "account is empty", "account is full");
    let page = bank.read("bank/site/errors/EMPTY.html");
    bank.write("bank/site/errors/GONE.html", &page);
    let stale = bank.run(&["docs", "--check"]).findings();
    assert!(
        stale.starts_with("--- bank/docs/errors.md\n+++ generated\n@@ "),
        "{stale}"
    );
    assert!(
        stale.contains("account is full.") && stale.contains("account is empty."),
        "{stale}"
    );
    let left_over =
        "left over: `bank/site/errors/GONE.html` belongs to an earlier catalog; delete it\n";
    assert!(stale.ends_with(left_over), "{stale}");
    assert!(bank.read("bank/docs/errors.md").contains("account is full"));

    // The shim has the profiles of the workspace.
    let shim = fixture::target().join("errcode/cli-bank/Cargo.toml");
    let shim = std::fs::read_to_string(shim).unwrap();
    assert!(
        shim.contains("[profile.dev.package.cli-bank]\ndebug = 1\n"),
        "{shim}"
    );

    // A feature can be given with or without the name of the package.
    for feature in ["extra", "cli-bank/extra"] {
        let list = bank
            .run(&["list", "-p", "cli-bank", "--features", feature])
            .fine();
        assert!(list.contains("\nEXTRA  400 "), "{list}");
    }
}

#[test]
fn why_the_catalog_can_not_be_read() {
    let bank = bank("cli-broken");
    let manifest = bank.folder.join("bank/Cargo.toml").display().to_string();
    let mut path = "bank::ERRORS";
    let mut says = |new: &'static str, text: &str| {
        bank.replace("bank/Cargo.toml", path, new);
        path = new;
        bank.run(&["list"]).fails_with(text);
    };
    says(
        "hidden::ERRORS",
        "error: `catalog = \"hidden::ERRORS\"` of package `cli-broken` is not the path of a static in its library\n\
         help: write `catalog = \"bank::hidden::ERRORS\"`",
    );
    says(
        "bank::hidden::ERRORS",
        "error: the catalog `bank::hidden::ERRORS` of package `cli-broken` is private\n\
         help: make the static and every module of its path `pub`, or re-export it with `pub use`",
    );
    says(
        "bank::EROR",
        &format!(
            "error: the catalog `bank::EROR` of package `cli-broken` does not exist\nhelp: correct `catalog` in `{manifest}`"
        ),
    );
    for wrong in ["bank::NUMBER", "bank::BankError"] {
        says(
            wrong,
            &format!(
                "error: the catalog `{wrong}` of package `cli-broken` is not a catalog\n\
                 help: write the path of a static that `errcode::catalog!` declares"
            ),
        );
    }
    bank.replace("bank/Cargo.toml", path, "bank::ERRORS");

    bank.replace("bank/src/lib.rs", "status = 402", "status = 42");
    let broken = bank.run(&["list"]);
    assert!(broken.err.contains("bank/src/lib.rs:8:"), "{broken:?}");
    broken.fails_with("error: package `cli-broken` does not compile, so its catalog can't be read");

    bank.replace(
        "bank/src/lib.rs",
        "status = 42,",
        "status = 402, example(panic!(\"no example\")),",
    );
    let panicked = bank.run(&["list"]);
    assert!(panicked.err.contains("no example\n"), "{panicked:?}");
    panicked.fails_with(
        "help: if it panicked, fix the `example(...)` or `Display` that the panic message names",
    );
}

#[test]
fn an_unwritable_folder_is_not_blamed_on_the_package() {
    let bank = bank("cli-unwritable");
    bank.write("target/debug", "in the way of a folder");
    let target = bank.folder.join("target");
    let ran = fixture::run_built_in(&bank.folder, &["list"], &target);
    let what = "error: cargo can't build package `cli-unwritable`, so its catalog can't be read: ";
    let errors: Vec<&str> = ran.err.lines().filter(|l| l.starts_with("error")).collect();
    assert_eq!(errors.len(), 1, "{ran:?}");
    assert!(
        errors[0].starts_with(what) && errors[0].contains("target/debug"),
        "{ran:?}"
    );
    assert_eq!(ran.code, 2);
}
