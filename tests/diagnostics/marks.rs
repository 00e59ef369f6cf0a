//! Marks: `//~ TEXT` at the end of a line says that one error's primary span is on this line and
//! covers `TEXT`, of a span of several lines the first. A line with two errors has two marks.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Where an error is, and the source text under it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) line: usize,
    pub(crate) text: String,
}

impl Spot {
    /// What a line says, or a piece of it, without its marks.
    pub(crate) fn new(line: usize, text: &str) -> Self {
        let text = text.split("//~").next().unwrap_or_default().trim();
        Self {
            line,
            text: text.to_owned(),
        }
    }
}

/// The marks of a source, in order.
pub(crate) fn of(source: &str) -> Vec<Spot> {
    let lines = source.lines().zip(1..);
    let marks = lines.flat_map(|(text, line)| {
        let texts = text.split("//~ ").skip(1);
        texts.map(move |text| Spot::new(line, text))
    });
    marks.collect()
}

/// What is wrong with the errors of a source, if anything: they are its marks, in this order.
pub(crate) fn judge(source: &Path, found: &BTreeMap<String, Vec<Spot>>) -> Option<String> {
    let name = source.file_stem()?.to_str()?;
    let expected = of(&std::fs::read_to_string(source).unwrap());
    let found = found.get(name).map_or(&[][..], Vec::as_slice);
    if expected == found {
        return None;
    }
    let mut text = format!("{name}:");
    for (what, spots) in [("marked", expected.as_slice()), ("found", found)] {
        for Spot { line, text: under } in spots {
            write!(text, "\n  {what} at line {line}: {under}").unwrap();
        }
    }
    Some(text)
}
