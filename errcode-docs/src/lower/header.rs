//! The headers of an entry, and the advice on retrying that follows from them.

use errcode_core::{Entry, EntryDoc, HeaderDoc};

use super::header_name::usual_spelling;
use crate::doc_comment::{self, Links};
use crate::model::detail::Header;
use crate::model::entry::Example;
use crate::model::rust_type;
use crate::model::schema::HTTP_DATE;
use crate::model::schema::{Kind, Schema};

/// The headers of a variant, each name once. A field wins over a fixed header, a fixed header over the
/// challenge. Headers that every response has are left out.
pub(super) fn all_headers(variant: &EntryDoc, links: Links<'_>) -> Vec<Header> {
    let entry = variant.entry();
    let mut fixed: Vec<Header> = Vec::new();
    for (name, value) in entry.headers() {
        let first = fixed.iter_mut().find(|h| h.name.eq_ignore_ascii_case(name));
        match first.and_then(|first| first.value.as_mut()) {
            // Several header lines of one name mean the same as one line with all values (RFC 9110, 5.3).
            Some(values) => values.extend([", ", value]),
            None => fixed.push(fixed_header(name, value)),
        }
    }
    let challenge = challenge(entry).map(|value| fixed_header("www-authenticate", value));
    let mut headers: Vec<Header> = variant
        .headers()
        .map(|header| field_header(header, links))
        .collect();
    for header in fixed.into_iter().chain(challenge) {
        let mut known = headers.iter();
        if known.all(|h| !h.name.eq_ignore_ascii_case(&header.name)) {
            headers.push(header);
        }
    }
    headers
}

fn challenge(entry: Entry) -> Option<&'static str> {
    entry.challenge().filter(|_| entry.status().as_u16() == 401)
}

fn field_header(header: &HeaderDoc, links: Links<'_>) -> Header {
    let rust_type = header.rust_type();
    let parsed = rust_type::parse(&rust_type);
    let schema = match parsed.schema {
        // A duration is sent as whole seconds.
        _ if parsed.name == "Duration" => Schema {
            minimum: Some(0),
            ..Schema::new(Kind::Integer)
        },
        _ if matches!(parsed.name, "SystemTime" | "HttpDate") => {
            Schema::new(Kind::String).with_format(HTTP_DATE)
        }
        Some(schema) if matches!(schema.kind, Some(Kind::Integer | Kind::Boolean)) => schema,
        _ => Schema::new(Kind::String),
    };
    let is_list = parsed.name == "Vec" || parsed.name.starts_with('[');
    Header {
        name: header.name().to_owned(),
        value: None,
        rust_type: Some(rust_type.clone().into_owned()),
        schema,
        // An empty list of values is no header, and an empty list of methods is an empty header.
        required: !parsed.optional && (!is_list || rust_type.contains("Method")),
        description: doc_comment::standalone(&header.docs(), links),
    }
}

fn fixed_header(name: &str, value: &str) -> Header {
    Header {
        name: usual_spelling(name),
        value: Some(value.to_owned()),
        rust_type: None,
        schema: Schema::new(Kind::String),
        required: true,
        description: String::new(),
    }
}

/// Spells the header names of an example as the declaration does.
pub(super) fn spell_like_declared(example: &mut Example, headers: &[Header]) {
    for header in &mut example.headers {
        let declared = headers
            .iter()
            .find(|declared| declared.name.eq_ignore_ascii_case(&header.name));
        if let Some(declared) = declared {
            header.name.clone_from(&declared.name);
        }
    }
}

/// Advice on when to retry, if the header is a `Retry-After` (RFC 9110, 10.2.3).
pub(super) fn retry_advice(header: &Header) -> Option<String> {
    if !header.name.eq_ignore_ascii_case("retry-after") {
        return None;
    }
    let is_seconds = header.schema.kind == Some(Kind::Integer);
    let wait = match &header.value {
        Some(value) if value.bytes().all(|b| b.is_ascii_digit()) => {
            format!("Wait {value} seconds")
        }
        _ if is_seconds => "Wait as many seconds as the `Retry-After` header says".to_owned(),
        _ => "Wait as long as the `Retry-After` header says".to_owned(),
    };
    let condition = if header.required {
        ""
    } else {
        " if there is one"
    };
    Some(format!("{wait}{condition}, then send the request again."))
}

#[cfg(test)]
mod tests {
    use errcode_core::HeaderDoc;

    use super::{field_header, retry_advice};
    use crate::doc_comment::Links;

    /// Whether the `Retry-After` header of a Rust type is in seconds, and whether it is required.
    fn retry_after(rust_type: &'static str) -> (bool, bool) {
        let header = field_header(
            &HeaderDoc::new("retry-after", rust_type, ""),
            Links::default(),
        );
        let advice = retry_advice(&header).unwrap();
        let in_seconds = advice.starts_with("Wait as many seconds as");
        assert_eq!(header.schema.minimum == Some(0), in_seconds, "{rust_type}");
        assert_eq!(
            header.schema.words() == "integer",
            in_seconds,
            "{rust_type}"
        );
        (in_seconds, !advice.contains("if there is one"))
    }

    #[test]
    fn durations_are_seconds_also_inside_option_and_pointers() {
        for rust_type in [
            "Duration",
            "std::time::Duration",
            "::core::time::Duration",
            "&'static Duration",
            "Box<time::Duration>",
        ] {
            assert_eq!(retry_after(rust_type), (true, true), "{rust_type}");
        }
        for rust_type in [
            "Option<Duration>",
            "Option<std::time::Duration>",
            "std::option::Option<Box<core::time::Duration>>",
        ] {
            assert_eq!(retry_after(rust_type), (true, false), "{rust_type}");
        }
    }

    #[test]
    fn nonzero_integers_are_seconds() {
        for rust_type in ["u32", "NonZeroU32", "NonZero<u32>", "Arc<NonZero<u64>>"] {
            assert_eq!(retry_after(rust_type), (true, true), "{rust_type}");
        }
        for rust_type in ["Arc<str>", "Rc<str>", "Box<str>", "Cow<'static, str>"] {
            assert_eq!(retry_after(rust_type), (false, true), "{rust_type}");
        }
    }

    #[test]
    fn a_type_whose_name_ends_in_duration_is_not_a_duration() {
        for rust_type in [
            "MyDuration",
            "wait::MyDuration",
            "Wait<Duration>",
            "SystemTime",
        ] {
            assert_eq!(retry_after(rust_type), (false, true), "{rust_type}");
        }
        assert_eq!(retry_after("Option<MyDuration>"), (false, false));
    }

    #[test]
    fn system_time_is_an_http_date() {
        for (rust_type, words) in [
            ("SystemTime", "HTTP date"),
            ("Option<std::time::SystemTime>", "HTTP date"),
            ("MySystemTime", "string"),
        ] {
            let header = field_header(
                &HeaderDoc::new("retry-after", rust_type, ""),
                Links::default(),
            );
            assert_eq!(header.schema.words(), words);
        }
    }
}
