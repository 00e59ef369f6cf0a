//! How a program hands its catalog to `cargo errcode`: as the JSON catalog with what is hidden, in a file.

use std::{env, fs, process};

use errcode_core::Catalog;

/// The environment variable that asks for the catalog. It holds the path of the file to write.
pub const HOOK: &str = "ERRCODE_WRITE_CATALOG";

/// Writes the catalog to the file that the environment variable [`HOOK`] names, and ends the program; without
/// the variable it does nothing.
///
/// It is what `errcode::catalog_hook!` calls. The exit code is 0, or 1 if the file can't be written, which is then
/// said on the standard error.
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
            eprintln!("error: can't write the catalog to {path}, which {HOOK} names: {why}");
            1
        }
    };
    process::exit(code)
}
