//! The errors if no catalog is found. Nothing is built.

use crate::fixture::{Fixture, errcode};

fn package(name: &str, rest: &str) -> String {
    format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n{rest}")
}

#[test]
fn a_package_without_settings() {
    let manifest = package("cli-empty", "[workspace]\n");
    let fixture = Fixture::new("empty", &[("Cargo.toml", &manifest), ("src/lib.rs", "")]);
    let path = fixture.folder.join("Cargo.toml").display().to_string();
    fixture.run(&["list"]).fails_with(&format!(
        "error: no catalog found: package `cli-empty` has no `[package.metadata.errcode]`
help: add this to `{path}`:

  [package.metadata.errcode]
  catalog = \"cli_empty::ERRORS\"

add errcode to its `[dependencies]`

and make `ERRORS` a public static of the library:

  errcode::catalog! {{
      pub static ERRORS: Catalog = {{ title: \"Errors\", types: [MyError] }};
  }}"
    ));
    fixture.write(
        "Cargo.toml",
        &(manifest + "[package.metadata.errcode]\ncatalog = \"cli_empty::ERRORS\"\n"),
    );
    fixture.run(&["list", "-p", "teapot"]).fails_with(
        "error: no package `teapot` in this workspace\nhelp: the package is `cli-empty`",
    );
    fixture.run(&["check", "--update"]).fails_with(&format!(
        "error: package `cli-empty` does not depend on errcode\nhelp: add it to the `[dependencies]` of `{path}`"
    ));
}

#[test]
fn a_package_without_a_library() {
    let manifest = package(
        "cli-bare",
        &format!(
            "[workspace]\n[dependencies]\n{}",
            errcode().replace("errcode = {", "problems = { package = \"errcode\",")
        ),
    );
    let fixture = Fixture::new(
        "bare",
        &[("Cargo.toml", &manifest), ("src/main.rs", "fn main() {}")],
    );
    let path = fixture.folder.join("Cargo.toml").display().to_string();
    let help = format!(
        "help: add this to `{path}`:

  [package.metadata.errcode]
  bin = \"cli-bare\"

the package has no library, so its program writes the catalog; make this the first line of its `main`:

  problems::catalog_hook!(ERRORS);"
    );
    fixture.run(&["list"]).fails_with(&format!(
        "error: no catalog found: package `cli-bare` has no `[package.metadata.errcode]`\n{help}"
    ));
    for (metadata, error) in [
        (
            "catalog = \"cli_bare::ERRORS\"",
            "error: package `cli-bare` has no library, so `catalog = \"cli_bare::ERRORS\"` can't be linked\n",
        ),
        (
            "docs.markdown = \"a.md\"",
            "error: no catalog found: package `cli-bare` sets neither `catalog` nor `bin`\n",
        ),
    ] {
        fixture.write(
            "Cargo.toml",
            &format!("{manifest}[package.metadata.errcode]\n{metadata}\n"),
        );
        fixture
            .run(&["list"])
            .fails_with(&(error.to_owned() + &help));
    }
    for (metadata, error) in [
        (
            "bin = \"cli-bar\"",
            "error: package `cli-bare` has no program `cli-bar`\nhelp: did you mean `cli-bare`?",
        ),
        (
            "bin = \"x\"",
            "error: package `cli-bare` has no program `x`\nhelp: the program is `cli-bare`",
        ),
        (
            "bin = \"cli-bare\"\ncatalog = \"a::B\"",
            "error: package `cli-bare` sets both `catalog` and `bin`\n\
             help: keep `catalog` for a static of the library, or `bin` for a static of a program",
        ),
        (
            "catalogue = \"a::B\"",
            "unknown field `catalogue`, expected one of `catalog`, `bin`, `docs`, `lint`\nhelp: did you mean `catalog`?",
        ),
    ] {
        fixture.write(
            "Cargo.toml",
            &format!("{manifest}[package.metadata.errcode]\n{metadata}\n"),
        );
        fixture.run(&["list"]).fails_with(error);
    }
}

/// A workspace of two packages with settings, and one without.
fn several(name: &str) -> Fixture {
    let member = |name: &str| {
        package(
            name,
            &format!(
                "[features]\nextra = []\n[package.metadata.errcode]\ncatalog = \"{name}::ERRORS\"\n"
            ),
        )
    };
    Fixture::new(
        name,
        &[
            (
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"shop\", \"bank\", \"none\"]\n",
            ),
            ("shop/Cargo.toml", &member("shop")),
            ("shop/src/lib.rs", ""),
            ("bank/Cargo.toml", &member("bank")),
            ("bank/src/lib.rs", ""),
            ("none/Cargo.toml", &package("none", "")),
            ("none/src/lib.rs", ""),
        ],
    )
}

#[test]
fn a_library_that_can_not_be_linked() {
    let manifest = package(
        "cli-cdylib",
        &format!(
            "[workspace]\n[lib]\nname = \"weird_name\"\ncrate-type = [\"cdylib\"]\n[package.metadata.errcode]\ncatalog = \"cli_cdylib::ERRORS\"\n[dependencies]\n{}",
            errcode()
        ),
    );
    let fixture = Fixture::new("cdylib", &[("Cargo.toml", &manifest), ("src/lib.rs", "")]);
    let path = fixture.folder.join("Cargo.toml").display().to_string();
    fixture.run(&["list"]).fails_with(&format!(
        "error: the library of package `cli-cdylib` is only a `cdylib`, so `catalog = \"cli_cdylib::ERRORS\"` can't be linked
help: add `rlib` to `crate-type` in `{path}`: `crate-type = [\"cdylib\", \"rlib\"]`"
    ));
    fixture.replace("Cargo.toml", "[\"cdylib\"]", "[\"cdylib\", \"rlib\"]");
    fixture.run(&["list"]).fails_with(
        "error: `catalog = \"cli_cdylib::ERRORS\"` of package `cli-cdylib` is not the path of a static in its library
help: write `catalog = \"weird_name::ERRORS\"`",
    );
}

#[test]
fn a_workspace_with_several_catalogs() {
    let fixture = several("several");
    let choose = "choose one with `-p NAME`, or take all of them with `--workspace`";
    for (args, text) in [
        (
            &["list"][..],
            format!("error: several packages have a catalog: `bank` and `shop`\nhelp: {choose}"),
        ),
        (
            &["list", "--manifest-path", "none/Cargo.toml"],
            format!(
                "error: no catalog found: package `none` has no `[package.metadata.errcode]`\nhelp: other packages of the workspace have it: `bank` and `shop`; {choose}"
            ),
        ),
        (
            &["list", "-p", "shp"],
            "error: no package `shp` in this workspace\nhelp: did you mean `shop`?".to_owned(),
        ),
        (
            &["list", "-p", "teapot"],
            "error: no package `teapot` in this workspace\nhelp: the packages are `bank`, `none` and `shop`".to_owned(),
        ),
        (
            &["list", "-p", "shop", "-F", "extr"],
            "error: no feature `extr` in package `shop`\nhelp: did you mean `extra`?".to_owned(),
        ),
        (
            &["list", "--workspace", "-F", "bank/extra,serde/derive"],
            "error: no feature `serde/derive` in package `bank` or `shop`\n\
             help: to enable a feature of a dependency, add a feature to the package that enables it"
                .to_owned(),
        ),
        (
            &["list", "--manifest-path", "no/Cargo.toml"],
            "error: cargo can't read the package: manifest path `no/Cargo.toml` does not exist".to_owned(),
        ),
    ] {
        fixture.run(args).fails_with(&text);
    }
}

#[test]
fn missing_and_impossible_files() {
    let fixture = several("places");
    for (args, text) in [
        (
            &["docs", "html", "--workspace"][..],
            "error: several packages would write their documents to the same place\n\
             help: choose a package with `-p NAME`, or set a path in the `Cargo.toml` of each",
        ),
        (
            &["docs", "-p", "shop"],
            "error: no documents are listed for `shop`
help: name one (`cargo errcode docs markdown --out errors.md`), or list the documents in `Cargo.toml`:

  [package.metadata.errcode.docs]
  markdown = \"docs/errors.md\"",
        ),
        (
            &["docs", "html", "-p", "shop", "--check"],
            "error: `--check` needs a file to compare the `html` document with
help: pass `--out PATH`, or add this to `Cargo.toml`:

  [package.metadata.errcode.docs]
  html = \"docs/errors.html\"",
        ),
        (
            &["docs", "json", "-p", "shop", "--out", "shop/"],
            "error: the `json` document is one file, but `shop/` is a folder\n\
             help: name a file, such as `shop/errors.json`",
        ),
        (
            &["docs", "html", "-p", "shop", "--out", "shop"],
            "error: the path `shop` of the `html` document is a folder\n\
             help: write `shop/` for several files in the folder, or name a file",
        ),
        (
            &["check", "-p", "shop"],
            "error: `shop/errcode.lock.json` does not exist\n\
             help: run `cargo errcode check --update` to write it, and commit it",
        ),
    ] {
        fixture.run(args).fails_with(text);
    }
    fixture.write("shop/errcode.lock.json", "{\n<<<<<<< HEAD\n");
    fixture.run(&["check", "-p", "shop"]).fails_with(
        "error: can't read the lock file `shop/errcode.lock.json`: line 2: unresolved merge conflict; take the whole file of one side, then update it",
    );
}

#[test]
fn two_documents_with_one_path() {
    let fixture = several("one-place");
    let docs = |name: &str, docs: &str| {
        let table = format!("[package.metadata.errcode]\ncatalog = \"{name}::ERRORS\"\n{docs}\n");
        fixture.write(&format!("{name}/Cargo.toml"), &package(name, &table));
    };
    let help = "\nhelp: change one of the paths in `Cargo.toml`";
    docs(
        "bank",
        "docs = { html = \"./x/../a.md\", markdown = \"a.md\" }",
    );
    let what = "error: two documents have the path `bank/a.md`: `markdown` of package `bank` and `html` of package `bank`";
    fixture
        .run(&["docs", "-p", "bank"])
        .fails_with(&(what.to_owned() + help));
    // Files of two forms in one folder have different names.
    docs(
        "bank",
        "docs = { html = \"../site/\", markdown = \"../site/\" }",
    );
    docs("shop", "docs = { html = \"./../site/\" }");
    let what = "error: two documents have the path `site/`: `html` of package `bank` and `html` of package `shop`";
    fixture
        .run(&["docs", "--workspace"])
        .fails_with(&(what.to_owned() + help));
}
