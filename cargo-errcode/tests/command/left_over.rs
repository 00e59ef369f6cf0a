//! Pages left over from an earlier catalog: `docs` reports those that it wrote, and no other files.

use serde_json::Value;

use crate::fixture::{Fixture, catalog, error};

/// Two catalogs: the second lacks a code and a group of the first.
fn fixture(name: &str) -> Fixture {
    let both = [error("A", 400), error("B", 409)];
    let mut all: Value = serde_json::from_str(&catalog(&both)).unwrap();
    let mut other = all["groups"][0].clone();
    other["anchor"] = "other".into();
    other["errors"] = [error("C", 404)].into();
    let groups = all["groups"].as_array_mut().unwrap();
    groups.push(other);
    let fewer = catalog(&both[..1]);
    Fixture::new(
        name,
        &[("all.json", &all.to_string()), ("fewer.json", &fewer)],
    )
}

#[test]
fn html_of_codes_that_are_gone() {
    let fixture = fixture("html-left");
    let docs = |catalog: &str, more: &[&str]| {
        let args = ["docs", "html", "--out", "site/", "--catalog", catalog];
        fixture.run(&[&args, more].concat())
    };
    docs("all.json", &[]).fine();
    docs("all.json", &["--check"]).fine();
    let wrote = docs("fewer.json", &[]);
    let left = "left over: `site/errors/B.html` belongs to an earlier catalog; delete it";
    assert!(wrote.err.contains(left), "{wrote:?}");
    wrote.fine();

    let stale = docs("fewer.json", &["--check"]);
    stale.says("error: 2 pages are left over; delete them");
    assert!(!stale.err.contains("out of date"), "{stale:?}");
    assert_eq!(
        stale.findings(),
        format!("{left}\n{}\n", left.replace("B.html", "C.html"))
    );

    // Pages that the user wrote do not count, such as a redirect.
    fixture.write(
        "site/errors/B.html",
        "<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0; url=A.html\">",
    );
    fixture.write("site/errors/own.html", "<h1>Our own</h1>");
    let all = ["docs", "html", "--out", "site/errors/all.html"];
    fixture
        .run(&[&all[..], &["--catalog", "all.json"]].concat())
        .fine();
    std::fs::remove_file(fixture.folder.join("site/errors/C.html")).unwrap();
    let current = docs("fewer.json", &["--check"]);
    current.says("ok: the document is up to date");
    current.fine();
}

#[test]
fn markdown_of_groups_that_are_gone() {
    let fixture = fixture("markdown-left");
    let docs = |catalog: &str, out: &str, more: &[&str]| {
        let args = ["docs", "markdown", "--out", out, "--catalog", catalog];
        fixture.run(&[&args, more].concat())
    };
    docs("all.json", "docs/", &[]).fine();
    // A page of another service, and a page that the user wrote.
    docs("all.json", "docs/page.md", &[]).fine();
    fixture.write(
        "docs/own.md",
        "# Our own\n\n| Code | HTTP status |\n| --- | --- |\n",
    );
    docs("all.json", "docs/", &["--check"]).fine();
    let stale = docs("fewer.json", "docs/", &["--check"]);
    stale.says(
        "error: the document is out of date; run the command without `--check` to update it\n\
         error: 1 page is left over; delete it",
    );
    let text = stale.findings();
    let left = "left over: `docs/other.md` belongs to an earlier catalog; delete it\n";
    assert!(text.ends_with(left), "{text}");
    docs("fewer.json", "docs/", &[]).fine();
    docs("fewer.json", "docs/", &["--check"]).findings();
    std::fs::remove_file(fixture.folder.join("docs/other.md")).unwrap();
    docs("fewer.json", "docs/", &["--check"]).fine();
}
