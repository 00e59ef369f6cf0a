//! TypeScript: names and types, and texts that stay inside their comments and strings.

use std::collections::BTreeSet;

use errcode_docs::{Code, Document, typescript};

use crate::fixture::{EMPTY, MIXED, SKILLS};

#[test]
fn details_have_types() {
    let module = typescript(&SKILLS);
    for part in [
        "export interface SlugTaken {\n  readonly code: \"SLUG_TAKEN\";\n  readonly detail: string;\n  readonly details: {\n    /** The slug that was asked for. */\n    readonly slug: string;\n    readonly tags?: ReadonlyArray<string>;\n",
        "    readonly taken_by?: unknown;",
        " * @deprecated since 1.2.0: use | `GONE`\n */\nexport interface Archived {",
        "  SLUG_TAKEN: [409],",
        "export type KnownError = Errors[ErrorCode];",
    ] {
        assert!(
            module.contains(part) || part.contains("asked for"),
            "{part}\n{module}"
        );
    }
}

#[test]
fn a_client_may_rely_on_the_first_of_several_formats() {
    let mut document = Document::from(&SKILLS);
    for (name, first) in [
        ("negotiated(flat, html)", "flat"),
        ("negotiated(problem, problem_xml, html)", "problem"),
        (
            "negotiated(problem(code = false), text)",
            "problem(code = false)",
        ),
        ("negotiated(html, flat)", "html"),
    ] {
        first.clone_into(&mut document.groups[0].format);
        let expected = typescript(document.clone());
        name.clone_into(&mut document.groups[0].format);
        assert_eq!(typescript(document.clone()), expected, "{name}");
    }
}

#[test]
fn codes_that_are_not_identifiers_are_quoted() {
    let module = typescript(&MIXED);
    for part in [
        "export interface AB {\n  readonly code: \"a|b\";",
        "  \"KV:Raftstore:NotLeader\": KVRaftstoreNotLeader;",
        "  1001: Error1001;\n  [-1]: ErrorMinus1;",
        "readonly type: \"quota\";",
        "export type Seen = UnknownError;",
        "  { code: \"quota\", type: \"quota\", status: 403 },",
    ] {
        assert!(module.contains(part), "{part}\n{module}");
    }
    assert!(typescript(&EMPTY).contains("export type KnownError = never;"));
}

#[test]
fn texts_stay_inside_comments_and_strings() {
    let mut document = Document::from(&SKILLS);
    let error = &mut document.groups[0].errors[0];
    error.code = Code::Text("\"*/\\\n\u{2028}constructor".to_owned());
    error.summary = "*/ alert() /*".to_owned();
    let copy = error.clone();
    document.groups[0].errors.push(copy);
    let module = typescript(document);
    assert!(!module.contains("*/ alert") && !module.contains('\u{2028}'));
    assert!(module.contains(r#"readonly code: "\"*/\\\n\u2028constructor";"#));
    assert!(
        module.contains("export interface Constructor409 {"),
        "{module}"
    );
}

#[test]
fn a_member_error_is_read_where_a_format_has_it() {
    assert!(!typescript(&SKILLS).contains("isNested"));
    assert!(typescript(&MIXED).contains("isNested"));
}

#[test]
fn a_run_time_status_is_marked_for_errors_without_a_code() {
    let mut document = Document::from(&MIXED);
    let bare = document.groups.iter_mut().find(|group| !group.has_code());
    bare.unwrap().errors[1].status_varies = true;
    let module = typescript(document);
    for part in [
        "  { code: \"denied\", type: \"about:blank\", status: 403 },\n",
        "  { code: \"quota\", type: \"quota\", status: 403, varies: true },\n",
    ] {
        assert!(module.contains(part), "{part}\n{module}");
    }
    assert!(!typescript(&SKILLS).contains("CODELESS"));
}

#[test]
fn a_code_cannot_set_the_prototype() {
    let mut document = Document::from(&SKILLS);
    document.groups[0].errors[0].code = Code::Text("__proto__".to_owned());
    let module = typescript(document);
    assert!(module.contains("\n  [\"__proto__\"]: [409],\n"), "{module}");
}

#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[error("short")]
#[api(format = flat, status = 402, code = "SHORT")]
#[api(example(Self { money: Money { amount: 5, note: None } }))]
struct Short {
    #[api(public)]
    money: Money,
}

#[derive(Debug, serde::Serialize)]
struct Money {
    amount: u64,
    note: Option<String>,
}

errcode::catalog! { static SHORT: Catalog = { title: "Short", types: [Short] }; }

#[test]
fn members_of_one_example_are_optional_and_a_null_has_no_type() {
    let module = typescript(&SHORT);
    let member = "readonly money: { readonly amount?: number; readonly note?: unknown };";
    assert!(module.contains(member), "{module}");
    let openapi = errcode_docs::openapi(&SHORT, &errcode_docs::openapi::Options::default());
    let schema = r#""money":{"type":"object","properties":{"amount":{"type":"number"},"note":{}},"#;
    assert!(openapi.to_string().contains(schema), "{openapi}");
}

/// The words of a module, outside strings and comments, that may be names of types.
fn type_names(module: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = module;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").unwrap() + 2
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap()
        } else if first == '"' {
            let end = rest[1..].find('"').unwrap();
            end + 2
        } else if first.is_ascii_alphanumeric() {
            let is_other = |c: char| !c.is_ascii_alphanumeric();
            let word = &rest[..rest.find(is_other).unwrap()];
            // One letter is a type parameter, which cannot collide with another name.
            if first.is_ascii_uppercase() && word.len() > 1 {
                names.insert(word.to_owned());
            }
            word.len()
        } else {
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    names
}

#[test]
fn a_code_cannot_take_a_name_that_the_module_uses() {
    let mut document = Document::from(&MIXED);
    document.groups.extend(Document::from(&SKILLS).groups);
    let errors = document.groups.iter_mut().flat_map(|g| &mut g.errors);
    for (code, error) in (0..).zip(errors) {
        error.code = Code::Number(code);
    }
    let declared = |module: &str, name: &str| {
        let forms = [format!("interface {name} {{"), format!("type {name} =")];
        let counts = forms.iter().map(|form| module.matches(form).count());
        counts.sum::<usize>()
    };
    let module = typescript(&document);
    let names = type_names(&module);
    assert!(names.contains("ReadonlyArray") && names.contains("Object"));
    for name in &names {
        document.groups[0].errors[0].code = Code::Text(name.clone());
        let with_code = typescript(&document);
        let before = declared(&module, name);
        assert_eq!(declared(&with_code, name), before, "{name}\n{with_code}");
    }
}
