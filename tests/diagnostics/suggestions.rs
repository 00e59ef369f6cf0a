//! Every `help: write ...` that is a replacement is applied as it stands, and what comes out compiles, but for the
//! mistakes that have no such help.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::checked;

/// Files whose mistakes hide others: a check that is now named rightly refuses nothing or something, a key now has no
/// effect, or a path leads nowhere.
const FOLLOWED_BY_OTHERS: [&str; 11] = [
    "allow-many-wrong",
    "allow-path",
    "deny-unknown",
    "format-capital",
    "header-missing-empty",
    "hide-as-unknown-beside",
    "key-dashed",
    "key-is-value",
    "six-mistakes",
    "status-lenient-too-high",
    "value-assigned",
];

/// What is wrong after the suggestions have been followed: a source has more errors than were left alone.
pub(crate) fn refused(sources: &[PathBuf]) -> Vec<String> {
    let mut reports: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for report in checked::reports("suggestions", sources) {
        reports
            .entry(checked::name(&report))
            .or_default()
            .push(report);
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suggested");
    fs::create_dir_all(&folder).unwrap();
    let mut left = BTreeMap::new();
    let mut written = Vec::new();
    let mut applied = 0;
    for source in sources {
        let name = source.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(source).unwrap();
        let reports = reports.get(&name).map_or(&[][..], Vec::as_slice);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for report in reports {
            let edit = edit(report, &text);
            // Of two at one place the second would stand in the first.
            edits.extend(edit.filter(|(range, _)| {
                edits
                    .iter()
                    .all(|(other, _)| range.end <= other.start || other.end <= range.start)
            }));
        }
        if edits.is_empty() {
            continue;
        }
        applied += edits.len();
        left.insert(name, reports.len() - edits.len());
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let mut text = text.clone();
        for (range, with) in edits {
            text.replace_range(range, &with);
        }
        let path = folder.join(source.file_name().unwrap());
        fs::write(&path, text).unwrap();
        written.push(path);
    }
    assert!(applied > 150, "{applied}");
    let mut wrong = Vec::new();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for report in checked::reports("suggested", &written) {
        let text = report["message"]["rendered"].as_str().unwrap().to_owned();
        found.entry(checked::name(&report)).or_default().push(text);
    }
    for (name, errors) in found {
        if errors.len() > left[&name] && !FOLLOWED_BY_OTHERS.contains(&&*name) {
            wrong.push(format!(
                "{name}: {} errors were left alone, and there are\n{}",
                left[&name],
                errors.join("\n")
            ));
        }
    }
    wrong
}

/// The place in a source and what to write there.
fn edit(report: &Value, text: &str) -> Option<(Range<usize>, String)> {
    let message = report["message"]["message"].as_str()?;
    let help = message.split("\n  help: ").nth(1)?;
    let with = help.strip_prefix("write `")?;
    let end = with.find('`')?;
    // What follows is where else it belongs, or another way.
    if !matches!(&with[end + 1..], "") && !with[end + 1..].starts_with(", or `allow") {
        return None;
    }
    let with = with[..end].to_owned();
    let span = report["message"]["spans"]
        .as_array()?
        .iter()
        .find(|span| span["is_primary"] == true)?;
    if Path::new(span["file_name"].as_str()?)
        .extension()
        .is_none_or(|extension| extension != "rs")
        || !span["expansion"].is_null()
            && span["expansion"]["macro_decl_name"] != "#[derive(ApiError)]"
    {
        return None;
    }
    let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    let range = at("byte_start")..at("byte_end");
    let under = &text[range.clone()];
    let attribute = with
        .strip_prefix("#[")
        .and_then(|with| with.strip_suffix(']'));
    let inner = attribute
        .and_then(|with| with.strip_prefix("api("))
        .and_then(|with| with.strip_suffix(')'));
    match (attribute, inner) {
        (Some(attribute), _)
            if ["api", "errcode", "api_error", "status"]
                .iter()
                .any(|name| under.starts_with(name)) =>
        {
            let end = range.start + text[range.start..].find(']').unwrap();
            let end = if text[range.end..].starts_with(']') {
                range.end
            } else {
                end
            };
            Some((range.start..end, attribute.to_owned()))
        }
        // A group is replaced by what stands in it.
        _ if text[..range.start].ends_with("#[api(") && under.starts_with(['(', '{']) => {
            Some((range, with))
        }
        (_, Some(inner)) => Some((item(text, range, inner), inner.to_owned())),
        _ if is_whole_item(&with) => Some((item(text, range, &with), with)),
        _ => Some((range, with)),
    }
}

/// Whether this is a key with its value, or a flag, and not a token alone.
fn is_whole_item(with: &str) -> bool {
    let key: String = with
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    let rest = &with[key.len()..];
    let is_flag =
        ["public", "expose", "transparent", "flatten"].contains(&key.as_str()) && rest.is_empty();
    !key.is_empty()
        && (is_flag || rest.starts_with(" = ") || rest.starts_with(": ") || rest.starts_with('('))
}

/// The item at a place: from the key in the attribute around it, if that is there, to the comma or bracket behind it.
fn item(text: &str, range: Range<usize>, with: &str) -> Range<usize> {
    let key: String = with
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    let opening = text[..range.start].rfind(['#', '{']).unwrap_or_default();
    let is_word = |at: &usize| {
        let behind = &text[at + key.len()..];
        !text[..*at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
            && [" ", "=", "(", ": ", "\"", ")", ","]
                .iter()
                .any(|next| behind.starts_with(next))
    };
    let keys = text[opening..range.end]
        .match_indices(&key)
        .map(|(at, _)| opening + at);
    let start = keys.filter(is_word).last().unwrap_or(range.start);
    let start = if text[..start].ends_with('"') {
        start - 1
    } else {
        start
    };
    let (mut depth, mut quoted, mut end) = (0, false, start);
    let bytes = text.as_bytes();
    while end < bytes.len() {
        match bytes[end] {
            b'\\' if quoted => end += 1,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => break,
            b')' | b']' | b'}' => depth -= 1,
            b',' if depth == 0 && end >= range.start => break,
            _ => {}
        }
        end += 1;
    }
    start..end
}
