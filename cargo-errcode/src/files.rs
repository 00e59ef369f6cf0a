//! Files, read and written with errors that name them.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
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
    replace(path, text).map_err(|why| cannot("write", path, &why))?;
    Ok(true)
}

/// Writes a file so that whoever reads it finds the old text or the new one, and none that is cut off.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let Ok(old) = fs::metadata(path) else {
        return persist(path, text, None);
    };
    // A pipe or a terminal can't be replaced, and a file that is not to be written should not be.
    if !old.is_file() || old.permissions().readonly() {
        return fs::write(path, text);
    }
    // What a link leads to is replaced, and not the link.
    persist(&fs::canonicalize(path)?, text, Some(old.permissions()))
}

/// Puts a file in its place when all of it is written, with the permissions of the old one.
fn persist(path: &Path, text: &str, old: Option<Permissions>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut file = new_file().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Some(old) = old {
        file.as_file().set_permissions(old)?;
    }
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// With the permissions of every new file, of which the user's mask takes some away.
#[cfg(unix)]
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn new_file() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
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

    use super::{normal, read, read_if_there, shown, write};

    /// Nothing is cut off on the way, and nothing else of the file changes.
    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_whole() {
        use std::fs::{self, Permissions};
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let [file, before, link] = ["file", "before", "link"].map(|name| folder.path().join(name));
        assert_eq!(write(&file, "old"), Ok(true));
        assert_eq!(write(&file, "old"), Ok(false));
        let other = folder.path().join("other");
        fs::write(&other, "").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&file), mode(&other));
        fs::set_permissions(&file, Permissions::from_mode(0o750)).unwrap();

        // A second name of the file still has what it had.
        fs::hard_link(&file, &before).unwrap();
        symlink("file", &link).unwrap();
        assert_eq!(write(&link, "new"), Ok(true));
        let texts = [&file, &before, &link].map(|path| fs::read_to_string(path).unwrap());
        assert_eq!(texts, ["new", "old", "new"]);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(mode(&file), 0o750);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        assert_eq!(write("/dev/null".as_ref(), "anything"), Ok(true));
    }

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
