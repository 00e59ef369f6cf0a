//! Links in doc comments whose target is a Rust path, and the entries that such paths name.

use std::collections::HashMap;

use pulldown_cmark::LinkType;

/// A Rust path as rustdoc accepts it in a link: `E::A`, `` `E::A` ``, `crate::E::A()`, `struct@E`.
pub(super) struct Path<'t> {
    names: Vec<&'t str>,
    /// Whether this is certainly a path, and not a word in brackets.
    pub(super) is_certain: bool,
}

impl<'t> Path<'t> {
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let code = text.strip_prefix('`').and_then(|t| t.strip_suffix('`'));
        let path = code.unwrap_or(text);
        let path = path.split_once('@').map_or(path, |(_, path)| path);
        let path = path.strip_suffix("()").unwrap_or(path);
        let path = path.strip_suffix('!').unwrap_or(path);
        let path = match path.split_once('<') {
            Some((generic, _)) if path.ends_with('>') => generic,
            _ => path,
        };
        let path = path.strip_prefix("::").unwrap_or(path);
        let names: Vec<&str> = path.split("::").collect();
        let is_certain = code.is_some() || names.len() > 1;
        names
            .iter()
            .all(|name| is_name(name))
            .then_some(Self { names, is_certain })
    }
}

fn is_name(text: &str) -> bool {
    let is_start = |c: char| c.is_alphabetic() || c == '_';
    text.starts_with(is_start) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Whether a link has no target in the text itself.
pub(super) fn is_unresolved(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown
    )
}

/// The code and anchor of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinkTarget {
    pub(crate) code: String,
    pub(crate) anchor: String,
}

/// The entries of a document by the names of their variants, each with the path of its type.
#[derive(Debug, Default)]
pub(crate) struct LinkTargets(HashMap<&'static str, Vec<(&'static str, LinkTarget)>>);

impl LinkTargets {
    pub(crate) fn insert(
        &mut self,
        of_type: &'static str,
        variant: &'static str,
        target: LinkTarget,
    ) {
        self.0.entry(variant).or_default().push((of_type, target));
    }
}

/// Resolves the links of one doc comment. `Self` is the type that has the doc comment.
#[derive(Clone, Copy, Default)]
pub(crate) struct Links<'p> {
    targets: Option<&'p LinkTargets>,
    self_type: &'static str,
}

impl<'p> Links<'p> {
    pub(crate) fn new(targets: &'p LinkTargets, self_type: &'static str) -> Self {
        Self {
            targets: Some(targets),
            self_type,
        }
    }

    /// The entry that a path names. If several match, the one in the same type wins; otherwise there is none.
    pub(super) fn find(&self, path: &Path<'_>) -> Option<&'p LinkTarget> {
        let mut names = path.names.clone();
        if names.first() == Some(&"Self") {
            names.splice(..1, self.self_type.split("::"));
        }
        while let ["crate" | "self" | "super", ..] = names[..] {
            names.remove(0);
        }
        let variants = self.targets?.0.get(*names.last()?)?;
        let found = variants.iter().filter(|(of_type, _)| {
            let of_type: Vec<&str> = of_type.split("::").collect();
            let (variant, of_variant) = names.split_last().unwrap_or((&"", &[]));
            // A struct is its own variant.
            of_type.ends_with(of_variant)
                || of_type.last() == Some(variant) && of_type.ends_with(&names)
        });
        let found: Vec<_> = found.collect();
        match found[..] {
            [(_, target)] => Some(target),
            _ => found
                .iter()
                .find(|(of_type, _)| *of_type == self.self_type)
                .map(|(_, target)| target),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkTarget, LinkTargets, Links, Path};

    #[test]
    fn certain_paths() {
        for (text, is_certain) in [
            ("`E::A`", Some(true)),
            ("E::A", Some(true)),
            ("`A`", Some(true)),
            ("crate::a::E::b()", Some(true)),
            ("::a::E", Some(true)),
            ("`Vec<T>`", Some(true)),
            ("struct@E", Some(false)),
            ("draft", Some(false)),
            ("`a|b`", None),
            ("`0`", None),
            ("::1", None),
            ("`--a`", None),
            ("a b", None),
            ("", None),
        ] {
            let path = Path::parse(text);
            assert_eq!(path.map(|path| path.is_certain), is_certain, "{text}");
        }
    }

    #[test]
    fn a_path_names_at_most_one_entry() {
        let mut targets = LinkTargets::default();
        for (of_type, variant) in [("a::E", "A"), ("b::E", "A"), ("b::E", "B"), ("b::S", "S")] {
            let target = LinkTarget {
                code: format!("{of_type}.{variant}"),
                anchor: String::new(),
            };
            targets.insert(of_type, variant, target);
        }
        let find = |text: &str, self_type| {
            let links = Links::new(&targets, self_type);
            Some(links.find(&Path::parse(text)?)?.code.as_str())
        };
        assert_eq!(find("`Self::A`", "b::E"), Some("b::E.A"));
        assert_eq!(find("E::A", "b::E"), Some("b::E.A"));
        assert_eq!(find("E::A", "b::S"), None);
        assert_eq!(find("crate::a::E::A", "b::S"), Some("a::E.A"));
        assert_eq!(find("super::E::B", "a::E"), Some("b::E.B"));
        assert_eq!(find("S", "a::E"), Some("b::S.S"));
        assert_eq!(find("Self", "b::S"), Some("b::S.S"));
        assert_eq!(find("`C`", "b::S"), None);
    }
}
