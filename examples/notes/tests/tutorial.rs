//! The files in the tutorial of the guide are those of this package.

const TUTORIAL: &str = include_str!("../../../docs/src/tutorial.md");

/// The block of code after a line with the name of a file.
fn block(file: &str) -> &'static str {
    let (_, rest) = TUTORIAL
        .split_once(&format!("`{file}`:\n\n```"))
        .unwrap_or_else(|| panic!("the tutorial has no block of {file}"));
    let (_, block) = rest.split_once('\n').unwrap();
    block.split_once("```\n").unwrap().0
}

#[test]
fn the_sources_are_those_of_this_package() {
    assert_eq!(block("src/errors.rs"), include_str!("../src/errors.rs"));
    assert_eq!(block("src/lib.rs"), include_str!("../src/lib.rs"));
    assert_eq!(block("src/main.rs"), include_str!("../src/main.rs"));
    assert_eq!(block("tests/errors.rs"), include_str!("errors.rs"));
}

#[test]
fn the_manifest_has_the_lines_of_this_package() {
    let manifest = include_str!("../Cargo.toml").replace("../..", "../errcode");
    for line in block("Cargo.toml").lines() {
        assert!(manifest.lines().any(|known| known == line), "{line}");
    }
}
