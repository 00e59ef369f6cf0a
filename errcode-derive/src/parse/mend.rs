//! What to write instead of what is wrong: what the user gave, in the form that its key takes.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr};

use super::words::{is_made, is_path, last_name, words};
use super::{Attrs, Key, Place};
use crate::diagnostics::source;
use crate::parse::item::{Item, Trees, Value, is_punct};
use crate::parse::value::{names_meant, phrase};

impl Key {
    /// How the key is written: with what the user gave it, if it takes that in any form, else as in the table.
    pub(super) fn mend(&self, given: Option<&TokenStream>, place: Place<'_>) -> String {
        let mended = match given {
            // It knows one name alone.
            _ if self.name == "deny" => None,
            Some(tokens) if self.name == "allow" => {
                let names = names_meant(tokens);
                (!names.is_empty()).then(|| format!("allow({})", names.join(", ")))
            }
            None => self.takes(Value::None).then(|| self.name.to_owned()),
            Some(tokens) => values(tokens, Kind::of(self))
                .iter()
                .find_map(|value| self.with(value)),
        };
        mended.unwrap_or_else(|| self.form(place))
    }

    fn with(&self, value: &str) -> Option<String> {
        let tokens: TokenStream = value.parse().ok()?;
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        if self.takes(Value::Assigned(trees.into())) {
            return Some(format!("{} = {value}", self.name));
        }
        let list = self.takes(Value::List(tokens));
        list.then(|| format!("{}({value})", self.name))
    }

    fn takes(&self, value: Value) -> bool {
        let item = Item {
            key: Ident::new(self.name, Span::call_site()),
            value,
            tokens: Trees::from(Vec::new()),
        };
        (self.set)(&mut Attrs::default(), &item, self.form).is_ok()
    }
}

/// What a key's value is made of, by the form in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A text that is one word, which may be in capitals.
    Word,
    Text,
    Number,
    Name,
    /// An expression, or a pair of texts.
    Other,
}

impl Kind {
    fn of(key: &Key) -> Self {
        let value = key.form.strip_prefix(key.name).unwrap_or_default();
        let value = value
            .trim_start_matches([' ', '=', '('])
            .trim_end_matches(')');
        if matches!(key.name, "code" | "prefix" | "rename_all") {
            Self::Word
        } else if syn::parse_str::<LitStr>(value).is_ok() {
            Self::Text
        } else if is_number(value) {
            Self::Number
        } else if is_path(value) {
            Self::Name
        } else {
            Self::Other
        }
    }

    /// A text as a value of this kind. It is lexed later, and rustc would report what is no valid token.
    fn written(self, text: &str) -> Option<String> {
        match self {
            Self::Word | Self::Text => Some(format!("{text:?}")),
            Self::Number => {
                let number = text.split([' ', '.']).next()?;
                let number = match number.parse() {
                    Ok(number) => number,
                    Err(_) => phrase::status(text)?.0,
                };
                is_status(number).then(|| number.to_string())
            }
            Self::Name => is_path(text).then(|| text.to_owned()),
            Self::Other => None,
        }
    }
}

/// How one of the values between commas may be meant.
type Way<'a> = dyn Fn(&[TokenTree]) -> Option<String> + 'a;

/// The texts of values that may be meant, the closest first.
fn values(given: &TokenStream, kind: Kind) -> Vec<String> {
    let given = match given.clone().into_iter().collect::<Vec<_>>().as_slice() {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            group.stream().into_iter().collect()
        }
        trees => trees.to_vec(),
    };
    let bare = bare(&given);
    let as_is = |part: &[TokenTree]| {
        let part = Trees::from(part.to_vec());
        let number = match part.literal() {
            Some(Lit::Int(number)) if kind == Kind::Number => {
                Some(number.base10_parse().unwrap_or_default())
            }
            _ => None,
        };
        number.is_none_or(is_status).then(|| source(&part))
    };
    let as_called = |part: &[TokenTree]| match part {
        [name @ .., TokenTree::Group(called)] if called.delimiter() == Delimiter::Parenthesis => {
            as_is(name).filter(|name| is_path(name))
        }
        _ => None,
    };
    let as_kind = |part: &[TokenTree]| match words(part)?.as_slice() {
        [_] if kind == Kind::Text && is_made(part) => None,
        [text] => kind.written(text),
        _ => None,
    };
    let as_name = |part: &[TokenTree]| match kind {
        Kind::Name => last_name(part),
        Kind::Number => kind.written(&last_name(part)?),
        _ => None,
    };
    let ways: [&Way<'_>; 4] = [&as_is, &as_called, &as_kind, &as_name];
    let mut values = Vec::new();
    for way in ways {
        for trees in [&given, &bare] {
            let trees = match trees.as_slice() {
                [rest @ .., last] if is_punct(last, ",") => rest,
                all => all,
            };
            let parts = trees.split(|tree| is_punct(tree, ",")).map(way);
            let parts: Option<Vec<String>> = parts.collect();
            values.extend(parts.map(|parts| parts.join(", ")));
        }
    }
    match words(&given).as_deref() {
        Some([name, value]) if kind == Kind::Other && !is_made(&given) => {
            values.push(format!("{name:?} = {value:?}"));
        }
        _ => {}
    }
    values
}

/// Whether a number is the status of an error.
fn is_status(number: u16) -> bool {
    matches!(number, 400..=599)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A value without brackets, references and signs of assignment around it; of a range the start.
fn bare(trees: &[TokenTree]) -> Vec<TokenTree> {
    match trees {
        [TokenTree::Group(group)] => bare(&group.stream().into_iter().collect::<Vec<_>>()),
        [first, rest @ ..] if is_punct(first, "&=:>") => bare(rest),
        _ => {
            let is_dots = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '.' && punct.spacing() == Spacing::Joint);
            let start = trees.iter().take_while(|tree| !is_dots(tree));
            start.cloned().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::super::key;
    use super::*;

    /// Whether what is given to a key here is mended so.
    #[track_caller]
    fn mended(cases: &[(&str, Place<'_>, &str, &str)]) {
        for (name, place, given, mend) in cases {
            let found = key(name, *place)
                .unwrap()
                .mend(Some(&given.parse().unwrap()), *place);
            assert_eq!(found, *mend, "{name} {given}");
        }
    }

    #[test]
    fn the_value_is_kept_in_the_form_of_its_key() {
        let own = format_ident!("TooLong");
        let variant = Place::Variant(&own);
        mended(&[
            ("format", Place::Enum, "(flat)", "format = flat"),
            ("format", Place::Enum, "\"a::Own\"", "format = a::Own"),
            (
                "format",
                Place::Enum,
                "problem(code = false)",
                "format = problem(code = false)",
            ),
            ("format", Place::Enum, "'static", "format = nested"),
            ("crate", Place::Enum, "\"::a::b\"", "crate = ::a::b"),
            (
                "crate",
                Place::Enum,
                "\"it's\"",
                "crate = path::to::errcode",
            ),
            ("respond", Place::Enum, "\"true\"", "respond = true"),
            (
                "rename_all",
                Place::Enum,
                "snake_case",
                "rename_all = \"snake_case\"",
            ),
            ("deny", Place::Enum, "undocumented", "deny(undocumented)"),
            ("status", variant, "= 404", "status = 404"),
            ("status", variant, "\"404 Not Found\"", "status = 404"),
            ("status", variant, "400..=499", "status = 400"),
            ("status", variant, "..=499", "status = 409"),
            ("status", variant, "&404", "status = 404"),
            ("status", variant, "\"Conflict\"", "status = 409"),
            ("status", variant, "{ a::B }", "status = a::B"),
            ("status", variant, "-404", "status = 409"),
            ("status", variant, "\"Not Found\"", "status = 404"),
            ("status", variant, "\"NOT_FOUND\"", "status = 404"),
            ("status", variant, "StatusCode::Gone", "status = 410"),
            ("status", variant, "\"700\"", "status = 409"),
            ("status", variant, "'4'", "status = 409"),
            ("status", variant, "(99999)", "status = 409"),
            (
                "code",
                variant,
                "-99999999999999999999",
                "code = \"-99999999999999999999\"",
            ),
        ]);
    }

    #[test]
    fn a_text_is_what_is_said_and_not_what_is_made() {
        let own = format_ident!("TooLong");
        let variant = Place::Variant(&own);
        mended(&[
            ("code", variant, "A", "code = \"A\""),
            ("code", variant, "A-B", "code = \"A-B\""),
            (
                "code",
                variant,
                "concat!(\"A\", \"B\")",
                "code = \"TOO_LONG\"",
            ),
            ("message", variant, "b\"x\"", "message = \"x\""),
            ("message", variant, "Self::text()", "message = Self::text"),
            (
                "message",
                variant,
                "texts[0]",
                "message = \"slug {slug} is taken\"",
            ),
            (
                "message",
                variant,
                "text(a).b",
                "message = \"slug {slug} is taken\"",
            ),
            ("title", variant, "Slow", "title = \"Slow\""),
            ("title", variant, "TITLE", "title = \"Slug taken\""),
            ("title", variant, "title()", "title = \"Slug taken\""),
            (
                "header",
                variant,
                "\"X-A\" = VALUE",
                "header(\"Cache-Control\" = \"no-store\")",
            ),
            (
                "header",
                variant,
                "WWW-Authenticate: Basic",
                "header(\"WWW-Authenticate\" = \"Basic\")",
            ),
            (
                "header",
                Place::Field,
                "RETRY_AFTER",
                "header = \"Retry-After\"",
            ),
            (
                "header",
                Place::Field,
                "WWW-Authenticate",
                "header = \"WWW-Authenticate\"",
            ),
            ("deny", variant, "(code_style)", "deny(undocumented)"),
            ("expose", variant, "true", "expose"),
            ("header", variant, "Foo(\"x\")", "header(\"Foo\" = \"x\")"),
            (
                "header",
                variant,
                "\"A\" => b\"c\"",
                "header(\"A\" = \"c\")",
            ),
            (
                "header",
                variant,
                "Retry-After: -30",
                "header(\"Retry-After\" = \"-30\")",
            ),
            (
                "header",
                variant,
                "\"A\" = a!(\"b\")",
                "header(\"Cache-Control\" = \"no-store\")",
            ),
            ("header", Place::Field, "Allow", "header = \"Allow\""),
            (
                "example",
                variant,
                "(\"c\", Self::A)",
                "example(\"c\", Self::A)",
            ),
            ("hide_as", variant, "\"Self::A\"", "hide_as = A"),
            ("hide_as", variant, "Self", "hide_as = NotFound"),
            ("hide_as", variant, "a + B", "hide_as = NotFound"),
            ("allow", variant, "[a::b, \"c\",]", "allow(b, c)"),
            ("allow", variant, "a-b", "allow(a_b)"),
            ("allow", variant, "\"a-b, c\"", "allow(a_b, c)"),
            ("allow", variant, "\"it's\"", "allow(duplicate_code)"),
            ("allow", variant, "'a'", "allow(duplicate_code)"),
            ("public", Place::Field, "(5)", "public = \"5\""),
            ("status", Place::Field, "(a::b)", "status = a::b"),
        ]);
        assert_eq!(
            key("public", variant).unwrap().mend(None, variant),
            "public"
        );
        assert_eq!(
            key("code", variant).unwrap().mend(None, variant),
            "code = \"TOO_LONG\""
        );
    }
}
