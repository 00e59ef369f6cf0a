//! The documents to write, and their paths. Checks the paths before anything is built.

use std::collections::HashMap;
use std::path::PathBuf;

use errcode_docs::Form;

use crate::commands::service::Service;
use crate::failure::Failure;
use crate::files;

/// A document to write.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) form: Form,
    pub(super) destination: Destination,
}

#[derive(Debug, PartialEq)]
pub(super) enum Destination {
    StandardOutput,
    /// A path as the user wrote it, relative to a folder. A folder ends with `/`.
    Path {
        folder: PathBuf,
        path: String,
    },
}

impl Destination {
    /// The destination that `--out` names.
    pub(super) fn from_argument(path: &str) -> Self {
        if path == "-" {
            return Self::StandardOutput;
        }
        Self::Path {
            folder: PathBuf::new(),
            path: path.to_owned(),
        }
    }
}

impl Target {
    /// Refuses a path that does not suit the form.
    pub(super) fn new(form: Form, destination: Destination) -> Result<Self, Failure> {
        if let Destination::Path { folder, path } = &destination {
            if path.is_empty() {
                return Err(
                    Failure::new(format!("the path of the `{form}` document is empty"))
                        .help(format!("name a file, such as `{}`", form.file_name())),
                );
            }
            let is_folder = path.ends_with('/');
            if is_folder && !form.can_be_folder() {
                return Err(Failure::new(format!(
                    "the `{form}` document is one file, but `{path}` is a folder"
                ))
                .help(format!("name a file, such as `{path}{}`", form.file_name())));
            }
            if !is_folder && folder.join(path).is_dir() {
                let help = if form.can_be_folder() {
                    format!("write `{path}/` for several files in the folder, or name a file")
                } else {
                    format!("name a file, such as `{path}/{}`", form.file_name())
                };
                return Err(Failure::new(format!(
                    "the path `{path}` of the `{form}` document is a folder"
                ))
                .help(help));
            }
        }
        Ok(Self { form, destination })
    }
}

/// Refuses two documents with one path: the second would overwrite the first.
pub(super) fn check_distinct<'a>(
    services: impl IntoIterator<Item = (&'a Service, &'a Vec<Target>)>,
) -> Result<(), Failure> {
    let mut documents: HashMap<_, (&Service, Form)> = HashMap::new();
    for (service, targets) in services {
        for Target { form, destination } in targets {
            let Destination::Path { folder, path } = destination else {
                continue;
            };
            // Two forms can share a folder, because their files have different names.
            let form_of_folder = path.ends_with('/').then_some(*form);
            let path = files::normalized(&folder.join(path));
            let mut name = files::display(&path);
            if form_of_folder.is_some() {
                name.push('/');
            }
            if let Some((other, first)) = documents.insert((path, form_of_folder), (service, *form))
            {
                return Err(Failure::new(format!(
                    "two documents have the path `{name}`: `{first}` of package `{}` and `{form}` of package `{}`",
                    other.name, service.name
                ))
                .help("change one of the paths in `Cargo.toml`"));
            }
        }
    }
    Ok(())
}

/// The lines of `Cargo.toml` that list a document.
pub(super) fn example_setting(form: Form) -> String {
    let file = form.file_name();
    format!("  [package.metadata.errcode.docs]\n  {form} = \"docs/{file}\"")
}
