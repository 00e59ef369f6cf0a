//! The forms that a document is written in, one file or folder for each.

pub(crate) mod cell;
pub mod html;
pub mod json;
pub mod markdown;
pub mod openapi;
pub(crate) mod page_link;
pub(crate) mod type_name;
pub mod typescript;
