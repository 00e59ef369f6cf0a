//! The schema of a Rust type, found by its name. Knows primitives and types of the standard library.

use crate::model::schema::{HTTP_DATE, Kind, Schema};

/// What the name of a type tells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RustType<'a> {
    /// The name without its path. `Option` and pointers are removed.
    pub(crate) name: &'a str,
    /// The schema; `None` if the name is unknown.
    pub(crate) schema: Option<Schema>,
    /// Whether the type is an `Option`.
    pub(crate) optional: bool,
}

/// Parses a type as written in Rust.
pub(crate) fn parse(text: &str) -> RustType<'_> {
    let text = text.trim();
    if let Some(inner) = argument(text, &["Option"]) {
        let inner = parse(inner);
        return RustType {
            optional: true,
            ..inner
        };
    }
    if let Some(inner) = pointee(text) {
        return parse(inner);
    }
    RustType {
        name: last_segment(text),
        schema: schema(text),
        optional: false,
    }
}

/// The type that a pointer points to, which serializes in the same way.
fn pointee(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('&') {
        let rest = rest.trim_start();
        let rest = match rest.strip_prefix('\'') {
            Some(lifetime) => lifetime.split_once(' ').map_or("", |(_, rest)| rest),
            None => rest,
        };
        return Some(rest.strip_prefix("mut ").unwrap_or(rest));
    }
    argument(text, &["Box", "Rc", "Arc", "Cow"])
}

fn schema(text: &str) -> Option<Schema> {
    if let Some(inner) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        let item = match split(inner, ';').as_slice() {
            [item] | [item, _] => *item,
            _ => return None,
        };
        return Some(Schema::array(element(item)?));
    }
    let items = [
        "Vec",
        "VecDeque",
        "LinkedList",
        "HashSet",
        "BTreeSet",
        "BinaryHeap",
    ];
    if let Some(item) = argument(text, &items) {
        return Some(Schema::array(element(item)?));
    }
    if let Some(arguments) = arguments(text, &["HashMap", "BTreeMap"]) {
        let key = parse(arguments.first()?).schema?;
        let is_key = matches!(key.kind, Some(Kind::String | Kind::Integer));
        return if is_key {
            Some(Schema::map(element(arguments.get(1)?)?))
        } else {
            None
        };
    }
    if let Some(number) = argument(text, &["NonZero"]) {
        return schema(number).filter(|schema| schema.kind == Some(Kind::Integer));
    }
    let string = || Schema::new(Kind::String);
    let name = last_segment(text);
    Some(match name {
        // The registry has no format for an address of either version.
        "String" | "str" | "char" | "PathBuf" | "Path" | "IpAddr" => string(),
        "HttpDate" => string().with_format(HTTP_DATE),
        "FieldErrors" => field_errors(),
        "Ipv4Addr" => string().with_format("ipv4"),
        "Ipv6Addr" => string().with_format("ipv6"),
        "bool" => Schema::new(Kind::Boolean),
        "f32" => Schema::new(Kind::Number).with_format("float"),
        "f64" => Schema::new(Kind::Number).with_format("double"),
        _ => return integer(name),
    })
}

/// The schema of errcode's `validation::FieldErrors`: a list of errors for each field.
fn field_errors() -> Schema {
    let member = |name: &str, kind| (name.to_owned(), Schema::new(kind));
    let error = Schema {
        properties: vec![
            member("code", Kind::String),
            member("message", Kind::String),
            member("params", Kind::Object),
        ],
        required: vec!["code".to_owned(), "message".to_owned()],
        ..Schema::new(Kind::Object)
    };
    Schema::map(Schema::array(error))
}

/// Whether a type of another crate may well have the name. Then an example must show that the schema is right.
pub(crate) fn is_ambiguous(name: &str) -> bool {
    name == "FieldErrors"
}

/// The schema of an item or value inside another type. There, a missing value is null.
fn element(text: &str) -> Option<Schema> {
    let parsed = parse(text);
    let schema = parsed.schema?;
    Some(if parsed.optional {
        Schema::any_of(vec![schema, Schema::new(Kind::Null)])
    } else {
        schema
    })
}

fn integer(name: &str) -> Option<Schema> {
    let name = name.strip_prefix("NonZero").unwrap_or(name);
    let (signed, size) = match name.as_bytes() {
        [b'i' | b'I', rest @ ..] => (true, rest),
        [b'u' | b'U', rest @ ..] => (false, rest),
        _ => return None,
    };
    let size = match size {
        b"8" => "8",
        b"16" => "16",
        b"32" => "32",
        b"64" | b"size" => "64",
        b"128" => "",
        _ => return None,
    };
    let sign = if signed { "int" } else { "uint" };
    Some(Schema {
        format: (!size.is_empty()).then(|| format!("{sign}{size}")),
        minimum: (!signed).then_some(0),
        ..Schema::new(Kind::Integer)
    })
}

/// The name without its path: `String` of `std::string::String`.
fn last_segment(text: &str) -> &str {
    let end = text.find('<').unwrap_or(text.len());
    let start = text[..end].rfind("::").map_or(0, |at| at + 2);
    text[start..end].trim()
}

/// The first type argument, if the type has one of the names.
fn argument<'a>(text: &'a str, names: &[&str]) -> Option<&'a str> {
    arguments(text, names)?.first().copied()
}

/// The type arguments without lifetimes, if the type has one of the names.
fn arguments<'a>(text: &'a str, names: &[&str]) -> Option<Vec<&'a str>> {
    if !names.contains(&last_segment(text)) {
        return None;
    }
    let inner = &text[text.find('<')? + 1..].strip_suffix('>')?;
    let mut arguments = split(inner, ',');
    arguments.retain(|argument| !argument.starts_with('\'') && !argument.is_empty());
    Some(arguments)
}

/// Splits a text at separators outside brackets.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, character) in text.char_indices() {
        match character {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth = depth.saturating_sub(1),
            _ if character == separator && depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn known_types_have_a_schema() {
        for (text, words, optional) in [
            ("String", "string", false),
            ("&'static str", "string", false),
            ("&'a mut [u8]", "array of integer", false),
            ("Cow<'static, str>", "string", false),
            ("std::borrow::Cow<'_, [String]>", "array of string", false),
            ("Option<Vec<u32>>", "array of integer", true),
            ("Option<Box<str>>", "string", true),
            ("Arc<Option<bool>>", "boolean", true),
            ("Vec<Option<String>>", "array of string or null", false),
            (
                "BTreeMap<&'static str, Vec<String>>",
                "map of string to array of string",
                false,
            ),
            (
                "std::collections::HashMap<u64, f64, RandomState>",
                "map of string to number",
                false,
            ),
            ("[[u8; 2]; 3]", "array of array of integer", false),
            ("NonZeroU32", "integer", false),
            ("std::num::NonZero<usize>", "integer", false),
            ("u128", "integer", false),
            ("PathBuf", "string", false),
            ("HttpDate", "HTTP date", false),
            (
                "Option<errcode::validation::FieldErrors>",
                "map of string to array of object (code: string, message: string, params: object)",
                true,
            ),
        ] {
            let parsed = parse(text);
            let schema = parsed.schema.unwrap();
            assert_eq!(
                (schema.words().as_str(), parsed.optional),
                (words, optional),
                "{text}"
            );
        }
    }

    #[test]
    fn formats_are_in_the_openapi_registry() {
        for (text, format) in [
            ("IpAddr", None),
            ("std::net::Ipv4Addr", Some("ipv4")),
            ("Ipv6Addr", Some("ipv6")),
            ("u128", None),
            ("usize", Some("uint64")),
            ("f32", Some("float")),
        ] {
            let schema = parse(text).schema.unwrap();
            assert_eq!(schema.format.as_deref(), format, "{text}");
        }
    }

    #[test]
    fn other_types_have_no_schema() {
        for text in [
            "Money",
            "Vec<Money>",
            "HashMap<Money, u8>",
            "T",
            "T::Id",
            "(u8, String)",
            "Vec",
            "Vec<",
            "",
            "&",
            "&'a",
            "dyn Error + Send",
            "impl Into<String>",
            "Duration",
            "u7",
            "NonZero",
            "[",
            "[]",
            "Option<",
            "Option<>",
            "crate::Money",
            "fn(u8) -> u8",
            "i",
            "Box<dyn Fn(u8) -> u8>",
        ] {
            assert_eq!(parse(text).schema, None, "{text}");
        }
        assert!(parse("Option<Money>").optional);
    }
}
