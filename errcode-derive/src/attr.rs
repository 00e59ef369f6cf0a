//! The grammar of `#[api(...)]`: one table of keys, one struct of what they said.

use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, LitStr, Meta, Path, Result, Token};

use crate::errors::{Errors, did_you_mean, listed};
use crate::value::{
    self, CodeValue, ExampleValue, FormatValue, HeaderValue, MessageValue, StatusValue,
};

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    /// A struct is one error, and takes a variant's keys too.
    Struct,
    Variant,
    Field,
}

/// Where a key belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    Type,
    Variant,
    /// On a variant, or on the type as the default for all of them.
    Either,
    Field,
}

impl Home {
    fn takes(self, place: Place) -> bool {
        match place {
            Place::Enum => matches!(self, Self::Type | Self::Either),
            Place::Struct => self != Self::Field,
            Place::Variant => matches!(self, Self::Variant | Self::Either),
            Place::Field => self == Self::Field,
        }
    }

    fn named(self) -> &'static str {
        match self {
            Self::Type => "the type",
            Self::Variant => "a variant",
            Self::Either => "a variant, or on the type as a default",
            Self::Field => "a field",
        }
    }
}

/// A value with the key it was given by.
#[derive(Clone)]
pub(crate) struct Keyed<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
    tokens: TokenStream,
}

/// What one item's attributes said; shapes only, no meaning.
#[derive(Default)]
pub(crate) struct Attrs {
    pub(crate) format: Option<Keyed<FormatValue>>,
    pub(crate) group: Option<Keyed<LitStr>>,
    pub(crate) rename_all: Option<Keyed<LitStr>>,
    pub(crate) prefix: Option<Keyed<LitStr>>,
    pub(crate) challenge: Option<Keyed<LitStr>>,
    pub(crate) deny: Option<Keyed<Vec<Ident>>>,
    pub(crate) respond: Option<Keyed<bool>>,
    pub(crate) krate: Option<Keyed<Path>>,
    pub(crate) status: Option<Keyed<StatusValue>>,
    pub(crate) code: Option<Keyed<CodeValue>>,
    pub(crate) message: Option<Keyed<MessageValue>>,
    pub(crate) expose: Option<Keyed<()>>,
    pub(crate) title: Option<Keyed<LitStr>>,
    pub(crate) type_uri: Option<Keyed<LitStr>>,
    pub(crate) category: Option<Keyed<LitStr>>,
    pub(crate) headers: Vec<Keyed<HeaderValue>>,
    pub(crate) examples: Vec<Keyed<ExampleValue>>,
    pub(crate) hide_as: Option<Keyed<Ident>>,
    pub(crate) transparent: Option<Keyed<()>>,
    pub(crate) allow: Vec<Ident>,
    pub(crate) public: Option<Keyed<Option<LitStr>>>,
    pub(crate) flatten: Option<Keyed<Option<LitStr>>>,
    pub(crate) header_field: Option<Keyed<LitStr>>,
    pub(crate) status_field: Option<Keyed<Option<Path>>>,
    /// There is an `#[api]` at all.
    pub(crate) present: bool,
    /// Something in it is wrong, so that what is missing may have been meant.
    pub(crate) poisoned: bool,
}

struct Key {
    name: &'static str,
    home: Home,
    /// How it is written, for the text of errors.
    form: &'static str,
    set: fn(&mut Attrs, &Item, &'static str) -> Result<()>,
}

macro_rules! keys {
    ($($name:literal, $home:ident, $form:literal, |$attrs:ident, $item:ident, $text:tt| $set:expr;)*) => {
        &[$(Key { name: $name, home: Home::$home, form: $form, set: |$attrs, $item, $text| $set }),*]
    };
}

/// Every key, once.
const KEYS: &[Key] = keys! {
    "format", Type, "format = nested", |a, i, f| once(&mut a.format, i, value::format(i, f));
    "group", Type, "group = \"Skill errors\"", |a, i, f| once(&mut a.group, i, value::text(i, f));
    "rename_all", Type, "rename_all = \"SCREAMING_SNAKE_CASE\"", |a, i, f| once(&mut a.rename_all, i, value::text(i, f));
    "prefix", Type, "prefix = \"SKILL_\"", |a, i, f| once(&mut a.prefix, i, value::text(i, f));
    "challenge", Type, "challenge = \"Bearer\"", |a, i, f| once(&mut a.challenge, i, value::text(i, f));
    "deny", Type, "deny(undocumented)", |a, i, f| once(&mut a.deny, i, value::idents(i, f));
    "respond", Type, "respond = false", |a, i, f| once(&mut a.respond, i, value::bool(i, f));
    "crate", Type, "crate = path::to::errcode", |a, i, f| once(&mut a.krate, i, value::path(i, f));
    "status", Either, "status = 409", |a, i, f| once(&mut a.status, i, value::status(i, f));
    "code", Variant, "code = \"SLUG_TAKEN\"", |a, i, f| once(&mut a.code, i, value::code(i, f));
    "message", Variant, "message = \"slug {slug} is taken\"", |a, i, f| once(&mut a.message, i, value::message(i, f));
    "expose", Either, "expose", |a, i, _| once(&mut a.expose, i, value::flag(i));
    "title", Either, "title = \"Slug taken\"", |a, i, f| once(&mut a.title, i, value::text(i, f));
    "type", Either, "type = \"https://example.com/errors/{code}\"", |a, i, f| once(&mut a.type_uri, i, value::text(i, f));
    "category", Either, "category = \"invalid_request\"", |a, i, f| once(&mut a.category, i, value::text(i, f));
    "header", Either, "header(\"Cache-Control\" = \"no-store\")", |a, i, f| again(&mut a.headers, i, value::header(i, f));
    "example", Variant, "example(Self::Variant { field: value })", |a, i, f| again(&mut a.examples, i, value::example(i, f));
    "hide_as", Variant, "hide_as = NotFound", |a, i, f| once(&mut a.hide_as, i, value::ident(i, f));
    "transparent", Either, "transparent", |a, i, _| once(&mut a.transparent, i, value::flag(i));
    "allow", Either, "allow(duplicate_code)", |a, i, f| value::idents(i, f).map(|names| a.allow.extend(names));
    "public", Field, "public = \"name\"", |a, i, f| once(&mut a.public, i, value::flag_or_text(i, f));
    "flatten", Field, "flatten = \"name\"", |a, i, f| once(&mut a.flatten, i, value::flag_or_text(i, f));
    "header", Field, "header = \"Retry-After\"", |a, i, f| once(&mut a.header_field, i, value::text(i, f));
    "status", Field, "status = path::to::function", |a, i, f| once(&mut a.status_field, i, value::flag_or_path(i, f));
};

/// One item of an attribute: `key`, `key = value` or `key(values)`.
pub(crate) struct Item {
    pub(crate) key: Ident,
    pub(crate) value: Value,
    tokens: TokenStream,
}

pub(crate) enum Value {
    None,
    Assigned(TokenStream),
    List(TokenStream),
}

impl Item {
    pub(crate) fn wrong_form(&self, form: &str) -> Error {
        let message = format!(
            "wrong form of `{}`\n  help: write `{form}`",
            self.key.unraw()
        );
        Error::new_spanned(&self.tokens, message)
    }
}

fn once<T>(slot: &mut Option<Keyed<T>>, item: &Item, value: Result<T>) -> Result<()> {
    if let Some(first) = slot {
        let key = &item.key;
        let message = format!("duplicate `{key}`: there is `{}` already", first.tokens);
        return Err(Error::new_spanned(key, message));
    }
    *slot = Some(keyed(item, value?));
    Ok(())
}

fn again<T>(slot: &mut Vec<Keyed<T>>, item: &Item, value: Result<T>) -> Result<()> {
    slot.push(keyed(item, value?));
    Ok(())
}

fn keyed<T>(item: &Item, value: T) -> Keyed<T> {
    Keyed {
        key: item.key.clone(),
        value,
        tokens: item.tokens.clone(),
    }
}

/// Reads every `#[api(...)]` of one item.
pub(crate) fn parse(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Attrs {
    let mut attrs = Attrs::default();
    let before = errors.len();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("api"))
    {
        attrs.present = true;
        for item in items(attribute, errors) {
            errors.keep(apply(&mut attrs, &item, place));
        }
    }
    attrs.poisoned = errors.len() > before;
    attrs
}

fn apply(attrs: &mut Attrs, item: &Item, place: Place) -> Result<()> {
    let name = item.key.unraw().to_string();
    let named = || KEYS.iter().filter(|key| key.name == name);
    if let Some(key) = named().find(|key| key.home.takes(place)) {
        return (key.set)(attrs, item, key.form);
    }
    if let Some(key) = named().next() {
        let here = match place {
            Place::Enum => "an enum",
            Place::Struct => "a struct",
            Place::Variant => "a variant",
            Place::Field => "a field",
        };
        let message = format!("`{name}` belongs on {}, not on {here}", key.home.named());
        return Err(Error::new_spanned(&item.key, message));
    }
    let here = || {
        KEYS.iter()
            .filter(|key| key.home.takes(place))
            .map(|key| key.name)
    };
    let near = did_you_mean(&name, here());
    let message = format!(
        "unknown key `{name}`{near}\n  help: expected one of {}",
        listed(here())
    );
    Err(Error::new_spanned(&item.key, message))
}

/// The items of one attribute; what is no item is reported and passed over.
fn items(attribute: &Attribute, errors: &mut Errors) -> Vec<Item> {
    let form = "help: write `#[api(status = 409, code = \"SLUG_TAKEN\")]`";
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            if list.tokens.is_empty() {
                errors.at(
                    &attribute.meta,
                    format!("`#[api()]` says nothing\n  {form}"),
                );
            }
            let mut found = Vec::new();
            let read = |input: ParseStream<'_>| {
                while !input.is_empty() {
                    match item(input) {
                        Ok(item) => found.push(item),
                        Err(error) => {
                            errors.push(error);
                            skip_to_comma(input)?;
                        }
                    }
                }
                Ok(())
            };
            let result = read.parse2(list.tokens.clone());
            errors.keep(result);
            found
        }
        meta => {
            let text = meta.to_token_stream();
            errors.at(meta, format!("wrong form of `#[{text}]`\n  {form}"));
            Vec::new()
        }
    }
}

fn item(input: ParseStream<'_>) -> Result<Item> {
    let Ok(key) = input.call(Ident::parse_any) else {
        let tree: TokenTree = input.parse()?;
        let message = format!("expected a key such as `status`, found `{tree}`");
        return Err(Error::new_spanned(tree, message));
    };
    let mut tokens = key.to_token_stream();
    let value = if input.peek(Token![=]) {
        let equals: Token![=] = input.parse()?;
        let value = tokens_of_value(input)?;
        if value.is_empty() {
            let message = format!("expected a value after `{} =`", key.unraw());
            return Err(Error::new_spanned(equals, message));
        }
        equals.to_tokens(&mut tokens);
        value.to_tokens(&mut tokens);
        Value::Assigned(value::ungrouped(value))
    } else if input.peek(syn::token::Paren) {
        let tree: TokenTree = input.parse()?;
        tree.to_tokens(&mut tokens);
        match tree {
            TokenTree::Group(group) => Value::List(group.stream()),
            _ => Value::None,
        }
    } else {
        Value::None
    };
    if !input.is_empty() && !input.peek(Token![,]) {
        let next: TokenTree = input.fork().parse()?;
        let message = match (&next, &value) {
            (TokenTree::Ident(_), Value::Assigned(_) | Value::List(_)) => {
                format!("expected `,` before `{next}`")
            }
            _ => format!(
                "expected `,`, `=` or `(` after `{}`, found `{next}`",
                key.unraw()
            ),
        };
        return Err(Error::new_spanned(next, message));
    }
    input.parse::<Option<Token![,]>>()?;
    Ok(Item { key, value, tokens })
}

/// The tokens up to a comma, or up to what looks like the next item behind a forgotten one.
fn tokens_of_value(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        if !tokens.is_empty() && starts_item(input) {
            break;
        }
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    Ok(tokens)
}

/// `name =`, and not `name ==`.
fn starts_item(input: ParseStream<'_>) -> bool {
    let mut trees = input.cursor().token_stream().into_iter();
    matches!(trees.next(), Some(TokenTree::Ident(_)))
        && matches!(
            trees.next(),
            Some(TokenTree::Punct(punct)) if punct.as_char() == '=' && punct.spacing() == Spacing::Alone
        )
}

fn skip_to_comma(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() {
        let tree: TokenTree = input.parse()?;
        if matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ',') {
            break;
        }
    }
    Ok(())
}
