//! The place of the catalog in a package, and what to add to a package without one.

use cargo_metadata::{Package, TargetKind};

use super::facade;
use super::settings::Settings;
use crate::failure::Failure;
use crate::terminal::suggestion;

/// The place of the catalog in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CatalogLocation {
    /// In the library: the path of the static, from the name of the library on.
    Library(String),
    /// In a program whose `main` calls the hook: the name of the program.
    Program(String),
}

/// Reads the place of the catalog from the settings, and checks it.
pub(crate) fn from_settings(
    package: &Package,
    settings: &Settings,
) -> Result<CatalogLocation, Failure> {
    let name = &package.name;
    match (&settings.catalog, &settings.bin) {
        (Some(_), Some(_)) => Err(Failure::new(format!(
            "package `{name}` sets both `catalog` and `bin`"
        ))
        .help("keep `catalog` for a static of the library, or `bin` for a static of a program")),
        (None, None) => Err(Failure::new(format!(
            "no catalog found: package `{name}` sets neither `catalog` nor `bin`"
        ))
        .help(what_to_add(package))),
        (Some(path), None) => in_library(package, path),
        (None, Some(bin)) => in_program(package, bin),
    }
}

/// The lines that a package without a catalog needs.
pub(crate) fn what_to_add(package: &Package) -> String {
    let manifest = &package.manifest_path;
    let name = facade::name_in_code(package);
    let errcode = name.as_deref().unwrap_or(facade::NAME);
    let (setting, code) = match (library(package), &programs(package)[..]) {
        (None, [program, ..]) => (
            format!("bin = \"{program}\""),
            format!(
                "the package has no library, so its program writes the catalog; make this the first line of its `main`:\n
  {errcode}::catalog_hook!(ERRORS);"
            ),
        ),
        (library, _) => (
            format!(
                "catalog = \"{}::ERRORS\"",
                library
                    .or_else(|| Some(unlinkable(package)?.0))
                    .unwrap_or_default()
            ),
            format!(
                "and make `ERRORS` a public static of the library:\n
  {errcode}::catalog! {{
      pub static ERRORS: Catalog = {{ title: \"Errors\", types: [MyError] }};
  }}"
            ),
        ),
    };
    let dependency = match &name {
        Some(_) => String::new(),
        None => format!("\n\nadd {errcode} to its `[dependencies]`"),
    };
    format!(
        "add this to `{manifest}`:\n\n  [package.metadata.errcode]\n  {setting}{dependency}\n\n{code}"
    )
}

fn in_library(package: &Package, path: &str) -> Result<CatalogLocation, Failure> {
    let name = &package.name;
    let Some(library) = library(package) else {
        let consequence = format!("so `catalog = \"{path}\"` can't be linked");
        return Err(match unlinkable(package) {
            Some((_, kind)) => Failure::new(format!(
                "the library of package `{name}` is only a `{kind}`, {consequence}"
            ))
            .help(format!(
                "add `rlib` to `crate-type` in `{}`: `crate-type = [\"{kind}\", \"rlib\"]`",
                package.manifest_path
            )),
            None => Failure::new(format!("package `{name}` has no library, {consequence}"))
                .help(what_to_add(package)),
        });
    };
    static_path(&library, &name.replace('-', "_"), path)
        .map(CatalogLocation::Library)
        .map_err(|suggestion| {
            Failure::new(format!(
                "`catalog = \"{path}\"` of package `{name}` is not the path of a static in its library"
            ))
            .help(format!("write `catalog = \"{suggestion}\"`"))
        })
}

/// The path of the static as another crate writes it; the error is a suggestion. A library may have another name than
/// its package.
fn static_path(library: &str, package: &str, path: &str) -> Result<String, String> {
    let segments: Vec<&str> = path.trim_start_matches("::").split("::").collect();
    let (first, rest) = segments.split_first().unwrap_or((&"", &[]));
    let are_names = segments.iter().all(|segment| is_name(segment));
    if !are_names || (rest.is_empty() && *first == library) {
        return Err(format!("{library}::ERRORS"));
    }
    if !rest.is_empty() && [library, "crate"].contains(first) {
        return Ok(format!("{library}::{}", rest.join("::")));
    }
    let corrected = match segments[..] {
        [first, _, ..] if first == package => rest,
        _ => &segments,
    };
    Err(format!("{library}::{}", corrected.join("::")))
}

fn is_name(segment: &str) -> bool {
    let segment = segment.strip_prefix("r#").unwrap_or(segment);
    segment.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && segment.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn in_program(package: &Package, bin: &str) -> Result<CatalogLocation, Failure> {
    let programs = programs(package);
    if programs.contains(&bin) {
        return Ok(CatalogLocation::Program(bin.to_owned()));
    }
    let help = match suggestion::did_you_mean(bin, programs.iter().copied()) {
        Some(question) => question,
        None if programs.is_empty() => what_to_add(package),
        None => suggestion::all("program", &programs),
    };
    let message = format!("package `{}` has no program `{bin}`", package.name);
    Err(Failure::new(message).help(help))
}

/// The name of the library in the code of other crates, if they can link it.
fn library(package: &Package) -> Option<String> {
    let linkable = [TargetKind::Lib, TargetKind::RLib, TargetKind::DyLib];
    let mut targets = package.targets.iter();
    let library = targets.find(|target| target.kind.iter().any(|kind| linkable.contains(kind)))?;
    Some(library.name.replace('-', "_"))
}

/// A library that other crates can't link: its name and kind.
fn unlinkable(package: &Package) -> Option<(String, &TargetKind)> {
    package.targets.iter().find_map(|target| {
        let mut kinds = target.kind.iter();
        let kind = kinds.find(|kind| [TargetKind::CDyLib, TargetKind::StaticLib].contains(kind))?;
        Some((target.name.replace('-', "_"), kind))
    })
}

fn programs(package: &Package) -> Vec<&str> {
    let targets = package.targets.iter();
    let programs = targets.filter(|target| target.kind.contains(&TargetKind::Bin));
    programs.map(|target| target.name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::static_path;

    #[test]
    fn paths_of_statics() {
        for path in ["skills::a::B", "::skills::a::B", "crate::a::B"] {
            assert_eq!(
                static_path("skills", "skills", path).unwrap(),
                "skills::a::B"
            );
        }
        assert_eq!(
            static_path("skills", "skills", "skills::r#type::B").unwrap(),
            "skills::r#type::B"
        );
    }

    #[test]
    fn suggestions_for_wrong_paths() {
        for (path, suggestion) in [
            ("a::B", "skills::a::B"),
            ("B", "skills::B"),
            ("skills", "skills::ERRORS"),
            ("", "skills::ERRORS"),
            ("skills::", "skills::ERRORS"),
            ("skills::ERRORS; evil()", "skills::ERRORS"),
            ("skills/errors.rs", "skills::ERRORS"),
            ("my_package::ERRORS", "skills::ERRORS"),
            ("my_package::a::B", "skills::a::B"),
            ("my_package", "skills::my_package"),
        ] {
            let wrong = static_path("skills", "my_package", path);
            assert_eq!(wrong, Err(suggestion.to_owned()), "{path}");
        }
    }
}
