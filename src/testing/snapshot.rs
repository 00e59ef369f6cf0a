//! All examples of a catalog as one text, and its comparison with a file.

use std::fs;
use std::path::Path;

use bytes::Bytes;
use errcode_core::format::FormatVtable;
use errcode_core::{Catalog, Context, EntryDoc, render};
use http::Response;

use super::difference;
use super::received::Received;

/// The environment variable that lets [`assert_snapshot`] write its file.
const UPDATE: &str = "ERRCODE_UPDATE";

/// The response of every example in a catalog, as a text that changes only if a response does: status, headers and
/// body, by type and variant. An entry without an example says so.
///
/// Compare it with [`assert_snapshot`], or give it to a crate for snapshots: `insta::assert_snapshot!(snapshot(&SKILLS))`.
///
/// ```
/// # use errcode::ApiError;
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     #[error("slug `{slug}` is taken")]
///     #[api(status = 409, code = "SLUG_TAKEN", example(Self::SlugTaken { slug: "pdf".into() }))]
///     SlugTaken {
///         #[api(public)]
///         slug: String,
///     },
/// }
///
/// errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let text = errcode::testing::snapshot(&SKILLS);
/// let (head, body) = text.rsplit_once("\n\n").unwrap();
/// assert_eq!(
///     head,
///     "# Skill error\n\n## SlugTaken: SLUG_TAKEN\n\n409 Conflict\ncontent-type: application/json"
/// );
/// assert_eq!(
///     body,
///     "{\"code\":\"SLUG_TAKEN\",\"detail\":\"slug `pdf` is taken\",\"details\":{\"slug\":\"pdf\"}}\n"
/// );
/// ```
pub fn snapshot(catalog: &'static Catalog) -> String {
    let mut parts = Vec::new();
    for (of_type, format, decides) in catalog.types_with_formats() {
        parts.push(format!("# {}\n", of_type.title()));
        for variant in of_type.entries() {
            let own = variant.own_format().filter(|_| decides);
            parts.push(format!(
                "## {}: {}\n",
                variant.name(),
                variant.entry().code()
            ));
            parts.extend(examples(&variant, own.unwrap_or(format)));
        }
    }
    parts.join("\n")
}

/// The examples of an entry in a format.
fn examples(variant: &EntryDoc, format: &'static FormatVtable) -> Vec<String> {
    let mut examples = Vec::new();
    variant.examples(|caption, error| {
        let response: Response<Bytes> = render(error, format, &Context::new());
        let caption = match caption {
            "" => String::new(),
            caption => format!("{caption}:\n\n"),
        };
        examples.push(format!("{caption}{}", Received::made(&response)));
    });
    if examples.is_empty() {
        examples.push("(no example)\n".to_owned());
    }
    examples
}

/// Asserts that the [`snapshot`] of a catalog is the text of a file.
///
/// The path is relative to the package, where cargo runs the tests. To write the file, run the test with
/// `ERRCODE_UPDATE=1`, then look at the difference and commit it.
///
/// ```no_run
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
/// #[test]
/// fn the_responses_are_as_committed() {
///     errcode::testing::assert_snapshot(&SKILLS, "tests/errors.txt");
/// }
/// ```
///
/// # Panics
///
/// If the text is another one, or the file can't be read or written.
#[track_caller]
pub fn assert_snapshot(catalog: &'static Catalog, path: impl AsRef<Path>) {
    compare(catalog, path.as_ref(), std::env::var_os(UPDATE).is_some());
}

/// Compares a file with the snapshot of a catalog, or writes it.
#[track_caller]
fn compare(catalog: &'static Catalog, path: &Path, update: bool) {
    let (now, shown) = (snapshot(catalog), path.display());
    if update {
        if let Err(error) = write(path, &now) {
            panic!("can't write {shown}: {error}");
        }
        return;
    }
    let committed = match fs::read_to_string(path) {
        // Git may have written other line ends.
        Ok(text) => text.replace("\r\n", "\n"),
        Err(error) => {
            panic!("can't read {shown}: {error}. Run the test with {UPDATE}=1 to write it.")
        }
    };
    assert!(
        committed == now,
        "the responses of the catalog `{}` are not those of {shown} (- the file, + now):\n{}\nIf that is \
         right, run the test with {UPDATE}=1.",
        catalog.title(),
        difference::of_lines(&committed, &now)
    );
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_writes_the_file_in_a_new_folder() {
        let folder = std::env::temp_dir().join(format!("errcode-{}", std::process::id()));
        let path = folder.join("new").join("errors.txt");
        compare(Catalog::EMPTY, &path, true);
        assert_eq!(fs::read_to_string(&path).unwrap(), "");
        compare(Catalog::EMPTY, &path, false);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    #[should_panic(expected = "can't write ")]
    fn an_update_that_fails() {
        // No folder has this name, because it is the file of the crate.
        compare(Catalog::EMPTY, Path::new("Cargo.toml/errors.txt"), true);
    }
}
