//! Several formats in one service: of a variant, of an inner error, and built-in ones by their keywords.

use errcode::ApiError;

use crate::answer::answer;

/// Errors of a sign-up form.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = text, group = "Form errors")]
enum Form {
    /// The name is taken.
    #[error("name is taken")]
    #[api(status = 409, code = "NAME_TAKEN")]
    NameTaken,
    /// Fields are wrong.
    #[error("invalid")]
    #[api(status = 422, code = "INVALID", format = Errors)]
    #[api(example(Self::Invalid { errors: [("name".to_owned(), "short".to_owned())].into() }))]
    Invalid {
        #[api(flatten)]
        errors: std::collections::BTreeMap<String, String>,
    },
    #[error("page")]
    #[api(status = 404, code = "NO_PAGE", format = html)]
    NoPage,
    #[error("gone")]
    #[api(status = 410, code = "GONE", format = problem_xml)]
    Gone,
    #[error("hidden")]
    #[api(hide_as = NoPage)]
    Hidden,
    #[error(transparent)]
    #[api(transparent, format = inner)]
    Kept(#[from] Inner),
    #[error(transparent)]
    #[api(transparent, allow(mixed_format))]
    Changed(#[from] Other),
    #[error(transparent)]
    #[api(transparent)]
    Silent(#[from] Silent),
}

/// `{"errors":{...}}`
struct Errors;

impl errcode::format::Format for Errors {
    const NAME: &'static str = "errors";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(
        error: &errcode::format::Occurrence<'_>,
        body: &mut errcode::format::Body,
    ) -> Result<(), errcode::format::FormatError> {
        body.object(|object| error.write_details("errors", object))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(format = flat, status = 400, code = "INNER")]
struct Inner;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("other")]
#[api(format = nested, status = 400, code = "OTHER")]
struct Other;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("silent")]
#[api(status = 400, code = "SILENT")]
struct Silent;

fn sent(error: impl Into<Form>) -> (String, String) {
    let answer = answer(&error.into());
    let content_type = answer.header("content-type").unwrap_or_default().to_owned();
    (content_type, answer.body)
}

fn is(found: &(String, String), content_type: &str, body: &str) {
    assert_eq!((&*found.0, &*found.1), (content_type, body));
}

#[test]
fn a_variant_has_the_format_of_the_type_or_its_own() {
    is(
        &sent(Form::NameTaken),
        "text/plain; charset=utf-8",
        "name is taken",
    );
    let errors = [("name".to_owned(), "short".to_owned())].into();
    is(
        &sent(Form::Invalid { errors }),
        "application/json",
        r#"{"errors":{"name":"short"}}"#,
    );
    let page = sent(Form::NoPage);
    assert_eq!(page.0, "text/html; charset=utf-8");
    assert_eq!(sent(Form::Hidden), page);
    assert_eq!(sent(Form::Gone).0, "application/problem+xml");
}

#[test]
fn an_inner_error_keeps_its_format_if_the_variant_says_so() {
    is(
        &sent(Inner),
        "application/json",
        r#"{"code":"INNER","detail":"inner"}"#,
    );
    is(&sent(Other), "text/plain; charset=utf-8", "other");
    is(&sent(Silent), "text/plain; charset=utf-8", "silent");
    // Where nobody includes it, an error has its own.
    assert!(
        answer(&Other)
            .body
            .starts_with(r#"{"error":{"code":"OTHER""#)
    );
}

#[cfg(feature = "docs")]
#[test]
fn documents_show_each_body_as_it_is_sent() {
    use errcode::docs::{Document, markdown, openapi};

    errcode::catalog! { static FORMS: Catalog = { title: "Forms", types: [Form] }; }
    let document = Document::from(&FORMS);
    let groups: Vec<_> = document
        .groups
        .iter()
        .map(|group| {
            let codes: Vec<String> = group.errors.iter().map(|e| e.code.to_string()).collect();
            (
                &*group.title,
                &*group.format,
                &*group.content_type,
                codes.join(" "),
            )
        })
        .collect();
    let text = "text/plain; charset=utf-8";
    let expected = [
        ("Form errors", "text", text, "NAME_TAKEN".to_owned()),
        (
            "Form errors (errors)",
            "errors",
            "application/json",
            "INVALID".to_owned(),
        ),
        (
            "Form errors (html)",
            "html",
            "text/html; charset=utf-8",
            "NO_PAGE".to_owned(),
        ),
        (
            "Form errors (problem_xml)",
            "problem_xml",
            "application/problem+xml",
            "GONE".to_owned(),
        ),
        ("Inner", "flat", "application/json", "INNER".to_owned()),
        ("Other", "text", text, "OTHER".to_owned()),
        ("Silent", "text", text, "SILENT".to_owned()),
    ];
    assert_eq!(groups, expected);
    let page = markdown(&FORMS, &markdown::Options::default());
    assert!(
        page.contains("{\n  \"errors\": {\n    \"name\": \"short\"\n  }\n}"),
        "{page}"
    );
    let openapi = openapi(&FORMS, &openapi::Options::default());
    let openapi = openapi.to_string();
    for content_type in [text, "application/json", "text/html; charset=utf-8"] {
        assert!(
            openapi.contains(&format!("\"{content_type}\":{{")),
            "{openapi}"
        );
    }
}
