//! The subcommands, one file each, and what two of them share.

mod changes;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod lint;
pub(crate) mod list;
pub(crate) mod schema;
mod service;

use crate::failure::Failure;

/// Data as JSON, with a line for each member.
fn json(data: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(data)
        .map_err(|why| Failure::new(format!("the result can't be written as JSON: {why}")))?;
    Ok(text + "\n")
}
