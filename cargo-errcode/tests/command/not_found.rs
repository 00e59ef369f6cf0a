//! What is said where no catalog is found. Nothing is built.

use crate::fixture::{Fixture, errcode};

fn package(name: &str, rest: &str) -> String {
    format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n{rest}")
}

#[test]
fn a_package_that_names_none_is_told_what_to_add() {
    let manifest = package("cli-empty", "[workspace]\n");
    let fixture = Fixture::new("empty", &[("Cargo.toml", &manifest), ("src/lib.rs", "")]);
    let path = fixture.folder.join("Cargo.toml").display().to_string();
    fixture.run(&["list"]).fails_with(&format!(
        "error: no catalog found: package `cli-empty` names none
help: add this to `{path}`:

  [package.metadata.errcode]
  catalog = \"cli_empty::ERRORS\"

and errcode to its `[dependencies]`

`ERRORS` is a public static of the library:

  errcode::catalog! {{
      pub static ERRORS: Catalog = {{ title: \"Errors\", types: [MyError] }};
  }}"
    ));
    fixture.write(
        "Cargo.toml",
        &(manifest + "[package.metadata.errcode]\ncatalog = \"cli_empty::ERRORS\"\n"),
    );
    fixture.run(&["list", "-p", "teapot"]).fails_with(
        "error: there is no package `teapot` in this workspace\nhelp: its package is `cli-empty`",
    );
    fixture.run(&["check", "--update"]).fails_with(&format!(
        "error: package `cli-empty` does not depend on errcode\nhelp: add it to the `[dependencies]` of `{path}`"
    ));
}

#[test]
fn a_package_without_a_library_is_told_of_the_hook() {
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

The package has no library, so that the program hands its catalog over. The first line of its `main`:

  problems::catalog_hook!(ERRORS);"
    );
    fixture.run(&["list"]).fails_with(&format!(
        "error: no catalog found: package `cli-bare` names none\n{help}"
    ));
    for (metadata, error) in [
        (
            "catalog = \"cli_bare::ERRORS\"",
            "error: package `cli-bare` has no library, so that `catalog = \"cli_bare::ERRORS\"` can't be reached\n",
        ),
        (
            "docs.markdown = \"a.md\"",
            "error: no catalog found: package `cli-bare` does not say where it is\n",
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
            "error: package `cli-bare` has no program `x`\nhelp: it has `cli-bare`",
        ),
        (
            "bin = \"cli-bare\"\ncatalog = \"a::B\"",
            "error: package `cli-bare` says both `catalog` and `bin`, but its catalog is in one place\n\
             help: keep `catalog` for a static of the library, or `bin` for one of a program",
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

/// A workspace of two packages that name catalogs, and one that does not.
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
fn a_library_that_nothing_links_to_is_told_so() {
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
        "error: the library of package `cli-cdylib` is only a `cdylib`, so that `catalog = \"cli_cdylib::ERRORS\"` can't be reached
help: add `rlib` to `crate-type` in `{path}`: `crate-type = [\"cdylib\", \"rlib\"]`"
    ));
    fixture.replace("Cargo.toml", "[\"cdylib\"]", "[\"cdylib\", \"rlib\"]");
    fixture.run(&["list"]).fails_with(
        "error: `catalog = \"cli_cdylib::ERRORS\"` of package `cli-cdylib` is not the path of a static in its library
help: write `catalog = \"weird_name::ERRORS\"`",
    );
}

#[test]
fn a_workspace_of_several_is_told_to_say_which() {
    let fixture = several("several");
    let say_which = "say which with `-p NAME`, or take them all with `--workspace`";
    for (args, text) in [
        (
            &["list"][..],
            format!("error: several packages here have a catalog: `bank` and `shop`\nhelp: {say_which}"),
        ),
        (
            &["list", "--manifest-path", "none/Cargo.toml"],
            format!(
                "error: no catalog found: package `none` names none\nhelp: other packages here do: `bank` and `shop`; {say_which}"
            ),
        ),
        (
            &["list", "-p", "shp"],
            "error: there is no package `shp` in this workspace\nhelp: did you mean `shop`?".to_owned(),
        ),
        (
            &["list", "-p", "teapot"],
            "error: there is no package `teapot` in this workspace\nhelp: its packages are `bank`, `none` and `shop`".to_owned(),
        ),
        (
            &["list", "-p", "shop", "-F", "extr"],
            "error: there is no feature `extr` in package `shop`\nhelp: did you mean `extra`?".to_owned(),
        ),
        (
            &["list", "--workspace", "-F", "bank/extra,serde/derive"],
            "error: there is no feature `serde/derive` in package `bank` or `shop`\n\
             help: features of dependencies are switched on through a feature of the package itself"
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
fn files_that_are_not_there_or_can_not_be() {
    let fixture = several("places");
    for (args, text) in [
        (
            &["docs", "html", "--workspace"][..],
            "error: the documents of several packages would go to one place\n\
             help: say which package with `-p NAME`, or name a place in the `Cargo.toml` of each",
        ),
        (
            &["docs", "-p", "shop"],
            "error: no document is named for `shop`
help: say which one: `cargo errcode docs markdown --out errors.md`, or name those that are kept in `Cargo.toml`:

  [package.metadata.errcode.docs]
  markdown = \"docs/errors.md\"",
        ),
        (
            &["docs", "html", "-p", "shop", "--check"],
            "error: there is no file to compare the document `html` with
help: name it with `--out PATH`, or in `Cargo.toml`:

  [package.metadata.errcode.docs]
  html = \"docs/errors.html\"",
        ),
        (
            &["docs", "json", "-p", "shop", "--out", "shop/"],
            "error: the document `json` is one file, and `shop/` is a folder\n\
             help: name the file: `shop/errors`, with its extension",
        ),
        (
            &["docs", "html", "-p", "shop", "--out", "shop"],
            "error: `shop`, where the document `html` would go, is a folder\n\
             help: write `shop/` for several files in it, or name a file",
        ),
        (
            &["check", "-p", "shop"],
            "error: `shop/errcode.lock.json` is not there\n\
             help: `cargo errcode check --update` writes it; commit it, so that later changes are noticed",
        ),
    ] {
        fixture.run(args).fails_with(text);
    }
    fixture.write("shop/errcode.lock.json", "{\n<<<<<<< HEAD\n");
    fixture.run(&["check", "-p", "shop"]).fails_with(
        "error: `shop/errcode.lock.json` can't be read: line 2: an unresolved merge; take the file of one side whole, and update it",
    );
}

#[test]
fn two_documents_at_one_place() {
    let fixture = several("one-place");
    let docs = |name: &str, docs: &str| {
        let table = format!("[package.metadata.errcode]\ncatalog = \"{name}::ERRORS\"\n{docs}\n");
        fixture.write(&format!("{name}/Cargo.toml"), &package(name, &table));
    };
    let help = "\nhelp: name another place for one of them in `Cargo.toml`";
    docs(
        "bank",
        "docs = { html = \"./x/../a.md\", markdown = \"a.md\" }",
    );
    let what = "error: two documents would go to `bank/a.md`: `markdown` of package `bank`, and `html` of package `bank`";
    fixture
        .run(&["docs", "-p", "bank"])
        .fails_with(&(what.to_owned() + help));
    // Files of two forms in one folder have different names.
    docs(
        "bank",
        "docs = { html = \"../site/\", markdown = \"../site/\" }",
    );
    docs("shop", "docs = { html = \"./../site/\" }");
    let what = "error: two documents would go to `site/`: `html` of package `bank`, and `html` of package `shop`";
    fixture
        .run(&["docs", "--workspace"])
        .fails_with(&(what.to_owned() + help));
}
