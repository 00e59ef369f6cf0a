//! The details of an error, for formats that read them one by one.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// The details of an error, for a [`Format`](crate::Format) that reads them one by one.
///
/// It serializes as a JSON object, in the order of the fields. What a field says does not depend
/// on the features that `serde_json` is built with.
///
/// ```
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// One detail by itself, and all of them beside it.
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     let details = error.details();
///     body.object(|object| {
///         object.member("param", &details.text("param"))?;
///         object.member("meta", &details)
///     })
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct DetailMap {
    details: Vec<Detail>,
}

#[derive(Clone, Debug)]
struct Detail {
    name: String,
    value: Box<RawValue>,
    kind: DetailKind,
}

/// What a detail was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DetailKind {
    /// A public field.
    Field,
    /// An entry of a flattened map.
    MapEntry,
}

impl DetailMap {
    pub(super) fn push(&mut self, name: &str, value: Box<RawValue>, kind: DetailKind) {
        self.details.push(Detail {
            name: name.to_owned(),
            value,
            kind,
        });
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.details.is_empty()
    }

    /// The names and values, each value as JSON.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.details
            .iter()
            .map(|detail| (detail.name.as_str(), &*detail.value))
    }

    /// The details that public fields are.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.of_kind(DetailKind::Field)
    }

    /// The entries of flattened maps as texts: of a validation error, the names of the fields and what is
    /// wrong with each. A list gives one item for each of its elements.
    ///
    /// ```
    /// use errcode_core::{Body, FormatError, Occurrence};
    ///
    /// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///     body.object(|object| {
    ///         object.array("errors", |errors| {
    ///             error.details().field_errors().try_for_each(|(field, text)| {
    ///                 errors.object(|object| {
    ///                     object.member("field", field)?;
    ///                     object.member("problem", &text)
    ///                 })
    ///             })
    ///         })
    ///     })
    /// }
    /// ```
    pub fn field_errors(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.of_kind(DetailKind::MapEntry)
            .flat_map(|(name, value)| {
                let list = serde_json::from_str::<Vec<&RawValue>>(value.get());
                let values = list.unwrap_or_else(|_| vec![value]);
                values
                    .into_iter()
                    .map(move |value| (name, json_text(value)))
            })
    }

    fn of_kind(&self, kind: DetailKind) -> impl Iterator<Item = (&str, &RawValue)> {
        let details = self
            .details
            .iter()
            .filter(move |detail| detail.kind == kind);
        details.map(|detail| (detail.name.as_str(), &*detail.value))
    }

    /// Removes one value and returns it, for a format that writes it in a place of its own and the other
    /// details together.
    pub fn take(&mut self, name: &str) -> Option<Box<RawValue>> {
        let at = self.details.iter().position(|detail| detail.name == name)?;
        Some(self.details.remove(at).value)
    }

    /// One value as JSON.
    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    /// One value as text: the characters of a string, the JSON of any other value.
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.get(name).map(json_text)
    }
}

/// A JSON value as text: the characters of a string, the JSON of any other value.
///
/// ```
/// use errcode_core::format::json_text;
/// use serde_json::value::to_raw_value;
///
/// assert_eq!(json_text(&to_raw_value("pdf")?), "pdf");
/// assert_eq!(json_text(&to_raw_value(&[1, 2])?), "[1,2]");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn json_text(value: &RawValue) -> Cow<'_, str> {
    match serde_json::from_str::<String>(value.get()) {
        Ok(text) => Cow::Owned(text),
        Err(_) => Cow::Borrowed(value.get()),
    }
}

impl Serialize for DetailMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
