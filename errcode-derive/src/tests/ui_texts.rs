//! Misuse without rustc: for every file of `tests/ui` the macros' own errors are those that rustc
//! prints, in words and in place. This needs no certain toolchain, and no build.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, LineColumn, Span, TokenStream, TokenTree};
use quote::quote;
use syn::LitStr;

/// What an error says, where it begins, and what is underlined on its first line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    line: usize,
    column: usize,
    pub(super) text: String,
    under: String,
}

/// The errors that the macros report for a source, in order.
pub(super) fn made(source: &str) -> Vec<Report> {
    let mut found = Vec::new();
    for output in outputs(source.parse().unwrap()) {
        collect(output, source, &mut found);
    }
    found.sort_by_key(|report| (report.line, report.column));
    found
}

/// The output of the macros for every item that derives `ApiError` and every `catalog!`, at any depth.
fn outputs(stream: TokenStream) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let mut item: Vec<TokenTree> = Vec::new();
    for tree in stream {
        let inside = match &tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                Some(group.stream())
            }
            _ => None,
        };
        let ends = inside.is_some() || tree.to_string() == ";";
        item.push(tree);
        if ends {
            let item: TokenStream = std::mem::take(&mut item).into_iter().collect();
            let is_catalog = item.to_string().contains("catalog !");
            match inside {
                _ if derives(item.clone()) => found.push(crate::derive(item)),
                Some(written) if is_catalog => {
                    // The facade puts its path before what is written.
                    let root: TokenStream = quote!(errcode);
                    found.push(crate::expand::catalog_macro::catalog(
                        root.into_iter().chain(written).collect(),
                    ));
                }
                inside => found.extend(inside.into_iter().flat_map(outputs)),
            }
        }
    }
    found
}

/// Whether `#[derive(...)]` with `ApiError` in it is among the attributes.
fn derives(item: TokenStream) -> bool {
    item.into_iter().any(|tree| match tree {
        TokenTree::Group(attribute) => {
            let mut trees = attribute.stream().into_iter();
            trees
                .next()
                .is_some_and(|first| first.to_string() == "derive")
                && trees.any(|list| list.to_string().contains("ApiError"))
        }
        _ => false,
    })
}

/// Finds `::core::compile_error! { "..." }`: it begins where the error does, and ends with it.
fn collect(output: TokenStream, source: &str, found: &mut Vec<Report>) {
    let trees: Vec<TokenTree> = output.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else {
            continue;
        };
        let called = at.checked_sub(2).map(|at| trees[at].to_string());
        if called.as_deref() == Some("compile_error") {
            let text: LitStr = syn::parse2(group.stream()).unwrap();
            found.push(report(
                &text.value(),
                trees[at - 2].span(),
                group.span(),
                source,
            ));
        } else {
            collect(group.stream(), source, found);
        }
    }
}

fn report(text: &str, first: Span, last: Span, source: &str) -> Report {
    let LineColumn { line, column } = first.start();
    let words = source.lines().nth(line - 1).unwrap().chars();
    let length = match last.end() {
        end if end.line == line => end.column - column,
        _ => usize::MAX,
    };
    let under: String = words.skip(column).take(length).collect();
    Report {
        line,
        column: column + 1,
        text: spaced(text),
        under: unmarked(&under).to_owned(),
    }
}

/// A text in which tokens stand as rustc prints them, which is closer than `proc_macro2` does.
fn spaced(text: &str) -> String {
    [" (", " [", " ,", " !"]
        .iter()
        .fold(text.to_owned(), |text, loose| {
            text.replace(loose, loose.trim())
        })
}

/// What stands before the marks of a line, or after one of them.
fn unmarked(text: &str) -> &str {
    text.split("//~").next().unwrap().trim()
}

/// The errors that rustc prints and the macros made: those that have a help.
fn printed(text: &str, source: &str) -> Vec<Report> {
    let mut found = Vec::new();
    for block in text.split("\n\n") {
        let Some(block) = block.strip_prefix("error: ") else {
            continue;
        };
        let (text, place) = block.split_once("--> ").unwrap();
        let lines = text.trim_end().lines();
        let text: Vec<&str> = lines
            .map(|line| line.strip_prefix("       ").unwrap_or(line))
            .collect();
        let text = spaced(&text.join("\n"));
        if text.contains("\n  help: ") {
            let place = place.lines().next().unwrap();
            let mut numbers = place.rsplit(':').map(|number| number.parse().unwrap());
            let (column, line) = (numbers.next().unwrap(), numbers.next().unwrap());
            found.push(Report {
                line,
                column,
                text,
                under: marked(source, line, column),
            });
        }
    }
    found
}

/// The marked text that begins at a column.
fn marked(source: &str, line: usize, column: usize) -> String {
    let line = source.lines().nth(line - 1).unwrap();
    let at = line.char_indices().nth(column - 1).unwrap().0;
    let here = line[at..].trim();
    let mut marks = line.split("//~ ").skip(1).map(unmarked);
    marks
        .find(|mark| here.starts_with(mark))
        .unwrap_or_else(|| panic!("no mark for column {column} of `{line}`"))
        .to_owned()
}

pub(super) fn sources() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui");
    let entries = folder.read_dir().unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == "rs"));
    paths.sort();
    paths
}

#[test]
fn errors_are_those_that_rustc_prints() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in sources() {
        let source = fs::read_to_string(&path).unwrap();
        let text = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let (expected, found) = (printed(&text, &source), made(&source));
        count += found.len();
        if found != expected {
            wrong.push(format!(
                "{}\n  printed {expected:#?}\n  made {found:#?}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 200, "{count}");
}
