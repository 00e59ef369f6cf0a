//! Hidden errors are in the lock and are compared, but no document shows them.

use errcode::ApiError;
use errcode_docs::compare::{ChangeKind as K, Level};
use errcode_docs::lock::Lock;
use errcode_docs::{Document, Form, Outputs, html, lint, markdown};

use crate::fixture::changed;

/// A type with three errors, the second of which is a parameter.
macro_rules! service {
    ($module:ident, $($second:tt)*) => {
        mod $module {
            use super::ApiError;

            /// All of them.
            #[derive(Debug, thiserror::Error, ApiError)]
            #[allow(dead_code, reason = "only the documents are tested")]
            #[api(format = flat)]
            pub(crate) enum SkillError {
                /// It is taken.
                #[error("taken")]
                #[api(status = 409, code = "TAKEN")]
                Taken,
                /// SECRET-TEXT
                #[error("secret")]
                $($second)*
                Secret,
                /// It is gone.
                #[error("gone")]
                #[api(status = 410, code = "GONE")]
                Gone,
            }

            errcode::catalog! {
                pub(crate) static CATALOG: Catalog = { title: "Skills", types: [SkillError] };
            }
        }
    };
}

service!(shown, #[api(status = 400, code = "SECRET")]);
service!(hidden, #[doc(hidden)] #[api(status = 400, code = "SECRET")]);
service!(changed, #[doc(hidden)] #[api(status = 422, code = "SECRET")]);
service!(shared, #[doc(hidden)] #[api(status = 409, code = "TAKEN", allow(duplicate_code))]);

/// A catalog whose types have the same paths as in the others.
fn document(catalog: &'static errcode::Catalog) -> Document {
    let mut document = Document::from(catalog);
    let hidden = document.hidden.iter_mut().flatten();
    for group in document.groups.iter_mut().chain(hidden) {
        "service::SkillError".clone_into(&mut group.name);
    }
    document
}

fn changes(old: &Document, new: &Document) -> Vec<(Level, K, String)> {
    let lock = Lock::parse(&Lock::new(old.clone()).text()).unwrap();
    let changes = lock.check(new).changes.into_iter();
    changes.map(|c| (c.level, c.kind, c.message)).collect()
}

#[test]
fn hidden_errors_are_checked() {
    let [shown, hidden, changed] =
        [&shown::CATALOG, &hidden::CATALOG, &changed::CATALOG].map(document);
    assert_eq!(
        changes(&shown, &hidden),
        [(
            Level::Patch,
            K::Hidden,
            "`SECRET` is now hidden from the documents".to_owned()
        )]
    );
    assert_eq!(
        changes(&hidden, &shown),
        [(
            Level::Patch,
            K::Hidden,
            "`SECRET` is no longer hidden from the documents".to_owned()
        )]
    );
    assert_eq!(
        changes(&hidden, &changed),
        [(
            Level::Breaking,
            K::Status,
            "the status of `SECRET` was 400 and is 422".to_owned()
        )]
    );
    assert_eq!(changes(&hidden, &hidden), []);
    let without = changed!(hidden.clone(); hidden: Some(Vec::new()));
    assert_eq!(changes(&hidden, &without)[0].1, K::Removed);
    assert_eq!(changes(&without, &hidden)[0].1, K::Added);
    assert_eq!(
        Lock::new(hidden).update(without).retired()[0].errors[0].status,
        400
    );
}

/// Public JSON catalogs and old lock files omit hidden errors.
#[test]
fn omitted_hidden_errors_are_not_removed() {
    let [shown, hidden] = [&shown::CATALOG, &hidden::CATALOG].map(document);
    let without_hidden = changed!(hidden.clone(); hidden: None);
    assert_eq!(changes(&hidden, &without_hidden), []);
    assert_eq!(changes(&without_hidden, &hidden), []);
    assert_eq!(changes(&shown, &without_hidden)[0].1, K::Removed);
}

/// Callers cannot distinguish a hidden error from a public one with the same code, status and `type`.
#[test]
fn a_hidden_variant_can_be_part_of_a_public_error() {
    let shared = document(&shared::CATALOG);
    assert_eq!(shared.hidden, Some(Vec::new()));
    assert_eq!(shared.errors().count(), 2);
}

#[test]
fn no_document_shows_hidden_errors() {
    let document = Document::from(&hidden::CATALOG);
    let outputs = Outputs::default();
    let mut texts: Vec<String> = Form::ALL
        .iter()
        .map(|form| outputs.text(*form, &document))
        .collect();
    let mut files = html::files(&document);
    files.extend(markdown::files(&document, &markdown::Options::default()));
    texts.extend(files.into_iter().map(|file| file.path + &file.text));
    for text in texts {
        let text = text.to_lowercase();
        assert!(
            !text.contains("secret") && !text.contains("hidden\""),
            "{text}"
        );
    }
    assert_eq!(document.errors().count(), 2);
    let named = |code: &str| lint(&document).iter().any(|f| f.message.contains(code));
    assert!(named("TAKEN") && !named("SECRET"));
}
