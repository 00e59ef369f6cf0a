//! The path of a field inside a request, as a JSON Pointer or dotted.

use std::fmt::{self, Write};

use errcode_rules::text::{LIMIT, cut};
use serde::{Serialize, Serializer};

/// The path of a field inside a request. It is made from one name, or from the names and indexes on the way to the field.
///
/// ```
/// use errcode::validation::FieldPath;
///
/// assert_eq!(FieldPath::from("slug").to_string(), "/slug");
/// assert_eq!(FieldPath::from(["tags", "0", "a/b"]).to_string(), "/tags/0/a~1b");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(Vec<Step>);

/// A name, or an index. A name that reads as an index is one, because a JSON Pointer does not tell them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Step {
    Index(usize),
    Name(Box<str>),
}

impl FieldPath {
    /// The path of a field inside the field of this path.
    pub fn join(&self, name: &str) -> Self {
        let mut path = self.clone();
        path.0.push(Step::new(name));
        path
    }
}

impl Step {
    fn new(name: &str) -> Self {
        let index = name.parse::<usize>().ok();
        match index.filter(|index| index.to_string() == name) {
            Some(index) => Self::Index(index),
            None => Self::Name(cut(name, LIMIT).into()),
        }
    }
}

impl<S: AsRef<str>> FromIterator<S> for FieldPath {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        let names = names.into_iter();
        Self(names.map(|name| Step::new(name.as_ref())).collect())
    }
}

/// The path of a field that is not inside another one.
impl From<&str> for FieldPath {
    fn from(name: &str) -> Self {
        Self::from([name])
    }
}

impl<S: AsRef<str>, const N: usize> From<[S; N]> for FieldPath {
    fn from(names: [S; N]) -> Self {
        names.into_iter().collect()
    }
}

/// A JSON Pointer (RFC 6901).
impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.0 {
            match step {
                Step::Index(index) => write!(f, "/{index}")?,
                Step::Name(name) => {
                    f.write_char('/')?;
                    for character in name.chars() {
                        match character {
                            '~' => f.write_str("~0")?,
                            '/' => f.write_str("~1")?,
                            other => f.write_char(other)?,
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// A path in one of the two notations.
pub(super) struct Shown<'a> {
    pub(super) path: &'a FieldPath,
    pub(super) dotted: bool,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.dotted {
            return self.path.fmt(f);
        }
        for (at, step) in self.path.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Name(name) if name.is_empty() || name.contains(['.', '[', ']', '"']) => {
                    write!(f, "[{name:?}]")?;
                }
                Step::Name(name) if at == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
