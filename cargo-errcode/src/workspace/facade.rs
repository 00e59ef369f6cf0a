//! Finds the very errcode that a package is built with, so that the shim depends on no other.

use std::collections::{HashMap, HashSet};

use cargo_metadata::{DependencyKind, Metadata, Node, Package, PackageId};
use percent_encoding::percent_decode_str;
use toml::{Table, Value};

use crate::failure::Failure;

/// The name of the facade's package.
pub(crate) const NAME: &str = "errcode";

/// The errcode of a package.
#[derive(Debug)]
pub(crate) struct Facade {
    /// What a manifest says to depend on it.
    pub(crate) dependency: Table,
    /// How the package itself calls it, if it depends on it directly.
    pub(crate) key: Option<String>,
}

/// Finds the errcode that a package is built with: its own dependency, else that of its dependencies.
pub(crate) fn find(metadata: &Metadata, package: &Package) -> Result<Facade, Failure> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: HashMap<&PackageId, &Node> = nodes.map(|node| (&node.id, node)).collect();
    let (mut seen, mut level) = (HashSet::from([&package.id]), vec![&package.id]);
    while !level.is_empty() {
        level = level
            .iter()
            .filter_map(|id| nodes.get(id))
            .flat_map(|node| normal(node))
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
                    "package `{}` is built with several {NAME}: {}",
                    package.name,
                    ids.collect::<Vec<_>>().join(", ")
                ))
                .help(format!(
                    "depend on the one that the catalog is made with in `{}` itself",
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
            "{NAME} is optional there: switch its feature on with `--features`"
        ))
    } else {
        failure.help(format!(
            "add it to the `[dependencies]` of `{}`",
            package.manifest_path
        ))
    }
}

/// What a package needs to run.
fn normal(node: &Node) -> impl Iterator<Item = &PackageId> {
    let normal = node.deps.iter().filter(|dep| {
        let mut kinds = dep.dep_kinds.iter();
        kinds.any(|kind| kind.kind == DependencyKind::Normal)
    });
    normal.map(|dep| &dep.pkg)
}

/// Others may have the name: ours has documents, and its core.
fn is_facade(package: &Package) -> bool {
    let core = format!("{NAME}-core");
    package.name.as_str() == NAME
        && package.features.contains_key("docs")
        && package
            .dependencies
            .iter()
            .any(|dependency| dependency.name == core)
}

/// How the package's manifest calls the facade.
fn key(package: &Package) -> Option<String> {
    let mut dependencies = package.dependencies.iter();
    let own = dependencies
        .find(|dependency| dependency.name == NAME && dependency.kind == DependencyKind::Normal)?;
    Some(own.rename.clone().unwrap_or_else(|| own.name.clone()))
}

/// How the package's code calls the facade, if the package depends on it directly.
pub(crate) fn in_code(package: &Package) -> Option<String> {
    key(package).map(|key| key.replace('-', "_"))
}

/// What a manifest says to get just this package, from just there.
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
            source_of(&source.repr, &facade.version.to_string(), &mut set).ok_or_else(|| {
                Failure::new(format!(
                    "{NAME} comes from a source that is not known: `{}`",
                    source.repr
                ))
            })?;
        }
    }
    table.insert("features".to_owned(), Value::from(vec!["docs"]));
    table.insert("default-features".to_owned(), Value::from(false));
    Ok(table)
}

/// A source as `cargo metadata` writes it, in the words of a manifest.
fn source_of<R>(source: &str, version: &str, mut set: impl FnMut(&str, &str) -> R) -> Option<()> {
    if let Some(git) = source.strip_prefix("git+") {
        let url = git.split('#').next().unwrap_or(git);
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        set("git", url);
        for pair in query.split('&') {
            if let Some((key @ ("branch" | "tag" | "rev"), value)) = pair.split_once('=') {
                // A branch's name may have slashes, which a query has as `%2F`.
                set(key, &percent_decode_str(value).decode_utf8_lossy());
            }
        }
        return Some(());
    }
    let index = match source.strip_prefix("registry+") {
        Some(index) => index,
        // A sparse index keeps its name in a manifest.
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
    use super::source_of;

    fn words(source: &str) -> Option<Vec<String>> {
        let mut words = Vec::new();
        source_of(source, "0.1.0", |key, value| {
            words.push(format!("{key} = {value}"));
        })?;
        Some(words)
    }

    #[test]
    fn sources_in_the_words_of_a_manifest() {
        let words = |source| words(source).unwrap().join(", ");
        assert_eq!(
            words("registry+https://github.com/rust-lang/crates.io-index"),
            "version = =0.1.0"
        );
        assert_eq!(
            words("sparse+https://example.com/index/"),
            "version = =0.1.0, registry-index = sparse+https://example.com/index/"
        );
        assert_eq!(
            words("registry+https://example.com/index"),
            "version = =0.1.0, registry-index = https://example.com/index"
        );
        assert_eq!(
            words("git+https://example.com/errcode?branch=a%2Fb#0123"),
            "git = https://example.com/errcode, branch = a/b"
        );
        assert_eq!(
            words("git+ssh://git@example.com/e#0123"),
            "git = ssh://git@example.com/e"
        );
    }

    #[test]
    fn a_source_of_another_kind() {
        assert_eq!(words("directory+file:///vendor"), None);
    }
}
