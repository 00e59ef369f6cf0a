//! What a context takes from a request, and what it refuses.

use super::*;

#[test]
fn what_a_context_knows() {
    let nothing = Context::new();
    assert_eq!((nothing.instance(), nothing.request_id()), (None, None));
    assert!(nothing.is_empty() && !nothing.is_head());
    let somewhere = nothing.clone().with_instance("/a");
    assert!(somewhere.instance() == Some("/a") && !somewhere.is_empty());
    assert_eq!(somewhere.without_instance(), nothing);
    let somebody = nothing.clone().with_request_id("7f").unwrap();
    assert!(somebody.request_id() == Some("7f") && !somebody.is_empty());
    let both = somebody.clone().with_instance("/a");
    assert_eq!(both.without_instance(), somebody);
    // To a HEAD the body is written as to a GET, and not sent.
    let head = nothing.with_head(true);
    assert!(head.is_head() && head.is_empty() && !head.with_head(false).is_head());

    let get = Request::get("/p").body(()).unwrap();
    let header = HeaderName::from_static("x-request-id");
    assert!(!Context::from_request(&get, &header).is_head());
    assert!(InvalidRequestId.to_string().contains("128 characters"));
}

#[test]
fn a_fact_is_known_by_its_name() {
    let context = Context::new().with_fact("id", "7").unwrap();
    assert!(!context.is_empty() && context != Context::new());
    assert_eq!(context.fact("id").unwrap().get(), "\"7\"");
    let context = context.with_fact("other", &[1]).unwrap();
    let context = context.with_fact("id", &None::<u8>).unwrap();
    assert_eq!(context.fact("id").unwrap().get(), "null");
    assert_eq!(context.fact("other").unwrap().get(), "[1]");
    assert!(context.fact("none").is_none());
    let keys = std::collections::HashMap::from([(Some([1]), 2)]);
    assert!(context.with_fact("id", &keys).is_err());
}

#[test]
fn an_instance_is_a_reference_to_this_server() {
    for (path, expected) in [
        ("/a/b", "/a/b"),
        ("/a%2Fb%zz%4", "/a%2Fb%25zz%254"),
        ("/a{\"b|c}", "/a%7B%22b%7Cc%7D"),
        ("//other.example/x", "/.//other.example/x"),
        ("/é", "/%C3%A9"),
        ("*", "*"),
    ] {
        assert_eq!(reference(path).as_deref(), Some(expected), "{path}");
    }
    let longest = "/".repeat(LIMIT);
    assert_eq!(reference(&longest).map(|it| it.len()), Some(LIMIT + 2));
    assert_eq!(reference(&(longest + "a")), None);
    let connect = Request::connect("example.com:443").body(()).unwrap();
    let header = HeaderName::from_static("x-request-id");
    assert_eq!(Context::from_request(&connect, &header).instance(), None);
}

#[test]
fn accept_headers_are_joined() {
    let accept = HeaderName::from_static("accept");
    let request = Request::get("/")
        .header(&accept, "text/html")
        .header(&accept, "a/b");
    let context = Context::from_request(&request.body(()).unwrap(), &accept);
    assert_eq!(context.accept(), Some("text/html, a/b"));
    assert!(Context::new().accept().is_none());
    for odd in [&b"caf\xc3\xa9"[..], b"\xff", b"a\nb"] {
        assert_eq!(context.clone().with_accept(odd), context, "{odd:?}");
    }
    let longest = "a".repeat(LIMIT);
    let full = Context::new().with_accept(longest.as_bytes());
    assert_eq!(full.accept(), Some(&*longest));
    assert_eq!(full.clone().with_accept(b""), full);
}

#[test]
fn parts_of_a_request_that_are_not_valid_are_left_out() {
    let context = Context::from_parts("", Some(b"\xff"), true);
    assert_eq!((context.instance(), context.request_id()), (None, None));
    assert!(context.is_head());
}

#[test]
fn ids_that_a_client_may_not_choose() {
    for bad in [
        "",
        "a b",
        "a\nb",
        "\u{202e}",
        "<script>",
        "é",
        &"a".repeat(129),
    ] {
        assert_eq!(
            Context::new().with_request_id(bad),
            Err(InvalidRequestId),
            "{bad:?}"
        );
    }
    assert!(Context::new().with_request_id("a".repeat(128)).is_ok());
    let header = HeaderName::from_static("x-request-id");
    let request = |id: &str| {
        let request = Request::head("/p?secret=1").header(&header, id);
        Context::from_request(&request.body(()).unwrap(), &header)
    };
    assert_eq!(request("7f-3a").request_id(), Some("7f-3a"));
    let refused = request("<script>");
    assert_eq!(refused.request_id(), None);
    assert_eq!((refused.instance(), refused.is_head()), (Some("/p"), true));
}
