//! Doc comments, codes, names and captions of any text through every renderer: the pages can be read by those they
//! are made for, and nothing in them runs.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../errcode-docs/tests/render/catalogs.rs"]
mod catalogs;

use catalogs::Texts;

fuzz_target!(
    init: fuzz::catch_foreign_panics(),
    |text: &str| {
        // The text of the error, then others, one a section. Where there is none, it is a plain word.
        let mut parts = text.split("\n%%\n");
        let docs_of_error = parts.next().unwrap_or_default();
        let docs = parts.next().unwrap_or(docs_of_error);
        let code = parts.next().filter(|code| !code.trim().is_empty()).unwrap_or("SLUG_TAKEN");
        let member = parts.next().unwrap_or("slug");
        let caption = parts.next().unwrap_or("a caption");
        let title = parts.next().unwrap_or("Skills API");
        let error = Texts {
            code: code.to_owned(),
            status: 409,
            docs: docs_of_error.to_owned(),
            member: member.to_owned(),
            caption: caption.to_owned(),
        };
        fuzz::check_documents(&catalogs::document(title, docs, &[error]));
    }
);
