//! JSON values that keep the order of members and the text of numbers, whatever features `serde_json` has.

use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::ser::{self, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A JSON value that keeps the order of members and the text of numbers.
///
/// It prints as compact JSON, and [`pretty`](Self::pretty) as JSON with one line for each member. It can be read and
/// written with `serde_json` only.
///
/// ```
/// use errcode_docs::Json;
///
/// let text = r#"{"z":340282366920938463463374607431768211455,"a":[1.50,null]}"#;
/// let json: Json = serde_json::from_str(text)?;
/// assert_eq!(json.to_string(), text);
/// assert_eq!(json.get("a").unwrap().pretty(), "[\n  1.50,\n  null\n]");
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object: names and values.
    Object(Vec<(String, Json)>),
}

/// A JSON number, kept as its text because no Rust type can hold every number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The text of the number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text has no fraction and no exponent.
    pub fn is_integer(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text: &RawValue = serde_json::from_str(&self.0).map_err(ser::Error::custom)?;
        text.serialize(serializer)
    }
}

impl Json {
    /// The member with a name; `None` if there is none, or if this is not an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let found = members.iter().find(|(found, _)| found == name)?;
        Some(&found.1)
    }

    /// JSON with one line for each member, an indent of two spaces, and no line feed at the end.
    pub fn pretty(&self) -> String {
        // This cannot fail: all keys are strings, and the output is a string.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Appends a member, if this is an object.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<Self>) {
        if let Self::Object(members) = self {
            members.push((name.to_owned(), value.into()));
        }
    }
}

/// An object with the given members, in this order.
macro_rules! object {
    ($($name:expr => $value:expr),* $(,)?) => {
        $crate::Json::Object(vec![$(($name.to_string(), $crate::Json::from($value))),*])
    };
}
pub(crate) use object;

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u16> for Json {
    fn from(value: u16) -> Self {
        i64::from(value).into()
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => value.serialize(serializer),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// The maximal nesting depth, the same as in `serde_json`.
const DEPTH: usize = 128;

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        read(&text, DEPTH).map_err(de::Error::custom)
    }
}

/// Parses a text level by level, because only a raw value keeps the text of a number.
fn read(text: &RawValue, depth: usize) -> serde_json::Result<Json> {
    let text = text.get();
    if depth == 0 {
        return Err(de::Error::custom("recursion limit exceeded"));
    }
    Ok(match text.as_bytes() {
        [b'{', ..] => {
            let Members(members) = serde_json::from_str(text)?;
            let members = members.into_iter();
            let member = |(name, value)| Ok((name, read(value, depth - 1)?));
            Json::Object(members.map(member).collect::<serde_json::Result<_>>()?)
        }
        [b'[', ..] => {
            let values: Vec<&RawValue> = serde_json::from_str(text)?;
            let values = values.into_iter().map(|value| read(value, depth - 1));
            Json::Array(values.collect::<serde_json::Result<_>>()?)
        }
        [b'"', ..] => Json::String(serde_json::from_str(text)?),
        [b't' | b'f', ..] => Json::Bool(serde_json::from_str(text)?),
        [b'n', ..] => Json::Null,
        _ => Json::Number(Number(text.to_owned())),
    })
}

/// The members of an object in order, with raw values.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn members_keep_their_order() {
        let text = r#"{"z":1,"a":[null,true,-2,1.5,"é\n"],"m":{"y":{},"b":[]}}"#;
        let json: Json = serde_json::from_str(text).unwrap();
        assert_eq!(json.to_string(), text);
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::from_value::<Json>(value.clone()).unwrap(), {
            serde_json::from_str(&value.to_string()).unwrap()
        });
        assert_eq!(serde_json::to_value(&json).unwrap(), value);
        assert_eq!(json.get("a").unwrap().get("b"), None);
        assert_eq!(
            object! { "b" => 1_i64, "a" => vec!["x"] }.pretty(),
            "{\n  \"b\": 1,\n  \"a\": [\n    \"x\"\n  ]\n}"
        );
    }

    #[test]
    fn numbers_keep_their_text() {
        let text = "[0,-0,1.50,1e+7,-2E-400,340282366920938463463374607431768211456]";
        let json: Json = serde_json::from_str(&text.replace(',', " ,\n")).unwrap();
        assert_eq!(json.to_string(), text);
    }

    #[test]
    fn invalid_json_is_an_error() {
        let deep = |levels| "[".repeat(levels) + &"]".repeat(levels);
        assert!(serde_json::from_str::<Json>(&deep(100)).is_ok());
        for text in ["", "[1", "01", "{\"a\":\"\\ud800\"}", &deep(100_000)] {
            assert!(serde_json::from_str::<Json>(text).is_err());
        }
    }
}
