//! One item of an attribute, whatever its key is.

use proc_macro2::{Ident, TokenStream};
use syn::Error;
use syn::ext::IdentExt;

/// One item of an attribute: `key`, `key = value` or `key(values)`.
pub(crate) struct Item {
    pub(crate) key: Ident,
    pub(crate) value: Value,
    pub(crate) tokens: TokenStream,
}

pub(crate) enum Value {
    None,
    Assigned(TokenStream),
    List(TokenStream),
}

impl Item {
    pub(crate) fn wrong_form(&self, form: &str) -> Error {
        let key = self.key.unraw();
        let what = match self.value {
            _ if key == form => "takes no value",
            Value::None => "needs a value",
            Value::Assigned(_) => "takes its values in parentheses",
            Value::List(_) if form.contains('(') => "needs values",
            Value::List(_) => "takes its value after `=`",
        };
        let message = format!("`{key}` {what}\n  help: write `{form}`");
        Error::new_spanned(&self.tokens, message)
    }
}
