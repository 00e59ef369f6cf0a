//! Suggestions: a key as it was probably meant, with what the user wrote. None makes public what was private.

mod synonyms;
mod unknown;
mod value;
mod words;

use proc_macro2::{Delimiter, TokenTree};
use syn::ext::IdentExt;

pub(crate) use self::synonyms::{status, style};
pub(crate) use self::unknown::{other_attribute, stray, unknown_format, unknown_key};
pub(crate) use self::words::path;
use crate::naming;
use crate::parse::keys::{Key, On, Shape, Target};
use crate::tokens::inside;

/// What an attribute may say here.
pub(crate) fn attribute(target: Target<'_>) -> String {
    match target {
        Target::Enum => "format = nested".to_owned(),
        Target::Struct(name) | Target::Variant(name) => {
            format!("status = 409, {}", code(&name.unraw().to_string()))
        }
        Target::Field => "public".to_owned(),
        Target::Catalog => "types: [MyError]".to_owned(),
    }
}

/// The code that a name gives, as it is written.
pub(crate) fn code(name: &str) -> String {
    let code = naming::rename(name, naming::STYLES[0]).unwrap_or_default();
    format!("code = {code:?}")
}

/// What to do about a key with a wrong value.
pub(crate) fn help(key: &Key, given: Option<&[TokenTree]>, target: Target<'_>) -> String {
    let Some(item) = item(key, given, target) else {
        return format!("remove `{}`", key.name);
    };
    let is_sample = match key.shape {
        // A sample does not know the names of the user.
        Shape::Example | Shape::Variant | Shape::Function | Shape::Path => {
            value::item(key, given).is_none()
        }
        // Without brackets, the other elements stand behind the next comma.
        Shape::List => !given.is_some_and(|given| {
            given
                .iter()
                .any(|list| inside(list, Delimiter::Bracket).is_some())
        }),
        _ => false,
    };
    let verb = if is_sample { "for example," } else { "write" };
    format!("{verb} `{item}`")
}

/// The key with its value, as it was probably meant, or as a sample. `None` if the value says that the key is not meant.
pub(crate) fn item(key: &Key, given: Option<&[TokenTree]>, target: Target<'_>) -> Option<String> {
    let text = given.and_then(words::words).map(|text| text.to_lowercase());
    let is_denied = match key.shape {
        Shape::Flag => given.is_some() && text.as_deref() != Some("true"),
        _ => key.on == On::Field && text.is_some_and(|text| value::NO.contains(&&*text)),
    };
    if is_denied {
        return None;
    }
    Some(value::item(key, given).unwrap_or_else(|| match target {
        Target::Struct(name) | Target::Variant(name) if key.shape == Shape::Code => {
            code(&name.unraw().to_string())
        }
        Target::Variant(name) if key.shape == Shape::Example => format!("example(Self::{name})"),
        _ => key.sample.to_owned(),
    }))
}
