//! Several services in one workspace: the output names each.

use crate::fixture::{Fixture, errcode};

/// Two packages with one code each, the same.
fn two(name: &str, members: [&str; 2]) -> Fixture {
    let mut files = vec![(
        "Cargo.toml".to_owned(),
        format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
    )];
    for member in members {
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
    let members = ["cli-north", "cli-south"];
    let fixture = two("two-services", members);
    let text = fixture.run(&["explain", "--workspace", "CLOSED"]).fine();
    let heads: Vec<&str> = text
        .split("\n\n")
        .filter(|part| part.contains("CLOSED: 503"))
        .map(|part| part.trim_start().split('\n').next().unwrap())
        .collect();
    assert_eq!(heads, members, "{text}");
    let text = fixture.run(&["explain", "-p", members[0], "CLOSED"]).fine();
    assert!(text.starts_with("CLOSED: 503"), "{text}");
}

#[test]
fn a_missing_lock_file_does_not_hide_the_changes_of_others() {
    let [east, west] = ["cli-east", "cli-west"];
    let fixture = two("two-locks", [east, west]);
    fixture.run(&["check", "--update", "-p", west]).fine();
    fixture.replace(&format!("{west}/src/lib.rs"), "503", "429");
    let check = fixture.run(&["check", "--workspace"]);
    check.says(&format!(
        "error: `{east}/errcode.lock.json` does not exist\n\
         help: run `cargo errcode check --update` to write it, and commit it"
    ));
    assert!(
        check.out.starts_with(&format!("{west}\nbreaking ")),
        "{check:?}"
    );
    assert_eq!(check.code, 2);
    fixture.run(&["check", "--workspace", "--update"]).fine();
    fixture.run(&["check", "--workspace"]).fine();
}
