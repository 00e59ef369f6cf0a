//! The details of an error: the fields that the client may read, on their way into a body.

mod map;

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

pub use map::{DetailMap, json_text};

use crate::json::{FormatError, Object};
use crate::{Code, log};
use map::DetailKind;

/// Takes the details of an error, in order.
///
/// A value that serializes as null is left out. So is a value whose name is taken, which is logged. If a
/// value cannot be serialized, the response has no details: a body is never half written.
///
/// ```
/// use errcode_core::{ApiError, Code, Details, Entry, StaticEntry, to_response};
///
/// #[derive(Debug)]
/// struct Full { used: u64 }
/// # impl std::fmt::Display for Full {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("full") }
/// # }
/// # impl std::error::Error for Full {}
///
/// impl ApiError for Full {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(409, Code::new("FULL")) }.entry()
///     }
///
///     fn details(&self, details: &mut Details<'_>) {
///         details.member("used", &self.used);
///         details.member("used", "left out: the name is taken");
///     }
/// }
///
/// let response = to_response(&Full { used: 7 });
/// assert!(response.body().ends_with(br#""code":"FULL","used":7}"#));
/// ```
#[derive(Debug)]
pub struct Details<'a> {
    sink: Sink<'a>,
    code: Code,
    /// The names of members that the format writes itself.
    reserved: [&'a [&'a str]; 2],
    /// Whether members are compared by name. The derive has done so for those that it writes.
    check_names: bool,
    /// The names that are taken: by entries of maps, and by members if they are compared.
    taken: HashSet<String>,
    /// Whether what is left out is not logged.
    quiet: bool,
    failed: Option<FormatError>,
}

/// Where details go.
#[derive(Debug)]
enum Sink<'a> {
    /// Into an object of the body. Flattened maps have their entries in it too, or in an object of
    /// their own.
    Object { object: Object<'a>, flatten: bool },
    /// Into a [`DetailMap`], with the entries of flattened maps.
    Map(&'a mut DetailMap),
}

impl Sink<'_> {
    fn flattens(&self) -> bool {
        matches!(self, Self::Map(_) | Self::Object { flatten: true, .. })
    }

    /// Writes a member, unless it is null. Returns whether it was written.
    fn write<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
        kind: DetailKind,
    ) -> Result<bool, FormatError> {
        match self {
            Self::Object { object, .. } => write_unless_null(object, name, value),
            Self::Map(map) => {
                let value = to_raw_value(value)?;
                let is_null = value.get() == "null";
                if !is_null {
                    map.push(name, value, kind);
                }
                Ok(!is_null)
            }
        }
    }
}

fn write_unless_null<T: Serialize + ?Sized>(
    object: &mut Object<'_>,
    name: &str,
    value: &T,
) -> Result<bool, FormatError> {
    let start = object.len();
    object.member(name, value)?;
    let is_null = object.slice(object.last_value()) == b"null";
    if is_null {
        object.truncate(start);
    }
    Ok(!is_null)
}

/// Why a member is left out whose name another has.
const TAKEN: &str = "another member has this name";

impl<'a> Details<'a> {
    /// Takes details as members of an open object. With `flatten` the entries of maps are members of it too.
    pub(crate) fn for_object(object: Object<'a>, code: Code, flatten: bool) -> Self {
        Self::with_sink(Sink::Object { object, flatten }, code)
    }

    /// Takes details for a format to read.
    pub(crate) fn for_map(map: &'a mut DetailMap, code: Code) -> Self {
        Self::with_sink(Sink::Map(map), code)
    }

    fn with_sink(sink: Sink<'a>, code: Code) -> Self {
        Self {
            sink,
            code,
            reserved: [&[]; 2],
            check_names: true,
            taken: HashSet::new(),
            quiet: false,
            failed: None,
        }
    }

    /// Keeps the names of a format's own members free.
    pub(crate) fn with_reserved(mut self, reserved: [&'a [&'a str]; 2]) -> Self {
        self.reserved = reserved;
        self
    }

    /// Logs nothing of what is left out, because the log event itself is made of these details.
    #[cfg(feature = "tracing")]
    pub(crate) fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    fn dropped(&self, name: &str, reason: &str) {
        if !self.quiet {
            log::dropped(self.code, name, &reason);
        }
    }

    /// Chooses whether members are compared by name.
    pub(crate) fn with_name_checks(mut self, check_names: bool) -> Self {
        self.check_names = check_names;
        self
    }

    /// # Errors
    ///
    /// Why a value could not be serialized.
    pub(crate) fn finish(self) -> Result<(), FormatError> {
        self.failed.map_or(Ok(()), Err)
    }

    /// Takes one field.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.failed.is_some() || !self.is_free(name) {
            return;
        }
        match self.sink.write(name, value, DetailKind::Field) {
            Ok(true) => self.take(name),
            Ok(false) => {}
            Err(error) => self.failed = Some(error),
        }
    }

    fn is_reserved(&self, name: &str) -> bool {
        self.reserved.iter().any(|names| names.contains(&name))
    }

    /// Whether a member may have the name. If not, that is logged.
    fn is_free(&self, name: &str) -> bool {
        let reason = if self.is_reserved(name) {
            "the format writes a member of this name"
        } else if self.check_names && self.taken.contains(name) {
            TAKEN
        } else {
            return true;
        };
        self.dropped(name, reason);
        false
    }

    fn take(&mut self, name: &str) {
        if self.check_names {
            self.taken.insert(name.to_owned());
        }
    }

    /// Takes the entries of a field that serializes to a map.
    ///
    /// The entries stand beside the other fields, or in a problem under one member `name`. `declared` are
    /// the names of the other fields, which an entry cannot take.
    pub fn flatten<T: Serialize + ?Sized>(&mut self, name: &str, value: &T, declared: &[&str]) {
        if self.failed.is_none() {
            self.failed = self.try_flatten(name, value, declared).err();
        }
    }

    fn try_flatten<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
        declared: &[&str],
    ) -> Result<(), FormatError> {
        let text = serde_json::to_string(value)?;
        let Some(Entries(entries)) = serde_json::from_str::<Option<Entries<'_>>>(&text)? else {
            return Ok(());
        };
        if !self.sink.flattens() && !self.is_free(name) {
            return Ok(());
        }
        match &mut self.sink {
            Sink::Object {
                object,
                flatten: false,
            } => {
                let start = object.len();
                let mut is_empty = true;
                object.object(name, |inner| {
                    let mut inner = Details::for_object(inner.reborrow(), self.code, true);
                    inner.entries(entries, &[])?;
                    is_empty = inner.taken.is_empty();
                    Ok(())
                })?;
                if is_empty {
                    object.truncate(start);
                } else {
                    self.take(name);
                }
                Ok(())
            }
            _ => self.entries(entries, declared),
        }
    }

    /// Takes entries of a map as members.
    fn entries(
        &mut self,
        entries: Vec<(String, &RawValue)>,
        declared: &[&str],
    ) -> Result<(), FormatError> {
        for (key, value) in entries {
            let key_is_taken = self.taken.contains(&key) || declared.contains(&&*key);
            if key_is_taken || self.is_reserved(&key) {
                self.dropped(&key, TAKEN);
            } else if self.sink.write(&key, value, DetailKind::MapEntry)? {
                self.taken.insert(key);
            }
        }
        Ok(())
    }
}

/// The entries of a JSON object in order, each value as JSON text.
pub(crate) struct Entries<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a flattened field to serialize to a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Details, Entries};
    use crate::{Body, Code};

    #[test]
    fn a_clients_map_may_be_large() {
        let entries: BTreeMap<u32, u8> = (0..200_000).map(|key| (key, 1)).collect();
        for flatten in [false, true] {
            let written = written(flatten, &[], false, |details| {
                details.flatten("errors", &entries, &[]);
                details.flatten("more", &entries, &[]);
            });
            let members = written.matches(':').count();
            assert_eq!(members, if flatten { 200_000 } else { 400_002 });
        }
    }

    fn written(
        flatten: bool,
        reserved: &[&str],
        check_names: bool,
        write: impl FnOnce(&mut Details<'_>),
    ) -> String {
        let mut body = Body::new();
        body.object(|object| {
            let details = Details::for_object(object.reborrow(), Code::new("A"), flatten);
            let details = details.with_reserved([reserved, &[]]);
            let mut details = details.with_name_checks(check_names);
            write(&mut details);
            details.finish()
        })
        .unwrap();
        String::from_utf8(body.as_bytes().to_vec()).unwrap()
    }

    /// What hand-written calls write, in a format that flattens maps or has a member `status`.
    fn by_hand(flatten: bool, write: impl FnOnce(&mut Details<'_>)) -> String {
        let reserved: &[&str] = if flatten { &[] } else { &["status"] };
        written(flatten, reserved, true, write)
    }

    #[test]
    fn a_name_is_taken_once_by_hand_too() {
        for flatten in [false, true] {
            let written = by_hand(flatten, |details| {
                details.member("a", &None::<u8>);
                details.member("a", &1);
                details.member("b", &2);
                details.member("a", &3);
            });
            assert_eq!(written, r#"{"a":1,"b":2}"#);
        }
        let map = BTreeMap::from([("a", 7), ("b", 8), ("c", 9)]);
        let mixed = |details: &mut Details<'_>| {
            details.member("a", &1);
            details.flatten("errors", &map, &["b"]);
            details.member("b", &2);
            details.member("c", &3);
            details.member("errors", &4);
        };
        assert_eq!(by_hand(true, mixed), r#"{"a":1,"c":9,"b":2,"errors":4}"#);
        let under = r#"{"a":1,"errors":{"a":7,"b":8,"c":9},"b":2,"c":3}"#;
        assert_eq!(by_hand(false, mixed), under);
        let twice = |details: &mut Details<'_>| {
            details.flatten("errors", &BTreeMap::<u8, u8>::new(), &[]);
            details.flatten("errors", &map, &[]);
            details.flatten("errors", &map, &[]);
            details.flatten("status", &map, &[]);
        };
        assert_eq!(by_hand(false, twice), r#"{"errors":{"a":7,"b":8,"c":9}}"#);
        assert_eq!(by_hand(true, twice), r#"{"a":7,"b":8,"c":9}"#);
    }

    #[test]
    fn a_value_that_is_not_a_map_is_an_error() {
        let read = |json: &str| serde_json::from_str::<Option<Entries<'_>>>(json).map(|_| ());
        for json in ["null", "{}", r#"{"a":[1],"b":null}"#] {
            assert!(read(json).is_ok(), "{json}");
        }
        for json in ["[1]", "7", "\"a\""] {
            let why = read(json).unwrap_err().to_string();
            let wanted = "expected a flattened field to serialize to a map";
            assert!(why.contains(wanted), "{why}");
        }
    }
}
