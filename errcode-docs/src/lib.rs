//! Documents of a catalog: Markdown, HTML, a JSON catalog, OpenAPI 3.1 and TypeScript.
//!
//! A [`Document`] is a catalog as plain data. Every renderer takes a `Document` or a `&'static Catalog`. The output
//! depends on the catalog alone: it has no dates and no versions, types come in the order in which they are listed, and
//! lines end with line feeds.
//!
//! [`compare`](compare()) lists the changes between two documents and says which of them break callers. [`lock`] keeps
//! the released document in a file. [`lint`](lint()) finds what a document lacks.
//!
//! ```
//! use errcode::ApiError;
//! use errcode_docs::{Document, markdown, typescript};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(format = flat)]
//! enum SkillError {
//!     /// The slug is already in use.
//!     ///
//!     /// # Fix
//!     /// Choose a different name.
//!     #[error("slug `{slug}` is taken")]
//!     #[api(status = 409, code = "SLUG_TAKEN")]
//!     #[api(example(Self::SlugTaken { slug: "pdf-tools".into() }))]
//!     SlugTaken {
//!         #[api(public)]
//!         slug: String,
//!     },
//! }
//!
//! errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
//!
//! let page = markdown(&SKILLS, &markdown::Options::default());
//! assert!(page.contains("| [`SLUG_TAKEN`](#SLUG_TAKEN) | 409 | The slug is already in use. |"));
//! assert!(page.contains(r#""detail": "slug `pdf-tools` is taken""#));
//!
//! // The catalog as data, from which you can generate other forms.
//! let document = Document::from(&SKILLS);
//! assert_eq!(document.groups[0].errors[0].fix, "Choose a different name.");
//! assert!(typescript(document).contains("export interface SlugTaken"));
//! ```
//!
//! [`Site`] serves the pages over HTTP. `errcode::tower::docs_service` serves it in axum and other tower servers.

pub mod compare;
mod doc_comment;
mod file;
mod hook;
pub mod lint;
pub mod lock;
mod lower;
mod model;

mod package_metadata;
mod plain_text;
mod render;
mod site;
mod unique_names;
mod url;

pub use compare::compare;
pub use file::File;
pub use hook::{HOOK, hook};
pub use lint::lint;
pub use model::detail::{Detail, Header, Known};
pub use model::entry::{Code, Entry, Example, ExampleHeader};
pub use model::json::{Json, Number};
pub use model::schema::{Kind, Schema};
pub use model::theme::{Color, Colors, InvalidColor, Theme};
pub use model::{BodyFormat, Document, Group, VERSION};
pub use package_metadata::{Form, Outputs};
pub use render::html::html;
pub use render::json::json;
pub use render::markdown::markdown;
pub use render::openapi::openapi;
pub use render::typescript::typescript;
pub use render::{html, json, markdown, openapi, typescript};
pub use site::Site;
