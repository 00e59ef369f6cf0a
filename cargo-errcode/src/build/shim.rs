//! The shim: a small package below the target folder that depends on a service and on the errcode it is built with, and
//! whose program hands the catalog over.

use std::path::PathBuf;

use cargo_metadata::camino::Utf8Path;
use toml::{Table, Value};

use crate::failure::Failure;
use crate::files;
use crate::options::Build;
use crate::workspace::facade::Facade;
use crate::workspace::package::Package;

/// How the shim calls the facade, which may be as the service's library is called.
const FACADE: &str = "errcode_of_the_shim";

/// A shim that is written down.
#[derive(Debug)]
pub(crate) struct Shim {
    pub(crate) manifest: PathBuf,
    /// The name of its program.
    pub(crate) program: String,
}

/// The folder below the target folder in which things are made for a package.
pub(crate) fn folder(package: &Package) -> PathBuf {
    let folder = package.target.join("errcode").join(package.name());
    folder.into_std_path_buf()
}

/// Writes the shim of a package whose catalog is at `path` in its library.
pub(crate) fn write(
    package: &Package,
    path: &str,
    facade: &Facade,
    build: &Build,
) -> Result<Shim, Failure> {
    let folder = folder(package);
    let program = format!("errcode-shim-{}", package.name());
    let root = package.workspace.join("Cargo.toml");
    let workspace = files::read(root.as_std_path())?;
    let workspace: Table = workspace
        .parse()
        .map_err(|why| Failure::new(format!("`{root}` is not TOML")).note(why))?;
    let manifest = manifest(package, &program, facade, build, &workspace);
    files::write(&folder.join("Cargo.toml"), &manifest.to_string())?;
    files::write(&folder.join("src").join("main.rs"), &main(path))?;
    write_lock(package, &folder)?;
    Ok(Shim {
        manifest: folder.join("Cargo.toml"),
        program,
    })
}

/// The versions of the workspace. Cargo adds to the shim's copy what errcode's documents need, so that it is
/// copied again only when the workspace's has changed. What it was copied from is noted last: a copy that was
/// interrupted is made again.
fn write_lock(package: &Package, folder: &std::path::Path) -> Result<(), Failure> {
    let lock = package.workspace.join("Cargo.lock");
    let Some(lock) = files::read_if_there(lock.as_std_path())? else {
        return Ok(());
    };
    let noted = folder.join("workspace.lock");
    if files::read_if_there(&noted)?.as_ref() != Some(&lock) {
        files::write(&folder.join("Cargo.lock"), &lock)?;
        files::write(&noted, &lock)?;
    }
    Ok(())
}

fn main(path: &str) -> String {
    format!(
        "//! Made by `cargo errcode`: hands the catalog of a library over.

static CATALOG: &{FACADE}::Catalog = &{path};

fn main() {{
    {FACADE}::docs::hook(CATALOG);
}}
"
    )
}

fn manifest(
    package: &Package,
    program: &str,
    facade: &Facade,
    build: &Build,
    workspace: &Table,
) -> Table {
    let mut shim = Table::new();
    // What nightly features the profiles need.
    if let Some(features) = workspace.get("cargo-features") {
        shim.insert("cargo-features".to_owned(), features.clone());
    }
    let mut about = Table::new();
    about.insert("name".to_owned(), program.into());
    about.insert("version".to_owned(), "0.0.0".into());
    about.insert(
        "edition".to_owned(),
        package.manifest.edition.as_str().into(),
    );
    if let Some(version) = &package.manifest.rust_version {
        about.insert("rust-version".to_owned(), version.to_string().into());
    }
    about.insert("publish".to_owned(), false.into());
    shim.insert("package".to_owned(), about.into());

    let mut dependencies = Table::new();
    dependencies.insert(package.name().to_owned(), service(package, build).into());
    dependencies.insert(FACADE.to_owned(), facade.dependency.clone().into());
    shim.insert("dependencies".to_owned(), dependencies.into());

    // A workspace of its own, which resolves and compiles as the service's does.
    let mut own = Table::new();
    let resolver = workspace.get("workspace").and_then(|w| w.get("resolver"));
    let resolver = resolver.or_else(|| workspace.get("package")?.get("resolver"));
    if let Some(resolver) = resolver {
        own.insert("resolver".to_owned(), resolver.clone());
    }
    shim.insert("workspace".to_owned(), own.into());
    for key in ["patch", "replace", "profile"] {
        if let Some(value) = workspace.get(key) {
            let mut value = value.clone();
            if key != "profile" {
                make_paths_absolute(&mut value, &package.workspace);
            }
            shim.insert(key.to_owned(), value);
        }
    }
    shim
}

/// The service as a dependency, with the features that are asked for.
fn service(package: &Package, build: &Build) -> Table {
    let folder = package.folder().to_string_lossy();
    let mut features: Vec<&str> = package.features.iter().map(String::as_str).collect();
    if build.all_features {
        features.extend(package.manifest.features.keys().map(String::as_str));
    }
    let mut service = Table::new();
    service.insert("path".to_owned(), folder.as_ref().into());
    service.insert("features".to_owned(), features.into());
    service.insert(
        "default-features".to_owned(),
        (!build.no_default_features).into(),
    );
    service
}

/// Makes every `path` in a table of dependencies, or in tables of such, absolute.
fn make_paths_absolute(value: &mut Value, folder: &Utf8Path) {
    let Value::Table(table) = value else {
        return;
    };
    for (key, value) in table {
        match value {
            Value::String(path) if key == "path" => *path = folder.join(&*path).into_string(),
            _ => make_paths_absolute(value, folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use toml::{Table, Value};

    use super::make_paths_absolute;

    #[test]
    fn patches_are_found_from_elsewhere() {
        let table = "
            [crates-io]
            errcode = { path = '../errcode' }
            serde = { git = 'https://example.com/serde' }
            [crates-io.log]
            path = '/elsewhere/log'
        ";
        let mut value = Value::Table(table.parse::<Table>().unwrap());
        make_paths_absolute(&mut value, "/work space".into());
        assert_eq!(
            value["crates-io"]["errcode"]["path"].as_str(),
            Some("/work space/../errcode")
        );
        assert_eq!(
            value["crates-io"]["log"]["path"].as_str(),
            Some("/elsewhere/log")
        );
        assert_eq!(value["crates-io"]["serde"].as_table().unwrap().len(), 1);
    }
}
