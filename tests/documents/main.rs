//! The documents of the four services: committed, current, and no less than the pages that people
//! wrote by hand.

mod facts;

use std::fs;
use std::path::{Path, PathBuf};

use errcode::Catalog;
use errcode_docs::{html, json, markdown, openapi, typescript};

fn path(service: &str, file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(service)
        .join("docs")
        .join(file)
}

/// Compares a document with the committed file, or writes it if `UPDATE` is set.
fn is_current(service: &str, file: &str, text: &str) {
    let path = path(service, file);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        return;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{} is out of date: run `UPDATE=1 cargo test --test documents` and look at the difference",
        path.display()
    );
}

fn are_current(service: &str, catalog: &'static Catalog, options: &markdown::Options) {
    let description = openapi(catalog, &openapi::Options::default()).pretty() + "\n";
    is_current(service, "errors.md", &markdown(catalog, options));
    is_current(service, "errors.html", &html(catalog));
    is_current(service, "errors.json", &json(catalog));
    is_current(service, "openapi.json", &description);
    is_current(service, "errors.ts", &typescript(catalog));
}

/// What the documentation site of the vault service wants at the top of the page.
fn vault_options() -> markdown::Options {
    let text = fs::read_to_string(path("vault", "front-matter.toml")).unwrap();
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.and_then(|rest| rest.strip_prefix(" = ")).unwrap()
    };
    assert_eq!(value("title"), format!("{:?}", vault::VAULT.title()));
    markdown::Options {
        front_matter: Some(markdown::FrontMatter {
            description: serde_json::from_str(value("description")).unwrap(),
            sidebar_position: serde_json::from_str(value("sidebar_position")).unwrap(),
        }),
    }
}

#[test]
fn the_documents_are_current() {
    let plain = markdown::Options::default();
    are_current("skills", &skills::errors::SKILLS, &plain);
    are_current("accounts", &accounts::errors::ACCOUNTS, &plain);
    are_current("hosting", &hosting::HOSTING, &plain);
    are_current("vault", &vault::VAULT, &vault_options());
}

#[test]
fn the_pages_say_what_was_written_by_hand() {
    let plain = markdown::Options::default();
    facts::are_on("skills", &markdown(&skills::errors::SKILLS, &plain));
    facts::are_on("accounts", &markdown(&accounts::errors::ACCOUNTS, &plain));
    facts::are_on("hosting", &markdown(&hosting::HOSTING, &plain));
    facts::are_on("vault", &markdown(&vault::VAULT, &vault_options()));
}

/// Written for `.ci/pages` as well, with the form of `OpenAPI` that is not committed.
#[test]
fn folders_of_pages_lead_to_each_other() {
    let catalogs: [(&str, &'static Catalog); 4] = [
        ("skills", &skills::errors::SKILLS),
        ("accounts", &accounts::errors::ACCOUNTS),
        ("hosting", &hosting::HOSTING),
        ("vault", &vault::VAULT),
    ];
    for (service, catalog) in catalogs {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("pages")
            .join(service);
        let files = html::files(catalog);
        for file in &files {
            let path = folder.join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.text).unwrap();
        }
        let one_of = openapi::Options {
            one_of: true,
            ..openapi::Options::default()
        };
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
