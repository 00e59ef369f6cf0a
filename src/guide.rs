//! The README and the pages of the guide. Their Rust blocks are tests.

/// A module for each page, which stands in `docs/src/`.
macro_rules! pages {
    ($($name:ident: $path:literal)*) => {$(
        #[doc = include_str!(concat!("../docs/src/", $path))]
        mod $name {}
    )*};
}

pages! {
    readme: "../../README.md"
    introduction: "introduction.md"
    testing: "testing.md"
    tutorial: "tutorial.md"
    formats: "formats.md"
    visibility: "visibility.md"
    validation: "validation.md"
    documents: "documents.md"
    frameworks: "frameworks.md"
    openapi: "openapi.md"
    logs: "logs.md"
    changes: "changes.md"
    clients: "clients.md"
    languages: "languages.md"
    migration: "migration.md"
    case_studies: "case-studies.md"
    design: "design.md"
}
