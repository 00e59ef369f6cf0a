//! Whether a new schema is compatible with the old one.

use crate::model::json::Json;
use crate::model::schema::HTTP_DATE;
use crate::model::schema::{Kind, Schema};

/// Whether the old schema admits every value of the new one. If both have the same Rust type and are inferred from
/// examples, values that the new examples do not show are ignored.
pub(super) fn is_compatible(old: &Schema, new: &Schema, same_type: bool) -> bool {
    let part = |old: Option<&Schema>, new: Option<&Schema>| match (old, new) {
        (None, _) => true,
        (Some(_), None) => same_type,
        (Some(old), Some(new)) => is_compatible(old, new, same_type),
    };
    if old.is_any() {
        return true;
    }
    if new.is_any() {
        return same_type;
    }
    if !new.any_of.is_empty() {
        // A null in the new example may have been possible before.
        let mut alternatives = new.any_of.iter();
        return alternatives.all(|new| {
            (same_type && new.kind == Some(Kind::Null)) || is_compatible(old, new, same_type)
        });
    }
    if !old.any_of.is_empty() {
        return old
            .any_of
            .iter()
            .any(|old| is_compatible(old, new, same_type));
    }
    is_kind_compatible(old, new)
        && part(old.items.as_deref(), new.items.as_deref())
        && are_members_compatible(old, new, same_type)
        && (!new.properties.is_empty() || part(old.values.as_deref(), new.values.as_deref()))
}

fn is_kind_compatible(old: &Schema, new: &Schema) -> bool {
    match (old.kind, new.kind) {
        (Some(Kind::Integer), Some(Kind::Integer)) => {
            let (old, new) = (range(old), range(new));
            old.0 <= new.0 && new.1 <= old.1
        }
        // The size of a number only affects its precision.
        (Some(Kind::Number), Some(Kind::Number | Kind::Integer)) => true,
        (old_kind, new_kind) => {
            let is_format_compatible = old.format.is_none() || old.format == new.format;
            (old_kind.is_none() || old_kind == new_kind) && is_format_compatible
        }
    }
}

/// The smallest and the greatest integer.
fn range(schema: &Schema) -> (i128, i128) {
    let format = schema.format.as_deref().unwrap_or_default();
    let bits = |name: &str| {
        let bits = format.strip_prefix(name)?.parse::<u32>().ok()?;
        (1..=64).contains(&bits).then(|| 1_i128 << bits)
    };
    let (least, greatest) = match (bits("int"), bits("uint")) {
        (Some(count), _) => (-count / 2, count / 2 - 1),
        (_, Some(count)) => (0, count - 1),
        _ => (i128::MIN, i128::MAX),
    };
    let minimum = schema.minimum.map_or(i128::MIN, i128::from);
    (least.max(minimum), greatest)
}

fn are_members_compatible(old: &Schema, new: &Schema, same_type: bool) -> bool {
    let find = |schema: &'_ Schema, name: &str| {
        let mut members = schema.properties.iter();
        members.position(|(member, _)| member == name)
    };
    let members = old.properties.iter().all(|(name, member)| {
        find(new, name).is_some_and(|at| is_compatible(member, &new.properties[at].1, same_type))
    });
    let values = old.values.as_deref().is_none_or(|values| {
        let new = new.properties.iter();
        new.into_iter()
            .all(|(_, member)| is_compatible(values, member, same_type))
    });
    // The number of examples, and the members that they leave out, may change.
    let is_required = |name| same_type || new.required.contains(name);
    members && values && old.required.iter().all(is_required)
}

/// Two different schemas in words that differ as well.
pub(super) fn in_words(old: &Schema, new: &Schema) -> (String, String) {
    let words = |schema: &Schema| match &schema.format {
        Some(format) if format != HTTP_DATE => format!("{} ({format})", schema.words()),
        _ => schema.words(),
    };
    let both = (words(old), words(new));
    if both.0 == both.1 {
        (Json::from(old).to_string(), Json::from(new).to_string())
    } else {
        both
    }
}

#[cfg(test)]
mod tests {
    use super::is_compatible;
    use crate::model::json::Json;
    use crate::model::schema::Schema;

    fn schema(json: &str) -> Schema {
        serde_json::from_str(json).unwrap()
    }

    /// Each narrow schema is a subset of the wide one, and not the other way round.
    #[test]
    fn what_narrows_is_compatible_and_what_widens_is_not() {
        for (narrow, wide) in [
            (r#"{"type":"integer"}"#, r#"{"type":"number"}"#),
            (
                r#"{"type":"integer","format":"int32"}"#,
                r#"{"type":"integer","format":"int64"}"#,
            ),
            (
                r#"{"type":"integer","format":"uint8","minimum":0}"#,
                r#"{"type":"integer","format":"int16"}"#,
            ),
            (
                r#"{"type":"integer","format":"uint64","minimum":0}"#,
                r#"{"type":"integer"}"#,
            ),
            (
                r#"{"type":"string","format":"ipv4"}"#,
                r#"{"type":"string"}"#,
            ),
            (
                r#"{"type":"string"}"#,
                r#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
            ),
            (
                r#"{"type":"array","items":{"type":"string"}}"#,
                r#"{"type":"array"}"#,
            ),
            (
                r#"{"type":"object","additionalProperties":{"type":"integer"}}"#,
                r#"{"type":"object","additionalProperties":{"type":"number"}}"#,
            ),
            (
                r#"{"type":"object","properties":{"a":{"type":"string"},"b":{}},"required":["a"]}"#,
                r#"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#,
            ),
            (
                r#"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"#,
                r#"{"type":"object","properties":{"a":{"type":"string"}}}"#,
            ),
            (
                r#"{"type":"object","properties":{"a":{"type":"string"}}}"#,
                r#"{"type":"object","additionalProperties":{"type":"string"}}"#,
            ),
            (r#"{"type":"string"}"#, "{}"),
        ] {
            let (narrow, wide) = (schema(narrow), schema(wide));
            assert!(is_compatible(&narrow, &narrow, false) && is_compatible(&wide, &wide, false));
            assert!(
                is_compatible(&wide, &narrow, false),
                "{narrow:?} in {wide:?}"
            );
            assert!(
                !is_compatible(&narrow, &wide, false),
                "{wide:?} in {narrow:?}"
            );
        }
        let (text, flag) = (
            schema(r#"{"type":"string"}"#),
            schema(r#"{"type":"boolean"}"#),
        );
        assert!(!is_compatible(&text, &flag, true) && !is_compatible(&flag, &text, true));
    }

    #[test]
    fn examples_of_one_rust_type_may_show_less() {
        let (full, empty) = (
            schema(r#"{"type":"array","items":{"type":"string"}}"#),
            schema(r#"{"type":"array"}"#),
        );
        assert!(is_compatible(&full, &empty, true) && !is_compatible(&full, &empty, false));
        // One type as different examples show it: a null, a value, both, and more or fewer examples.
        let shown = [
            r#"[{"a":null}]"#,
            r#"[{"a":"x"}]"#,
            r#"[{"a":"x"},{"a":null}]"#,
            r#"[{"a":"x"},{"a":"y"}]"#,
        ];
        let shown = shown.map(|text| {
            let values: Vec<Json> = serde_json::from_str(text).unwrap();
            Schema::from_examples(&values)
        });
        for (old, new) in shown
            .iter()
            .flat_map(|old| shown.iter().map(move |new| (old, new)))
        {
            assert!(is_compatible(old, new, true), "{old:?} {new:?}");
        }
        let number: Schema = schema(r#"{"type":"object","properties":{"a":{"type":"number"}}}"#);
        assert!(
            shown[1..]
                .iter()
                .all(|text| !is_compatible(text, &number, true))
        );
    }
}
