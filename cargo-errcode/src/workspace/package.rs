//! Which packages of a workspace are meant: those on the command line, else the one of this folder.

use std::collections::BTreeSet;
use std::path::Path;

use cargo_metadata::Metadata;
use cargo_metadata::camino::Utf8PathBuf;

use super::location::{self, Place};
use super::settings::Settings;
use crate::cargo;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::suggestion;

const SAY_WHICH: &str = "say which with `-p NAME`, or take them all with `--workspace`";

/// A package with a catalog.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// What its `Cargo.toml` says.
    pub(crate) manifest: cargo_metadata::Package,
    pub(crate) settings: Settings,
    pub(crate) place: Place,
    /// Those of the features on the command line that are its own.
    pub(crate) features: Vec<String>,
    /// The folder of its workspace.
    pub(crate) workspace: Utf8PathBuf,
    /// The folder that cargo builds in.
    pub(crate) target: Utf8PathBuf,
}

impl Package {
    /// The name of the package.
    pub(crate) fn name(&self) -> &str {
        &self.manifest.name
    }

    /// The folder of the package.
    pub(crate) fn folder(&self) -> &Path {
        let path = self.manifest.manifest_path.as_std_path();
        path.parent().unwrap_or(Path::new(""))
    }
}

/// The packages that the command line asks for. Cargo is asked for the members alone, which takes no network.
pub(crate) fn select(source: &Source) -> Result<Vec<Package>, Failure> {
    let mut command = cargo::command(Path::new(""));
    command.args(["metadata", "--format-version", "1", "--no-deps"]);
    command.args(source.build.lock());
    if let Some(path) = &source.manifest_path {
        command.arg("--manifest-path").arg(path);
    }
    let metadata = cargo::metadata(&mut command)?;
    let chosen = chosen(&metadata, source)?;
    for feature in source.build.features() {
        if !chosen
            .iter()
            .any(|(package, _)| own_feature(package, feature).is_some())
        {
            return Err(no_feature(feature, &chosen));
        }
    }
    let package = |(package, settings): Chosen<'_>| {
        Ok(Package {
            place: location::of(package, &settings)?,
            features: own_features(package, source),
            manifest: package.clone(),
            settings,
            workspace: metadata.workspace_root.clone(),
            target: metadata.target_directory.clone(),
        })
    };
    chosen.into_iter().map(package).collect()
}

type Member<'a> = &'a cargo_metadata::Package;
type Chosen<'a> = (Member<'a>, Settings);

fn chosen<'a>(metadata: &'a Metadata, source: &Source) -> Result<Vec<Chosen<'a>>, Failure> {
    let members = sorted(metadata.workspace_packages());
    if !source.package.is_empty() {
        let names: BTreeSet<&str> = source.package.iter().map(String::as_str).collect();
        return names.iter().map(|name| named(&members, name)).collect();
    }
    let asked = if source.workspace || !metadata.workspace_default_members.is_available() {
        members.clone()
    } else {
        sorted(metadata.workspace_default_packages())
    };
    let chosen = with_settings(&asked)?;
    if chosen.is_empty() {
        return Err(none(&asked, &with_settings(&members)?));
    }
    if chosen.len() > 1 && !source.workspace {
        let names = suggestion::words(names(chosen.iter().map(|(package, _)| *package)), "and");
        return Err(
            Failure::new(format!("several packages here have a catalog: {names}")).help(SAY_WHICH),
        );
    }
    Ok(chosen)
}

/// By their names.
fn sorted(mut members: Vec<Member<'_>>) -> Vec<Member<'_>> {
    members.sort_by_key(|member| &member.name);
    members
}

/// A package by its name.
fn named<'a>(members: &[Member<'a>], name: &str) -> Result<Chosen<'a>, Failure> {
    let member = members.iter().find(|member| member.name.as_str() == name);
    let Some(member) = member else {
        let known = || names(members.iter().copied());
        let are = if members.len() == 1 {
            "package is"
        } else {
            "packages are"
        };
        let failure = Failure::new(format!("there is no package `{name}` in this workspace"));
        return Err(match suggestion::did_you_mean(name, known()) {
            Some(question) => failure.help(question),
            None => failure.help(format!("its {are} {}", suggestion::words(known(), "and"))),
        });
    };
    let settings = Settings::read(&member.name, &member.metadata)?;
    settings
        .map(|settings| (*member, settings))
        .ok_or_else(|| none(&[member], &[]))
}

fn own_features(package: Member<'_>, source: &Source) -> Vec<String> {
    let features = source.build.features();
    let own = features.filter_map(|feature| own_feature(package, feature));
    own.map(str::to_owned).collect()
}

/// A feature of a package, as `feature` or `package/feature`.
fn own_feature<'a>(package: Member<'_>, feature: &'a str) -> Option<&'a str> {
    let name = match feature.split_once('/') {
        Some((of, name)) if of == package.name.as_str() => name,
        Some(_) => return None,
        None => feature,
    };
    package.features.contains_key(name).then_some(name)
}

fn no_feature(feature: &str, chosen: &[Chosen<'_>]) -> Failure {
    let packages = suggestion::words(names(chosen.iter().map(|(package, _)| *package)), "or");
    let known = chosen
        .iter()
        .flat_map(|(package, _)| package.features.keys());
    let failure = Failure::new(format!(
        "there is no feature `{feature}` in package {packages}"
    ));
    match suggestion::did_you_mean(feature, known.map(String::as_str)) {
        Some(question) => failure.help(question),
        None => failure.help(
            "features of dependencies are switched on through a feature of the package itself",
        ),
    }
}

fn names<'a>(members: impl Iterator<Item = Member<'a>>) -> impl Iterator<Item = &'a str> {
    members.map(|member| member.name.as_str())
}

fn with_settings<'a>(members: &[Member<'a>]) -> Result<Vec<Chosen<'a>>, Failure> {
    let mut with = Vec::new();
    for member in members {
        if let Some(settings) = Settings::read(&member.name, &member.metadata)? {
            with.push((*member, settings));
        }
    }
    Ok(with)
}

/// None of the packages has a catalog: where there is one, or what to add.
fn none(asked: &[Member<'_>], elsewhere: &[Chosen<'_>]) -> Failure {
    let failure = match asked {
        [package] => Failure::new(format!(
            "no catalog found: package `{}` names none",
            package.name
        )),
        _ => Failure::new("no catalog found: no package here names one"),
    };
    let others = suggestion::words(names(elsewhere.iter().map(|(package, _)| *package)), "and");
    match asked {
        _ if !elsewhere.is_empty() => failure.help(format!(
            "other packages here do: {others}; {SAY_WHICH}"
        )),
        [package] => failure.help(location::what_to_add(package)),
        _ => failure.help(
            "`cargo errcode -p NAME ...` with the name of the service's package says what to add to it",
        ),
    }
}
