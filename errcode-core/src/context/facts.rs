//! Facts of a request that only certain formats write, as JSON by name.

use serde::Serialize;
use serde_json::value::RawValue;

/// Values by name. Each is JSON text, which compares and copies as the values do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RequestFacts(Vec<(&'static str, String)>);

impl RequestFacts {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a value in place of an earlier one of the name.
    pub(super) fn set<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(value)?;
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, json));
        Ok(())
    }

    pub(super) fn get(&self, name: &str) -> Option<&RawValue> {
        let (_, json) = self.0.iter().find(|(other, _)| *other == name)?;
        serde_json::from_str(json).ok()
    }
}
