//! Writes the errors of a large service: many types, each with a hundred variants of three kinds.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

const TYPES: usize = 50;
const VARIANTS: usize = 100;
const STATUSES: [u16; 8] = [400, 403, 404, 409, 410, 422, 500, 503];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut source = String::new();
    for group in 0..TYPES {
        type_of(&mut source, group);
    }
    for (name, types) in [("FIFTH", TYPES / 5), ("ALL", TYPES)] {
        let types: Vec<String> = (0..types).map(|at| format!("Service{at}Error")).collect();
        let types = types.join(", ");
        let _ = writeln!(
            source,
            "errcode::catalog! {{ pub static {name}: Catalog = {{ title: \"Large\", types: [{types}] }}; }}"
        );
    }
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("large.rs"), source)
}

fn type_of(source: &mut String, group: usize) {
    let _ = writeln!(
        source,
        "/// Errors of the service with the number {group}, see [the guide](https://example.com/{group}).\n\
         #[derive(Debug, thiserror::Error, errcode::ApiError)]\n\
         #[api(format = nested)]\n\
         pub enum Service{group}Error {{"
    );
    for at in 0..VARIANTS {
        variant(source, group, at);
    }
    source.push_str("}\n");
}

/// Six of ten variants are units, three have a string, one has two integers and a header.
fn variant(source: &mut String, group: usize, at: usize) {
    let (text, fields, example) = match at % 10 {
        0..6 => ("failed", "", ""),
        6..9 => (
            "failed: {name}",
            " { /// Which one it was.\n #[api(public)] name: String }",
            " { name: \"seventh\".into() }",
        ),
        _ => (
            "{used} of {limit}",
            " { #[api(public)] used: u32, #[api(public)] limit: u32, #[api(header = \"Retry-After\")] wait: u32 }",
            " { used: 7, limit: 5, wait: 30 }",
        ),
    };
    let status = STATUSES[at % STATUSES.len()];
    let _ = writeln!(
        source,
        "/// The thing number `{at}` went wrong in one way or another. Look at it *again*.\n\
         ///\n\
         /// # Causes\n\
         /// - It was not there\n\
         /// - Somebody took it\n\
         ///\n\
         /// # Fix\n\
         /// Take another one, or ask for `{at}` later.\n\
         #[error(\"{text}\")]\n\
         #[api(status = {status}, code = \"SERVICE_{group}_THING_{at}_FAILED\")]"
    );
    if !example.is_empty() {
        let _ = writeln!(source, "#[api(example(Self::Thing{at}{example}))]");
    }
    let _ = writeln!(source, "Thing{at}{fields},");
}
