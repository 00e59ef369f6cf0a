//! Documents beside the files that are there: the differences, and pages that are left over.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use errcode_docs::{File, Form};
use similar::{ChangeTag, TextDiff};

use crate::failure::Failure;
use crate::files;
use crate::report::{self, ERROR, GOOD, HEADING, styled};

/// Whether the files of a document are there and say what they should. Prints what they say instead.
pub(super) fn are_current(
    form: Form,
    files: &[File],
    folder: &Path,
    path: &str,
) -> Result<bool, Failure> {
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
    for page in left_over(form, files, folder, path)? {
        is_current = false;
        report::print(&format!(
            "{} {}\n",
            styled(ERROR, "left over:"),
            gone(&page)
        ))?;
    }
    Ok(is_current)
}

/// Pages in the folder of codes, which holds nothing else, that no code has.
pub(super) fn left_over(
    form: Form,
    files: &[File],
    folder: &Path,
    path: &str,
) -> Result<Vec<PathBuf>, Failure> {
    if form != Form::Html || !path.ends_with('/') {
        return Ok(Vec::new());
    }
    let errors = folder.join(path).join("errors");
    if !errors.is_dir() {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let cannot = |why| Failure::new(format!("can't read `{}`: {why}", files::shown(&errors)));
    let mut left = Vec::new();
    for entry in fs::read_dir(&errors).map_err(cannot)? {
        let page = entry.map_err(cannot)?.path();
        if page
            .extension()
            .is_some_and(|extension| extension == "html")
            && !known.contains(&page)
        {
            left.push(page);
        }
    }
    left.sort();
    Ok(left)
}

/// What is said of a page that is left over.
pub(super) fn gone(page: &Path) -> String {
    format!(
        "`{}` is of a code that is gone; delete it, or redirect it",
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
