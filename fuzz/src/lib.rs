//! What several targets check.

mod documents;
pub mod json_as_written;

pub use documents::{catch_foreign_panics, check_documents};
