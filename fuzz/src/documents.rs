//! Every document of a model is read by a parser of those it is made for.

use std::cell::Cell;
use std::panic;

use ::markdown::mdast::{AttributeContent, AttributeValue, Node};
use ::markdown::{Constructs, MdxSignal, ParseOptions};
use errcode_docs::{Document, Json, html, json, lint, markdown, openapi, typescript};
use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_span::SourceType;
use scraper::{Html, Selector};

thread_local! {
    static IS_FOREIGN: Cell<bool> = const { Cell::new(false) };
}

/// Lets a panic of a parser that we do not test be caught. libFuzzer aborts at every other panic.
pub fn catch_foreign_panics() {
    let abort = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !IS_FOREIGN.get() {
            abort(info);
        }
    }));
}

/// The result of a parser that we do not test; none if it panics.
fn foreign<T>(parse: impl FnOnce() -> T + panic::UnwindSafe) -> Option<T> {
    IS_FOREIGN.set(true);
    let result = panic::catch_unwind(parse);
    IS_FOREIGN.set(false);
    result.ok()
}

/// Every document of the model can be read, and nothing in it runs.
pub fn check_documents(document: &Document) {
    check_mdx(&markdown(document.clone(), &markdown::Options::default()));
    for file in markdown::files(document.clone(), &markdown::Options::default()) {
        check_mdx(&file.text);
    }
    check_html(&html(document.clone()));
    check_typescript(&typescript(document.clone()));
    for one_of in [false, true] {
        let mut options = openapi::Options::default();
        options.one_of = one_of;
        check_openapi(&openapi(document.clone(), &options));
    }
    let text = json(document.clone());
    let again: Document =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(json(again), text);
    let _ = lint(document);
}

fn check_mdx(text: &str) {
    let options = ParseOptions {
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
    let options = panic::AssertUnwindSafe(options);
    // The parser panics at some lists in lists (`unreachable!`).
    match foreign(move || ::markdown::to_mdast(text, &options)) {
        Some(Ok(tree)) => check_node(&tree),
        Some(Err(error)) => panic!("{error}\n{text}"),
        None => {}
    }
}

/// A page has no code that MDX would run, and no element but anchors and code.
fn check_node(node: &Node) {
    let element = match node {
        Node::MdxJsxFlowElement(element) => Some((&element.name, &element.attributes)),
        Node::MdxJsxTextElement(element) => Some((&element.name, &element.attributes)),
        Node::MdxjsEsm(_) | Node::MdxFlowExpression(_) | Node::MdxTextExpression(_) => {
            panic!("code on the page: {node:?}")
        }
        _ => None,
    };
    match element {
        None => {}
        Some((Some(name), attributes)) if name == "code" && attributes.is_empty() => {}
        Some((Some(name), attributes)) => match attributes.as_slice() {
            [AttributeContent::Property(id)]
                if name == "a"
                    && id.name == "id"
                    && matches!(id.value, Some(AttributeValue::Literal(_))) => {}
            _ => panic!("an element on the page: {node:?}"),
        },
        Some((None, _)) => panic!("an element on the page: {node:?}"),
    }
    for child in node.children().into_iter().flatten() {
        check_node(child);
    }
}

thread_local! {
    static ACTIVE: Selector =
        Selector::parse("script, style, link, iframe, object, embed, img, base, form[action]").unwrap();
    static ALL: Selector = Selector::parse("*").unwrap();
}

/// A page has its own style and script alone, loads nothing, and its tags are well nested.
fn check_html(text: &str) {
    let page = Html::parse_document(text);
    // A browser shows a zero byte as U+FFFD.
    let errors = page.errors.iter();
    let errors: Vec<_> = errors
        .filter(|error| !error.starts_with("Saw \0"))
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    let active = ACTIVE.with(|active| page.select(active).count());
    assert_eq!(active, 2, "{text}");
    for element in ALL.with(|all| page.select(all).collect::<Vec<_>>()) {
        for (name, value) in element.value().attrs() {
            let runs =
                name.starts_with("on") || ["src", "srcdoc", "style", "formaction"].contains(&name);
            let is_script = value
                .trim_start()
                .to_ascii_lowercase()
                .starts_with("javascript:");
            assert!(!runs && !is_script, "{name}={value:?}\n{text}");
        }
    }
}

fn check_typescript(text: &str) {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::ts()).parse();
    assert!(!parsed.panicked, "{text}");
    assert!(
        parsed.diagnostics.is_empty(),
        "{:?}\n{text}",
        parsed.diagnostics
    );
}

/// A description is JSON without a member twice, the names of its components are names, and references lead somewhere.
fn check_openapi(description: &Json) {
    let text = description.pretty();
    let again: Json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(*description, again);
    let Some(Json::Object(components)) = description.get("components") else {
        panic!("no components\n{text}");
    };
    for (_, of_kind) in components {
        let Json::Object(of_kind) = of_kind else {
            panic!("no object\n{text}");
        };
        for (name, _) in of_kind {
            let is_name = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            assert!(
                !name.is_empty() && name.chars().all(is_name),
                "the component {name:?}\n{text}"
            );
        }
    }
    check_value(description, description, &text);
}

fn check_value(value: &Json, root: &Json, text: &str) {
    match value {
        Json::Array(values) => values
            .iter()
            .for_each(|value| check_value(value, root, text)),
        Json::Object(members) => {
            for (at, (name, value)) in members.iter().enumerate() {
                let is_twice = members[..at].iter().any(|(other, _)| other == name);
                assert!(!is_twice, "the member {name:?} is there twice\n{text}");
                match (name.as_str(), value) {
                    // An example is data, which may have such members.
                    ("example" | "examples" | "default" | "const" | "enum", _) => {}
                    ("$ref", Json::String(target)) => {
                        let path = target
                            .strip_prefix("#/")
                            .unwrap_or_else(|| panic!("{target}\n{text}"));
                        let found = path.split('/').try_fold(root, |at, name| at.get(name));
                        assert!(found.is_some(), "{target} leads nowhere\n{text}");
                    }
                    _ => check_value(value, root, text),
                }
            }
        }
        _ => {}
    }
}
