//! Stores the files of skills.

use std::collections::HashMap;
use std::path::PathBuf;
use std::{fs, io};

/// The maximum size of a file, in bytes.
pub const FILE_LIMIT: usize = 100 * 1024;

/// Stores the files of skills.
#[derive(Debug)]
pub enum Storage {
    /// In memory, until the service ends.
    Memory(HashMap<String, Vec<u8>>),
    /// In a folder that exists.
    Folder(PathBuf),
}

impl Default for Storage {
    fn default() -> Self {
        Self::Memory(HashMap::new())
    }
}

impl Storage {
    /// Stores one version of a skill.
    ///
    /// # Errors
    ///
    /// If the file can't be written.
    pub fn keep(&mut self, slug: &str, version: u32, file: Vec<u8>) -> io::Result<()> {
        let name = file_name(slug, version);
        match self {
            Self::Memory(files) => {
                files.insert(name, file);
                Ok(())
            }
            Self::Folder(folder) => fs::write(folder.join(name), file),
        }
    }

    /// Reads one version of a skill.
    ///
    /// # Errors
    ///
    /// If the file can't be read.
    pub fn read(&self, slug: &str, version: u32) -> io::Result<Vec<u8>> {
        let name = file_name(slug, version);
        match self {
            Self::Memory(files) => files
                .get(&name)
                .cloned()
                .ok_or_else(|| io::ErrorKind::NotFound.into()),
            Self::Folder(folder) => fs::read(folder.join(name)),
        }
    }
}

/// The name of a file. A slug has no character with a meaning in paths.
fn file_name(slug: &str, version: u32) -> String {
    format!("{slug}-{version}.skill")
}
