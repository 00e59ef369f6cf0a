//! Where in a package its catalog is, and what to add where nothing says so.

use cargo_metadata::{Package, TargetKind};

use super::facade;
use super::settings::Settings;
use crate::failure::Failure;
use crate::terminal::suggestion;

/// Where in a package its catalog is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the library: the path of the static, which begins with the name of the library.
    Library(String),
    /// In a program, whose `main` begins with the hook: the name of the program.
    Program(String),
}

/// Where the settings say that the catalog is, if it can be there.
pub(crate) fn of(package: &Package, settings: &Settings) -> Result<Place, Failure> {
    let name = &package.name;
    match (&settings.catalog, &settings.bin) {
        (Some(_), Some(_)) => Err(Failure::new(format!(
            "package `{name}` says both `catalog` and `bin`, but its catalog is in one place"
        ))
        .help("keep `catalog` for a static of the library, or `bin` for one of a program")),
        (None, None) => Err(Failure::new(format!(
            "no catalog found: package `{name}` does not say where it is"
        ))
        .help(what_to_add(package))),
        (Some(path), None) => in_library(package, path),
        (None, Some(bin)) => in_program(package, bin),
    }
}

/// The lines that a package without a catalog needs.
pub(crate) fn what_to_add(package: &Package) -> String {
    let manifest = &package.manifest_path;
    let called = facade::in_code(package);
    let errcode = called.as_deref().unwrap_or(facade::NAME);
    let (place, code) = match (library(package), &programs(package)[..]) {
        (None, [program, ..]) => (
            format!("bin = \"{program}\""),
            format!(
                "The package has no library, so that the program hands its catalog over. The first line of its `main`:\n
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
                "`ERRORS` is a public static of the library:\n
  {errcode}::catalog! {{
      pub static ERRORS: Catalog = {{ title: \"Errors\", types: [MyError] }};
  }}"
            ),
        ),
    };
    let dependency = match &called {
        Some(_) => String::new(),
        None => format!("\n\nand {errcode} to its `[dependencies]`"),
    };
    format!(
        "add this to `{manifest}`:\n\n  [package.metadata.errcode]\n  {place}{dependency}\n\n{code}"
    )
}

fn in_library(package: &Package, path: &str) -> Result<Place, Failure> {
    let name = &package.name;
    let Some(library) = library(package) else {
        let can_not = format!("so that `catalog = \"{path}\"` can't be reached");
        return Err(match unlinkable(package) {
            Some((_, kind)) => Failure::new(format!(
                "the library of package `{name}` is only a `{kind}`, {can_not}"
            ))
            .help(format!(
                "add `rlib` to `crate-type` in `{}`: `crate-type = [\"{kind}\", \"rlib\"]`",
                package.manifest_path
            )),
            None => Failure::new(format!("package `{name}` has no library, {can_not}"))
                .help(what_to_add(package)),
        });
    };
    static_path(&library, &name.replace('-', "_"), path)
        .map(Place::Library)
        .map_err(|mend| {
            Failure::new(format!(
                "`catalog = \"{path}\"` of package `{name}` is not the path of a static in its library"
            ))
            .help(format!("write `catalog = \"{mend}\"`"))
        })
}

/// The path of the static as another crate writes it, or what was probably meant. A library may have another name
/// than its package.
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
    let meant = match segments[..] {
        [first, _, ..] if first == package => rest,
        _ => &segments,
    };
    Err(format!("{library}::{}", meant.join("::")))
}

fn is_name(segment: &str) -> bool {
    let segment = segment.strip_prefix("r#").unwrap_or(segment);
    segment.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && segment.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn in_program(package: &Package, bin: &str) -> Result<Place, Failure> {
    let programs = programs(package);
    if programs.contains(&bin) {
        return Ok(Place::Program(bin.to_owned()));
    }
    let failure = Failure::new(format!("package `{}` has no program `{bin}`", package.name));
    Err(
        match suggestion::did_you_mean(bin, programs.iter().copied()) {
            Some(question) => failure.help(question),
            None if programs.is_empty() => failure.help(what_to_add(package)),
            None => failure.help(format!("it has {}", suggestion::words(programs, "and"))),
        },
    )
}

/// The name that other crates call the library by, if they can.
pub(crate) fn library(package: &Package) -> Option<String> {
    let linkable = [TargetKind::Lib, TargetKind::RLib, TargetKind::DyLib];
    let mut targets = package.targets.iter();
    let library = targets.find(|target| target.kind.iter().any(|kind| linkable.contains(kind)))?;
    Some(library.name.replace('-', "_"))
}

/// A library that no Rust links to: its name, and what it is.
fn unlinkable(package: &Package) -> Option<(String, &TargetKind)> {
    package.targets.iter().find_map(|target| {
        let mut kinds = target.kind.iter();
        let kind = kinds.find(|kind| [TargetKind::CDyLib, TargetKind::StaticLib].contains(kind))?;
        Some((target.name.replace('-', "_"), kind))
    })
}

fn programs(package: &Package) -> Vec<&str> {
    let mut programs = package.targets.iter().collect::<Vec<_>>();
    programs.retain(|target| target.kind.contains(&TargetKind::Bin));
    programs.iter().map(|target| target.name.as_str()).collect()
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
    fn paths_that_were_meant() {
        for (path, meant) in [
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
            let path_of = static_path("skills", "my_package", path);
            assert_eq!(path_of, Err(meant.to_owned()), "{path}");
        }
    }
}
