//! The page `docs/src/json.md` names every kind of change and finding, and no other.

use std::collections::BTreeSet;

const PAGE: &str = include_str!("../../../docs/src/json.md");
const CHANGES: &str = include_str!("../../src/compare/change.rs");
const FINDINGS: &str = include_str!("../../src/lint.rs");

/// The variants of an enum in a source, as they serialize.
fn variants(source: &str, name: &str) -> BTreeSet<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let lines = body.lines().map(str::trim);
    let names = lines.filter_map(|line| line.strip_suffix(','));
    let kebab = |name: &str| {
        let letters = name.char_indices();
        letters.fold(String::new(), |mut kebab, (at, letter)| {
            if at > 0 && letter.is_uppercase() {
                kebab.push('-');
            }
            kebab.extend(letter.to_lowercase());
            kebab
        })
    };
    let is_name = |name: &&str| name.chars().all(char::is_alphanumeric);
    names.filter(is_name).map(kebab).collect()
}

/// The texts in backticks.
fn codes(text: &str) -> BTreeSet<String> {
    let odd = text.split('`').skip(1).step_by(2);
    odd.map(str::to_owned).collect()
}

#[test]
fn the_page_names_every_kind() {
    let (_, kinds) = PAGE.split_once("| `kind` | what changed |\n").unwrap();
    let (kinds, _) = kinds.split_once("\n\n").unwrap();
    let cells: Vec<&str> = kinds
        .lines()
        .filter_map(|row| row.split('|').nth(1))
        .collect();
    assert_eq!(codes(&cells.join(" ")), variants(CHANGES, "ChangeKind"));

    let (_, kinds) = PAGE.rsplit_once("| `kind` |").unwrap();
    let (kinds, _) = kinds.split_once('\n').unwrap();
    assert_eq!(codes(kinds), variants(FINDINGS, "FindingKind"));
}
