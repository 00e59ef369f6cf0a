//! Writes the Rust types of the skills service's error bodies. typify reads JSON Schema: no generator of Rust clients reads
//! OpenAPI 3.1 and keeps its schemas.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use errcode_docs::Document;
use errcode_docs::openapi::{Options, schemas};
use schemars::schema::Schema;
use typify::{TypeSpace, TypeSpaceSettings};

const CATALOG: &str = "../../../examples/skills/docs/errors.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CATALOG}");
    let document: Document = serde_json::from_str(&fs::read_to_string(CATALOG)?)?;
    let mut merged = Options::default();
    merged.one_of = false;
    let mut alternatives = Options::default();
    alternatives.one_of = true;
    for (name, options) in [("merged", merged), ("alternatives", alternatives)] {
        let mut space = TypeSpace::new(&TypeSpaceSettings::default());
        let mut types: Vec<(String, Schema)> = Vec::new();
        for (name, schema) in schemas(document.clone(), &options) {
            let schema = schema.to_string();
            let schema = schema.replace("#/components/schemas/", "#/definitions/");
            types.push((name, serde_json::from_str(&schema)?));
        }
        space.add_ref_types(types)?;
        let path = Path::new(&env::var("OUT_DIR")?).join(format!("{name}.rs"));
        fs::write(path, space.to_stream().to_string())?;
    }
    Ok(())
}
