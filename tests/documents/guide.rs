//! The guide: every page is in the table of contents, every link leads somewhere, and the page of compile errors has the errors
//! of `tests/ui`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src")
}

/// The pages of the guide by their path.
fn pages() -> Vec<(PathBuf, String)> {
    let mut pages = Vec::new();
    for folder in [folder(), folder().join("frameworks")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(&path).unwrap();
                pages.push((path, text));
            }
        }
    }
    pages
}

/// The text without blocks of code.
fn prose(text: &str) -> String {
    let blocks = text.split("```").step_by(2);
    blocks.collect()
}

/// The targets of the links in a page.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let after = prose.split("](").skip(1);
    after
        .filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()))
        .collect()
}

/// The anchors of a page's headings, as mdBook and GitHub make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let prose = prose(text);
    let headings = prose
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' '));
    headings
        .map(|heading| {
            let kept = heading.to_lowercase();
            let kept = kept
                .chars()
                .filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
            kept.collect::<String>().replace(' ', "-")
        })
        .collect()
}

#[test]
fn every_page_is_in_the_table_of_contents() {
    let summary = fs::read_to_string(folder().join("SUMMARY.md")).unwrap();
    let listed: BTreeSet<PathBuf> = links(&summary)
        .into_iter()
        .map(|link| folder().join(link))
        .collect();
    let written: BTreeSet<PathBuf> = pages()
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| !path.ends_with("SUMMARY.md"))
        .collect();
    assert_eq!(listed, written);
}

#[test]
fn every_link_leads_to_a_page_and_a_heading() {
    for (path, text) in pages() {
        for link in links(&text).iter().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                path.clone()
            } else {
                path.parent().unwrap().join(file)
            };
            let there = fs::read_to_string(&target)
                .unwrap_or_else(|_| panic!("{}: {link} leads nowhere", path.display()));
            assert!(
                anchor.is_empty() || anchors(&there).contains(anchor),
                "{}: {link} leads to no heading",
                path.display()
            );
        }
    }
}

/// The texts in the first column of the tables of errors, split where a name or a value stands.
fn listed() -> Vec<Vec<String>> {
    let page = fs::read_to_string(folder().join("compile-errors.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ``"));
    rows.map(|row| {
        let (text, _) = row.split_once("``").unwrap();
        text.trim_end().split('…').map(str::to_owned).collect()
    })
    .collect()
}

/// Whether an error begins with the parts of a text, in their order, with something between them.
fn is_of(error: &str, parts: &[String]) -> bool {
    let Some(mut rest) = error.strip_prefix(parts[0].as_str()) else {
        return false;
    };
    parts[1..].iter().all(|part| {
        let found = rest.find(part.as_str());
        rest = found.map_or(rest, |at| &rest[at + part.len()..]);
        found.is_some()
    })
}

/// The first lines of all errors in `tests/ui`.
fn errors() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut errors = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_none_or(|extension| extension != "stderr")
        {
            continue;
        }
        for line in fs::read_to_string(path).unwrap().lines() {
            let Some((_, text)) = line
                .strip_prefix("error")
                .and_then(|line| line.split_once(": "))
            else {
                continue;
            };
            let text = text.strip_prefix("evaluation panicked: ").unwrap_or(text);
            errors.insert(text.to_owned());
        }
    }
    errors
}

#[test]
fn the_page_of_compile_errors_has_every_error() {
    let listed = listed();
    let missing: Vec<String> = errors()
        .into_iter()
        .filter(|error| !listed.iter().any(|parts| is_of(error, parts)))
        .collect();
    assert!(
        missing.is_empty(),
        "not in `docs/src/compile-errors.md`:\n{}",
        missing.join("\n")
    );
}

#[test]
fn the_page_of_compile_errors_has_no_other_error() {
    let errors = errors();
    for parts in listed() {
        assert!(
            errors.iter().any(|error| is_of(error, &parts)),
            "no file of `tests/ui` gives the error `{}`",
            parts.join("…")
        );
    }
}
