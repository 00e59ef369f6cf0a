//! The JSON type of a value, as a subset of JSON Schema.

use serde::{Deserialize, Serialize};

use crate::model::json::Json;
use crate::model::json::object;

/// The name of the format of dates in headers (RFC 9110, 5.6.7).
pub(crate) const HTTP_DATE: &str = "http-date";

/// The JSON type of a value. It serializes as a subset of JSON Schema (2020-12). The default admits any value.
///
/// ```
/// use errcode_docs::{Kind, Schema};
///
/// let counts = Schema::map(Schema::array(Schema::new(Kind::Integer)));
/// assert_eq!(counts.words(), "map of string to array of integer");
/// let json = r#"{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer"}}}"#;
/// assert_eq!(serde_json::to_string(&counts)?, json);
/// assert_eq!(serde_json::from_str::<Schema>(json)?, counts);
/// assert!(Schema::default().is_any());
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Schema {
    /// The kind of value.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// A format of the OpenAPI registry (`int32`, `uint64`, `ipv4`, ...).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The minimum of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// The schema of the items of an array.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    /// The schema of the values of a map.
    #[serde(
        rename = "additionalProperties",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub values: Option<Box<Schema>>,
    /// Alternatives.
    #[serde(rename = "anyOf", default, skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    /// The members of an object that examples show, in order.
    #[serde(
        default,
        with = "crate::model::schema::members",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub properties: Vec<(String, Schema)>,
    /// The names of members that are always present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A string.
    String,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array.
    Array,
    /// An object.
    Object,
    /// `null`.
    Null,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Null => "null",
        }
    }
}

impl Schema {
    /// A value of a kind.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }

    /// A map from strings to values.
    pub fn map(values: Self) -> Self {
        Self {
            values: (!values.is_any()).then(|| Box::new(values)),
            ..Self::new(Kind::Object)
        }
    }

    /// An array of items.
    pub fn array(items: Self) -> Self {
        Self {
            items: (!items.is_any()).then(|| Box::new(items)),
            ..Self::new(Kind::Array)
        }
    }

    pub(crate) fn with_format(self, format: &str) -> Self {
        Self {
            format: Some(format.to_owned()),
            ..self
        }
    }

    /// A value of one of several schemas.
    pub(crate) fn any_of(mut schemas: Vec<Self>) -> Self {
        let mut distinct: Vec<Self> = Vec::new();
        for schema in schemas.drain(..) {
            if schema.is_any() {
                return schema;
            }
            let alternatives = if schema.any_of.is_empty() {
                vec![schema]
            } else {
                schema.any_of
            };
            for alternative in alternatives {
                if !distinct.contains(&alternative) {
                    distinct.push(alternative);
                }
            }
        }
        match distinct.len() {
            1 => distinct.remove(0),
            _ => Self {
                any_of: distinct,
                ..Self::default()
            },
        }
    }

    /// Whether it admits any value.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }

    /// The type in words: `integer`, `HTTP date`, `array of string`, `map of string to integer`, `any value`.
    pub fn words(&self) -> String {
        if !self.any_of.is_empty() {
            let words: Vec<String> = self.any_of.iter().map(Self::words).collect();
            return words.join(" or ");
        }
        match (self.kind, &self.items, &self.values) {
            (None, ..) => "any value".to_owned(),
            _ if self.format.as_deref() == Some(HTTP_DATE) => "HTTP date".to_owned(),
            (Some(Kind::Array), Some(items), _) => format!("array of {}", items.words()),
            (Some(Kind::Object), _, Some(values)) => format!("map of string to {}", values.words()),
            (Some(Kind::Object), ..) if !self.properties.is_empty() => {
                let members: Vec<String> = self
                    .properties
                    .iter()
                    .map(|(name, schema)| format!("{name}: {}", schema.words()))
                    .collect();
                format!("object ({})", members.join(", "))
            }
            (Some(kind), ..) => kind.name().to_owned(),
        }
    }
}

impl From<&Schema> for Json {
    fn from(schema: &Schema) -> Self {
        let mut json = object! {};
        if let Some(kind) = schema.kind {
            json.set("type", kind.name());
        }
        if let Some(format) = &schema.format {
            json.set("format", format.as_str());
        }
        if let Some(minimum) = schema.minimum {
            json.set("minimum", minimum);
        }
        if let Some(items) = &schema.items {
            json.set("items", &**items);
        }
        if let Some(values) = &schema.values {
            json.set("additionalProperties", &**values);
        }
        if !schema.any_of.is_empty() {
            json.set("anyOf", schema.any_of.iter().collect::<Vec<_>>());
        }
        if !schema.properties.is_empty() {
            let members = schema.properties.iter();
            json.set(
                "properties",
                Json::Object(members.map(|(name, s)| (name.clone(), s.into())).collect()),
            );
        }
        if !schema.required.is_empty() {
            json.set("required", schema.required.clone());
        }
        json
    }
}

/// Serializes members as an object in their order.
mod members {
    use serde::de::{Deserializer, Error};
    use serde::{Deserialize, Serializer};

    use super::Schema;
    use crate::model::json::Json;

    pub(super) fn serialize<S: Serializer>(
        members: &[(String, Schema)],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(members.iter().map(|(name, schema)| (name, schema)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(String, Schema)>, D::Error> {
        let Json::Object(members) = Json::deserialize(deserializer)? else {
            return Err(D::Error::custom("`properties` must be an object"));
        };
        let read = |(name, value): (String, Json)| {
            let schema = serde_json::from_str(&value.to_string()).map_err(D::Error::custom)?;
            Ok((name, schema))
        };
        members.into_iter().map(read).collect()
    }
}
