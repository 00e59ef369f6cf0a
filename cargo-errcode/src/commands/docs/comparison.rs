//! Compares documents with the existing files: differences, and pages left over from an earlier catalog.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anstyle::Style;
use errcode_docs::{File, Form};
use similar::TextDiff;

use crate::failure::Failure;
use crate::files;
use crate::terminal::report::{self, ERROR, GOOD, HEADING, escaped, styled};

/// Prints how the files of a document differ from what is expected. Returns whether they are equal.
pub(super) fn print_differences(files: &[File], folder: &Path) -> Result<bool, Failure> {
    let mut are_equal = true;
    for file in files {
        let path = folder.join(&file.path);
        let old = files::read_if_exists(&path)?.map(|old| old.replace("\r\n", "\n"));
        if old.as_deref() != Some(&file.text) {
            are_equal = false;
            report::print(&difference(
                &files::display(&path),
                old.as_deref(),
                &file.text,
            ))?;
        }
    }
    Ok(are_equal)
}

/// The pages in the folder of a document that this command wrote for an earlier catalog. Other files do not count.
pub(super) fn left_over(
    form: Form,
    files: &[File],
    folder: &Path,
    path: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let folder_of_pages = folder.join(path);
    let (pages, extension, marks) = match form {
        Form::Html => (folder_of_pages.join("errors"), "html", HTML_MARKS),
        Form::Markdown => (folder_of_pages, "md", MARKDOWN_MARKS),
        _ => return Ok(Vec::new()),
    };
    if !path.ends_with('/') || !pages.is_dir() {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let cannot = |path: &Path, error| {
        Failure::new(format!("can't read `{}`: {error}", files::display(path)))
    };
    let mut left_over = Vec::new();
    for entry in fs::read_dir(&pages).map_err(|error| cannot(&pages, error))? {
        let page = entry.map_err(|error| cannot(&pages, error))?.path();
        let is_page = page.extension().is_some_and(|end| end == extension) && page.is_file();
        if !is_page || known.contains(&page) {
            continue;
        }
        let text = fs::read(&page).map_err(|error| cannot(&page, error))?;
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        if marks.iter().all(|mark| text.contains(mark)) {
            left_over.push(page);
        }
    }
    left_over.sort();
    Ok(left_over)
}

/// Texts in every page of a code, but not in a page of all errors: the links back to that.
const HTML_MARKS: [&str; 2] = ["\">Skip to the errors</a>", "index.html\">All errors</a>"];

/// Texts in every page of a group, but not in a page of all errors, whose headings are one level lower.
const MARKDOWN_MARKS: [&str; 2] = [" | HTTP status |", "\"></a>\n\n## `"];

/// The message about a page that is left over.
pub(super) fn left_over_message(page: &Path) -> String {
    format!(
        "{} `{}` belongs to an earlier catalog; delete it",
        styled(ERROR, "left over:"),
        files::display(page)
    )
}

/// The difference in the form of `diff -u`.
fn difference(path: &str, old: Option<&str>, new: &str) -> String {
    let Some(old) = old else {
        return format!("{} `{path}` does not exist\n", styled(ERROR, "missing:"));
    };
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    let unified = escaped(&unified.header(path, "generated").to_string());
    let mut text = String::new();
    for (number, line) in unified.lines().enumerate() {
        let style = match line.as_bytes().first() {
            _ if number < 2 => HEADING,
            Some(b'-') => ERROR,
            Some(b'+') => GOOD,
            _ => Style::new(),
        };
        text.push_str(&styled(style, line));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn in_the_form_of_diff() {
        let text = difference("a.md", Some("one\ntwo\n"), "one\n2\n");
        assert_eq!(
            anstream::adapter::strip_str(&text).to_string(),
            "--- a.md\n+++ generated\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"
        );
        let text = difference("a.md", None, "one\n");
        assert_eq!(
            anstream::adapter::strip_str(&text).to_string(),
            "missing: `a.md` does not exist\n"
        );
    }
}
