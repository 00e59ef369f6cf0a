//! Schemas inferred from example values, and whether a schema admits a value.

use super::json::Json;
use super::schema::{Kind, Schema};

impl Schema {
    /// Infers a schema from example values. A null shows only that null is possible. A member is required if there are
    /// several objects and all of them have it, because a single example proves nothing.
    pub(crate) fn from_examples<'a>(values: impl IntoIterator<Item = &'a Json>) -> Self {
        let (nulls, values): (Vec<_>, Vec<_>) =
            values.into_iter().partition(|value| **value == Json::Null);
        let schema = Self::from_values(&values);
        if nulls.is_empty() || schema.is_any() {
            return schema;
        }
        Self::any_of(vec![schema, Self::new(Kind::Null)])
    }

    /// Infers a schema from values that are not null.
    fn from_values(values: &[&Json]) -> Self {
        let (mut items, mut objects): (Vec<&Json>, Vec<_>) = (Vec::new(), Vec::new());
        let mut kinds: Vec<Kind> = Vec::new();
        for value in values {
            let kind = match value {
                Json::Null => continue,
                Json::Bool(_) => Kind::Boolean,
                // The next value may have a fraction. Only the Rust type could tell.
                Json::Number(_) => Kind::Number,
                Json::String(_) => Kind::String,
                Json::Array(values) => {
                    items.extend(values);
                    Kind::Array
                }
                Json::Object(members) => {
                    objects.push(members);
                    Kind::Object
                }
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let of_kind = |kind| match kind {
            Kind::Array => Self::array(Self::from_examples(items.iter().copied())),
            Kind::Object => Self::from_objects(&objects),
            kind => Self::new(kind),
        };
        Self::any_of(kinds.into_iter().map(of_kind).collect())
    }

    fn from_objects(objects: &[&Vec<(String, Json)>]) -> Self {
        let mut members: Vec<(&String, Vec<&Json>)> = Vec::new();
        for (name, value) in objects.iter().copied().flatten() {
            match members.iter_mut().find(|(known, _)| *known == name) {
                Some((_, examples)) => examples.push(value),
                None => members.push((name, vec![value])),
            }
        }
        let is_required = |examples: &[&Json]| objects.len() > 1 && examples.len() == objects.len();
        Self {
            required: members
                .iter()
                .filter(|(_, examples)| is_required(examples))
                .map(|(name, _)| (*name).clone())
                .collect(),
            properties: members
                .into_iter()
                .map(|(name, examples)| (name.clone(), Self::from_examples(examples)))
                .collect(),
            ..Self::new(Kind::Object)
        }
    }

    /// Whether a value has the kind of this schema.
    pub(crate) fn admits(&self, value: &Json) -> bool {
        if !self.any_of.is_empty() {
            return self.any_of.iter().any(|schema| schema.admits(value));
        }
        let Some(kind) = self.kind else { return true };
        match value {
            Json::Null => kind == Kind::Null,
            Json::Bool(_) => kind == Kind::Boolean,
            Json::Number(number) => match kind {
                Kind::Integer => number.is_integer(),
                _ => kind == Kind::Number,
            },
            Json::String(_) => kind == Kind::String,
            Json::Array(values) => {
                let items = self.items.as_deref();
                kind == Kind::Array && items.is_none_or(|s| values.iter().all(|v| s.admits(v)))
            }
            Json::Object(members) => {
                let known = |name| self.properties.iter().find(|(known, _)| known == name);
                let schema_of = |name| match known(name) {
                    Some((_, schema)) => Some(schema),
                    None => self.values.as_deref(),
                };
                let is_there = |name| members.iter().any(|(known, _)| known == name);
                let mut members = members.iter();
                kind == Kind::Object
                    && self.required.iter().all(is_there)
                    && members.all(|(name, value)| schema_of(name).is_none_or(|s| s.admits(value)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Schema};
    use crate::model::json::Json;

    fn json(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn schemas_are_inferred_from_examples() {
        let schema = Schema::from_examples(&[json(r#"{"b":[1,"x",1],"a":{},"n":null}"#)]);
        let text = serde_json::to_string(&schema).unwrap();
        assert_eq!(text, Json::from(&schema).to_string());
        assert_eq!(serde_json::from_str::<Schema>(&text).unwrap(), schema);
        assert_eq!(
            schema.words(),
            "object (b: array of number or string, a: object, n: any value)"
        );
        assert!(schema.required.is_empty());

        let both = Schema::from_examples(&[json(r#"{"a":1,"b":2}"#), json(r#"{"b":"x"}"#)]);
        assert_eq!(both.required, ["b"]);
        assert_eq!(both.words(), "object (a: number, b: number or string)");
        assert!(Schema::from_examples(&[]).is_any());
    }

    #[test]
    fn a_null_shows_only_that_null_is_possible() {
        let words = |text: &str| {
            let Json::Array(values) = json(text) else {
                panic!("{text} is not an array");
            };
            Schema::from_examples(&values).words()
        };
        assert_eq!(words("[null]"), "any value");
        assert_eq!(words("[null, null]"), "any value");
        assert_eq!(words("[null, 1]"), "number or null");
        assert_eq!(words("[[null]]"), "array");
        assert_eq!(words(r#"[["a", null]]"#), "array of string or null");
        assert_eq!(
            words(r#"[{"a": null, "b": 1}, {"a": "x"}]"#),
            "object (a: string or null, b: number)"
        );
        assert_eq!(words(r#"[{"a": 1}, null]"#), "object (a: number) or null");
    }

    #[test]
    fn a_schema_admits_values_of_its_kind() {
        let integers = Schema::array(Schema::new(Kind::Integer));
        assert!(integers.admits(&json("[1,-2]")) && integers.admits(&json("[]")));
        assert!(!integers.admits(&json("[1.5]")) && !integers.admits(&json("{}")));
        assert!(Schema::default().admits(&json("null")));
        assert!(!Schema::map(integers).admits(&json(r#"{"a":1}"#)));
        let examples = [json(r#"{"a":1,"b":"x"}"#), json(r#"{"a":2}"#)];
        let object = Schema::from_examples(&examples);
        assert!(object.admits(&examples[1]) && object.admits(&json(r#"{"a":3,"c":null}"#)));
        assert!(!object.admits(&json(r#"{"b":"x"}"#)));
        assert!(!object.admits(&json(r#"{"a":1,"b":2}"#)));
    }
}
