//! OpenAPI 3.1: a response for each status, and the schemas of the bodies.

mod body;
mod response;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::Document;
use crate::model::json::{Json, object};
use crate::render::page_link::relink;
use crate::render::type_name::{Letters, Named, named, response_keys, status_component};
use body::bodies;
use response::response;

/// Options of the OpenAPI description.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The version of the API, `info.version`.
    pub version: String,
    /// Whether each error has a schema, and each status a `oneOf` with a discriminator. Otherwise the errors of a status
    /// share one schema, in which `code` is an `enum`.
    pub one_of: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            version: "1.0.0".to_owned(),
            one_of: false,
        }
    }
}

/// The document as an OpenAPI 3.1 description without paths. It has a response for each status, to refer to as
/// `#/components/responses/Error404`, and their schemas. If the status of an error is chosen at run time, it has a
/// response `ErrorDefault` too, to use as `default`.
///
/// The schema of a custom format is inferred from the examples, and its description says so.
///
/// ```
/// use errcode_docs::openapi;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let mut options = openapi::Options::default();
/// options.version = "2.1.0".into();
/// let description = openapi(&SKILLS, &options);
/// let responses = description.get("components").unwrap().get("responses").unwrap();
/// let conflict = responses.get("Error409").unwrap();
/// assert!(conflict.get("content").unwrap().get("application/problem+json").is_some());
/// assert!(description.pretty().starts_with("{\n  \"openapi\": \"3.1.0\",\n"));
/// ```
pub fn openapi(source: impl Into<Document>, options: &Options) -> Json {
    let document = source.into();
    let Components { responses, schemas } = components(&document, options);
    let responses = responses
        .into_iter()
        .map(|(status, response)| (status_component(status, 1), response));
    let document = relink(document, |_| None);
    let mut info = object! { "title" => document.title.as_str() };
    if !document.introduction.is_empty() {
        info.set("description", document.introduction.as_str());
    }
    info.set("version", options.version.as_str());
    object! {
        "openapi" => "3.1.0",
        "info" => info,
        "paths" => object! {},
        "components" => object! {
            "responses" => Json::Object(responses.collect()),
            "schemas" => Json::Object(schemas),
        },
    }
}

/// The responses of the document by ascending status, for a description that other code builds. They refer to
/// [`schemas`] as `#/components/schemas/NAME`.
///
/// An error whose status is chosen at run time is part of the response of each status that is known, and of the last
/// response, which has no status. That is the `default` response in OpenAPI.
///
/// ```
/// use errcode_docs::openapi;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let options = openapi::Options::default();
/// let responses = openapi::responses(&SKILLS, &options);
/// assert_eq!(responses[0].0, Some(409));
/// assert!(responses[0].1.to_string().contains("#/components/schemas/Error409"));
/// assert_eq!(openapi::schemas(&SKILLS, &options)[0].0, "Error409");
/// ```
pub fn responses(source: impl Into<Document>, options: &Options) -> Vec<(Option<u16>, Json)> {
    components(&source.into(), options).responses
}

/// The schemas that [`responses`] refers to, by name. The example is there.
pub fn schemas(source: impl Into<Document>, options: &Options) -> Vec<(String, Json)> {
    components(&source.into(), options).schemas
}

/// The responses of the document as by [`responses`], each with its schema in place of a reference to one.
///
/// ```
/// use errcode_docs::openapi;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let responses = openapi::inline_responses(&SKILLS, &openapi::Options::default());
/// assert!(!responses[0].1.to_string().contains("$ref"));
/// ```
pub fn inline_responses(
    source: impl Into<Document>,
    options: &Options,
) -> Vec<(Option<u16>, Json)> {
    let Components { responses, schemas } = components(&source.into(), options);
    let schemas: HashMap<String, Json> = schemas.into_iter().collect();
    responses
        .into_iter()
        .map(|(status, response)| (status, inlined(response, &schemas)))
        .collect()
}

/// A part of a description with the schemas in place of references to them.
fn inlined(json: Json, schemas: &HashMap<String, Json>) -> Json {
    match json {
        Json::Array(items) => Json::Array(
            items
                .into_iter()
                .map(|item| inlined(item, schemas))
                .collect(),
        ),
        Json::Object(members) => {
            let referred = match members.as_slice() {
                [(name, Json::String(target))] if name == "$ref" => {
                    target.strip_prefix("#/components/schemas/")
                }
                _ => None,
            };
            if let Some(schema) = referred.and_then(|name| schemas.get(name)) {
                return inlined(schema.clone(), schemas);
            }
            let members = members.into_iter();
            Json::Object(
                members
                    .map(|(name, value)| (name, inlined(value, schemas)))
                    .collect(),
            )
        }
        other => other,
    }
}

struct Components {
    responses: Vec<(Option<u16>, Json)>,
    schemas: Vec<(String, Json)>,
}

fn components(document: &Document, options: &Options) -> Components {
    // Links between errors have no target, because a viewer may show a description at any URL.
    let document = relink(document.clone(), |_| None);
    let errors = named(&document, Letters::Ascii);
    let mut by_status = BTreeMap::<_, Vec<&Named<'_>>>::new();
    for named in &errors {
        for status in response_keys(named.1) {
            // The default response comes last.
            let key = (status.is_none(), status);
            by_status.entry(key).or_default().push(named);
        }
    }
    let (mut responses, mut schemas) = (Vec::new(), Vec::new());
    let mut names = HashSet::new();
    for ((_, status), errors) in by_status {
        let bodies = bodies(status, &errors, options.one_of);
        responses.push((status, response(status, &errors, &bodies)));
        // The schema of an error may be part of several responses.
        let new = bodies.schemas.into_iter();
        schemas.extend(new.filter(|(name, _)| names.insert(name.clone())));
    }
    Components { responses, schemas }
}
