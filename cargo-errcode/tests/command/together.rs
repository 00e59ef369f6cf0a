//! Several commands at once on one package: they run one after the other, and each gets its own catalog.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::thread;

use fs4::FileExt;

use crate::fixture::{self, Fixture, errcode};

const LIBRARY: &str = r#"
#[derive(Debug, thiserror::Error, errcode::ApiError)]
pub enum ShopError {
    /// Closed.
    #[error("closed")]
    #[api(status = 503, code = "CLOSED")]
    Closed,
    #[cfg(feature = "one")]
    #[error("one")]
    #[api(status = 400, code = "ONE")]
    One,
    #[cfg(feature = "two")]
    #[error("two")]
    #[api(status = 400, code = "TWO")]
    Two,
}
errcode::catalog! { pub static ERRORS: Catalog = { title: "Shop", types: [ShopError] }; }
"#;

fn shop(name: &str) -> Fixture {
    let library = name.replace('-', "_");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[features]\none = []\ntwo = []\n[dependencies]\n{}
[package.metadata.errcode]\ncatalog = \"{library}::ERRORS\"\n",
        errcode()
    );
    Fixture::new(name, &[("Cargo.toml", &manifest), ("src/lib.rs", LIBRARY)])
}

#[test]
fn each_has_its_own_features() {
    let shop = shop("cli-together");
    let all_features = ["", "one", "two", "one,two", "", "one", "two", "one,two"];
    thread::scope(|scope| {
        for features in all_features {
            let shop = &shop;
            scope.spawn(move || {
                let list = shop.run(&["list", "--features", features]).fine();
                for (code, feature) in [("ONE", "one"), ("TWO", "two")] {
                    let is_asked_for = features.contains(feature);
                    assert_eq!(list.contains(code), is_asked_for, "{features}:\n{list}");
                }
            });
        }
    });
    // No temporary files are left.
    let folder = fixture::target().join("errcode").join("cli-together");
    let left = std::fs::read_dir(folder).unwrap();
    let mut left: Vec<_> = left.map(|e| e.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(
        left,
        ["Cargo.lock", "Cargo.toml", "lock", "src", "workspace.lock"]
    );
}

#[test]
fn a_waiting_command_says_so() {
    let shop = shop("cli-waiting");
    let folder = fixture::target().join("errcode").join("cli-waiting");
    std::fs::create_dir_all(&folder).unwrap();
    let lock = std::fs::File::create(folder.join("lock")).unwrap();
    FileExt::lock(&lock).unwrap();
    let mut command = fixture::command(&shop.folder, &["list"], fixture::target());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap()).lines();
    let first = stderr.next().unwrap().unwrap();
    assert_eq!(
        first,
        "    Blocking waiting for file lock on package `cli-waiting`"
    );
    assert_eq!(child.try_wait().unwrap(), None);
    drop(lock);
    stderr.for_each(drop);
    let mut list = String::new();
    let mut out = child.stdout.take().unwrap();
    out.read_to_string(&mut list).unwrap();
    assert!(list.contains("CLOSED"), "{list}");
    assert!(child.wait().unwrap().success());
}
