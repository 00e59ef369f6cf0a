//! Reads and writes files; every error names its file.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|error| cannot("read", path, &error))?;
    Ok(without_byte_order_mark(text))
}

/// Reads a text file; `None` if it does not exist.
pub(crate) fn read_if_exists(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(without_byte_order_mark(text))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", path, &error)),
    }
}

/// Removes the byte order mark that some editors write.
fn without_byte_order_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Writes a file, and creates its folders. Returns whether the text has changed; if not, the file is not touched.
pub(crate) fn write(path: &Path, text: &str) -> Result<bool, Failure> {
    // A file that can't be read is written too.
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| cannot("create the folder of", path, &error))?;
    replace(path, text).map_err(|error| cannot("write", path, &error))?;
    Ok(true)
}

/// Writes a file atomically: readers see the whole old text or the whole new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let Ok(old) = fs::metadata(path) else {
        return persist(path, text, None);
    };
    // A pipe or terminal can't be replaced. Writing to a read-only file fails, as it should.
    if !old.is_file() || old.permissions().readonly() {
        return fs::write(path, text);
    }
    // Replace the file behind a symbolic link, not the link.
    persist(&fs::canonicalize(path)?, text, Some(old.permissions()))
}

/// Writes a temporary file with the permissions of the old one, and renames it.
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

/// A temporary file with the permissions of an ordinary new file, to which the umask applies.
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

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("can't {what} `{}`: {error}", display(path)))
}

/// A path without `.` and `..`, so that two paths of one file are equal.
pub(crate) fn normalized(path: &Path) -> PathBuf {
    let mut normalized = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normalized.file_name().is_some() => {
                normalized.pop();
            }
            _ => normalized.push(part),
        }
    }
    normalized
}

/// A path for people: relative to the current folder if it is below it.
pub(crate) fn display(path: &Path) -> String {
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

    use super::{display, normalized, read, read_if_exists, write};

    /// The text is replaced in one step; permissions, hard links and symbolic links stay.
    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_in_one_step() {
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

        // A hard link keeps the old text.
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
    fn paths_of_one_file() {
        for (path, place) in [
            ("a.md", "a.md"),
            ("./a.md", "a.md"),
            ("/w/x/./y/../../a//b/", "/w/a/b"),
            ("../../a", "../../a"),
        ] {
            assert_eq!(normalized(Path::new(path)), Path::new(place), "{path}");
        }
    }

    #[test]
    fn displayed_relative_to_the_current_folder() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(
            display(&here.join("docs").join("a.md")),
            display(Path::new("docs/a.md"))
        );
        assert_eq!(display(&here), here.display().to_string());
        assert_eq!(display(Path::new("/elsewhere")), "/elsewhere");
    }

    #[test]
    fn a_missing_file_is_named() {
        let path = Path::new("no such file");
        assert_eq!(read_if_exists(path), Ok(None));
        let failure = read(path).unwrap_err();
        assert!(
            failure.message.starts_with("can't read `no such file`: "),
            "{failure:?}"
        );
    }
}
