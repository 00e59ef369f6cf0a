//! Finds the errcode that a package is built with, so that the shim depends on the same one.

use std::collections::{HashMap, HashSet};

use cargo_metadata::{DependencyKind, Metadata, Node, Package, PackageId};
use percent_encoding::percent_decode_str;
use toml::{Table, Value};

use crate::failure::Failure;

/// The name of the errcode package.
pub(crate) const NAME: &str = "errcode";

/// The errcode of a package.
#[derive(Debug)]
pub(crate) struct Facade {
    /// The dependency on it, as in a `Cargo.toml`.
    pub(crate) dependency: Table,
    /// The key of the dependency in the package's `Cargo.toml`, if it depends on errcode directly.
    pub(crate) key: Option<String>,
}

/// Finds the errcode that a package is built with: first in its own dependencies, then in theirs.
pub(crate) fn find(metadata: &Metadata, package: &Package) -> Result<Facade, Failure> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: HashMap<&PackageId, &Node> = nodes.map(|node| (&node.id, node)).collect();
    let (mut seen, mut level) = (HashSet::from([&package.id]), vec![&package.id]);
    while !level.is_empty() {
        level = level
            .iter()
            .filter_map(|id| nodes.get(id))
            .flat_map(|node| normal_dependencies(node))
            .filter(|id| seen.insert(id))
            .collect();
        let found: Vec<&Package> = level
            .iter()
            .map(|id| &metadata[*id])
            .filter(|p| is_facade(p))
            .collect();
        match found[..] {
            [] => {}
            [facade] => {
                return Ok(Facade {
                    dependency: dependency(facade)?,
                    key: key(package),
                });
            }
            _ => {
                let ids = found.iter().map(|found| format!("`{}`", found.id.repr));
                return Err(Failure::new(format!(
                    "package `{}` is built with several versions of {NAME}: {}",
                    package.name,
                    ids.collect::<Vec<_>>().join(", ")
                ))
                .help(format!(
                    "add the {NAME} that declares the catalog to the dependencies of `{}` itself",
                    package.name
                )));
            }
        }
    }
    Err(missing(package))
}

fn missing(package: &Package) -> Failure {
    let failure = Failure::new(format!(
        "package `{}` does not depend on {NAME}",
        package.name
    ));
    let optional = package
        .dependencies
        .iter()
        .any(|d| d.name == NAME && d.optional);
    if optional {
        failure.help(format!(
            "{NAME} is an optional dependency: enable its feature with `--features`"
        ))
    } else {
        failure.help(format!(
            "add it to the `[dependencies]` of `{}`",
            package.manifest_path
        ))
    }
}

/// The dependencies of a package, without those of build scripts and tests.
fn normal_dependencies(node: &Node) -> impl Iterator<Item = &PackageId> {
    let normal = node.deps.iter().filter(|dep| {
        let mut kinds = dep.dep_kinds.iter();
        kinds.any(|kind| kind.kind == DependencyKind::Normal)
    });
    normal.map(|dep| &dep.pkg)
}

/// Whether this is our errcode, and not another package of that name.
fn is_facade(package: &Package) -> bool {
    let core = format!("{NAME}-core");
    package.name.as_str() == NAME
        && package.features.contains_key("docs")
        && package
            .dependencies
            .iter()
            .any(|dependency| dependency.name == core)
}

/// The key of the dependency on errcode in the package's `Cargo.toml`.
fn key(package: &Package) -> Option<String> {
    let mut dependencies = package.dependencies.iter();
    let own = dependencies
        .find(|dependency| dependency.name == NAME && dependency.kind == DependencyKind::Normal)?;
    Some(own.rename.clone().unwrap_or_else(|| own.name.clone()))
}

/// The name of errcode in the package's code, if the package depends on it directly.
pub(crate) fn name_in_code(package: &Package) -> Option<String> {
    key(package).map(|key| key.replace('-', "_"))
}

/// A dependency on exactly this package, from the same source.
fn dependency(facade: &Package) -> Result<Table, Failure> {
    let mut table = Table::new();
    let mut set = |key: &str, value: &str| table.insert(key.to_owned(), Value::from(value));
    set("package", &facade.name);
    match &facade.source {
        None => {
            let folder = facade
                .manifest_path
                .parent()
                .map_or("", |folder| folder.as_str());
            set("path", folder);
        }
        Some(source) => {
            set_source(&source.repr, &facade.version.to_string(), &mut set).ok_or_else(|| {
                Failure::new(format!(
                    "{NAME} comes from an unsupported source: `{}`",
                    source.repr
                ))
            })?;
        }
    }
    table.insert("features".to_owned(), Value::from(vec!["docs"]));
    table.insert("default-features".to_owned(), Value::from(false));
    Ok(table)
}

/// Translates a source in the form of `cargo metadata` to the keys of a dependency.
fn set_source<R>(source: &str, version: &str, mut set: impl FnMut(&str, &str) -> R) -> Option<()> {
    if let Some(git) = source.strip_prefix("git+") {
        let url = git.split('#').next().unwrap_or(git);
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        set("git", url);
        for pair in query.split('&') {
            if let Some((key @ ("branch" | "tag" | "rev"), value)) = pair.split_once('=') {
                // A branch name may have slashes, which are `%2F` in a query.
                set(key, &percent_decode_str(value).decode_utf8_lossy());
            }
        }
        return Some(());
    }
    let index = match source.strip_prefix("registry+") {
        Some(index) => index,
        // `registry-index` takes a sparse index with its prefix.
        None if source.starts_with("sparse+") => source,
        None => return None,
    };
    set("version", &format!("={version}"));
    if index != "https://github.com/rust-lang/crates.io-index" {
        set("registry-index", index);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::set_source;

    fn keys(source: &str) -> Option<Vec<String>> {
        let mut keys = Vec::new();
        set_source(source, "0.1.0", |key, value| {
            keys.push(format!("{key} = {value}"));
        })?;
        Some(keys)
    }

    #[test]
    fn sources_as_keys_of_a_dependency() {
        let keys = |source| keys(source).unwrap().join(", ");
        assert_eq!(
            keys("registry+https://github.com/rust-lang/crates.io-index"),
            "version = =0.1.0"
        );
        assert_eq!(
            keys("sparse+https://example.com/index/"),
            "version = =0.1.0, registry-index = sparse+https://example.com/index/"
        );
        assert_eq!(
            keys("registry+https://example.com/index"),
            "version = =0.1.0, registry-index = https://example.com/index"
        );
        assert_eq!(
            keys("git+https://example.com/errcode?branch=a%2Fb#0123"),
            "git = https://example.com/errcode, branch = a/b"
        );
        assert_eq!(
            keys("git+ssh://git@example.com/e#0123"),
            "git = ssh://git@example.com/e"
        );
    }

    #[test]
    fn an_unsupported_source() {
        assert_eq!(keys("directory+file:///vendor"), None);
    }
}
