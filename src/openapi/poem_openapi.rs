//! poem-openapi 5: `ApiResponse` for every derived type.
//!
//! An operation that returns `Result<T, MyError>` documents the errors of `MyError`; nothing else is needed.
//!
//! ```
//! use errcode::ApiError;
//! use poem_openapi::payload::PlainText;
//! use poem_openapi::{OpenApi, OpenApiService};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// The slug is already in use.
//!     #[error("slug taken")]
//!     #[api(status = 409, code = "SLUG_TAKEN")]
//!     SlugTaken,
//! }
//!
//! struct Api;
//!
//! #[OpenApi]
//! impl Api {
//!     #[oai(path = "/skills", method = "post")]
//!     async fn create(&self) -> Result<PlainText<String>, SkillError> {
//!         Err(SkillError::SlugTaken)
//!     }
//! }
//!
//! let description = OpenApiService::new(Api, "Skills", "1").spec();
//! assert!(description.contains("SLUG_TAKEN"));
//! ```
//!
//! poem-openapi describes the return type. To document a few errors of the type, let the operation return
//! [`Failed<E, CreateSkill>`](Failed).
//!
//! It writes OpenAPI 3.0, and a response has no place for examples. The schema of a response lists one schema for each
//! error, with the error's first example.

use std::collections::HashSet;
use std::marker::PhantomData;
use std::sync::Mutex;

use errcode_core::ApiError;
use errcode_docs::{Document, openapi};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use serde::Deserialize;
use serde_json::Value;

use super::{OperationErrors, typed};

/// An error of the type `E` in an operation that documents the errors `D`, for example those of
/// [`operation_errors!`](crate::operation_errors!).
///
/// The response is that of the error, which `?` converts.
#[derive(Debug)]
pub struct Failed<E, D>(E, PhantomData<fn() -> D>);

impl<E, D> From<E> for Failed<E, D> {
    fn from(error: E) -> Self {
        Self(error, PhantomData)
    }
}

impl<E: ApiError + Send + Sync + 'static, D> From<Failed<E, D>> for poem::Error
where
    poem::Error: From<E>,
{
    fn from(failed: Failed<E, D>) -> Self {
        failed.0.into()
    }
}

impl<E, D: OperationErrors> ApiResponse for Failed<E, D> {
    fn meta() -> MetaResponses {
        responses::<D>()
    }

    fn register(_: &mut Registry) {}
}

/// The responses by status, what `ApiResponse` returns.
///
/// # Panics
///
/// If a response of OpenAPI 3.1 has a part that this crate does not know.
pub fn responses<E: OperationErrors + ?Sized>() -> MetaResponses {
    let document = E::document();
    let of_errors = each_alone(&document);
    let responses = super::responses::<E>()
        .into_iter()
        .map(|(status, response)| {
            let response: Response = typed(&response);
            let schemas = of_errors.iter().filter(|(other, _)| *other == status);
            let schemas: Vec<&Response> = schemas.map(|(_, response)| response).collect();
            let content = response.content.keys().map(|content_type| MetaMediaType {
                content_type: interned(content_type),
                schema: any_of(
                    schemas
                        .iter()
                        .filter_map(|response| response.schema(content_type))
                        .collect(),
                ),
            });
            let headers = response.headers.iter().map(|(name, header)| MetaHeader {
                name: name.clone(),
                description: header.description.clone(),
                required: header.required,
                deprecated: false,
                schema: header.schema.meta(),
            });
            MetaResponse {
                description: interned(&response.description),
                status,
                status_range: None,
                content: content.collect(),
                headers: headers.collect(),
            }
        });
    MetaResponses {
        responses: responses.collect(),
    }
}

/// The responses of each error alone.
fn each_alone(document: &Document) -> Vec<(Option<u16>, Response)> {
    let mut responses = Vec::new();
    for group in &document.groups {
        for error in &group.errors {
            let mut alone = document.clone();
            let mut of_one = group.clone();
            of_one.errors = vec![error.clone()];
            alone.groups = vec![of_one];
            let all = openapi::inline_responses(alone, &openapi::Options::default());
            responses.extend(
                all.iter()
                    .map(|(status, response)| (*status, typed(response))),
            );
        }
    }
    responses
}

fn any_of(mut schemas: Vec<MetaSchemaRef>) -> MetaSchemaRef {
    match schemas.len() {
        1 => schemas.remove(0),
        _ => MetaSchemaRef::Inline(Box::new(MetaSchema {
            any_of: schemas,
            ..MetaSchema::ANY
        })),
    }
}

/// A response as errcode describes it.
#[derive(Deserialize)]
struct Response {
    #[serde(default)]
    description: String,
    #[serde(default)]
    headers: Members<Header>,
    #[serde(default)]
    content: Members<MediaType>,
}

type Members<T> = std::collections::BTreeMap<String, T>;

impl Response {
    /// The schema of a media type, with its first example.
    fn schema(&self, content_type: &str) -> Option<MetaSchemaRef> {
        let media_type = self.content.get(content_type)?;
        let schema = media_type.schema.meta();
        let example = media_type
            .examples
            .values()
            .next()
            .map(|example| example.value.clone());
        Some(match schema {
            MetaSchemaRef::Inline(schema) => {
                MetaSchemaRef::Inline(Box::new(MetaSchema { example, ..*schema }))
            }
            reference @ MetaSchemaRef::Reference(_) => reference,
        })
    }
}

#[derive(Deserialize)]
struct Header {
    description: Option<String>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    schema: Schema,
}

#[derive(Deserialize)]
struct MediaType {
    #[serde(default)]
    schema: Schema,
    #[serde(default)]
    examples: Members<Example>,
}

#[derive(Deserialize)]
struct Example {
    value: Value,
}

/// The keywords of JSON Schema that errcode writes.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Schema {
    #[serde(rename = "type")]
    kind: String,
    format: Option<String>,
    title: Option<String>,
    description: Option<String>,
    deprecated: bool,
    #[serde(rename = "enum")]
    values: Vec<Value>,
    minimum: Option<f64>,
    items: Option<Box<Schema>>,
    additional_properties: Option<Box<Schema>>,
    properties: Members<Schema>,
    required: Vec<String>,
    any_of: Vec<Schema>,
    one_of: Vec<Schema>,
}

impl Schema {
    fn meta(&self) -> MetaSchemaRef {
        let all = |schemas: &[Self]| schemas.iter().map(Self::meta).collect();
        let boxed =
            |schema: &Option<Box<Self>>| schema.as_ref().map(|schema| Box::new(schema.meta()));
        let properties = self
            .properties
            .iter()
            .map(|(name, schema)| (interned(name), schema.meta()));
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            ty: interned(&self.kind),
            format: self.format.as_deref().map(interned),
            title: self.title.clone(),
            description: self.description.as_deref().map(interned),
            deprecated: self.deprecated,
            enum_items: self.values.clone(),
            minimum: self.minimum,
            items: boxed(&self.items),
            additional_properties: boxed(&self.additional_properties),
            properties: properties.collect(),
            required: self.required.iter().map(|name| interned(name)).collect(),
            any_of: all(&self.any_of),
            one_of: all(&self.one_of),
            ..MetaSchema::ANY
        }))
    }
}

/// The text as a static one, as poem-openapi wants it. A text is kept once, however often it is described.
fn interned(text: &str) -> &'static str {
    static TEXTS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut texts = TEXTS
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let texts = texts.get_or_insert_default();
    if let Some(known) = texts.get(text) {
        return known;
    }
    let kept: &'static str = String::leak(text.to_owned());
    texts.insert(kept);
    kept
}

/// The impl for a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_poem_openapi_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::poem_openapi::ApiResponse for $type $($bounds)* {
            fn meta() -> $crate::__private::poem_openapi::registry::MetaResponses {
                $crate::openapi::poem_openapi::responses::<$type>()
            }

            fn register(_: &mut $crate::__private::poem_openapi::registry::Registry) {}
        }
    };
}
