//! Reads the items of an attribute or of a catalog. What is not an item is one mistake, and is skipped up to the next
//! comma or item.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, TokenTree};
use syn::Lit;
use syn::ext::IdentExt;

use super::item::{Item, Value};
use crate::diagnostics::{Mistake, Result};
use crate::tokens::{Trees, inside, is_in_angles, is_punct, source};

/// What differs between the items of attributes and those of catalogs.
#[derive(Clone, Copy)]
pub(crate) struct Grammar {
    /// What stands between a key and its value.
    pub(crate) assign: char,
    pub(crate) is_key: fn(&str) -> bool,
}

/// What was read between two commas.
pub(crate) enum Read {
    Item(Item),
    /// An item with something wrong behind its key.
    Malformed(Item, Mistake),
    /// Something that has no key.
    Stray(Trees),
    /// A comma that is missing, misplaced or too many. The items beside it have been read.
    Comma(Mistake),
}

impl Read {
    /// The name of the key, if there is one.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Self::Item(item) | Self::Malformed(item, _) => Some(item.name.clone()),
            Self::Stray(_) | Self::Comma(_) => None,
        }
    }
}

/// Reads all items.
pub(crate) fn items(trees: &[TokenTree], grammar: Grammar) -> Vec<Read> {
    let mut trees = trees.to_vec();
    let mut found = move_commas(&mut trees, grammar);
    let mut reader = Reader {
        trees: &trees,
        at: 0,
        grammar,
    };
    while let Some(next) = reader.next() {
        if is_punct(next, ",") {
            reader.at += 1;
            let mistake = Mistake::new(next, "unexpected `,`").with_help(|| "remove it".to_owned());
            found.push(Read::Comma(mistake));
        } else {
            reader.item(&mut found);
        }
    }
    found
}

/// Moves each comma that stands one token too early or too late: `status = , 409` and `status = 409 code , = "A"`.
fn move_commas(trees: &mut [TokenTree], grammar: Grammar) -> Vec<Read> {
    let is_key = |tree: &TokenTree| match tree {
        TokenTree::Ident(name) => (grammar.is_key)(&name.to_string()),
        _ => false,
    };
    let assign = grammar.assign.to_string();
    let mut found = Vec::new();
    for at in 0..trees.len().saturating_sub(1) {
        let before = at.checked_sub(1).map(|before| &trees[before]);
        let ends_item = before.is_some_and(|before| !is_punct(before, ",=:"));
        let (wrong, message, help) = match &trees[at..] {
            [
                comma,
                value @ (TokenTree::Literal(_) | TokenTree::Ident(_)),
                ..,
            ] if is_punct(comma, ",")
                && before.is_some_and(|before| is_punct(before, "=:"))
                && !is_key(value) =>
            {
                let message = format!("expected `{value}` before `,`");
                ([comma, value], message, format!("write `{value},`"))
            }
            [flag, key, ..] if is_punct(flag, ",") && !ends_item && is_key(key) => {
                match trees.get(at + 2) {
                    Some(TokenTree::Ident(_)) => {}
                    _ => continue,
                }
                let message = format!("expected `,` after `{key}`, found it before");
                ([flag, key], message, format!("write `{key},`"))
            }
            [key, comma, next, ..]
                if ends_item
                    && is_key(key)
                    && is_punct(comma, ",")
                    && (is_punct(next, &assign)
                        || is_punct(next, ",")
                        || inside(next, Delimiter::Parenthesis).is_some()) =>
            {
                let message = format!("expected `,` before `{key}`, found it behind");
                ([key, comma], message, format!("write `, {key}`"))
            }
            _ => continue,
        };
        let wrong = Trees::new(&wrong.map(Clone::clone));
        let mistake = Mistake::new(wrong, message).with_help(|| help);
        found.push(Read::Comma(mistake));
        trees.swap(at, at + 1);
    }
    found
}

struct Reader<'a> {
    trees: &'a [TokenTree],
    at: usize,
    grammar: Grammar,
}

impl<'a> Reader<'a> {
    fn next(&self) -> Option<&'a TokenTree> {
        self.trees.get(self.at)
    }

    fn item(&mut self, found: &mut Vec<Read>) {
        let start = self.at;
        let Some((key, name)) = self.key() else {
            let start = self.at;
            self.skip();
            let stray = self.trees[start..self.at].split(|tree| is_punct(tree, ","));
            found.extend(stray.take(1).map(|stray| Read::Stray(Trees::new(stray))));
            return;
        };
        let (value, mistake) = self.value();
        let item = Item {
            key,
            name,
            value,
            tokens: Trees::new(&self.trees[start..self.at]),
        };
        if let Some(mistake) = mistake {
            found.push(Read::Malformed(item, mistake));
            return self.skip();
        }
        let behind = self.at;
        match self.behind(&item) {
            Ok(mistake) => {
                found.push(Read::Item(item));
                found.extend(mistake.map(Read::Comma));
            }
            Err(mistake) => {
                let value = match item.value {
                    // What was meant as the value.
                    Value::None => Value::Assigned(Trees::new(&self.trees[behind..self.at])),
                    value => value,
                };
                found.push(Read::Malformed(Item { value, ..item }, mistake));
            }
        }
    }

    /// A name, or names with `-` between them, which are one word that is no key.
    fn key(&mut self) -> Option<(Ident, String)> {
        let Some(TokenTree::Ident(first)) = self.next() else {
            return None;
        };
        self.at += 1;
        let mut name = first.unraw().to_string();
        while let [dash, TokenTree::Ident(word), ..] = &self.trees[self.at..]
            && is_punct(dash, "-")
        {
            name = format!("{name}-{word}");
            self.at += 2;
        }
        Some((first.clone(), name))
    }

    fn value(&mut self) -> (Value, Option<Mistake>) {
        match self.next() {
            Some(equals @ TokenTree::Punct(punct)) if punct.as_char() == self.grammar.assign => {
                self.at += 1;
                let start = self.at;
                self.at = self.end_of_value(start);
                let trees = Trees::new(&self.trees[start..self.at]);
                let mistake = match &*trees {
                    [] => Some(Mistake::new(
                        equals,
                        format!("expected a value after `{punct}`"),
                    )),
                    [TokenTree::Literal(literal), ..] => suffix(literal, self.grammar.is_key),
                    _ => None,
                };
                (Value::Assigned(ungrouped(trees)), mistake)
            }
            Some(tree) => match inside(tree, Delimiter::Parenthesis) {
                Some(list) if self.grammar.assign == '=' => {
                    self.at += 1;
                    (Value::List(list), None)
                }
                _ => (Value::None, None),
            },
            None => (Value::None, None),
        }
    }

    /// Where a value ends: at a comma, or where another item begins.
    fn end_of_value(&self, start: usize) -> usize {
        let ends = |at: usize| {
            let tree = &self.trees[at];
            if is_punct(tree, ",") {
                return !is_in_angles(&self.trees[start..], at - start);
            }
            let after_literal =
                at == start + 1 && matches!(self.trees[start], TokenTree::Literal(_));
            let is_word = matches!(tree, TokenTree::Ident(_) | TokenTree::Literal(_));
            let dot = is_punct(tree, ".") && self.starts_item(at + 1);
            is_punct(tree, ";")
                || at > start && (dot || self.starts_item(at) || after_literal && is_word)
        };
        (start..self.trees.len())
            .find(|at| ends(*at))
            .unwrap_or(self.trees.len())
    }

    /// `name =`, and not `name ==`; or in a catalog `name:`.
    fn starts_item(&self, at: usize) -> bool {
        match self.trees.get(at..) {
            Some([TokenTree::Ident(name), TokenTree::Punct(assign), ..]) => {
                let is_assign =
                    assign.as_char() == self.grammar.assign && assign.spacing() == Spacing::Alone;
                is_assign
                    && (self.grammar.assign == '=' || (self.grammar.is_key)(&name.to_string()))
            }
            _ => false,
        }
    }

    /// Reads the comma behind an item. Where it is missing before a next item, that is read too.
    fn behind(&mut self, item: &Item) -> Result<Option<Mistake>> {
        let Some(next) = self.next() else {
            return Ok(None);
        };
        if is_punct(next, ",") {
            self.at += 1;
            return Ok(None);
        }
        let written = source(&item.tokens);
        if item.given().is_some() {
            let help = if self.starts_item(self.at) {
                format!("write `, {next}`")
            } else {
                self.at += 1;
                match next {
                    TokenTree::Punct(_) => "write `,`".to_owned(),
                    _ => format!("remove `{next}`"),
                }
            };
            let message = format!("expected `,` after `{written}`, found `{next}`");
            let mistake = Mistake::new(next, message).with_help(|| help);
            return if self.starts_item(self.at) {
                Ok(Some(mistake))
            } else {
                self.skip();
                Err(mistake)
            };
        }
        // The value of a key that is written twice, or of another key, belongs to this mistake.
        self.at += 1;
        if !is_punct(next, ",") {
            self.skip();
        }
        let assign = self.grammar.assign;
        let at = match next {
            // Where it begins is enough.
            TokenTree::Group(group) => {
                let mut open = Punct::new(',', Spacing::Alone);
                open.set_span(group.span_open());
                open.into()
            }
            next => next.clone(),
        };
        let mistake = match next {
            TokenTree::Ident(next) if *next == item.key => {
                Mistake::new(next, format!("`{next}` is written twice"))
                    .with_help(|| "remove one of them".to_owned())
            }
            _ => Mistake::new(
                at,
                format!("expected `,` or `{assign}` after `{written}`, found `{next}`"),
            ),
        };
        Err(mistake)
    }

    /// Skips what is wrong: through the next comma, or up to the next item.
    fn skip(&mut self) {
        while let Some(next) = self.next() {
            if self.starts_item(self.at) {
                return;
            }
            self.at += 1;
            if is_punct(next, ",") {
                return;
            }
        }
    }
}

/// The mistake of a text with a suffix, which may be the next key.
fn suffix(literal: &Literal, is_key: fn(&str) -> bool) -> Option<Mistake> {
    let Lit::Str(text) = Lit::new(literal.clone()) else {
        return None;
    };
    let suffix = text.suffix();
    let help = || {
        if is_key(suffix) {
            format!("write `{:?}, {suffix}`", text.value())
        } else {
            format!("write `{:?}`", text.value())
        }
    };
    let mistake = || Mistake::new(literal, format!("unexpected suffix `{suffix}`")).with_help(help);
    (!suffix.is_empty()).then(mistake)
}

/// A value without the invisible groups around the whole of it.
fn ungrouped(trees: Trees) -> Trees {
    let inner = match &*trees {
        [only] => inside(only, Delimiter::None),
        _ => None,
    };
    inner.map_or(trees, ungrouped)
}
