//! The committed documents of the four services: they are current, and have at least the content of the pages that
//! people wrote by hand.

mod facts;
mod guide;
mod unusual;

use std::fs;
use std::path::{Path, PathBuf};

use errcode::Catalog;
use errcode_docs::lock::{self, Lock};
use errcode_docs::{Document, Form, Outputs, html, json, openapi, typescript};
use serde::Deserialize;

fn folder(service: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("examples").join(service)
}

/// The four services.
fn services() -> [(&'static str, &'static Catalog); 4] {
    [
        ("skills", &skills::errors::SKILLS),
        ("accounts", &accounts::errors::ACCOUNTS),
        ("hosting", &hosting::HOSTING),
        ("vault", &vault::VAULT),
    ]
}

/// The settings for documents in the service's `Cargo.toml`, as `cargo errcode docs` reads them.
fn outputs(service: &str) -> Outputs {
    let manifest = fs::read_to_string(folder(service).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let docs = &manifest["package"]["metadata"]["errcode"]["docs"];
    Outputs::deserialize(docs.clone()).unwrap()
}

/// Compares a file with the expected text, or writes it if `UPDATE` is set.
fn is_current(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        return;
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == text,
        "{} is out of date: run `UPDATE=1 cargo test --test documents` and look at the difference",
        path.display()
    );
}

#[test]
fn the_documents_are_current() {
    for (service, catalog) in services() {
        let (outputs, document) = (outputs(service), Document::from(catalog));
        for form in Form::ALL {
            let path = outputs.path(form).unwrap();
            for file in outputs.files(form, &document, path) {
                is_current(&folder(service).join(file.path), &file.text);
            }
        }
    }
}

/// `cargo errcode check` would find no changes. `UPDATE` accepts changes.
#[test]
fn the_locks_are_current() {
    for (service, catalog) in services() {
        let (path, document) = (folder(service).join(lock::FILE), Document::from(catalog));
        let lock = Lock::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        is_current(&path, &lock.update(document).text());
    }
}

#[test]
fn the_pages_have_all_facts_of_the_pages_written_by_hand() {
    for (service, catalog) in services() {
        let page = outputs(service).text(Form::Markdown, &Document::from(catalog));
        facts::are_on(service, &page);
    }
}

/// Also written for `.ci/pages`, together with the `OpenAPI` form that is not committed.
#[test]
fn pages_in_folders_link_to_each_other() {
    for (service, catalog) in services() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("pages")
            .join(service);
        let files = html::files(catalog);
        for file in &files {
            let path = folder.join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.text).unwrap();
        }
        let mut one_of = openapi::Options::default();
        one_of.one_of = true;
        fs::write(
            folder.join("openapi.json"),
            openapi(catalog, &one_of).pretty(),
        )
        .unwrap();
        let (index, pages) = files.split_first().unwrap();
        for page in pages {
            let link = page.path.replace('/', "&#x2f;");
            assert!(index.text.contains(&format!("href=\"{link}\"")), "{link}");
            assert!(page.text.contains("href=\"..&#x2f;index.html\""));
        }
    }
}

/// Also written for `.ci/pages`, which tests unusual catalogs with TypeScript and in a browser.
#[test]
fn unusual_catalogs_are_written() {
    for (name, catalog) in [("whole", &unusual::WHOLE), ("mixed", &unusual::MIXED)] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("unusual")
            .join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("errors.ts"), typescript(catalog)).unwrap();
        fs::write(folder.join("errors.html"), html(catalog)).unwrap();
        fs::write(folder.join("errors.json"), json(catalog)).unwrap();
    }
}
