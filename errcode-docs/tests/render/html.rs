//! HTML: the content of the pages, and that only the page's own script can run.

use base64::Engine as _;
use errcode_docs::{Code, Document, Theme, html};
use sha2::Digest as _;

use crate::fixture::{MIXED, SKILLS};

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn the_policy_allows_only_the_own_style_and_script() {
    let page = html(&SKILLS);
    for (directive, element) in [("style-src", "style"), ("script-src", "script")] {
        let text = between(&page, &format!("<{element}>"), &format!("</{element}>"));
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text));
        let source = format!("{directive} 'sha256-{hash}'");
        assert!(
            html::CONTENT_SECURITY_POLICY.contains(&source),
            "write {source}"
        );
    }
    assert_eq!(page.matches("<script").count(), 1);
    for forbidden in [
        " style=",
        " onclick=",
        " src=",
        "http-equiv=\"refresh\"",
        "<link",
        "<img",
    ] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn a_theme_sets_the_variables_of_each_scheme() {
    let theme = r##"{"light": {"link": "#0a7d4f", "paper": "ivory"}, "dark": {"link": "rgb(95 211 164)"}}"##;
    let theme: Theme = serde_json::from_str(theme).unwrap();
    let document = Document::from(&SKILLS).with_theme(theme);
    let mut pages = vec![html(&document)];
    pages.extend(html::files(&document).into_iter().map(|file| file.text));
    for page in pages {
        let style = between(&page, "<style>", "</style>");
        let (default, own) = style.split_at(between(&html(&SKILLS), "<style>", "</style>").len());
        assert_eq!(
            own,
            "@media screen and (prefers-color-scheme: light) { :root { --paper: ivory; --link: #0a7d4f; } }\n\
             @media screen and (prefers-color-scheme: dark) { :root { --link: rgb(95 211 164); } }\n"
        );
        for allowed in [style, default] {
            let hash =
                base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(allowed));
            // The template writes `/` of a hash as a reference.
            let source = format!("sha256-{hash}").replace('/', "&#x2f;");
            assert!(page.contains(&source), "{source}");
        }
    }
    assert!(!errcode_docs::json(&document).contains("theme"));
}

#[test]
fn a_wrong_theme_is_an_error() {
    for (theme, error) in [
        (
            r##"{"light": {"lnk": "#000"}}"##,
            "unknown field `lnk`, expected one of `ink`, `soft`",
        ),
        (
            r##"{"link": "#000"}"##,
            "unknown field `link`, expected `light` or `dark`",
        ),
        (
            r#"{"dark": {"link": "red; }"}}"#,
            "\"red; }\" is no color; write one as in CSS",
        ),
    ] {
        let found = serde_json::from_str::<Theme>(theme)
            .unwrap_err()
            .to_string();
        assert!(found.starts_with(error), "{found}");
    }
}

#[test]
fn every_error_has_its_section_and_link() {
    for catalog in [&SKILLS, &MIXED] {
        let page = html(catalog);
        for error in Document::from(catalog).errors() {
            let anchor = format!("<article id=\"{}\"", error.anchor);
            assert_eq!(page.matches(&anchor).count(), 1, "{anchor}");
        }
    }
    let page = html(&SKILLS);
    for part in [
        "<h1>Skills &lt;API&gt;</h1>",
        "<a href=\"#SLUG_TAKEN\"><code>SLUG_<wbr>TAKEN</code></a>",
        "by | &lt;T&gt; and <a href=\"https://example.com/one\" title=\"One &quot;1&quot;\">another skill</a>",
        "unknown: <code>Whom</code> in Rust",
        "HTTP&#x2f;1.1 409 Conflict",
        "<strong>Deprecated since 1.2.0.</strong> use | <code>GONE</code></p>",
        "<td>410</td><td class=\"wide-only\">Gone</td><td><strong>Deprecated.</strong> Never sent.</td>",
        "<h2 id=\"troubleshooting\">Troubleshooting</h2>",
        "<h2 id=\"skill-errors\">Skill | errors_</h2>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("HIDDEN") && !page.contains("PRIVATE"));
}

/// The anchor of a code is never the id of something else on the page.
#[test]
fn a_code_is_never_another_id_of_the_page() {
    let mut document = Document::from(&SKILLS);
    let shown = document.groups[0].errors[0].clone();
    let page = html(&document).replace("&#160;", "\u{a0}");
    let ids = page.split(" id=\"").skip(1);
    let ids: Vec<&str> = ids.filter_map(|id| id.split('"').next()).collect();
    let anchors: Vec<String> = document.errors().map(|e| e.anchor.clone()).collect();
    let own: Vec<&&str> = ids
        .iter()
        .filter(|id| !anchors.iter().any(|a| a == *id))
        .collect();
    // An anchor has no white space, and a heading loses its id to a code.
    assert_eq!(
        own,
        [
            &"format",
            &"all\u{a0}errors",
            &"skill-errors",
            &"auth-error",
            &"troubleshooting"
        ]
    );

    for code in ["format", "skill-errors", "troubleshooting", "query"] {
        let mut error = shown.clone();
        error.code = Code::Text(code.into());
        error.anchor = code.into();
        document.groups[0].errors.push(error);
    }
    let page = html(&document);
    assert!(page.contains("<h2>Troubleshooting</h2>") && page.contains("<h2>Format</h2>"));
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|id| id.split('"').next())
        .collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

/// The class of the status is text and not only a color, and labels of several regions differ.
#[test]
fn sections_have_labels() {
    let mut document = Document::from(&SKILLS);
    let taken = &mut document.groups[0].errors[0];
    let mut second = taken.examples[0].clone();
    second.caption = String::new();
    taken.examples.push(second);
    let page = html(&document);
    for part in [
        "409 Conflict</span> <span class=\"soft\">Client Error</span>",
        "500 Internal Server Error</span> <span class=\"soft\">Server Error</span>",
        "<p>first:</p>",
        "<p>Response:</p>",
        "<div class=\"example bare\">\n<pre",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<p></p>"));
    let page = errcode_docs::markdown(&document, &errcode_docs::markdown::Options::default());
    assert!(page.contains("first:\n\n```http") && page.contains("Response:\n\n```http"));
}

#[test]
fn about_blank_is_not_in_tables() {
    let page = html(&MIXED);
    assert!(
        page.contains("<td class=\"wide-only\"></td><td>Denied.</td>"),
        "{page}"
    );
    assert!(page.contains("<td class=\"wide-only\"><code>quota</code></td><td>Too much.</td>"));
    let page = errcode_docs::markdown(&MIXED, &errcode_docs::markdown::Options::default());
    assert!(page.contains("| [`denied`](#denied) | 403 | Forbidden |  | Denied. |"));
}

#[test]
fn each_error_has_a_page() {
    let files = html::files(&MIXED);
    let document = Document::from(&MIXED);
    let mut paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths[0], "index.html");
    assert!(paths.contains(&"errors/a~7cb.html"));
    for (file, error) in files[1..].iter().zip(document.errors()) {
        assert_eq!(file.path, html::path(error));
        assert!(
            files[0]
                .text
                .contains(&format!("href=\"{}\"", file.path.replace('/', "&#x2f;"))),
            "{}",
            file.path
        );
        assert!(file.text.contains("href=\"..&#x2f;index.html\""));
        assert_eq!(file.text.matches("<article").count(), 1);
    }
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), files.len());
}
