//! Prints the public API of a crate from rustdoc's JSON of it and of the crates that it re-exports.
//!
//! Usage: `public-api-of-errcode FACADE.json DEPENDENCY.json...`

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs, process};

use public_api::Builder;
use serde_json::{Map, Value};

/// Ids of different crates are kept apart by this distance.
const IDS_OF_A_CRATE: u64 = 100_000_000;

/// Auto traits that no caller names.
const UNNAMED_AUTO_TRAITS: [&str; 6] = [
    "core::marker::Freeze",
    "core::marker::StructuralPartialEq",
    "core::marker::Unpin",
    "core::marker::UnsafeUnpin",
    "core::panic::unwind_safe::RefUnwindSafe",
    "core::panic::unwind_safe::UnwindSafe",
];

fn main() {
    let files: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    match listing(&files) {
        Ok(text) => print!("{text}"),
        Err(error) => {
            eprintln!("error: {error}");
            process::exit(2);
        }
    }
}

fn listing(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let Some(facade) = files.first() else {
        return Err("name the JSON files of rustdoc, the facade first".into());
    };
    let mut crates = Vec::new();
    for file in files {
        let text = fs::read_to_string(file)
            .map_err(|error| format!("can't read `{}`: {error}", file.display()))?;
        crates.push(serde_json::from_str(&text)?);
    }
    let merged = facade.with_extension("merged.json");
    let mut api = merge(crates);
    describe_once(&mut api);
    fs::write(&merged, api.to_string())?;
    let api = Builder::from_rustdoc_json(merged)
        .omit_blanket_impls(true)
        .build()?;
    let lines = api.items().map(ToString::to_string);
    Ok(without_noise(lines.collect()))
}

/// Merges crates into the first, so that its re-exports lead to the items of the others.
fn merge(crates: Vec<Value>) -> Value {
    let mut definitions = HashMap::new();
    for (number, of_crate) in (0..).zip(&crates) {
        for (id, summary) in object(&of_crate["paths"]) {
            if summary["crate_id"] == 0 {
                definitions.insert(key(summary), parsed(id) + number * IDS_OF_A_CRATE);
            }
        }
    }
    let mut merged = Value::Null;
    for (number, mut of_crate) in (0..).zip(crates) {
        let mut known = HashMap::new();
        for (id, summary) in object(&of_crate["paths"]) {
            if let Some(definition) = definitions.get(&key(summary)) {
                known.insert(parsed(id), *definition);
            }
        }
        let new_id = |id: u64| {
            let known = known.get(&id).copied();
            known.unwrap_or(id + number * IDS_OF_A_CRATE)
        };
        for table in ["index", "paths"] {
            let entries = std::mem::take(&mut of_crate[table]);
            let entries = object(&entries).iter().map(|(id, entry)| {
                let mut entry = entry.clone();
                change_ids(&mut entry, &new_id);
                (new_id(parsed(id)).to_string(), entry)
            });
            of_crate[table] = Value::Object(entries.collect());
        }
        of_crate["root"] = new_id(of_crate["root"].as_u64().unwrap_or_default()).into();
        if number == 0 {
            merged = of_crate;
            continue;
        }
        for table in ["index", "paths"] {
            if let (Value::Object(all), Value::Object(more)) =
                (&mut merged[table], &mut of_crate[table])
            {
                all.append(more);
            }
        }
    }
    merged
}

/// Cuts a re-export from its item if that has a shorter path too, so that the item is described there alone.
fn describe_once(api: &mut Value) {
    let mut modules = vec![api["root"].to_string()];
    let index = &mut api["index"];
    let mut described = HashSet::new();
    // Level by level, so that the shortest path comes first; a level's own items come before its re-exports.
    while !modules.is_empty() {
        let mut ids = Vec::new();
        for module in &modules {
            if let Some(items) = index[module]["inner"]["module"]["items"].as_array() {
                ids.extend(items.iter().map(ToString::to_string));
            }
        }
        ids.sort_by_key(|id| index[id]["inner"].get("use").is_some());
        modules.clear();
        for id in ids {
            let reexported = index[&id]["inner"]
                .get("use")
                .map(|of| of["id"].to_string());
            let target = reexported.as_ref().unwrap_or(&id);
            if index.get(target).is_none() {
                continue;
            }
            if described.insert(target.clone()) {
                if index[target]["inner"].get("module").is_some() {
                    modules.push(target.clone());
                }
            } else if reexported.is_some() {
                index[&id]["inner"]["use"]["id"] = Value::Null;
            }
        }
    }
}

/// Changes every id in an item. Ids are numbers; these are the members that have them.
fn change_ids(value: &mut Value, new_id: &impl Fn(u64) -> u64) {
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| change_ids(value, new_id)),
        Value::Object(members) => {
            for (name, member) in members {
                match name.as_str() {
                    "id" | "items" | "impls" | "implementations" | "fields" | "variants"
                    | "tuple" => change_numbers(member, new_id),
                    "links" => {
                        if let Value::Object(links) = member {
                            links
                                .values_mut()
                                .for_each(|link| change_numbers(link, new_id));
                        }
                    }
                    _ => {}
                }
                change_ids(member, new_id);
            }
        }
        _ => {}
    }
}

/// Changes an id, or a list of ids.
fn change_numbers(value: &mut Value, new_id: &impl Fn(u64) -> u64) {
    match value {
        Value::Array(values) => {
            for value in values.iter_mut().filter(|value| value.is_u64()) {
                change_numbers(value, new_id);
            }
        }
        _ => {
            if let Some(id) = value.as_u64() {
                *value = new_id(id).into();
            }
        }
    }
}

/// What identifies an item in all crates: its kind and the path of its definition.
fn key(summary: &Value) -> String {
    format!("{} {}", summary["kind"], summary["path"])
}

fn parsed(id: &str) -> u64 {
    id.parse().unwrap_or_default()
}

fn object(value: &Value) -> &Map<String, Value> {
    static EMPTY: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    value.as_object().unwrap_or(&EMPTY)
}

/// Leaves out what other lines imply: the functions of other crates' traits, and auto traits that no caller names.
fn without_noise(lines: Vec<String>) -> String {
    let mut text = String::new();
    // How the functions of the current impl begin, if its trait is of another crate.
    let mut foreign = None;
    for line in lines {
        if line.starts_with("impl") {
            let implemented = implemented_trait(&line);
            foreign = match implemented {
                Some(path) if !path.starts_with("errcode::") => self_type(&line),
                _ => None,
            }
            .map(|of| format!(" fn {of}::"));
            if implemented.is_some_and(|path| UNNAMED_AUTO_TRAITS.contains(&path)) {
                continue;
            }
        } else if foreign.as_ref().is_some_and(|start| line.contains(start)) {
            continue;
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The type in the line of an impl of a trait.
fn self_type(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once(" for ")?;
    Some(rest.split(" where ").next().unwrap_or(rest))
}

/// The path of the trait in the line of an impl, without generic arguments; none for an inherent impl.
fn implemented_trait(line: &str) -> Option<&str> {
    let (mut depth, mut start, mut end) = (0, "impl".len(), None);
    let bytes = line.as_bytes();
    for (position, byte) in line.bytes().enumerate() {
        match byte {
            b'<' => {
                depth += 1;
                if depth == 1 && position > start {
                    end = end.or(Some(position));
                }
            }
            // The head of a `->` closes nothing.
            b'>' if position > 0 && bytes[position - 1] != b'-' => {
                depth -= 1;
                if depth == 0 && end.is_none() {
                    start = position + 1;
                }
            }
            b' ' if depth == 0 && position == start => start += 1,
            b'!' if depth == 0 && position == start => start += 1,
            b' ' if depth == 0 => {
                let path = &line[start..end.unwrap_or(position)];
                return line[position..].starts_with(" for ").then_some(path);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{implemented_trait, without_noise};

    #[test]
    fn the_trait_of_an_impl() {
        for (line, path) in [
            (
                "impl core::clone::Clone for a::B",
                Some("core::clone::Clone"),
            ),
            (
                "impl !core::marker::Send for a::B",
                Some("core::marker::Send"),
            ),
            ("impl<T: Fn() -> u8> a::T<T> for a::B<T>", Some("a::T")),
            (
                "impl<T> core::convert::From<T> for a::B",
                Some("core::convert::From"),
            ),
            ("impl a::B", None),
            ("impl<T> a::B<T> where T: core::marker::Send", None),
        ] {
            assert_eq!(implemented_trait(line), path, "{line}");
        }
    }

    #[test]
    fn functions_of_foreign_traits_are_left_out() {
        let lines = [
            "pub struct errcode::A",
            "impl errcode::A",
            "pub fn errcode::A::new() -> Self",
            "impl core::ops::Deref for errcode::A",
            "pub type errcode::A::Target = u8",
            "pub fn errcode::A::deref(&self) -> &u8",
            "impl errcode::T for errcode::A",
            "pub fn errcode::A::t(&self)",
            "impl core::marker::Freeze for errcode::A",
            "pub fn errcode::f()",
        ];
        let kept = without_noise(lines.map(str::to_owned).to_vec());
        let gone = [lines[5], lines[8]];
        let expected = lines.iter().filter(|line| !gone.contains(line));
        assert_eq!(
            kept.lines().collect::<Vec<_>>(),
            expected.copied().collect::<Vec<_>>()
        );
    }
}
