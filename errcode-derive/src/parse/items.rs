//! Reads the items of an attribute or of a catalog. What is not an item is one mistake, and is skipped up to the next
//! comma or item.

use proc_macro2::{Delimiter, Literal, Punct, Spacing, TokenTree};
use syn::Lit;
use syn::ext::IdentExt;

use super::item::{Item, Value};
use crate::diagnostics::Mistake;
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
    /// An item, and what is wrong behind its key.
    Item(Item, Option<Mistake>),
    /// Something that has no key.
    Stray(Trees),
    /// A comma that is missing, misplaced or too many. The items beside it have been read.
    Comma(Mistake),
}

impl Read {
    /// The name of the key, if there is one.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Self::Item(item, _) => Some(item.name.clone()),
            Self::Stray(_) | Self::Comma(_) => None,
        }
    }
}

/// Reads all items.
pub(crate) fn items(trees: &[TokenTree], grammar: Grammar) -> Vec<Read> {
    let mut trees = trees.to_vec();
    let mut found = grammar.move_commas(&mut trees);
    let mut rest = &*trees;
    while !rest.is_empty() {
        let (segment, behind) = rest.split_at(grammar.end(rest));
        let next = behind.first();
        rest = behind.get(1..).unwrap_or_default();
        let item = grammar.item(segment);
        match (item, next.filter(|next| !is_punct(next, ","))) {
            (None, _) if segment.is_empty() => {
                let message = format!("unexpected `{}`", source(&next));
                let mistake = Mistake::new(next, message).with_help("remove it");
                found.push(Read::Comma(mistake));
            }
            (None, next) => {
                rest = if next.is_some() { behind } else { rest };
                found.push(Read::Stray(Trees::new(segment)));
            }
            // The value of a key that is written twice, or of another key, belongs to this mistake.
            (Some((item, None)), Some(next)) if item.given().is_none() => {
                let end = grammar.end(rest) + 1;
                rest = rest.get(end..).unwrap_or_default();
                let mistake = grammar.unexpected(&item, next);
                found.push(Read::Item(item, Some(mistake)));
            }
            (Some((item, mistake)), next) => {
                let missing = next.filter(|_| mistake.is_none()).map(|next| {
                    let written = source(&item.tokens);
                    let message = format!("expected `,` after `{written}`, found `{next}`");
                    Mistake::new(next, message).with_help(match next {
                        TokenTree::Punct(_) => "write `,`".to_owned(),
                        next => format!("write `, {next}`"),
                    })
                });
                if let Some(TokenTree::Ident(_)) = next {
                    rest = behind;
                }
                found.push(Read::Item(item, mistake));
                found.extend(missing.map(Read::Comma));
            }
        }
    }
    found
}

impl Grammar {
    /// Moves each comma that stands one token too early or too late: `status = , 409` and `status = 409 code , = "A"`.
    fn move_commas(self, trees: &mut [TokenTree]) -> Vec<Read> {
        let is_key = |tree: &TokenTree| match tree {
            TokenTree::Ident(name) => (self.is_key)(&name.to_string()),
            _ => false,
        };
        let mut found = Vec::new();
        for at in 1..trees.len() {
            let (first, second, next) = (&trees[at - 1], &trees[at], trees.get(at + 1));
            let before = at.checked_sub(2).map(|before| &trees[before]);
            let is_value = matches!(second, TokenTree::Literal(_) | TokenTree::Ident(_));
            let is_early = is_punct(first, ",")
                && match before {
                    Some(before) if is_punct(before, "=:") => is_value && !is_key(second),
                    Some(before) if !is_punct(before, ",") => false,
                    _ => is_key(second) && matches!(next, Some(TokenTree::Ident(_))),
                };
            let is_late = is_punct(second, ",")
                && is_key(first)
                && before.is_some_and(|before| !is_punct(before, ",=:"))
                && next.is_some_and(|next| {
                    let list = inside(next, Delimiter::Parenthesis);
                    list.is_some() || is_punct(next, if self.assign == '=' { ",=" } else { ",:" })
                });
            let (message, help) = match (is_early, is_late) {
                (true, _) => (
                    format!("expected `{second}` before `,`"),
                    format!("write `{second},`"),
                ),
                (_, true) => (
                    format!("expected `,` before `{first}`, found it behind"),
                    format!("write `, {first}`"),
                ),
                _ => continue,
            };
            let wrong = Trees::new(&trees[at - 1..=at]);
            found.push(Read::Comma(Mistake::new(wrong, message).with_help(help)));
            trees.swap(at - 1, at);
        }
        found
    }

    /// Where an item ends: at a comma, or where another item begins.
    fn end(self, trees: &[TokenTree]) -> usize {
        let ends = |at: usize| {
            let tree = &trees[at];
            if is_punct(tree, ",") {
                return !is_in_angles(trees, at);
            }
            let is_dot = is_punct(tree, ".") && self.starts_item(&trees[at + 1..]);
            let starts_item =
                |at: usize| self.starts_item(&trees[at..]) && !is_punct(&trees[at - 1], "-");
            is_punct(tree, ";") || at > 0 && (is_dot || starts_item(at))
        };
        let mut all = 0..trees.len();
        all.find(|at| ends(*at)).unwrap_or(trees.len())
    }

    /// `name =`, and not `name ==`; or in a catalog `name:`.
    fn starts_item(self, trees: &[TokenTree]) -> bool {
        match trees {
            [TokenTree::Ident(name), TokenTree::Punct(assign), ..] => {
                let is_assign =
                    assign.as_char() == self.assign && assign.spacing() == Spacing::Alone;
                is_assign && (self.assign == '=' || (self.is_key)(&name.to_string()))
            }
            _ => false,
        }
    }

    /// Reads one item, and what is wrong behind its key. `None` if it does not begin with a key.
    fn item(self, trees: &[TokenTree]) -> Option<(Item, Option<Mistake>)> {
        // Names with `-` between them are one word, which is not a key.
        let [TokenTree::Ident(key), ..] = trees else {
            return None;
        };
        let mut name = key.unraw().to_string();
        let mut end = 1;
        while let [dash, TokenTree::Ident(word), ..] = &trees[end..]
            && is_punct(dash, "-")
        {
            name = format!("{name}-{word}");
            end += 2;
        }
        let item = |value, end| Item {
            key: key.clone(),
            name: name.clone(),
            value,
            tokens: Trees::new(&trees[..end]),
        };
        let (value, end, mistake) = match &trees[end..] {
            [] => (Value::None, end, None),
            [assign @ TokenTree::Punct(punct), value @ ..] if punct.as_char() == self.assign => {
                // A word behind a literal does not belong to the value.
                let is_word =
                    |tree: &TokenTree| matches!(tree, TokenTree::Ident(_) | TokenTree::Literal(_));
                let value = match value {
                    [TokenTree::Literal(_), word, ..] if is_word(word) => &value[..1],
                    value => value,
                };
                let mistake = match value {
                    [] => {
                        let message = format!("expected a value after `{punct}`");
                        Some(Mistake::new(assign, message))
                    }
                    [TokenTree::Literal(literal), ..] => suffix(literal, self.is_key),
                    _ => None,
                };
                let length = value.len();
                let value = Value::Assigned(ungrouped(Trees::new(value)));
                (value, end + 1 + length, mistake)
            }
            [next, ..] => match inside(next, Delimiter::Parenthesis) {
                Some(list) if self.assign == '=' => (Value::List(list), end + 1, None),
                _ => {
                    let mistake = self.unexpected(&item(Value::None, end), next);
                    let value = Value::Assigned(Trees::new(&trees[end..]));
                    return Some((item(value, trees.len()), Some(mistake)));
                }
            },
        };
        let item = item(value, end);
        let behind = trees.get(end).map(|next| {
            let written = source(&item.tokens);
            let message = format!("expected `,` after `{written}`, found `{next}`");
            let is_key = matches!(next, TokenTree::Ident(name) if (self.is_key)(&name.to_string()));
            let verb = if is_key { "write `, " } else { "remove `" };
            Mistake::new(next, message).with_help(format!("{verb}{next}`"))
        });
        Some((item, mistake.or(behind)))
    }

    /// The mistake of what stands behind a key in the place of its value.
    fn unexpected(self, item: &Item, next: &TokenTree) -> Mistake {
        if let TokenTree::Ident(name) = next
            && *name == item.key
        {
            let mistake = Mistake::new(next, format!("`{next}` is written twice"));
            return mistake.with_help("remove one of them");
        }
        let at = match next {
            // Where it begins is enough.
            TokenTree::Group(group) => {
                let mut open = Punct::new(',', Spacing::Alone);
                open.set_span(group.span_open());
                open.into()
            }
            next => next.clone(),
        };
        let (assign, name) = (self.assign, &item.name);
        let message = format!("expected `,` or `{assign}` after `{name}`, found `{next}`");
        Mistake::new(at, message)
    }
}

/// The mistake of a text with a suffix, which may be the next key.
fn suffix(literal: &Literal, is_key: fn(&str) -> bool) -> Option<Mistake> {
    let Lit::Str(text) = Lit::new(literal.clone()) else {
        return None;
    };
    let suffix = text.suffix();
    if suffix.is_empty() {
        return None;
    }
    let next = if is_key(suffix) {
        format!(", {suffix}")
    } else {
        String::new()
    };
    let help = format!("write `{:?}{next}`", text.value());
    Some(Mistake::new(literal, format!("unexpected suffix `{suffix}`")).with_help(help))
}

/// A value without the invisible groups around the whole of it.
fn ungrouped(trees: Trees) -> Trees {
    let inner = match &*trees {
        [only] => inside(only, Delimiter::None),
        _ => None,
    };
    inner.map_or(trees, ungrouped)
}
