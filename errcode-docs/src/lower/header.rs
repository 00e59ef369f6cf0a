//! The headers of an error: which there are, what they hold, and what they say of trying again.

use errcode_core::{Entry, EntryDoc, HeaderDoc};

use crate::doc_comment::{self, Links};
use crate::model::rust_type;
use crate::model::schema::HTTP_DATE;
use crate::model::schema::{Kind, Schema};
use crate::model::{Example, Header};
use crate::name;

/// All headers of an entry but those that every response has, each name once: a field's wins over fixed ones,
/// those over the challenge.
pub(super) fn all_headers(variant: &EntryDoc, links: Links<'_>) -> Vec<Header> {
    let entry = variant.entry();
    let mut fixed: Vec<Header> = Vec::new();
    for (name, value) in entry.headers() {
        let first = fixed.iter_mut().find(|h| h.name.eq_ignore_ascii_case(name));
        match first.and_then(|first| first.value.as_mut()) {
            // All of them are sent, and are as one that has them all (RFC 9110, 5.3).
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
    let mandatory = mandatory_header(entry.status().as_u16());
    headers.extend(mandatory.filter(|mandatory| {
        let mut names = headers.iter().map(|header| &header.name);
        names.all(|name| !name.eq_ignore_ascii_case(&mandatory.name))
    }));
    headers
}

/// What RFC 9110 demands of every response with a status: under `allow(missing_header)` it is not the error's.
fn mandatory_header(status: u16) -> Option<Header> {
    let mandatory = errcode_rules::header::mandatory(status)?;
    let description = format!(
        "{} The server or a proxy in front of it sets this header, so that examples do not show it.",
        mandatory.meaning
    );
    Some(Header {
        name: mandatory.name.to_owned(),
        value: None,
        rust_type: None,
        schema: Schema::of(Kind::String),
        required: true,
        description,
    })
}

fn challenge(entry: &Entry) -> Option<&'static str> {
    entry.challenge().filter(|_| entry.status().as_u16() == 401)
}

fn field_header(header: &HeaderDoc, links: Links<'_>) -> Header {
    let named = rust_type::named(header.rust_type());
    let schema = match named.schema {
        // A duration is sent as whole seconds.
        _ if named.name == "Duration" => Schema {
            minimum: Some(0),
            ..Schema::of(Kind::Integer)
        },
        _ if named.name == "SystemTime" => Schema::of(Kind::String).with_format(HTTP_DATE),
        Some(schema) if schema.kind == Some(Kind::Integer) => schema,
        _ => Schema::of(Kind::String),
    };
    Header {
        name: header.name().to_owned(),
        value: None,
        rust_type: Some(header.rust_type().to_owned()),
        schema,
        required: !named.optional,
        description: doc_comment::whole(&header.docs(), links),
    }
}

fn fixed_header(name: &str, value: &str) -> Header {
    Header {
        name: name::header(name),
        value: Some(value.to_owned()),
        rust_type: None,
        schema: Schema::of(Kind::String),
        required: true,
        description: String::new(),
    }
}

/// Names an example's headers as the declaration does.
pub(super) fn spell(example: &mut Example, headers: &[Header]) {
    for shown in &mut example.headers {
        let declared = headers
            .iter()
            .find(|header| header.name.eq_ignore_ascii_case(&shown.name));
        if let Some(declared) = declared {
            shown.name.clone_from(&declared.name);
        }
    }
}

/// When to try again, if the header says so (RFC 9110, 10.2.3).
pub(super) fn retry(header: &Header) -> Option<String> {
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

    use super::{field_header, retry};
    use crate::doc_comment::Links;

    /// What a client reads of a `Retry-After` of the type: whether it is in seconds, and always there.
    fn of_type(rust_type: &'static str) -> (bool, bool) {
        let header = field_header(
            &HeaderDoc {
                name: "retry-after",
                rust_type,
                docs: "",
            },
            Links::default(),
        );
        let advice = retry(&header).unwrap();
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
    fn a_duration_is_seconds_wherever_it_is_in() {
        for rust_type in [
            "Duration",
            "std::time::Duration",
            "::core::time::Duration",
            "&'static Duration",
            "Box<time::Duration>",
        ] {
            assert_eq!(of_type(rust_type), (true, true), "{rust_type}");
        }
        for rust_type in [
            "Option<Duration>",
            "Option<std::time::Duration>",
            "std::option::Option<Box<core::time::Duration>>",
        ] {
            assert_eq!(of_type(rust_type), (true, false), "{rust_type}");
        }
    }

    #[test]
    fn a_number_may_be_one_that_is_never_zero() {
        for rust_type in ["u32", "NonZeroU32", "NonZero<u32>", "Arc<NonZero<u64>>"] {
            assert_eq!(of_type(rust_type), (true, true), "{rust_type}");
        }
        for rust_type in ["Arc<str>", "Rc<str>", "Box<str>", "Cow<'static, str>"] {
            assert_eq!(of_type(rust_type), (false, true), "{rust_type}");
        }
    }

    #[test]
    fn a_name_that_ends_like_it_is_no_duration() {
        for rust_type in [
            "MyDuration",
            "wait::MyDuration",
            "Wait<Duration>",
            "SystemTime",
        ] {
            assert_eq!(of_type(rust_type), (false, true), "{rust_type}");
        }
        assert_eq!(of_type("Option<MyDuration>"), (false, false));
    }

    #[test]
    fn a_point_in_time_is_an_http_date() {
        for (rust_type, words) in [
            ("SystemTime", "HTTP date"),
            ("Option<std::time::SystemTime>", "HTTP date"),
            ("MySystemTime", "string"),
        ] {
            let header = field_header(
                &HeaderDoc {
                    name: "retry-after",
                    rust_type,
                    docs: "",
                },
                Links::default(),
            );
            assert_eq!(header.schema.words(), words);
        }
    }
}
