//! The JSON writer, with members of any name and value, and messages that may fail: a body is JSON, has no member
//! twice, and has every text as it was; a value that cannot be written leaves nothing behind.

#![no_main]

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt::{self, Write};

use errcode::catalog::{Entry, StaticEntry};
use errcode::format::{
    Body, Details, Flat, Format, FormatError, FormatVtable, Nested, Object, Occurrence, Problem,
};
use errcode::{ApiError, Code, Context};
use fuzz::json_as_written::Json;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::ser::{Error, SerializeMap, Serializer};

/// The longest message of the built-in formats, in bytes.
const LIMIT: usize = 4096;

#[derive(Debug, Arbitrary)]
struct Input {
    format: Choice,
    instance: Option<String>,
    message: Vec<Piece>,
    details: Vec<Detail>,
    object: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Arbitrary)]
enum Choice {
    Problem,
    ProblemWithoutCode,
    Nested,
    Flat,
    /// A format that writes the steps.
    Steps,
}

#[derive(Debug, Arbitrary)]
enum Piece {
    Text(String),
    Repeated(char, u16),
    Fails,
}

#[derive(Debug, Arbitrary)]
enum Detail {
    Member(Name, Value),
    Flatten(Name, Value, Vec<Name>),
}

/// The name of a member: often one that a format has too.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Arbitrary)]
enum Name {
    Known(u8),
    Any(String),
}

impl Name {
    fn text(&self) -> &str {
        const KNOWN: [&str; 10] = [
            "type", "title", "status", "detail", "instance", "code", "errors", "details", "a", "b",
        ];
        match self {
            Self::Known(at) => KNOWN[usize::from(*at) % KNOWN.len()],
            Self::Any(name) => name,
        }
    }
}

#[derive(Clone, Debug, Arbitrary)]
enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Unsigned(u64),
    Large(i128),
    Float(f64),
    Char(char),
    Text(String),
    Array(Vec<Value>),
    /// It may have a name twice.
    Map(Vec<(Name, Value)>),
    IntegerKeys(Vec<(i32, Value)>),
    Fails,
    FailsHalfWay(String),
    /// JSON has no object with such a key.
    ArrayAsKey,
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_some(value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Large(value) => serializer.serialize_i128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Char(value) => serializer.serialize_char(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(name, value)| (name.text(), value)))
            }
            Self::IntegerKeys(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
            Self::Fails => Err(S::Error::custom("it fails")),
            Self::FailsHalfWay(text) => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("half", text)?;
                Err(S::Error::custom("it fails half way"))
            }
            Self::ArrayAsKey => serializer.collect_map([([1_u8], 2_u8)]),
        }
    }
}

#[derive(Debug, Arbitrary)]
enum Step {
    Member(Name, Value),
    Text(Name, Vec<Piece>),
    Object(Name, Vec<Step>),
    Array(Name, Vec<Value>),
}

fn write_pieces(pieces: &[Piece], out: &mut dyn Write) -> fmt::Result {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.write_str(text)?,
            Piece::Repeated(character, times) => {
                out.write_str(&character.to_string().repeat(usize::from(*times)))?;
            }
            Piece::Fails => return Err(fmt::Error),
        }
    }
    Ok(())
}

/// Writes the steps, each name once. A step that fails is left out, as a format would do that goes on.
fn write_steps(steps: &[Step], object: &mut Object<'_>) -> Result<(), FormatError> {
    let mut names = HashSet::new();
    for step in steps {
        let (Step::Member(name, _)
        | Step::Text(name, _)
        | Step::Object(name, _)
        | Step::Array(name, _)) = step;
        if !names.insert(name.text()) {
            continue;
        }
        match step {
            Step::Member(name, value) => object.member(name.text(), value)?,
            // The member is removed if its text fails.
            Step::Text(name, pieces) => {
                let _ = object.text(name.text(), |out| write_pieces(pieces, out));
            }
            Step::Array(name, values) => object.array(name.text(), |array| {
                values.iter().try_for_each(|value| array.element(value))
            })?,
            Step::Object(name, steps) => {
                object.object(name.text(), |inner| write_steps(steps, inner))?
            }
        }
    }
    Ok(())
}

thread_local! {
    static STEPS: Cell<Vec<Step>> = const { Cell::new(Vec::new()) };
}

struct Steps;

impl Format for Steps {
    const NAME: &'static str = "steps";
    const CONTENT_TYPE: &'static str = "application/vnd.steps+json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let steps = STEPS.take();
        let written = body.object(|object| {
            object.object("steps", |inner| write_steps(&steps, inner))?;
            error.write_message("message", object)?;
            error.write_details("details", object)?;
            object.member("map", &error.details())
        });
        STEPS.set(steps);
        written
    }
}

#[derive(Debug)]
struct Failed {
    format: Choice,
    message: Vec<Piece>,
    details: Vec<Detail>,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pieces(&self.message, f)
    }
}

impl std::error::Error for Failed {}

impl ApiError for Failed {
    fn entry(&self) -> Entry {
        const { &StaticEntry::new(409, Code::new("A\"\\\n")) }.entry()
    }

    fn details(&self, details: &mut Details<'_>) {
        for detail in &self.details {
            match detail {
                Detail::Member(name, value) => details.member(name.text(), value),
                Detail::Flatten(name, value, declared) => {
                    let declared: Vec<&str> = declared.iter().map(Name::text).collect();
                    details.flatten(name.text(), value, &declared);
                }
            }
        }
    }

    fn format(&self) -> &'static FormatVtable {
        match self.format {
            Choice::Problem => FormatVtable::new::<Problem>(),
            Choice::ProblemWithoutCode => FormatVtable::new::<Problem<false>>(),
            Choice::Nested => FormatVtable::new::<Nested>(),
            Choice::Flat => FormatVtable::new::<Flat>(),
            Choice::Steps => FormatVtable::new::<Steps>(),
        }
    }
}

/// The message that a client reads: none if the text fails before the limit.
fn message(pieces: &[Piece]) -> Option<String> {
    let mut text = String::new();
    let whole = write_pieces(pieces, &mut text);
    if text.len() > LIMIT {
        let mut end = LIMIT;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        return Some(text);
    }
    whole.is_ok().then_some(text)
}

fuzz_target!(|input: Input| {
    let mut context = Context::new();
    if let Some(instance) = &input.instance {
        context = context.with_instance(instance);
    }
    STEPS.set(input.object);
    let failed = Failed {
        format: input.format,
        message: input.message,
        details: input.details,
    };
    let response = errcode::to_response_with(&failed, &context);
    assert_eq!(response.status(), 409);
    let text = str::from_utf8(response.body()).expect("a body is UTF-8");
    let body: Json = match serde_json::from_str(text) {
        Ok(body) => body,
        // The values of a user may be deeper than this reader allows.
        Err(error) if error.to_string().starts_with("recursion limit") => return,
        Err(error) => panic!("{error} in {text}"),
    };
    body.check_names();
    if response.headers()["content-type"] == Steps::CONTENT_TYPE {
        for name in ["steps", "details", "map"] {
            body.get(name).inspect(|value| value.check_names());
        }
        check_message(body.text("message"), &failed.message);
        return;
    }
    let none = Json::Object(Vec::new());
    match input.format {
        Choice::Nested => {
            let error = body.get("error").expect("a member `error`");
            error.check_names();
            check_message(error.text("message"), &failed.message);
            check_details(error.get("details").unwrap_or(&none), &failed.details, &[]);
        }
        Choice::Flat => {
            check_message(body.text("detail"), &failed.message);
            check_details(body.get("details").unwrap_or(&none), &failed.details, &[]);
        }
        // Where a step fails, a built-in format writes the body.
        Choice::Steps => check_message(body.text("detail").or(body.text("title")), &failed.message),
        Choice::Problem | Choice::ProblemWithoutCode => {
            check_message(body.text("detail").or(body.text("title")), &failed.message);
            let reserved = ["type", "title", "status", "detail", "instance", "code"];
            let count = if input.format == Choice::Problem {
                6
            } else {
                5
            };
            check_details(&body, &failed.details, &reserved[..count]);
        }
    }
});

fn check_message(found: Option<&str>, pieces: &[Piece]) {
    let expected = message(pieces);
    assert_eq!(
        found,
        Some(expected.as_deref().unwrap_or("Conflict")),
        "the message"
    );
}

/// The first member of a name is there, if all values can be written.
fn check_details(details: &Json, written: &[Detail], reserved: &[&str]) {
    details.check_names();
    let texts = written.iter().map(|detail| match detail {
        Detail::Member(name, value) => Some((name, value, serde_json::to_string(value).ok()?)),
        // Its entries may take the names of members.
        Detail::Flatten(..) => None,
    });
    let Some(members) = texts.collect::<Option<Vec<_>>>() else {
        return;
    };
    let mut taken: HashSet<&str> = reserved.iter().copied().collect();
    for (name, value, text) in members {
        if text != "null" && taken.insert(name.text()) {
            let found = details.get(name.text()).expect("a member is lost");
            if let Value::Text(text) = value {
                assert_eq!(*found, Json::Text(text.clone()));
            }
        }
    }
}
