//! One item of an attribute, whatever its key is.

use std::ops::Deref;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Error, Lit, Result};

/// One item of an attribute: `key`, `key = value` or `key(values)`.
pub(crate) struct Item {
    pub(crate) key: Ident,
    pub(crate) value: Value,
    pub(crate) tokens: Trees,
}

pub(crate) enum Value {
    None,
    Assigned(Trees),
    List(TokenStream),
}

/// Tokens of a few trees. The compiler keeps a stream, so that making one and taking it apart are calls.
#[derive(Clone)]
pub(crate) struct Trees(Rc<[TokenTree]>);

impl Trees {
    /// The one literal that they are.
    pub(crate) fn literal(&self) -> Option<Lit> {
        match &**self {
            [TokenTree::Literal(literal)] => Some(Lit::new(literal.clone())),
            _ => None,
        }
    }

    pub(crate) fn parse<P: Parser>(&self, parser: P) -> Result<P::Output> {
        parser.parse2(self.to_token_stream())
    }
}

impl From<Vec<TokenTree>> for Trees {
    fn from(trees: Vec<TokenTree>) -> Self {
        Self(trees.into())
    }
}

impl Deref for Trees {
    type Target = [TokenTree];

    fn deref(&self) -> &[TokenTree] {
        &self.0
    }
}

impl ToTokens for Trees {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.iter().cloned());
    }
}

/// Whether a tree is one of these marks.
pub(crate) fn is_punct(tree: &TokenTree, any_of: &str) -> bool {
    matches!(tree, TokenTree::Punct(punct) if any_of.contains(punct.as_char()))
}

impl Item {
    /// The tokens of the value, if there is one.
    pub(crate) fn given(&self) -> Option<TokenStream> {
        match &self.value {
            Value::None => None,
            Value::Assigned(trees) => Some(trees.to_token_stream()),
            Value::List(tokens) => Some(tokens.clone()),
        }
    }

    pub(crate) fn wrong_form(&self, form: &str) -> Error {
        let key = self.key.unraw();
        let what = match self.value {
            _ if key == form => "takes no value",
            Value::None => "needs a value",
            Value::Assigned(_) => "takes its values in parentheses",
            Value::List(_) if form.starts_with(&format!("{key}(")) => "needs values",
            Value::List(_) => "takes its value after `=`",
        };
        let message = format!("`{key}` {what}\n  help: write `{form}`");
        Error::new_spanned(&self.tokens, message)
    }
}
