//! Documents beside the files that are there: the differences, and pages that are left over.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use errcode_docs::{File, Form};
use similar::{ChangeTag, TextDiff};

use crate::failure::Failure;
use crate::files;
use crate::terminal::report::{self, ERROR, GOOD, HEADING, styled};

/// Whether the files of a document are there and say what they should. Prints what they say instead.
pub(super) fn are_current(files: &[File], folder: &Path) -> Result<bool, Failure> {
    let mut is_current = true;
    for file in files {
        let path = folder.join(&file.path);
        let old = files::read_if_there(&path)?.map(|old| old.replace("\r\n", "\n"));
        if old.as_deref() != Some(&file.text) {
            is_current = false;
            report::print(&difference(
                &files::shown(&path),
                old.as_deref(),
                &file.text,
            ))?;
        }
    }
    Ok(is_current)
}

/// Pages in the folder of a document that are none of its files, and that this tool wrote once: whatever else is
/// there is not its business.
pub(super) fn left_over(
    form: Form,
    files: &[File],
    folder: &Path,
    path: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let folder_of_pages = folder.join(path);
    let (pages, extension, marks) = match form {
        Form::Html => (folder_of_pages.join("errors"), "html", OF_HTML),
        Form::Markdown => (folder_of_pages, "md", OF_MARKDOWN),
        _ => return Ok(Vec::new()),
    };
    if !path.ends_with('/') || !pages.is_dir() {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let cannot =
        |path: &Path, why| Failure::new(format!("can't read `{}`: {why}", files::shown(path)));
    let mut left = Vec::new();
    for entry in fs::read_dir(&pages).map_err(|why| cannot(&pages, why))? {
        let page = entry.map_err(|why| cannot(&pages, why))?.path();
        let is_page = page.extension().is_some_and(|own| own == extension) && page.is_file();
        if !is_page || known.contains(&page) {
            continue;
        }
        let text = fs::read(&page).map_err(|why| cannot(&page, why))?;
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        if marks.iter().all(|mark| text.contains(mark)) {
            left.push(page);
        }
    }
    left.sort();
    Ok(left)
}

/// What every page of a code has, and a page of all errors has not: the way back to them.
const OF_HTML: [&str; 2] = ["\">Skip to the errors</a>", "index.html\">All errors</a>"];

/// What every page of a group has, and a page of all errors has not: their headings are lower.
const OF_MARKDOWN: [&str; 2] = [" | HTTP status |", "\"></a>\n\n## `"];

/// What is said of a page that is left over.
pub(super) fn left(page: &Path) -> String {
    format!(
        "{} `{}` is of an earlier catalog; delete it",
        styled(ERROR, "left over:"),
        files::shown(page)
    )
}

/// The difference, as `diff -u` prints it.
fn difference(path: &str, old: Option<&str>, new: &str) -> String {
    let Some(old) = old else {
        return format!("{} `{path}` is not there\n", styled(ERROR, "missing:"));
    };
    let mut text = String::new();
    let _ = writeln!(text, "{}", styled(HEADING, format!("--- {path}")));
    let _ = writeln!(text, "{}", styled(HEADING, "+++ as the catalog says"));
    let diff = TextDiff::from_lines(old, new);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(text, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let line = report::plain(change.value().trim_end_matches('\n'));
            let line = match change.tag() {
                ChangeTag::Delete => styled(ERROR, format!("-{line}")),
                ChangeTag::Insert => styled(GOOD, format!("+{line}")),
                ChangeTag::Equal => format!(" {line}"),
            };
            text.push_str(&line);
            text.push('\n');
            if change.missing_newline() {
                text.push_str("\\ No newline at end of file\n");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn as_diff_prints_it() {
        let text = difference("a.md", Some("one\ntwo\n"), "one\n2\n");
        assert_eq!(
            anstream::adapter::strip_str(&text).to_string(),
            "--- a.md\n+++ as the catalog says\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"
        );
        let text = difference("a.md", None, "one\n");
        assert_eq!(
            anstream::adapter::strip_str(&text).to_string(),
            "missing: `a.md` is not there\n"
        );
    }
}
