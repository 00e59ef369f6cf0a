//! `rename_all_fields`: the names of members, as serde's key of that name.

use errcode::ApiError;
use serde::Serialize;

use crate::answer::answer;

#[derive(Debug, thiserror::Error, ApiError, Serialize)]
#[error("error")]
#[api(format = flat, rename_all_fields = "camelCase")]
#[serde(rename_all_fields = "camelCase")]
enum Error {
    #[api(status = 409, code = "TAKEN")]
    Taken {
        #[api(public)]
        user_id: u8,
        #[api(public)]
        r#type: u8,
        #[api(public)]
        _line_2: u8,
        #[api(public = "kept_name")]
        #[serde(rename = "kept_name")]
        named: u8,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat, rename_all_fields = "kebab-case", status = 409, code = "KEBAB")]
struct Kebab {
    #[api(public)]
    user_id: u8,
}

const TAKEN: Error = Error::Taken {
    user_id: 1,
    r#type: 2,
    _line_2: 3,
    named: 4,
};

#[test]
fn members_have_the_names_that_serde_gives_them() {
    let body: serde_json::Value = serde_json::from_str(&answer(&TAKEN).body).unwrap();
    let by_serde = serde_json::to_value(&TAKEN).unwrap();
    assert_eq!(body["details"], by_serde["Taken"]);
    assert_eq!(
        by_serde["Taken"].to_string(),
        r#"{"kept_name":4,"line2":3,"type":2,"userId":1}"#
    );
    let kebab = answer(&Kebab { user_id: 1 });
    assert!(kebab.body.ends_with(r#""details":{"user-id":1}}"#));
}

#[cfg(feature = "docs")]
#[test]
fn documents_have_the_names_of_the_body() {
    use errcode::docs::{Document, openapi, typescript};

    errcode::catalog! { static ALL: Catalog = { title: "All", types: [Error, Kebab] }; }
    let document = Document::from(&ALL);
    let details = document.errors().flat_map(|error| &error.details);
    let names: Vec<&str> = details.map(|detail| &*detail.name).collect();
    assert_eq!(names, ["userId", "type", "line2", "kept_name", "user-id"]);
    let typescript = typescript(&ALL);
    assert!(typescript.contains("userId: number"), "{typescript}");
    let openapi = openapi(&ALL, &openapi::Options::default()).pretty();
    assert!(openapi.contains("\"userId\"") && !openapi.contains("\"user_id\""));
}
