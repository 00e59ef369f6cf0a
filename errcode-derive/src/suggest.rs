//! Suggestions: a key as it was probably meant, with what the user wrote. None makes public what was not.

mod meant;
mod synonyms;
mod unknown;
mod words;

use proc_macro2::{Delimiter, TokenTree};
use syn::ext::IdentExt;

pub(crate) use self::synonyms::{status, style};
pub(crate) use self::unknown::{other_attribute, stray, unknown_format, unknown_key};
use crate::naming;
use crate::parse::item::{Item, Value};
use crate::parse::items::{Read, items};
use crate::parse::keys::{ATTRIBUTE, Key, On, Shape, Target};
use crate::tokens::{inside, is_punct, source, without_fragments};

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

pub(crate) use self::meant::element;

/// What to do about a key with a wrong value.
pub(crate) fn help(key: &Key, given: Option<&[TokenTree]>, target: Target<'_>) -> String {
    match (item(key, given, target), key.shape) {
        (None, _) => format!("remove `{}`", key.name),
        // A sample can't know the user's variants.
        (Some(sample), Shape::Example | Shape::Variant)
            if meant(key, given).is_none() && fields_of_example(key, given, target).is_none() =>
        {
            format!("for example, `{sample}`")
        }
        // Without brackets, the other elements stand behind the next comma.
        (Some(list), Shape::List)
            if given.is_some_and(|given| {
                !given
                    .iter()
                    .any(|list| inside(list, Delimiter::Bracket).is_some())
            }) =>
        {
            format!("for example, `{list}`")
        }
        (Some(item), _) => format!("write `{item}`"),
    }
}

/// The key with its value, as it was probably meant, else as a sample; none if the key is not meant at all.
pub(crate) fn item(key: &Key, given: Option<&[TokenTree]>, target: Target<'_>) -> Option<String> {
    if given.is_some_and(|given| is_denied(key, given)) {
        return None;
    }
    let meant = fields_of_example(key, given, target).or_else(|| meant(key, given));
    Some(meant.unwrap_or_else(|| sample(key, target)))
}

/// `example(id = 3)`, which names the fields of an instance alone.
fn fields_of_example(key: &Key, given: Option<&[TokenTree]>, target: Target<'_>) -> Option<String> {
    let Target::Variant(name) = target else {
        return None;
    };
    let fields = items(given?, ATTRIBUTE).into_iter().map(|read| match read {
        Read::Item(Item {
            name,
            value: Value::Assigned(value),
            ..
        }) => Some(format!("{name}: {}", source(&value))),
        _ => None,
    });
    let fields: Vec<String> = fields.collect::<Option<_>>()?;
    (key.shape == Shape::Example)
        .then(|| format!("example(Self::{name} {{ {} }})", fields.join(", ")))
}

fn meant(key: &Key, given: Option<&[TokenTree]>) -> Option<String> {
    meant::item(key, given).filter(|text| is_accepted(key, text))
}

/// A key as it is written, say. A code is called after what it is the code of.
fn sample(key: &Key, target: Target<'_>) -> String {
    match target {
        Target::Struct(name) | Target::Variant(name) if key.shape == Shape::Code => {
            code(&name.unraw().to_string())
        }
        Target::Variant(name) if key.shape == Shape::Example => format!("example(Self::{name})"),
        _ => key.sample.to_owned(),
    }
}

/// Whether a value says that a flag or a mark of a field is not wanted.
fn is_denied(key: &Key, given: &[TokenTree]) -> bool {
    const YES: [&str; 5] = ["", "1", "on", "true", "yes"];
    const NO: [&str; 11] = [
        "0", "false", "hidden", "internal", "never", "no", "none", "null", "off", "private", "skip",
    ];
    let text = words::words(given).map(|text| text.to_lowercase());
    let text = text.as_deref();
    match key.shape {
        Shape::Flag => !text.is_some_and(|text| YES.contains(&text)),
        _ => {
            let is_negated = given.first().is_some_and(|first| is_punct(first, "!"));
            key.on == On::Field && (is_negated || text.is_some_and(|text| NO.contains(&text)))
        }
    }
}

/// Whether a text is this key, in a form that it takes.
fn is_accepted(key: &Key, text: &str) -> bool {
    let Ok(tokens) = text.parse() else {
        return false;
    };
    match items(&without_fragments(tokens), key.grammar()).as_slice() {
        [Read::Item(item)] => item.name == key.name && key.accepts(item),
        _ => false,
    }
}
