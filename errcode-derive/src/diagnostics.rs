//! The collector of errors, and the nearest word to a misspelt one.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Everything that is wrong with a type, so that it is reported at once.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports a mistake at the tokens it consists of.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.extend(error);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value, unless it is an error, which is kept.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// All of them, in the order of the source.
    pub(crate) fn to_compile_errors(&self) -> TokenStream {
        let mut errors: Vec<&syn::Error> = self.0.iter().collect();
        errors.sort_by_key(|error| place(error.span()));
        errors
            .into_iter()
            .map(syn::Error::to_compile_error)
            .collect()
    }

    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

/// A line and a column.
type Place = (usize, usize);

/// Where a span begins, which is known only inside of the compiler.
fn place(span: Span) -> Place {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}

/// Where a span begins and ends.
#[cfg(not(test))]
fn ends(span: Span) -> (Place, Place) {
    let end = span.unwrap().end();
    (place(span), (end.line(), end.column()))
}

#[cfg(test)]
fn ends(span: Span) -> (Place, Place) {
    let [start, end] = [span.start(), span.end()].map(|at| (at.line, at.column));
    (start, end)
}

/// `; did you mean ...?` for the known word that a misspelt one is near to.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The message for an unknown word.
pub(crate) fn unknown<'a>(
    what: &str,
    word: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    let near = did_you_mean(word, known.clone());
    let known = listed(known);
    format!("unknown {what} `{word}`{near}\n  help: expected one of {known}")
}

/// The known word that is nearest, whatever the case of its letters: the same but for `-` and `_`, or one edit
/// away, or longer or shorter at its end, or two edits away.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], "");
    let small = word.to_lowercase();
    let edits_away = |edits: usize| {
        let mut known = known.iter().copied();
        known.find(|known| edits < known.len() && distance(&small, &known.to_lowercase()) == edits)
    };
    let word = plain(word);
    let same = known.iter().copied().find(|known| plain(known) == word);
    let one_s_end = || {
        let longer = |known: &&str| word.chars().count() >= 3 && plain(known).starts_with(&word);
        let mut longer = known.iter().copied().filter(longer);
        if let (Some(only), None) = (longer.next(), longer.next()) {
            return Some(only);
        }
        let shorter = |known: &&str| known.chars().count() >= 4 && word.starts_with(&plain(known));
        let shorter = known.iter().copied().filter(shorter);
        shorter.max_by_key(|known| known.len())
    };
    same.or_else(|| edits_away(1))
        .or_else(one_s_end)
        .or_else(|| edits_away(2))
}

/// Edits from one word to another, where two letters swapped are one edit.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // Three rows of the table are alive at a time: what swaps need, what edits need, this one.
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = above[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                let swapped: usize = before[j - 1];
                least = least.min(swapped + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

/// Tokens as they are written: with a space wherever something stands between them.
pub(crate) fn source(tokens: &impl ToTokens) -> String {
    let mut written = Written::default();
    written.all(tokens.to_token_stream());
    written.text
}

#[derive(Default)]
struct Written {
    text: String,
    /// Where the last token ends.
    end: Place,
    /// What the last token may not be parted from, or not be joined with.
    last: Last,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Other,
    Word,
    Joint,
}

impl Written {
    fn all(&mut self, tokens: TokenStream) {
        for tree in tokens {
            let span = tree.span();
            match tree {
                TokenTree::Group(group) => {
                    let (open, close, inside) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")", Last::Joint),
                        Delimiter::Bracket => ("[", "]", Last::Joint),
                        Delimiter::Brace => ("{", "}", Last::Other),
                        Delimiter::None => {
                            self.all(group.stream());
                            continue;
                        }
                    };
                    self.one(open, group.span_open(), inside);
                    self.all(group.stream());
                    if inside == Last::Joint {
                        self.last = inside;
                    }
                    self.one(close, group.span_close(), Last::Other);
                }
                TokenTree::Punct(punct) => {
                    let last = match punct.spacing() {
                        Spacing::Joint => Last::Joint,
                        Spacing::Alone => Last::Other,
                    };
                    self.one(&punct.to_string(), span, last);
                }
                word => self.one(&word.to_string(), span, Last::Word),
            }
        }
    }

    fn one(&mut self, text: &str, span: Span, last: Last) {
        let (start, end) = ends(span);
        let words = self.last == Last::Word && last == Last::Word;
        // A span that is empty stands nowhere.
        let apart = self.last != Last::Joint && (self.end != start || start == end);
        if !self.text.is_empty() && (words || apart) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        (self.end, self.last) = (end, last);
    }
}

/// A letter in a message, whose quotes are letters too.
pub(crate) fn quoted(letter: impl std::fmt::Display) -> String {
    match letter.to_string().as_str() {
        "`" => "a backtick".to_owned(),
        letter => format!("`{letter}`"),
    }
}

/// Words as a list in a message: `` `a`, `b` ``.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        assert_eq!(distance("status", "status"), 0);
        assert_eq!(distance("statsu", "status"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn only_near_words_are_offered() {
        let keys = ["status", "code", "message"];
        assert_eq!(did_you_mean("statsu", keys), "; did you mean `status`?");
        assert_eq!(did_you_mean("STATUS", keys), "; did you mean `status`?");
        assert_eq!(did_you_mean("frob", keys), "");
        assert_eq!(did_you_mean("x", ["a", "b"]), "");
    }

    #[test]
    fn the_nearest_of_several_is_offered() {
        let keys = ["code", "hide_as", "header", "status", "public", "allow"];
        for (word, near) in [
            ("HIDE-AS", Some("hide_as")),
            ("hideas", Some("hide_as")),
            ("hide", Some("hide_as")),
            ("hi", None),
            ("sta", Some("status")),
            ("pub", Some("public")),
            ("status_code", Some("status")),
            ("allowed_by", Some("allow")),
            ("codes", Some("code")),
            ("hede", Some("code")),
            ("he", None),
        ] {
            assert_eq!(nearest(word, keys), near, "{word}");
        }
        assert_eq!(nearest("user", ["user_id", "user_name"]), None);
        assert_eq!(nearest("user", ["user_id", "name"]), Some("user_id"));
        assert_eq!(nearest("slugs_of", ["slug", "slugs"]), Some("slugs"));
        assert_eq!(nearest("ids_of", ["ids"]), None);
    }

    #[test]
    fn tokens_read_as_they_are_written() {
        for text in [
            "-1",
            "400 - 1",
            "400-1",
            "Self::Absent",
            "a::B<true, { 1 }>",
            "&'a [u8]",
            "x . y(0x1F)",
            "concat!(\"a\", r#type)",
        ] {
            let tokens: TokenStream = text.parse().unwrap();
            assert_eq!(source(&tokens), text);
        }
        assert_eq!(source(&quote::quote!(a b + &'c [d])), "a b + & 'c [d]");
    }
}
