//! The subcommands, one file each, and what they share.

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

/// The result of a command that ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Exit code 0.
    NoFindings,
    /// The command found a problem that it looks for: exit code 1.
    Findings,
}

impl Outcome {
    /// `Findings` if there are any.
    const fn findings(any: bool) -> Self {
        if any {
            Self::Findings
        } else {
            Self::NoFindings
        }
    }
}

/// Pretty-printed JSON with a final line feed.
fn json(data: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(data)
        .map_err(|error| Failure::new(format!("can't write the result as JSON: {error}")))?;
    Ok(text + "\n")
}
