//! Errors that the documents leave out: kept in the lock, compared, and shown nowhere.

use errcode::ApiError;
use errcode_docs::compare::{ChangeKind as K, Level};
use errcode_docs::lock::Lock;
use errcode_docs::{Document, Form, Outputs, html, lint, markdown};

use crate::fixture::changed;

/// A type with three errors, the second as it is given.
macro_rules! service {
    ($module:ident, $($second:tt)*) => {
        mod $module {
            use super::ApiError;

            /// All of them.
            #[derive(Debug, thiserror::Error, ApiError)]
            #[allow(dead_code, reason = "only the documents are asked")]
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

/// A catalog, its types as in the others.
fn document(catalog: &'static errcode::Catalog) -> Document {
    let mut document = Document::from(catalog);
    let hidden = document.hidden.iter_mut().flatten();
    for group in document.groups.iter_mut().chain(hidden) {
        "service::SkillError".clone_into(&mut group.name);
    }
    document
}

fn told(old: &Document, new: &Document) -> Vec<(Level, K, String)> {
    let lock = Lock::parse(&Lock::new(old.clone()).text()).unwrap();
    let changes = lock.check(new).changes.into_iter();
    changes.map(|c| (c.level, c.kind, c.message)).collect()
}

#[test]
fn hidden_errors_are_checked() {
    let [shown, hidden, changed] =
        [&shown::CATALOG, &hidden::CATALOG, &changed::CATALOG].map(document);
    assert_eq!(
        told(&shown, &hidden),
        [(
            Level::Patch,
            K::Hidden,
            "`SECRET` is now hidden from the documents".to_owned()
        )]
    );
    assert_eq!(
        told(&hidden, &shown),
        [(
            Level::Patch,
            K::Hidden,
            "`SECRET` is no longer hidden from the documents".to_owned()
        )]
    );
    assert_eq!(
        told(&hidden, &changed),
        [(
            Level::Breaking,
            K::Status,
            "the status of `SECRET` was 400 and is 422".to_owned()
        )]
    );
    assert_eq!(told(&hidden, &hidden), []);
    let without = changed!(hidden.clone(); hidden: Some(Vec::new()));
    assert_eq!(told(&hidden, &without)[0].1, K::Removed);
    assert_eq!(told(&without, &hidden)[0].1, K::Added);
    assert_eq!(
        Lock::new(hidden).update(without).retired()[0].errors[0].status,
        400
    );
}

/// A published catalog and locks of earlier versions do not say what is hidden.
#[test]
fn what_is_not_told_is_not_gone() {
    let [shown, hidden] = [&shown::CATALOG, &hidden::CATALOG].map(document);
    let untold = changed!(hidden.clone(); hidden: None);
    assert_eq!(told(&hidden, &untold), []);
    assert_eq!(told(&untold, &hidden), []);
    assert_eq!(told(&shown, &untold)[0].1, K::Removed);
}

/// Which of two errors callers cannot tell apart is hidden makes no difference to them.
#[test]
fn what_looks_like_a_shown_error_is_that() {
    let shared = document(&shared::CATALOG);
    assert_eq!(shared.hidden, Some(Vec::new()));
    assert_eq!(shared.errors().count(), 2);
}

#[test]
fn nobody_shows_them() {
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
