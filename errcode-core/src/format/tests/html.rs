//! The page for browsers.

use super::*;

const HOSTILE: &str = "</p><script>alert('1')</script>\0&\"";

#[test]
fn a_page_has_title_message_code_and_details() {
    static ENTRY: StaticEntry =
        StaticEntry::new(404, Code::new("A")).with_type_uri("https://example.com/errors#A&b");
    let details = |details: &mut Details<'_>| {
        details.member("b", &[1]);
        details.member("a", HOSTILE);
    };
    let error = Sample {
        details,
        text: Some(HOSTILE),
        ..in_format::<Html>(ENTRY.entry())
    };
    let context = Context::new().with_request_id("7f3a").unwrap();
    let page = written(&error, &context);
    let escaped = "&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\u{fffd}&amp;&quot;";
    let shown = format!(
        "<main>\n<p class=\"status\">404</p>\n<h1>Not Found</h1>\n<p dir=\"auto\">{escaped}</p>\n<dl>\n\
         <dt>Code</dt><dd dir=\"auto\"><code>A</code></dd>\n\
         <dt>Request</dt><dd dir=\"auto\"><code>7f3a</code></dd>\n\
         <dt>b</dt><dd dir=\"auto\">[1]</dd>\n\
         <dt>a</dt><dd dir=\"auto\">{escaped}</dd>\n</dl>\n\
         <p><a href=\"https://example.com/errors#A&amp;b\">About this error</a></p>\n</main>\n"
    );
    assert!(page.contains(&shown), "{page}");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    assert!(page.contains("<title>Not Found</title>"));
    assert!(page.ends_with("</body>\n</html>\n"));
    assert!(!page.contains("<script"), "{page}");
}

#[test]
fn a_page_says_nothing_twice_and_links_to_pages_only() {
    for (type_uri, link) in [
        ("about:blank", None),
        ("urn:x", None),
        ("tag:a@b.example,2022:c", None),
        ("javascript:alert(1)", None),
        ("HTTPS://example.com/", Some("HTTPS://example.com/")),
        ("/errors/A:b", Some("/errors/A:b")),
        ("A?b:c", Some("A?b:c")),
    ] {
        let entry = StaticEntry::new(404, Code::new("A")).with_type_uri(type_uri);
        let error = Sample {
            text: Some("Not Found"),
            ..in_format::<Html>(Box::leak(Box::new(entry)).entry())
        };
        let page = body(&error);
        let shown = page
            .split_once("<a href=\"")
            .map(|(_, rest)| rest.split_once('"').unwrap().0);
        assert_eq!(shown, link, "{type_uri}");
        assert_eq!(page.matches("Not Found").count(), 2, "{page}");
    }
}

/// A page with a style of its own.
struct Themed;

impl Format for Themed {
    const NAME: &'static str = "themed";
    const CONTENT_TYPE: &'static str = Html::CONTENT_TYPE;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let style = "<style>:root{--errcode-accent:red}</style>\n";
        Html::write_page(error, style, body)
    }
}

#[test]
fn a_page_takes_elements_for_its_head() {
    let page = body(&in_format::<Themed>(varying_row(404)));
    let head = page.split_once("</head>").unwrap().0;
    assert!(
        head.ends_with("</style>\n<style>:root{--errcode-accent:red}</style>\n"),
        "{head}"
    );
    // Every variable has a value where none is set.
    for used in head.split("var(--errcode-").skip(1) {
        let name = used
            .split(|end: char| !end.is_ascii_alphabetic())
            .next()
            .unwrap();
        assert!(used[name.len()..].starts_with(','), "{name}");
    }
}
