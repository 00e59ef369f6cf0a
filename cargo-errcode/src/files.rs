//! Files, read and written with errors that name them.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|why| cannot("read", path, &why))?;
    Ok(without_mark(text))
}

/// The text of a file, or none if there is no such file.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(without_mark(text))),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(cannot("read", path, &why)),
    }
}

/// A text without the byte order mark that some editors put before it.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Writes a file and the folders that it is in, unless it says the same already. Tells whether it did.
pub(crate) fn write(path: &Path, text: &str) -> Result<bool, Failure> {
    // What can't be read is no text, and is written anew.
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|why| cannot("make the folder of", path, &why))?;
    fs::write(path, text).map_err(|why| cannot("write", path, &why))?;
    Ok(true)
}

fn cannot(what: &str, path: &Path, why: &std::io::Error) -> Failure {
    Failure::new(format!("can't {what} `{}`: {why}", shown(path)))
}

/// A path without `.` and `..`, by which two that lead to one place are equal.
pub(crate) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            _ => normal.push(part),
        }
    }
    normal
}

/// A path as it is to be read: relative to the current folder, where it is below it.
pub(crate) fn shown(path: &Path) -> String {
    let below = std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).ok());
    let path = below
        .filter(|below| *below != Path::new(""))
        .unwrap_or(path);
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{normal, read, read_if_there, shown};

    #[test]
    fn ways_to_one_place() {
        for (path, place) in [
            ("a.md", "a.md"),
            ("./a.md", "a.md"),
            ("/w/x/./y/../../a//b/", "/w/a/b"),
            ("../../a", "../../a"),
        ] {
            assert_eq!(normal(Path::new(path)), Path::new(place), "{path}");
        }
    }

    #[test]
    fn relative_to_here() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(
            shown(&here.join("docs").join("a.md")),
            shown(Path::new("docs/a.md"))
        );
        assert_eq!(shown(&here), here.display().to_string());
        assert_eq!(shown(Path::new("/elsewhere")), "/elsewhere");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let path = Path::new("no such file");
        assert_eq!(read_if_there(path), Ok(None));
        let failure = read(path).unwrap_err();
        assert!(
            failure.what.starts_with("can't read `no such file`: "),
            "{failure:?}"
        );
    }
}
