//! How a program passes its catalog to `cargo errcode`: it writes the JSON catalog, with hidden errors, to a file.

use std::{env, fs, process};

use errcode_core::Catalog;

/// The environment variable that requests the catalog. Its value is the path of the file to write.
pub const HOOK: &str = "ERRCODE_WRITE_CATALOG";

/// Writes the catalog to the file that the environment variable [`HOOK`] names, and exits the program. Does nothing if
/// the variable is not set.
///
/// `errcode::catalog_hook!` calls it. The exit code is 0. If the file cannot be written, the exit code is 1 and an error
/// is printed to standard error.
///
/// ```
/// # use errcode::ApiError;
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
/// errcode_docs::hook(&SKILLS);
/// ```
pub fn hook(catalog: &'static Catalog) {
    let Some(path) = env::var_os(HOOK) else {
        return;
    };
    let catalog = crate::render::json::with_hidden(&catalog.into());
    let code = match fs::write(&path, catalog) {
        Ok(()) => 0,
        Err(why) => {
            let path = path.display();
            eprintln!("error: cannot write the catalog to {path} (from {HOOK}): {why}");
            1
        }
    };
    process::exit(code)
}
