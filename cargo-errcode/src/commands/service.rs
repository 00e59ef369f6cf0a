//! A service that a command works on: a package of the workspace, or the catalog in a file.

use std::path::PathBuf;

use errcode_docs::Document;

use crate::build::catalog;
use crate::failure::Failure;
use crate::files;
use crate::options::{BuildOptions, Source};
use crate::workspace::catalog_file;
use crate::workspace::package::{self, Package};
use crate::workspace::settings::Settings;

/// A service that a command works on.
#[derive(Debug)]
pub(crate) struct Service {
    /// The name of the package or file.
    pub(crate) name: String,
    /// The folder that paths in the settings are relative to.
    pub(crate) folder: PathBuf,
    pub(crate) settings: Settings,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    File(PathBuf),
    Package(Box<Package>, BuildOptions),
}

impl Service {
    /// Selects the services of the command line, at least one. Builds nothing.
    pub(crate) fn select(source: &Source) -> Result<Vec<Self>, Failure> {
        if let Some(file) = &source.catalog {
            return Ok(vec![Self {
                name: files::display(file),
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

    /// Reads the catalogs of services, each with the name of its service.
    pub(crate) fn documents(services: &[Self]) -> Result<Vec<(&str, Document)>, Failure> {
        let documents = services.iter();
        let documents = documents.map(|service| Ok((service.name.as_str(), service.document()?)));
        documents.collect()
    }

    /// Reads the catalog. Builds the package if there is one.
    pub(crate) fn document(&self) -> Result<Document, Failure> {
        match &self.origin {
            Origin::File(file) => Ok(catalog_file::read(file)?.document().clone()),
            Origin::Package(package, options) => catalog::read(package, options),
        }
    }
}
