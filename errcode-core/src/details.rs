//! The fields of an error that the client may read, on their way into a body.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::{Body, Code, log};

/// Takes the fields that the client may read, in order.
///
/// A value that serializes as null is left out, and so is one whose name is taken already, which is
/// logged. Once a value can't be serialized nothing more is
/// taken, and the response goes out without details: a body is never half written.
///
/// ```
/// use errcode_core::{ApiError, Code, Details, Entry, to_response};
///
/// #[derive(Debug)]
/// struct Full { used: u64 }
/// # impl std::fmt::Display for Full {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("full") }
/// # }
/// # impl std::error::Error for Full {}
///
/// impl ApiError for Full {
///     fn entry(&self) -> &'static Entry {
///         static ENTRY: Entry = Entry::new(409, Code::new("FULL"));
///         &ENTRY
///     }
///
///     fn details(&self, details: &mut Details<'_>) {
///         details.member("used", &self.used);
///         details.member("used", "dropped: the name is taken");
///     }
/// }
///
/// let response = to_response(&Full { used: 7 });
/// assert!(response.body().ends_with(br#""code":"FULL","used":7}"#));
/// ```
#[derive(Debug)]
pub struct Details<'a> {
    body: &'a mut Body,
    code: Code,
    reserved: &'a [&'a str],
    spread: bool,
    /// By hand a name may be given twice; what the derive writes was checked when it was compiled.
    by_hand: bool,
    /// The names that are taken: by entries, and by members if they are written by hand.
    taken: HashSet<String>,
    failed: Option<serde_json::Error>,
}

/// Why a member of a name that another has is left out.
const TAKEN: &str = "a member of this name is there already";

impl<'a> Details<'a> {
    pub(crate) fn new(
        body: &'a mut Body,
        code: Code,
        reserved: &'a [&'a str],
        spread: bool,
        by_hand: bool,
    ) -> Self {
        Self {
            body,
            code,
            reserved,
            spread,
            by_hand,
            taken: HashSet::new(),
            failed: None,
        }
    }

    pub(crate) fn finish(self) -> Result<(), serde_json::Error> {
        self.failed.map_or(Ok(()), Err)
    }

    /// Takes one field.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.failed.is_some() {
            return;
        }
        if !self.is_free(name) {
            return;
        }
        match write_unless_null(self.body, name, value) {
            Ok(true) => self.take(name),
            Ok(false) => {}
            Err(why) => self.failed = Some(why),
        }
    }

    /// Whether a member may have the name; where not, that is logged.
    fn is_free(&self, name: &str) -> bool {
        let why = if self.reserved.contains(&name) {
            "the format writes a member of this name"
        } else if self.by_hand && self.taken.contains(name) {
            TAKEN
        } else {
            return true;
        };
        log::dropped(self.code, name, &why);
        false
    }

    fn take(&mut self, name: &str) {
        if self.by_hand {
            self.taken.insert(name.to_owned());
        }
    }

    /// Takes the entries of a field that serializes to a map.
    ///
    /// They stand beside the other fields, or under one member `name` where the format owns names
    /// of its own. `declared` are the other fields' names, which an entry can't take.
    pub fn flatten<T: Serialize + ?Sized>(&mut self, name: &str, value: &T, declared: &[&str]) {
        if self.failed.is_some() {
            return;
        }
        if let Err(why) = self.try_flatten(name, value, declared) {
            self.failed = Some(why);
        }
    }

    fn try_flatten<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
        declared: &[&str],
    ) -> Result<(), serde_json::Error> {
        let text = serde_json::to_string(value)?;
        let Some(entries) = serde_json::from_str::<Option<Entries<'_>>>(&text)? else {
            return Ok(());
        };
        if self.spread {
            return self.entries(entries, declared);
        }
        if !self.is_free(name) {
            return Ok(());
        }
        let start = self.body.len();
        self.body.given_key(name);
        self.body.open();
        let empty = self.body.len();
        // Under a name of their own the entries meet no others.
        let others = std::mem::take(&mut self.taken);
        self.entries(entries, &[])?;
        self.taken = others;
        if self.body.len() == empty {
            self.body.truncate(start);
        } else {
            self.body.close();
            self.take(name);
        }
        Ok(())
    }

    fn entries(
        &mut self,
        entries: Entries<'_>,
        declared: &[&str],
    ) -> Result<(), serde_json::Error> {
        for (key, value) in entries.0 {
            if declared.contains(&&*key)
                || self.taken.contains(&key)
                || (self.spread && self.reserved.contains(&&*key))
            {
                log::dropped(self.code, &key, &TAKEN);
                continue;
            }
            if write_unless_null(self.body, &key, value)? {
                self.taken.insert(key);
            }
        }
        Ok(())
    }
}

/// Whether the value was written: a null is left out, and leaves its name to others.
fn write_unless_null<T: Serialize + ?Sized>(
    body: &mut Body,
    name: &str,
    value: &T,
) -> Result<bool, serde_json::Error> {
    let start = body.len();
    body.given_key(name);
    let at = body.len();
    body.try_json(value)?;
    let is_null = &body.as_bytes()[at..] == b"null";
    if is_null {
        body.truncate(start);
    }
    Ok(!is_null)
}

/// The entries of a JSON object in order, their values as they stand.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

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

/// The fields of an error that the client may read, for a [`Format`](crate::Format) of one's own.
///
/// It serializes as a JSON object, in the order of the fields. What a field says does not depend
/// on the features that `serde_json` is built with.
///
/// ```
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// One field lifted out, and all of them beside it.
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     let details = error.details();
///     body.json(&(details.text("param"), &details))
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct DetailMap {
    members: Vec<(String, Box<RawValue>)>,
}

impl DetailMap {
    /// Reads what [`Details`] wrote: the text of one JSON object.
    pub(crate) fn from_json(object: &[u8]) -> Self {
        let members = serde_json::from_slice::<Entries<'_>>(object)
            .map(|entries| entries.0)
            .unwrap_or_default();
        Self {
            members: members
                .into_iter()
                .map(|(name, value)| (name, value.to_owned()))
                .collect(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The names and values, each value as JSON.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.members
            .iter()
            .map(|(name, value)| (name.as_str(), &**value))
    }

    /// One value as JSON.
    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    /// One value as text: of a string its characters, of all else its JSON.
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        let json = self.get(name)?.get();
        Some(match serde_json::from_str::<String>(json) {
            Ok(text) => Cow::Owned(text),
            Err(_) => Cow::Borrowed(json),
        })
    }
}

impl Serialize for DetailMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
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
        for spread in [false, true] {
            let mut body = Body::new();
            let mut details = Details::new(&mut body, Code::new("A"), &[], spread, false);
            details.flatten("errors", &entries, &[]);
            details.flatten("more", &entries, &[]);
            assert!(details.finish().is_ok());
            let written = body.as_bytes().split(|byte| *byte == b':').count() - 1;
            assert_eq!(written, if spread { 200_000 } else { 400_002 });
        }
    }

    /// What calls by hand write, in a format that owns the name `status` or lets entries be members.
    fn by_hand(spread: bool, write: impl FnOnce(&mut Details<'_>)) -> String {
        let mut body = Body::new();
        let reserved: &[&str] = if spread { &[] } else { &["status"] };
        let mut details = Details::new(&mut body, Code::new("A"), reserved, spread, true);
        write(&mut details);
        assert!(details.finish().is_ok());
        String::from_utf8(body.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn by_hand_too_a_name_is_taken_once() {
        for spread in [false, true] {
            let written = by_hand(spread, |details| {
                details.member("a", &None::<u8>);
                details.member("a", &1);
                details.member("b", &2);
                details.member("a", &3);
            });
            assert_eq!(written, r#","a":1,"b":2"#);
        }
        let map = BTreeMap::from([("a", 7), ("b", 8), ("c", 9)]);
        let mixed = |details: &mut Details<'_>| {
            details.member("a", &1);
            details.flatten("errors", &map, &["b"]);
            details.member("b", &2);
            details.member("c", &3);
            details.member("errors", &4);
        };
        assert_eq!(by_hand(true, mixed), r#","a":1,"c":9,"b":2,"errors":4"#);
        let under = r#","a":1,"errors":{"a":7,"b":8,"c":9},"b":2,"c":3"#;
        assert_eq!(by_hand(false, mixed), under);
        let twice = |details: &mut Details<'_>| {
            details.flatten("errors", &BTreeMap::<u8, u8>::new(), &[]);
            details.flatten("errors", &map, &[]);
            details.flatten("errors", &map, &[]);
            details.flatten("status", &map, &[]);
        };
        assert_eq!(by_hand(false, twice), r#","errors":{"a":7,"b":8,"c":9}"#);
        assert_eq!(by_hand(true, twice), r#","a":7,"b":8,"c":9"#);
    }

    #[test]
    fn what_is_no_map_is_told_so() {
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
