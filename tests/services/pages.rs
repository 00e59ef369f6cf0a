//! `docs_service` over a real socket: every `type` is the URL of a page, and pages have the right headers for caches
//! and browsers.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use errcode::axum::docs_service;
use errcode::docs::{Document, Site, html, json};
use errcode::{ApiError, Catalog};
use serde_json::Value;

use super::client::{Answer, Service};

const HTML: &str = "text/html; charset=utf-8";

/// Codes of every form, each with its own `type`.
#[derive(Debug, Clone, Copy, thiserror::Error, ApiError)]
#[error("odd")]
#[api(
    status = 400,
    type = "/docs/errors/{code}",
    allow(code_style, duplicate_code)
)]
enum Odd {
    #[api(code = "SLUG_TAKEN")]
    Plain,
    #[api(code = "KV:Raftstore:NotLeader")]
    Colons,
    #[api(code = "a|b")]
    Pipe,
    #[api(code = "a/b/../c")]
    Slashes,
    #[api(code = "100% <b>&?#+ \"'")]
    Reserved,
    #[api(code = "größe-漢字")]
    Unicode,
    #[api(code = "-._~")]
    Unreserved,
    #[api(code = "%2F")]
    Encoded,
    #[api(code = "index.html")]
    File,
    #[api(code = "catalog.json")]
    Catalog,
    #[api(code = "SHARED", status = 409)]
    Shared,
    #[api(code = "SHARED", status = 410)]
    SharedToo,
}

/// Codes that are numbers, with absolute URLs as `type`.
#[derive(Debug, Clone, Copy, thiserror::Error, ApiError)]
#[error("numbered")]
#[api(status = 422, type = "https://api.example.com/docs/errors/{code}")]
enum Numbered {
    #[api(code = 10042)]
    Plain,
    #[api(code = -7)]
    Negative,
}

errcode::catalog! {
    static ODD: Catalog = { title: "Odd", types: [Odd, Numbered] };
}

errcode::catalog! {
    static NUMBERED: Catalog = { title: "Numbered", types: [Numbered] };
}

const ALL: [Odd; 12] = [
    Odd::Plain,
    Odd::Colons,
    Odd::Pipe,
    Odd::Slashes,
    Odd::Reserved,
    Odd::Unicode,
    Odd::Unreserved,
    Odd::Encoded,
    Odd::File,
    Odd::Catalog,
    Odd::Shared,
    Odd::SharedToo,
];

fn service() -> Service {
    let odd = async |Path(at): Path<usize>| ALL.get(at).map_or(Ok("none"), |error| Err(*error));
    let numbered = async |Path(at): Path<usize>| match at {
        0 => Numbered::Plain,
        _ => Numbered::Negative,
    };
    let app = Router::new()
        .route("/odd/{at}", get(odd))
        .route("/numbered/{at}", get(numbered))
        .nest_service("/docs/errors", docs_service(&ODD))
        .nest_service("/numbered-docs", docs_service(&NUMBERED));
    Service::start(app)
}

/// A text as escaped in the pages.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#x27;"),
            '/' => escaped.push_str("&#x2f;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[track_caller]
fn is_page_of(page: &Answer, code: &str, statuses: &[u16]) {
    assert_eq!(page.status, 200, "{code}: {}", page.body);
    assert_eq!(page.header("content-type"), Some(HTML));
    let title = format!("<title>{} - ", escaped(code));
    assert!(page.body.contains(&title), "{title}\n{}", page.body);
    let statuses: Vec<String> = statuses.iter().map(u16::to_string).collect();
    let status = format!(" data-status=\"{}\">", statuses.join(" "));
    assert!(page.body.contains(&status), "{status}\n{}", page.body);
}

#[test]
fn every_type_is_the_url_of_its_page() {
    let service = service();
    let requests = (0..ALL.len()).map(|at| format!("/odd/{at}"));
    let mut codes = Vec::new();
    for request in requests.chain(["/numbered/0".into(), "/numbered/1".into()]) {
        let answer = service.ask("GET", &request, &[], "");
        let body: Value = serde_json::from_str(&answer.body).unwrap();
        let code = match &body["code"] {
            Value::String(text) => text.clone(),
            number => number.to_string(),
        };
        let uri = body["type"].as_str().unwrap();
        // A `type` is an absolute path, or a URL with the host of this service.
        let path = uri.strip_prefix("https://api.example.com").unwrap_or(uri);
        assert_eq!(path, format!("/docs/errors/{}", html::segment(&code)));
        is_page_of(&service.ask("GET", path, &[], ""), &code, &[answer.status]);
        codes.push(code);
    }
    let documented: Vec<_> = Document::from(&ODD)
        .errors()
        .map(|error| error.code.to_string())
        .collect();
    assert_eq!(codes, documented);
}

#[test]
fn a_code_is_found_in_every_encoding_of_its_url() {
    let service = service();
    for path in ["a%7Cb", "a%7cb", "%61%7C%62"] {
        let page = service.ask("GET", &format!("/docs/errors/{path}"), &[], "");
        is_page_of(&page, "a|b", &[400]);
    }
    let shared = service.ask("GET", "/docs/errors/SHARED", &[], "");
    is_page_of(&shared, "SHARED", &[409]);
    is_page_of(&shared, "SHARED", &[410]);
    assert_eq!(shared.body.matches("<article").count(), 2);
}

#[test]
fn the_page_of_all_errors_and_the_json_catalog() {
    let service = service();
    for path in ["/docs/errors", "/docs/errors/", "/docs/errors?from=mail"] {
        service.ask("GET", path, &[], "").is(200, HTML, &html(&ODD));
    }
    service
        .ask("GET", "/numbered-docs/catalog.json", &[], "")
        .is(200, "application/json", &json(&NUMBERED));
    // Its links are fragments, and links of other pages lead to it, so a final slash makes no difference.
    assert!(!html(&ODD).contains("href=\"/") && html(&ODD).contains("href=\"#SLUG_TAKEN\""));
    let page = service.ask("GET", "/docs/errors/SLUG_TAKEN", &[], "");
    assert!(page.body.contains("<a href=\".\">All errors</a>"));
}

#[test]
fn pages_are_cached_by_clients() {
    let service = service();
    let ask = |method: &str, path: &str, headers: &[(&str, &str)]| {
        service.ask(method, &format!("/numbered-docs{path}"), headers, "")
    };
    let mut tags = Vec::new();
    for path in ["", "/10042", "/-7", "/catalog.json"] {
        let page = ask("GET", path, &[]);
        assert_eq!(page.header("cache-control"), Some("max-age=300"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
        let policy = page.header("content-security-policy");
        assert_eq!(policy, Some(html::CONTENT_SECURITY_POLICY));
        let tag = page.header("etag").unwrap().to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() == 18);

        let head = ask("HEAD", path, &[]);
        assert_eq!((head.status, head.body.as_str()), (200, ""));
        for name in ["content-type", "content-length", "etag", "cache-control"] {
            assert_eq!(head.header(name), page.header(name), "{name}");
        }
        assert_eq!(
            head.header("content-length"),
            Some(&*page.body.len().to_string())
        );

        for known in [
            tag.clone(),
            format!("W/{tag}"),
            format!("\"0\", {tag}"),
            "*".to_owned(),
        ] {
            for method in ["GET", "HEAD"] {
                let same = ask(method, path, &[("If-None-Match", &known)]);
                assert_eq!((same.status, same.body.as_str()), (304, ""), "{known}");
                assert_eq!(same.header("etag"), Some(tag.as_str()));
                assert_eq!(same.header("cache-control"), Some("max-age=300"));
            }
        }
        for other in ["\"0\"", tag.trim_matches('"'), "W/", ""] {
            let page = ask("GET", path, &[("If-None-Match", other)]);
            assert_eq!(page.status, 200, "{other:?}");
        }
        tags.push(tag);
    }
    tags.sort_unstable();
    tags.dedup();
    assert_eq!(tags.len(), 4);
    // The same text has the same `ETag`, in another process too.
    let again = Site::new(&NUMBERED).respond(&http::Request::get("/-7").body(()).unwrap());
    assert!(tags.contains(&again.headers()["etag"].to_str().unwrap().to_owned()));
}

#[test]
fn a_path_without_a_page_is_a_404() {
    let service = service();
    for (path, home) in [
        ("/SLUG_TAKE", "."),
        ("/a/b/..%2fc", "..&#x2f;..&#x2f;"),
        ("/SLUG_TAKEN/", "..&#x2f;"),
        ("/%FF", "."),
        ("/.html", "."),
        ("/<script>alert(1)<%2fscript>", "."),
    ] {
        let path = format!("/docs/errors{path}")
            .replace('<', "%3C")
            .replace('>', "%3E");
        let page = service.ask("GET", &path, &[("Accept", "text/html, */*")], "");
        assert_eq!(
            (page.status, page.header("content-type")),
            (404, Some(HTML))
        );
        assert!(page.body.contains("This API has no error with the code"));
        let link = format!("<a href=\"{home}\">All errors</a>");
        assert!(page.body.contains(&link), "{path}\n{}", page.body);
        assert!(!page.body.contains("<script"));
        assert_eq!(page.header("cache-control"), Some("no-cache"));
        let policy = page.header("content-security-policy");
        assert_eq!(policy, Some(html::CONTENT_SECURITY_POLICY));
    }
    let json = [("Accept", "application/json")];
    let problem = service.ask("GET", "/docs/errors/SLUG_TAKE", &json, "");
    problem.is(
        404,
        "application/problem+json",
        "{\n  \"type\": \"about:blank\",\n  \"title\": \"Not Found\",\n  \"status\": 404,\n  \
         \"detail\": \"This API has no error with the code \\\"SLUG_TAKE\\\".\"\n}\n",
    );
    assert_eq!(problem.header("vary"), Some("accept"));
    let head = service.ask("HEAD", "/docs/errors/SLUG_TAKE", &json, "");
    assert_eq!((head.status, head.body.as_str()), (404, ""));
    for method in ["POST", "DELETE", "OPTIONS"] {
        let refused = service.ask(method, "/docs/errors/SLUG_TAKEN", &json, "");
        assert_eq!(
            (refused.status, refused.header("allow")),
            (405, Some("GET, HEAD"))
        );
        assert!(refused.body.contains("GET and HEAD"));
    }
}

#[test]
fn the_pages_may_be_at_the_root() {
    let service = Service::start(Router::new().fallback_service(docs_service(&NUMBERED)));
    is_page_of(&service.ask("GET", "/10042", &[], ""), "10042", &[422]);
    service
        .ask("GET", "/", &[], "")
        .is(200, HTML, &html(&NUMBERED));
}

/// Requests the page of all errors and the page of each error.
fn documented(app: Router, catalog: &'static Catalog) -> Service {
    let service = Service::start(app);
    let all = service.ask("GET", "/errors", &[], "");
    all.is(200, HTML, &html(catalog));
    for error in Document::from(catalog).errors() {
        let code = error.code.to_string();
        let path = format!("/errors/{}", html::segment(&code));
        is_page_of(
            &service.ask("GET", &path, &[], ""),
            &code,
            error.known_statuses(),
        );
    }
    service
}

#[test]
fn the_four_services_have_pages() {
    documented(skills::app(), &skills::errors::SKILLS);
    documented(hosting::app(), &hosting::HOSTING);
    documented(accounts::app(), &accounts::errors::ACCOUNTS);
    documented(vault::app(), &vault::VAULT);
}

/// Its types are relative references, as on the page written by hand. A client resolves them against the documented
/// base URL.
#[test]
fn the_types_of_the_vault_service_are_urls_of_pages() {
    let vault = documented(vault::app(), &vault::VAULT);
    let json = ("Content-Type", "application/json");
    let token = vault.ask(
        "POST",
        "/v1/auth/token",
        &[json],
        r#"{"api_key":"key_alice"}"#,
    );
    let token: Value = serde_json::from_str(&token.body).unwrap();
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let headers = [json, ("Authorization", bearer.as_str())];
    let create = |name: &str| vault.ask("POST", "/v1/vaults", &headers, name);
    let answers = ["1", "2", "3", "4"].map(|n| create(&format!(r#"{{"name":"v{n}"}}"#)));
    let last = &answers[3];
    let problem: Value = serde_json::from_str(&last.body).unwrap();
    let uri = problem["type"].as_str().unwrap();
    let page = vault.ask("GET", &format!("/errors/{uri}"), &[], "");
    is_page_of(&page, uri, &[last.status]);
}
