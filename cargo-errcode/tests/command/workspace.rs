//! Several services of one workspace: what is said names the one that it is said of.

use crate::fixture::{Fixture, errcode};

const MEMBERS: [&str; 2] = ["cli-north", "cli-south"];

/// Two packages, each with one code, which is the same.
fn two(name: &str) -> Fixture {
    let mut files = vec![(
        "Cargo.toml".to_owned(),
        format!("[workspace]\nresolver = \"3\"\nmembers = {MEMBERS:?}\n"),
    )];
    for member in MEMBERS {
        let library = member.replace('-', "_");
        let manifest = format!(
            "[package]\nname = \"{member}\"\nedition = \"2024\"\n[dependencies]\n{}
[package.metadata.errcode]\ncatalog = \"{library}::ERRORS\"\n",
            errcode()
        );
        let code = format!(
            "/// Closed in the {member}.
#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[error(\"closed\")]
#[api(status = 503, code = \"CLOSED\")]
pub struct Closed;
errcode::catalog! {{ pub static ERRORS: Catalog = {{ title: \"Shop\", types: [Closed] }}; }}
"
        );
        files.push((format!("{member}/Cargo.toml"), manifest));
        files.push((format!("{member}/src/lib.rs"), code));
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    Fixture::new(name, &files)
}

#[test]
fn each_is_named() {
    let fixture = two("two-services");
    let text = fixture.run(&["explain", "--workspace", "CLOSED"]).fine();
    let heads: Vec<&str> = text
        .split("\n\n")
        .filter(|part| part.contains("CLOSED: 503"))
        .map(|part| part.trim_start().split('\n').next().unwrap())
        .collect();
    assert_eq!(heads, MEMBERS, "{text}");
    let text = fixture.run(&["explain", "-p", MEMBERS[0], "CLOSED"]).fine();
    assert!(text.starts_with("CLOSED: 503"), "{text}");
}
