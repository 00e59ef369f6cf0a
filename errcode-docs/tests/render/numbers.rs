//! Numbers in examples keep their text, whatever their size and the features of `serde_json`.

use errcode_docs::{Document, Known, html, markdown};

#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[error("counted")]
#[api(format = flat, status = 409, code = "COUNTED")]
#[api(example(Self { most: u128::MAX, least: i128::MIN, part: 1.5, small: 1e-7, share: Share { of: 0.25 } }))]
struct Counted {
    #[api(public)]
    most: u128,
    #[api(public)]
    least: i128,
    #[api(public)]
    part: f64,
    #[api(public)]
    small: f64,
    #[api(public)]
    share: Share,
}

#[derive(Debug, serde::Serialize)]
struct Share {
    of: f64,
}

errcode::catalog! { static COUNTED: Catalog = { title: "Numbers", types: [Counted] }; }

#[test]
fn numbers_are_shown_as_they_are_sent() {
    let page = markdown(&COUNTED, &markdown::Options::default());
    for line in [
        "    \"most\": 340282366920938463463374607431768211455,\n",
        "    \"least\": -170141183460469231731687303715884105728,\n",
        "    \"part\": 1.5,\n",
        "    \"small\": 1e-7,\n",
        "      \"of\": 0.25\n",
    ] {
        assert!(page.contains(line), "no {line:?} in\n{page}");
    }
    let openapi = errcode_docs::openapi(&COUNTED, &errcode_docs::openapi::Options::default());
    for text in [openapi.to_string(), html(&COUNTED), page] {
        assert!(!text.contains("private"), "{text}");
        assert!(text.contains("340282366920938463463374607431768211455"));
    }
}

#[test]
fn a_large_integer_is_an_integer() {
    let document = Document::from(&COUNTED);
    let details = &document.groups[0].errors[0].details;
    let known: Vec<_> = details
        .iter()
        .map(|d| (d.name.as_str(), d.schema.words(), d.known))
        .collect();
    assert_eq!(
        known,
        [
            ("most", "integer".to_owned(), Known::Type),
            ("least", "integer".to_owned(), Known::Type),
            ("part", "number".to_owned(), Known::Type),
            ("small", "number".to_owned(), Known::Type),
            ("share", "object (of: number)".to_owned(), Known::Example),
        ]
    );
}
