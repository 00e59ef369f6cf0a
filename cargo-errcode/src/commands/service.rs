//! A service whose errors are asked for: its name, its settings, and its catalog once it is needed.

use std::path::PathBuf;

use errcode_docs::Document;

use crate::build::catalog;
use crate::failure::Failure;
use crate::files;
use crate::options::{Build, Source};
use crate::workspace::catalog_file;
use crate::workspace::package::{self, Package};
use crate::workspace::settings::Settings;

/// A service whose errors are asked for.
#[derive(Debug)]
pub(crate) struct Service {
    /// The name of the package, or of the file.
    pub(crate) name: String,
    /// Where its files are.
    pub(crate) folder: PathBuf,
    pub(crate) settings: Settings,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    File(PathBuf),
    Package(Box<Package>, Build),
}

impl Service {
    /// The services that the command line asks for; at least one. Nothing is built yet.
    pub(crate) fn select(source: &Source) -> Result<Vec<Self>, Failure> {
        if let Some(file) = &source.catalog {
            return Ok(vec![Self {
                name: files::shown(file),
                folder: PathBuf::new(),
                settings: Settings::default(),
                origin: Origin::File(file.clone()),
            }]);
        }
        let packages = package::select(source)?.into_iter().map(|package| Self {
            name: package.name().to_owned(),
            folder: package.folder().to_owned(),
            settings: package.settings.clone(),
            origin: Origin::Package(Box::new(package), source.build.clone()),
        });
        Ok(packages.collect())
    }

    /// What the catalog says. A package is built for it.
    pub(crate) fn document(&self) -> Result<Document, Failure> {
        match &self.origin {
            Origin::File(file) => Ok(catalog_file::read(file)?.document().clone()),
            Origin::Package(package, build) => catalog::document(package, build),
        }
    }
}
