//! Catalogs made of texts. The fuzz target `pages` makes its catalogs here too.

use errcode::__private::{self as table, CatalogParts, Documents, Origin, Table};
use errcode::Catalog;
use errcode::catalog::Member;
use errcode_docs::{Document, Example};
use errcode_rules::entry::{MessageSource, flags};
use serde_json::json;

/// The texts of an error.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) code: String,
    pub(crate) status: u16,
    pub(crate) docs: String,
    pub(crate) member: String,
    /// The caption of its example, if it has one.
    pub(crate) caption: String,
}

fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

pub(crate) fn document(title: &str, docs: &str, errors: &[Texts]) -> Document {
    let mut document = Document::from(catalog(title, docs, errors));
    // The examples of a catalog come from functions, which cannot use these texts.
    let with_texts = document.groups.iter_mut().flat_map(|g| &mut g.errors);
    for error in with_texts {
        let code = error.code.to_string();
        let texts = errors.iter().find(|e| e.code == code);
        error.examples.extend(texts.map(|texts| -> Example {
            let example = json!({
                "caption": texts.caption,
                "status": error.status,
                "reason": error.reason,
                "headers": [],
                "body": "",
            });
            serde_json::from_value(example).unwrap()
        }));
    }
    document
}

pub(crate) fn catalog(title: &str, docs: &str, errors: &[Texts]) -> &'static Catalog {
    let statuses: Vec<u16> = errors.iter().map(|e| e.status).collect();
    let mut codes = String::new();
    let ends = errors.iter().map(|e| {
        codes.push_str(&e.code);
        u32::try_from(codes.len()).unwrap()
    });
    let ends: Vec<u32> = ends.collect();
    let table = Table {
        statuses: statuses.leak(),
        codes: table::Texts {
            ends: ends.leak(),
            text: leak(&codes),
        },
        flags: vec![flags(MessageSource::ReasonPhrase, false); errors.len()].leak(),
        ..Table::EMPTY
    };
    let docs_of: Vec<&'static str> = errors.iter().map(|e| leak(&e.docs)).collect();
    let names: Vec<&'static str> = errors.iter().map(|_| "V").collect();
    let members: Vec<(usize, Member)> = errors
        .iter()
        .enumerate()
        .map(|(at, e)| {
            let member = Member::new(leak(&e.member), "Vec<String>", false, leak(&e.docs));
            (at, member)
        })
        .collect();
    let group = Catalog::new(CatalogParts {
        name: "group",
        instance: 1,
        title: leak(title),
        docs: leak(docs),
        documents: Documents {
            table: Box::leak(Box::new(table)),
            names: names.leak(),
            docs: docs_of.leak(),
            members: members.leak(),
            ..Documents::NONE
        },
        ..CatalogParts::NOTHING
    });
    Box::leak(Box::new(Catalog::new(CatalogParts {
        name: "list",
        instance: 2,
        title: leak(title),
        docs: leak(docs),
        after: leak(docs),
        documents: Documents::NONE,
        includes: vec![&*Box::leak(Box::new(group))].leak(),
        origin: Origin::List,
        ..CatalogParts::NOTHING
    })))
}
