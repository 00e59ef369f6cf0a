//! Format strings of `message`: which fields they name, and that they name nothing else.

use proc_macro2::Ident;
use quote::format_ident;
use syn::{LitStr, Member};

use super::field::Marked;
use crate::diagnostics::{Diagnostics, listed};
use crate::model::{Argument, Message, Template};
use crate::nearest::did_you_mean;

/// A format string that has been read.
pub(super) struct Parsed {
    pub(super) message: Message,
    /// The places of the fields that it shows.
    pub(super) shows: Vec<usize>,
}

/// Reads a format string over the fields of the variant `name`.
pub(super) fn parse(
    literal: &LitStr,
    fields: &[Marked<'_>],
    name: &str,
    errors: &mut Diagnostics,
) -> Option<Parsed> {
    let before = errors.len();
    let text = literal.value();
    let mut reader = Reader {
        literal,
        fields,
        name,
        errors,
        template: String::new(),
        shows: Vec::new(),
    };
    reader.read(&text);
    let Reader {
        template, shows, ..
    } = reader;
    if errors.len() > before {
        return None;
    }
    let arguments = shows.iter().map(|(at, traits)| Argument {
        name: argument(&fields[*at].member),
        field: fields[*at].field(),
        traits: traits.clone(),
    });
    let message = if shows.is_empty() {
        Message::Fixed(text.replace("{{", "{").replace("}}", "}"))
    } else {
        // rustc can point into the literal only if it stays as it is.
        let is_same = template == text;
        Message::Template(Template {
            literal: if is_same {
                literal.clone()
            } else {
                LitStr::new(&template, literal.span())
            },
            arguments: arguments.collect(),
        })
    };
    Some(Parsed {
        message,
        shows: shows.into_iter().map(|(at, _)| at).collect(),
    })
}

/// The name by which a format string can name a field: its own, if that is neither a number nor a
/// keyword.
fn argument(member: &Member) -> Ident {
    match member {
        Member::Named(ident) => {
            let name = ident.to_string();
            match name.strip_prefix("r#") {
                Some(keyword) => format_ident!("__errcode_{keyword}"),
                None => format_ident!("{name}"),
            }
        }
        Member::Unnamed(index) => format_ident!("_{}", index.index),
    }
}

/// The traits that format specs stand for by their last letter, other than `Display`.
const TRAITS: [(char, &str); 8] = [
    ('?', "Debug"),
    ('o', "Octal"),
    ('x', "LowerHex"),
    ('X', "UpperHex"),
    ('p', "Pointer"),
    ('b', "Binary"),
    ('e', "LowerExp"),
    ('E', "UpperExp"),
];

struct Reader<'a> {
    literal: &'a LitStr,
    fields: &'a [Marked<'a>],
    name: &'a str,
    errors: &'a mut Diagnostics,
    /// The format string with names in place of numbers.
    template: String,
    /// The places of the fields, and the traits they are shown by; none for a width.
    shows: Vec<(usize, Vec<&'static str>)>,
}

impl Reader<'_> {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (plain, brace) = rest.split_at(at);
            self.template.push_str(plain);
            rest = &brace[1..];
            if brace.starts_with("{{") || brace.starts_with("}}") {
                self.template.push_str(&brace[..2]);
                rest = &brace[2..];
            } else if brace.starts_with('}') {
                return self.wrong("unmatched `}`", "write `}}` for a brace in the text");
            } else if let Some(end) = end(rest) {
                self.placeholder(&rest[..end]);
                rest = &rest[end + 1..];
            } else {
                return self.wrong("unmatched `{`", "write `{{` for a brace in the text");
            }
        }
        self.template.push_str(rest);
    }

    fn wrong(&mut self, message: &str, help: &str) {
        self.errors.report(self.literal, message, help);
    }

    /// `name`, `name:spec`
    fn placeholder(&mut self, inside: &str) {
        let (argument, spec) = inside.split_once(':').unwrap_or((inside, ""));
        let last = spec.trim_end().chars().next_back();
        let shown_by = TRAITS.iter().find(|(letter, _)| Some(*letter) == last);
        self.template.push('{');
        self.name(
            argument.trim(),
            Some(shown_by.map_or("Display", |(_, name)| name)),
        );
        if inside.contains(':') {
            self.template.push(':');
            self.spec(spec);
        }
        self.template.push('}');
    }

    /// A format spec, in which `name$` and `0$` are fields too.
    fn spec(&mut self, spec: &str) {
        if spec.contains(".*") {
            let help = "name a field, `.precision$`, or write a number";
            return self.wrong("`.*` takes an argument that is no field", help);
        }
        // A fill is any one character before an alignment, a `$` included.
        let mut letters = spec.chars();
        let fill = letters.next().map_or(0, char::len_utf8);
        let has_fill = letters.next().is_some_and(|align| "<^>".contains(align));
        let (fill, mut rest) = spec.split_at(if has_fill { fill } else { 0 });
        self.template.push_str(fill);
        while let Some((piece, after)) = rest.split_once('$') {
            let flags =
                piece.trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
            let name = &piece[flags.len()..];
            self.template.push_str(flags);
            // A zero before a name or number is a flag.
            let plain = name.strip_prefix('0').filter(|after| !after.is_empty());
            self.template
                .push_str(if plain.is_some() { "0" } else { "" });
            self.name(plain.unwrap_or(name), None);
            self.template.push('$');
            rest = after;
        }
        self.template.push_str(rest);
    }

    /// The name or number of a field.
    fn name(&mut self, name: &str, shown_by: Option<&'static str>) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name) {
            self.template
                .push_str(&argument(&self.fields[at].member).to_string());
            match self.shows.iter_mut().find(|(known, _)| *known == at) {
                Some((_, traits)) => traits.extend(shown_by),
                None => self.shows.push((at, shown_by.into_iter().collect())),
            }
            return;
        }
        let known = || self.fields.iter().map(|field| field.name.as_str());
        let first = known().next();
        let has = match first {
            Some(_) => format!("`{}` has {}", self.name, listed(known())),
            None => format!("`{}` has no fields", self.name),
        };
        let (message, help) = match (name, first) {
            ("", Some(first)) => (
                "`{}` names no field".to_owned(),
                format!("name a field, `{{{first}}}`"),
            ),
            ("", None) => (
                format!("`{{}}` names no field; {has}"),
                "write `{{}}` for braces in the text".to_owned(),
            ),
            ("self", _) => (
                "`{self}` is the whole error with its `Display`, which is for logs".to_owned(),
                format!(
                    "name fields; {has}; to show `Display`, write `expose` in place of `message`"
                ),
            ),
            _ => (
                format!("no field `{name}`{}", did_you_mean(name, known())),
                format!(
                    "{has}; for anything else, name a function: `message = path::to::function`"
                ),
            ),
        };
        self.wrong(&message, &help);
    }
}

/// Where a placeholder ends: not with a brace that an alignment makes a fill.
fn end(inside: &str) -> Option<usize> {
    let first = inside.find('}')?;
    let after = &inside[first + 1..];
    if inside[..first].ends_with(':') && after.starts_with(['<', '^', '>']) {
        return after.find('}').map(|at| first + 1 + at);
    }
    Some(first)
}

#[cfg(test)]
mod tests {
    use syn::{Fields, FieldsNamed, FieldsUnnamed, parse_quote};

    use super::*;
    use crate::check::field::marked;

    fn read(text: &str, fields: &Fields) -> Result<(String, Vec<usize>), Vec<String>> {
        let mut errors = Diagnostics::default();
        let fields = marked(fields, &[], &mut errors);
        let literal = LitStr::new(text, proc_macro2::Span::call_site());
        match parse(&literal, &fields, "V", &mut errors) {
            Some(parsed) => {
                let text = match parsed.message {
                    Message::Template(template) => template.literal.value(),
                    Message::Fixed(text) => text,
                    _ => unreachable!(),
                };
                Ok((text, parsed.shows))
            }
            None => Err(errors.messages()),
        }
    }

    fn named() -> Fields {
        let fields: FieldsNamed = parse_quote!({ a: u8, b: u8, w: usize, r#type: u8, _type: u8 });
        Fields::Named(fields)
    }

    fn tuple() -> Fields {
        let fields: FieldsUnnamed = parse_quote!((u8, usize));
        Fields::Unnamed(fields)
    }

    #[test]
    fn placeholders_name_fields() {
        for (text, template, shows) in [
            ("plain {{}} text", "plain {} text", vec![]),
            ("{a} {b:?}", "{a} {b:?}", vec![0, 1]),
            ("{a}{a}", "{a}{a}", vec![0]),
            ("{a:>w$}", "{a:>w$}", vec![0, 2]),
            ("{a:0w$.w$}", "{a:0w$.w$}", vec![0, 2]),
            ("{a:$>5}", "{a:$>5}", vec![0]),
            ("{a:$>w$}", "{a:$>w$}", vec![0, 2]),
            ("{type:#x}{_type}", "{__errcode_type:#x}{_type}", vec![3, 4]),
            ("{ a }", "{a}", vec![0]),
            ("{{{a}}}", "{{{a}}}", vec![0]),
        ] {
            assert_eq!(
                read(text, &named()),
                Ok((template.to_owned(), shows)),
                "{text}"
            );
        }
        for (text, template, shows) in [
            ("{0} {1:?}", "{_0} {_1:?}", vec![0, 1]),
            ("{0:1$}", "{_0:_1$}", vec![0, 1]),
            ("{0:01$}", "{_0:0_1$}", vec![0, 1]),
        ] {
            assert_eq!(
                read(text, &tuple()),
                Ok((template.to_owned(), shows)),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_else_can_be_named() {
        for text in [
            "{", "}", "{a", "a}", "{}", "{self}", "{slgu}", "{a:.*}", "{a:x$}", "{0}", "{r#type}",
            "{a.b}", "{a:{b}}",
        ] {
            assert!(read(text, &named()).is_err(), "{text}");
        }
        for text in ["{2}", "{a}", "{0:2$}", "{-1}"] {
            assert!(read(text, &tuple()).is_err(), "{text}");
        }
    }
}
