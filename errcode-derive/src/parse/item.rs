//! One item of an attribute or of a catalog, whatever its key is: a key, and the value behind it.

use proc_macro2::{Ident, TokenTree};

use crate::diagnostics::{Mistake, Result};
use crate::tokens::Trees;

/// `key`, `key = value` or `key(values)`; in a catalog `key: value`.
pub(crate) struct Item {
    /// The key, or the first word of something that is none.
    pub(crate) key: Ident,
    /// The whole of the key.
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) tokens: Trees,
}

pub(crate) enum Value {
    None,
    Assigned(Trees),
    List(Trees),
}

impl Item {
    /// The tokens of the whole key, which has a word before and behind each `-`.
    pub(crate) fn key_tokens(&self) -> Trees {
        Trees::new(&self.tokens[..=2 * self.name.matches('-').count()])
    }

    /// The tokens of the value, if there is one.
    pub(crate) fn given(&self) -> Option<&[TokenTree]> {
        match &self.value {
            Value::None => None,
            Value::Assigned(trees) | Value::List(trees) => Some(trees),
        }
    }

    /// Nothing: `key`.
    pub(crate) fn no_value(&self) -> Result<()> {
        match self.value {
            Value::None => Ok(()),
            _ => self.wrong_form("takes no value"),
        }
    }

    /// The value of `key = value`.
    pub(crate) fn assigned(&self) -> Result<&Trees> {
        match &self.value {
            Value::Assigned(trees) => Ok(trees),
            Value::None => self.wrong_form("needs a value"),
            Value::List(_) => self.wrong_form("takes its value after `=`"),
        }
    }

    /// The values of `key(values)`.
    pub(crate) fn list(&self) -> Result<&Trees> {
        match &self.value {
            Value::List(trees) if !trees.is_empty() => Ok(trees),
            Value::Assigned(_) => self.wrong_form("takes its values in parentheses"),
            _ => self.wrong_form("needs values"),
        }
    }

    pub(crate) fn wrong_form<T>(&self, what: &str) -> Result<T> {
        let message = format!("`{}` {what}", self.name);
        Err(Mistake::new(&self.tokens, message))
    }
}
