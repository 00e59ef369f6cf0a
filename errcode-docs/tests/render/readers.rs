//! Reads pages of random texts with other parsers: MDX, and HTML as in a browser.

use std::collections::BTreeSet;

use ::markdown::mdast::{AttributeContent, AttributeValue, Node};
use ::markdown::{Constructs, MdxSignal, ParseOptions};
use errcode_docs::markdown::Options;
use errcode_docs::{Document, html};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use crate::random::{decoded, escaped, text_of, words};
use crate::texts::{Texts, document, errors, hostile};

/// Parses a page as MDX. `None` if the parser itself panics, as it does for some nested lists (`unreachable!`). A page
/// that is not MDX fails the test.
fn mdx(text: &str) -> Option<Node> {
    let options = || ParseOptions {
        constructs: Constructs {
            gfm_footnote_definition: true,
            gfm_label_start_footnote: true,
            gfm_strikethrough: true,
            gfm_table: true,
            gfm_task_list_item: true,
            ..Constructs::mdx()
        },
        mdx_esm_parse: Some(Box::new(|_| MdxSignal::Ok)),
        ..ParseOptions::default()
    };
    let tree = std::panic::catch_unwind(|| ::markdown::to_mdast(text, &options())).ok()?;
    Some(tree.unwrap_or_else(|error| panic!("{error}\n{text}")))
}

/// Collects anchors and the headings that follow them. Anything that MDX would run fails the test.
fn anchors_of_mdx(node: &Node, anchors: &mut Vec<(String, String)>, open: &mut Option<String>) {
    let element = match node {
        Node::MdxJsxFlowElement(element) => Some((&element.name, &element.attributes)),
        Node::MdxJsxTextElement(element) => Some((&element.name, &element.attributes)),
        Node::MdxjsEsm(_) | Node::MdxFlowExpression(_) | Node::MdxTextExpression(_) => {
            panic!("code on the page: {node:?}")
        }
        Node::Heading(_) => {
            anchors.extend(open.take().map(|anchor| (anchor, words(&node.to_string()))));
            None
        }
        _ => None,
    };
    if let Some((name, attributes)) = element {
        match (name.as_deref(), attributes.as_slice()) {
            (Some("code"), []) => {}
            (Some("a"), [AttributeContent::Property(id)]) if id.name == "id" => {
                if let Some(AttributeValue::Literal(id)) = &id.value {
                    *open = Some(id.clone());
                }
            }
            _ => panic!("an element on the page: {node:?}"),
        }
    }
    for child in node.children().into_iter().flatten() {
        anchors_of_mdx(child, anchors, open);
    }
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: &ElementRef<'_>) -> String {
    element.text().collect()
}

fn check_html(document: &Document) {
    let source = html(document);
    let page = Html::parse_document(&source);
    let expected: Vec<_> = document.errors().map(|e| e.anchor.clone()).collect();
    let codes: Vec<_> = document
        .errors()
        .map(|e| words(&e.code.to_string()))
        .collect();

    let articles = select(&page, "section > article");
    let anchors: Vec<_> = articles.iter().filter_map(|a| a.attr("id")).collect();
    assert_eq!(anchors, expected, "{source}");
    let headings: Vec<_> = select(&page, "article > header > h3")
        .iter()
        .map(|h| words(&text(h)))
        .collect();
    assert_eq!(headings, codes, "{source}");

    let rows = select(&page, "tr[data-of]");
    assert_eq!(rows.len(), expected.len());
    let cell = Selector::parse("td").unwrap();
    for (row, error) in rows.iter().zip(document.errors()) {
        let cells: Vec<_> = row.select(&cell).map(|cell| text(&cell)).collect();
        let summary = match error.summary.as_str() {
            "" => text_of(&escaped(&error.title)),
            summary => text_of(summary),
        };
        assert_eq!(row.attr("data-of"), Some(error.anchor.as_str()));
        assert_eq!(words(&cells[0]), words(&error.code.to_string()), "{source}");
        assert_eq!(cells[1], error.status.to_string());
        assert_eq!(text_of(&escaped(&cells[2])), summary, "{source}");
    }

    // Ids are unique, and every link within the page has a target.
    let ids: Vec<_> = select(&page, "[id]")
        .iter()
        .filter_map(|e| e.attr("id"))
        .collect();
    let distinct: BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "{ids:?}");
    for link in select(&page, "table a, h3 a")
        .iter()
        .filter_map(|a| a.attr("href"))
    {
        if let Some(target) = link.strip_prefix('#') {
            assert!(ids.contains(&&*decoded(target)) || !expected.contains(&target.to_owned()));
        }
    }

    // The page runs and loads nothing.
    assert_eq!(
        select(&page, "script, style, link, iframe, object, img, base").len(),
        2
    );
    for element in select(&page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(
                !name.starts_with("on") && name != "src" && name != "style",
                "{name}={value}"
            );
        }
    }
}

/// The MDX parser panics on about one page in ten thousand. More panics would make the test useless, so it fails at the
/// second one of a usual run, or at ten times the expected number.
fn few_left_out() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 2 + config.cases / 1000,
        ..config
    }
}

proptest! {
    #![proptest_config(few_left_out())]

    #[test]
    fn mdx_has_the_same_anchors_and_runs_nothing(title in hostile(), docs in hostile(), errors in errors()) {
        let document = document(&title, &docs, &errors);
        let text = errcode_docs::markdown(&document, &Options::default());
        let tree = mdx(&text);
        prop_assume!(tree.is_some());
        let mut found = Vec::new();
        anchors_of_mdx(&tree.unwrap(), &mut found, &mut None);
        let expected: Vec<_> = document.errors().map(|e| (e.anchor.clone(), words(&e.code.to_string()))).collect();
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn html_has_the_same_rows_and_anchors_and_runs_nothing(title in hostile(), docs in hostile(), errors in errors()) {
        check_html(&document(&title, &docs, &errors));
    }
}

#[test]
fn code_that_mdx_would_run_is_found() {
    for text in ["{a}", "export const a = 1", "<b/>"] {
        let tree = mdx(text).unwrap();
        let found = std::panic::catch_unwind(|| anchors_of_mdx(&tree, &mut Vec::new(), &mut None));
        assert!(found.is_err(), "{text}");
    }
}

#[test]
fn all_kinds_of_codes_are_read_back() {
    let texts = |code: &str| Texts {
        code: code.to_owned(),
        status: 400,
        docs: "It failed.".to_owned(),
        member: "m".to_owned(),
        caption: "export is what it was".to_owned(),
    };
    let codes = [
        "rate_limit_exceeded",
        "KV:Raftstore:NotLeader",
        "a|b",
        "1001",
        "-1",
        "Überlauf_é",
        "a{b}<c>",
        "a.b/c#d?e",
    ];
    let errors: Vec<Texts> = codes.into_iter().map(texts).collect();
    let document = document("t", "d", &errors);
    check_html(&document);
    let mut found = Vec::new();
    let tree = mdx(&errcode_docs::markdown(&document, &Options::default())).unwrap();
    anchors_of_mdx(&tree, &mut found, &mut None);
    assert_eq!(found, codes.map(|code| (code.to_owned(), code.to_owned())));
}
