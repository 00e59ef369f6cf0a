//! Problem details as XML: RFC 9457, appendix B.

use std::fmt::Write;

use serde_json::value::RawValue;

use super::{Cacheable, Format, Problem, escape_markup};
use crate::details::{Entries, json_text};
use crate::json::FormatError;
use crate::{Body, Code, Occurrence, log};

/// Problem details as XML (RFC 9457, appendix B), as `application/problem+xml`.
///
/// It has the members of [`Problem`]. An array becomes a sequence of `<i>` elements. A member whose name is
/// not a valid name in XML is left out, and a log event says so. `ProblemXml<false>` writes no `code`.
///
/// ```
/// use errcode_core::format::{FormatVtable, ProblemXml};
/// use errcode_core::{ApiError, Code, Entry, StaticEntry, to_response};
///
/// #[derive(Debug)]
/// struct Gone;
/// # impl std::fmt::Display for Gone {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("gone") }
/// # }
/// # impl std::error::Error for Gone {}
///
/// impl ApiError for Gone {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(410, Code::new("GONE")) }.entry()
///     }
///
///     fn format(&self) -> &'static FormatVtable {
///         FormatVtable::new::<ProblemXml>()
///     }
/// }
///
/// let response = to_response(&Gone);
/// assert_eq!(response.headers()["content-type"], "application/problem+xml");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ProblemXml<const CODE: bool = true>;

impl<const CODE: bool> Format for ProblemXml<CODE> {
    const NAME: &'static str = if CODE {
        "problem_xml"
    } else {
        "problem_xml(code = false)"
    };
    const CONTENT_TYPE: &'static str = "application/problem+xml";
    const RESERVED: &'static [&'static str] = Problem::<CODE>::RESERVED;
    const CACHEABLE: Cacheable = Problem::<CODE>::CACHEABLE;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let mut json = Body::new();
        Problem::<CODE>::write(error, &mut json)?;
        let Entries(members) = serde_json::from_slice(json.as_bytes())?;
        body.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        body.write_str("<problem xmlns=\"urn:ietf:rfc:7807\">")?;
        let mut writer = Writer {
            body,
            code: error.code(),
        };
        writer.members(members, 0)?;
        Ok(body.write_str("</problem>\n")?)
    }
}

/// How deeply arrays and objects may be nested.
const DEPTH: usize = 64;

/// Writes JSON values as XML.
struct Writer<'a> {
    body: &'a mut Body,
    code: Code,
}

impl Writer<'_> {
    fn members(
        &mut self,
        members: Vec<(String, &RawValue)>,
        depth: usize,
    ) -> Result<(), FormatError> {
        for (name, value) in members {
            if is_name(&name) {
                self.element(&name, value, depth)?;
            } else {
                log::dropped(self.code, &name, &"not a name in XML");
            }
        }
        Ok(())
    }

    fn element(&mut self, name: &str, value: &RawValue, depth: usize) -> Result<(), FormatError> {
        if depth == DEPTH {
            return Err(FormatError::new(format_args!(
                "a value in XML is nested at most {DEPTH} levels deep"
            )));
        }
        let json = value.get();
        write!(self.body, "<{name}>")?;
        match json.as_bytes().first() {
            Some(b'{') => {
                let Entries(members) = serde_json::from_str(json)?;
                self.members(members, depth + 1)?;
            }
            Some(b'[') => {
                for item in serde_json::from_str::<Vec<&RawValue>>(json)? {
                    self.element("i", item, depth + 1)?;
                }
            }
            // A null is an element without content.
            Some(b'n') => {}
            _ => write!(self.body, "{}", escape_markup(&json_text(value)))?,
        }
        Ok(write!(self.body, "</{name}>")?)
    }
}

/// Whether an element may have the name: a `Name` of XML 1.0 (2.3) without a colon, which would be a prefix
/// of a namespace.
fn is_name(name: &str) -> bool {
    let starts = |letter: char| {
        matches!(letter,
            'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}'
            | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
            | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
    };
    let continues = |letter: char| {
        let other = matches!(letter,
            '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}');
        other || starts(letter)
    };
    name.starts_with(starts) && name.chars().all(continues)
}
