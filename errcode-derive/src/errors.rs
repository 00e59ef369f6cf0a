//! The collector of errors, and the nearest word to a misspelt one.

use proc_macro2::{Span, TokenStream};
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
        self.0.push(error);
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

/// The line and column of a span, which are known only inside of the compiler.
fn place(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}

/// `; did you mean ...?` for the known word that a misspelt one is near to.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The message for a word that is none of the known ones.
pub(crate) fn unknown<'a>(
    what: &str,
    word: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    let near = did_you_mean(word, known.clone());
    let known = listed(known);
    format!("unknown {what} `{word}`{near}\n  help: expected one of {known}")
}

/// The known word that is at most two edits away.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 2 && *distance < candidate.len())
        .min_by_key(|(distance, _)| *distance);
    near.map(|(_, candidate)| candidate)
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

/// Tokens as one would write them.
pub(crate) fn source(tokens: &impl ToTokens) -> String {
    let text = tokens
        .to_token_stream()
        .to_string()
        .replace(" :: ", "::")
        .replace("! (", "!(");
    match text.strip_prefix("- ") {
        Some(rest) => format!("-{rest}"),
        None => text,
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
        assert_eq!(did_you_mean("frob", keys), "");
        assert_eq!(did_you_mean("x", ["a", "b"]), "");
    }

    #[test]
    fn tokens_read_as_they_are_written() {
        use quote::quote;
        assert_eq!(source(&quote!(-1)), "-1");
        assert_eq!(source(&quote!(Self::Absent)), "Self::Absent");
        assert_eq!(source(&quote!(400 - 1)), "400 - 1");
    }
}
