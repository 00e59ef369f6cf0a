//! Markdown as one page and as several files.

use errcode::__private::{CatalogParts, Origin};
use errcode::{ApiError, Catalog, Documented};
use errcode_docs::markdown::{FrontMatter, Options, files};
use errcode_docs::{Document, Known, markdown};

use crate::fixture::{AuthError, EMPTY, MIXED, SKILLS, SkillError, error};

fn page() -> String {
    markdown(&SKILLS, &Options::default())
}

#[test]
fn doc_comments_become_sections() {
    let taken = error(&Document::from(&SKILLS), "SLUG_TAKEN");
    assert_eq!(
        taken.summary,
        "The slug is already in use, `a|b` by \\| \\<T> and [another skill](https://example.com/one \"One \\\"1\\\"\")."
    );
    assert!(
        taken
            .description
            .starts_with("The slug is already in use, `a|b`\nby")
    );
    assert!(
        taken
            .description
            .contains("\n\nSecond paragraph.\n\n# Notes\n\nStay where they are.")
    );
    assert_eq!(
        taken.causes,
        "- Somebody was faster\n  - by far\n\n```text\n# Fix\n```\n\n## Below the causes\n\nMore of them."
    );
    assert_eq!(taken.fix, "Take another.");
    assert_eq!(taken.scenario, "Publishing.");
    assert_eq!(taken.example, "As below:");
    let page = page();
    for part in [
        "# Skills \\<API\\>",
        "## Format",
        "## Skill \\| errors\\_",
        "<a id=\"SLUG_TAKEN\"></a>\n\n### `SLUG_TAKEN`\n\n**HTTP 409 Conflict** · Client Error · Taken",
        "#### Notes",
        "#### Possible causes",
        "##### Below the causes",
        "#### How to fix\n\nTake another.",
        "#### Scenario\n\nPublishing.",
        "#### Retry\n\nWait as many seconds as the `Retry-After` header says if there is one",
        "> **Deprecated since 1.2.0.** use | `GONE`",
        "| 410 | Archived",
    ] {
        assert!(
            page.contains(part) || part.starts_with("| 410"),
            "{part}\n{page}"
        );
    }
    assert!(page.ends_with("---\n\nNo heading here.\n\n## Troubleshooting\n\n- a\n- b\n"));
}

#[test]
fn a_row_is_one_line_with_the_pipes_escaped() {
    let row = "| [`SLUG_TAKEN`](#SLUG_TAKEN) | 409 | Taken | The slug is already in use, `a\\|b` by \\| \\<T> and [another skill](https://example.com/one \"One \\\"1\\\"\"). |";
    assert!(page().contains(row), "{}", page());
}

#[test]
fn fields_show_their_types() {
    let document = Document::from(&SKILLS);
    let taken = error(&document, "SLUG_TAKEN");
    let known: Vec<_> = taken
        .details
        .iter()
        .map(|d| (d.name.as_str(), d.schema.words(), d.known, d.required))
        .collect();
    assert_eq!(
        known,
        [
            ("slug", "string".to_owned(), Known::Type, true),
            ("tags", "array of string".to_owned(), Known::Type, false),
            // A null value is left out, so the example has none.
            ("taken_by", "any value".to_owned(), Known::No, false),
        ]
    );
    let page = page();
    for part in [
        "| `slug` | string | The slug that was asked for. |",
        "| `tags` | array of string, optional |  |",
        "| `taken_by` | unknown: `Whom` in Rust | Who has it. |",
        " Who has it. |\n\n`taken_by`:\n\nWho has it.\n\n- Or had it.\n\n#### Headers",
        "| any name | array of string, optional |",
        "| `Retry-After` | integer, seconds, optional | Until it is free. |",
        "| `Link` | `<https://example.com>` |",
        "HTTP/1.1 409 Conflict\nContent-Type: application/json\nRetry-After: 0\n\n{\n  \"code\": \"SLUG_TAKEN\"",
        "**HTTP 500 Internal Server Error** or another status, chosen at run time · Server Error",
        "No example is available",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

/// On one line, and without anything that runs.
#[test]
fn the_deprecation_note_is_markdown() {
    let mut document = Document::from(&SKILLS);
    let mut section = |note: &str| {
        document.groups[0].errors[1].deprecated = Some(note.to_owned());
        let page = markdown(&document, &Options::default());
        let line = page.lines().find(|line| line.starts_with("> **Deprecated"));
        line.unwrap().replace("> **Deprecated since 1.2.0.**", "")
    };
    assert_eq!(section(""), "");
    assert_eq!(
        section("see [it](/it) <b> {c}"),
        " see [it](/it) \\<b> \\{c\\}"
    );
    assert_eq!(section("[it](javascript:x)\nor `b`"), " it or `b`");
    assert_eq!(section("- none"), " \\- none");
}

#[test]
fn variants_of_one_code_and_status_are_one_section() {
    let invalid = error(&Document::from(&SKILLS), "INVALID");
    assert_eq!(invalid.variants, ["Invalid", "Unreadable"]);
    assert_eq!(
        invalid.description,
        "Some fields.\n\nThe same without fields."
    );
    assert_eq!(invalid.fix, "Mend it.");
    assert!(invalid.details.iter().all(|detail| !detail.required));
    assert_eq!(invalid.examples.len(), 1);
    assert_eq!(page().matches("### `INVALID`").count(), 1);
}

#[test]
fn hidden_errors_are_left_out_and_anchors_are_unique() {
    let page = page();
    for absent in ["HIDDEN", "PRIVATE", "TRANSPARENT", "Diamond"] {
        assert!(!page.contains(absent), "{absent}");
    }
    assert_eq!(page.matches("### `AUTH_MISSING`").count(), 1);
    let document = Document::from(&SKILLS);
    let groups: Vec<_> = document.groups.iter().map(|g| g.title.as_str()).collect();
    assert_eq!(groups, ["Skill | errors_", "Auth error"]);
}

#[test]
fn the_outermost_type_decides_the_format() {
    let body = |document: Document| error(&document, "AUTH_MISSING").examples[0].body.clone();
    assert_eq!(
        body((&SKILLS).into()),
        r#"{"code":"AUTH_MISSING","detail":"missing"}"#
    );
    assert_eq!(
        body(SkillError::CATALOG.into()),
        r#"{"code":"AUTH_MISSING","detail":"missing"}"#
    );
    assert_eq!(
        body(AuthError::CATALOG.into()),
        r#"{"error":{"code":"AUTH_MISSING","message":"missing"}}"#
    );
}

/// A type in a function has the path of the module.
fn flat_twin() -> &'static Catalog {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("one")]
    #[api(format = flat, status = 400, code = "ONE")]
    struct Twin;
    Twin::CATALOG
}

fn nested_twin() -> &'static Catalog {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("two")]
    #[api(format = nested, status = 400, code = "TWO")]
    struct Twin;
    Twin::CATALOG
}

#[test]
fn types_of_one_path_keep_their_formats() {
    for twins in [[flat_twin(), nested_twin()], [nested_twin(), flat_twin()]] {
        assert_eq!(twins[0].name(), twins[1].name());
        let list: &'static Catalog = Box::leak(Box::new(Catalog::new(CatalogParts {
            includes: twins.to_vec().leak(),
            origin: Origin::List,
            ..CatalogParts::NOTHING
        })));
        let document = Document::from(list);
        let body = |code| error(&document, code).examples[0].body.clone();
        assert_eq!(body("ONE"), r#"{"code":"ONE","detail":"one"}"#);
        assert_eq!(body("TWO"), r#"{"error":{"code":"TWO","message":"two"}}"#);
    }
}

#[test]
fn codes_that_are_not_in_bodies_are_called_errors() {
    let page = markdown(&MIXED, &Options::default());
    for part in [
        "| Error | HTTP status | Title | Type | Description |",
        "| [`quota`](#quota) | 403 | Quota | `quota` | Too much. |",
        "| [`-1`](#-1) | 400 | Minus |",
        "| 402 Payment Required | [`a\\|b`](#a%7Cb) |",
        "<a id=\"a|b\"></a>",
        "<a id=\"KV:Raftstore:NotLeader\"></a>",
        "[\n  \"own\",\n  \"own\"\n]",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn front_matter_is_yaml() {
    let mut front_matter = FrontMatter::default();
    front_matter.description = Some("a: \"b\"\nc # d".to_owned());
    front_matter.sidebar_position = Some(1);
    let mut options = Options::default();
    options.front_matter = Some(front_matter);
    let page = markdown(&EMPTY, &options);
    assert_eq!(
        page,
        "---\ntitle: \"Nothing\"\ndescription: \"a: \\\"b\\\" c # d\"\nsidebar_position: 1\n---\n\n# Nothing\n"
    );
}

#[test]
fn each_group_has_a_file() {
    let files = files(&SKILLS, &Options::default());
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["index.md", "skill-errors.md", "auth-error.md"]);
    assert!(
        files[0]
            .text
            .contains("- [Skill \\| errors\\_](<skill-errors.md>): 4 errors")
    );
    assert!(
        files[0]
            .text
            .contains("[`SLUG_TAKEN`](skill-errors.md#SLUG_TAKEN)")
    );
    assert!(files[1].text.starts_with("# Skill \\| errors\\_\n"));
    assert!(files[1].text.contains("| [`SLUG_TAKEN`](#SLUG_TAKEN) |"));
    assert!(files[1].text.contains("\n## `SLUG_TAKEN`\n"));
    assert!(!files[1].text.contains("AUTH_MISSING"));
}

#[test]
fn no_file_is_outside_the_folder() {
    let mut document = Document::from(&SKILLS);
    document.groups[0].anchor = "../../\u{1b}a>b".to_owned();
    document.groups[1].anchor = "größe-2".to_owned();
    let files = files(&document, &Options::default());
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["index.md", "-------a-b.md", "größe-2.md"]);
    assert!(files[0].text.contains("](<-------a-b.md>): 4 errors"));
}
