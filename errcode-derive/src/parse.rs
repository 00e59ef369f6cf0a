//! The grammar of `#[api(...)]`: one table of keys, one struct of what they said.

pub(crate) mod catalog_macro;
pub(crate) mod derive_input;
pub(crate) mod item;
mod items;
mod list;
mod mend;
mod scan;
mod stray;
mod unknown;
pub(crate) mod value;
mod words;

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Attribute, Error, ExprPath, LitStr, Path, Result};

use crate::diagnostics::{Errors, source};
use crate::naming;
use crate::parse::item::{Item, Trees};
use crate::parse::value::{
    CodeValue, ExampleValue, FormatValue, HeaderValue, MessageValue, StatusValue,
};

/// Where an attribute stands. What is an error has a name.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Enum,
    /// A struct is one error, and takes a variant's keys too.
    Struct(&'a Ident),
    Variant(&'a Ident),
    Field,
}

impl Place<'_> {
    fn named(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct(_) => "a struct",
            Self::Variant(_) => "a variant",
            Self::Field => "a field",
        }
    }

    /// What an attribute says here, say.
    fn sample(self) -> String {
        match self {
            Self::Enum => "format = nested".to_owned(),
            Self::Struct(name) | Self::Variant(name) => {
                format!("status = 409, {}", naming::code(&name.unraw().to_string()))
            }
            Self::Field => "public".to_owned(),
        }
    }
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
    fn takes(self, place: Place<'_>) -> bool {
        match place {
            Place::Enum => matches!(self, Self::Type | Self::Either),
            Place::Struct(_) => self != Self::Field,
            Place::Variant(_) => matches!(self, Self::Variant | Self::Either),
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
    tokens: Trees,
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
    pub(crate) status_field: Option<Keyed<Option<ExprPath>>>,
    /// What a wrong `crate` is meant to be: without it all else would be wrong as well.
    pub(crate) meant_crate: Option<Path>,
    /// The keys that are given in a wrong way, so that none of them is missing as well.
    wrong: Vec<&'static str>,
    /// Something is so wrong that any key may have been meant.
    obscure: bool,
}

impl Attrs {
    /// Whether something in the attributes is wrong, which has been reported.
    pub(crate) fn are_wrong(&self) -> bool {
        self.obscure || !self.wrong.is_empty()
    }

    /// Notes that a key is given in a wrong way, and of `crate` what is meant.
    fn take_wrong(&mut self, key: &Key, item: &Item, place: Place<'_>) {
        self.wrong.push(key.name);
        if key.name != "crate" {
            return;
        }
        let mended = key.mend(item.given().as_ref(), place);
        if mended != key.form {
            let path = mended.rsplit(' ').next().unwrap_or_default();
            self.meant_crate = syn::parse_str(path).ok();
        }
    }

    /// Whether this very key is given in a wrong way.
    pub(crate) fn has_wrong(&self, key: &str) -> bool {
        self.wrong.contains(&key)
    }

    /// Whether what is wrong in the attributes may have been meant as `key`.
    pub(crate) fn may_mean(&self, key: &str) -> bool {
        self.obscure || self.has_wrong(key)
    }
}

struct Key {
    name: &'static str,
    home: Home,
    /// How it is written, for the text of errors.
    form: &'static str,
    set: fn(&mut Attrs, &Item, &str) -> Result<()>,
}

impl Key {
    /// How it is written at a place: a code is called after what it is the code of.
    fn form(&self, place: Place<'_>) -> String {
        match place {
            Place::Struct(name) | Place::Variant(name) if self.name == "code" => {
                naming::code(&name.unraw().to_string())
            }
            _ => self.form.to_owned(),
        }
    }
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
    "deny", Type, "deny(undocumented)", |a, i, f| once(&mut a.deny, i, all(value::names(i, f)));
    "respond", Type, "respond = false", |a, i, f| once(&mut a.respond, i, value::bool(i, f));
    "crate", Type, "crate = path::to::errcode", |a, i, f| once(&mut a.krate, i, value::path(i, f));
    "status", Either, "status = 409", |a, i, f| once(&mut a.status, i, value::status(i, f));
    "code", Variant, "code = \"SLUG_TAKEN\"", |a, i, f| once(&mut a.code, i, value::code(i, f));
    "message", Variant, "message = \"slug {slug} is taken\"", |a, i, f| once(&mut a.message, i, value::message(i, f));
    "expose", Either, "expose", |a, i, f| once(&mut a.expose, i, value::flag(i, f));
    "title", Either, "title = \"Slug taken\"", |a, i, f| once(&mut a.title, i, value::text(i, f));
    "type", Either, "type = \"https://example.com/errors/{code}\"", |a, i, f| once(&mut a.type_uri, i, value::text(i, f));
    "category", Either, "category = \"invalid_request\"", |a, i, f| once(&mut a.category, i, value::text(i, f));
    "header", Either, "header(\"Cache-Control\" = \"no-store\")", |a, i, f| again(&mut a.headers, i, value::header(i, f));
    "example", Variant, "example(Self::Variant { field: value })", |a, i, f| again(&mut a.examples, i, value::example(i, f));
    "hide_as", Variant, "hide_as = NotFound", |a, i, f| once(&mut a.hide_as, i, value::ident(i, f));
    "transparent", Either, "transparent", |a, i, f| once(&mut a.transparent, i, value::flag(i, f));
    "allow", Either, "allow(duplicate_code)", |a, i, f| more(&mut a.allow, value::names(i, f));
    "public", Field, "public = \"name\"", |a, i, f| once(&mut a.public, i, value::flag_or_text(i, f));
    "flatten", Field, "flatten = \"name\"", |a, i, f| once(&mut a.flatten, i, value::flag_or_text(i, f));
    "header", Field, "header = \"Retry-After\"", |a, i, f| once(&mut a.header_field, i, value::text(i, f));
    "status", Field, "status = path::to::function", |a, i, f| once(&mut a.status_field, i, value::status_field(i, f));
};

/// The key of a name, if there is one: that which belongs here, or else any.
fn key(name: &str, place: Place<'_>) -> Option<&'static Key> {
    let named = || KEYS.iter().filter(|key| key.name == name);
    let here = named().find(|key| key.home.takes(place));
    here.or_else(|| named().next())
}

fn once<T>(slot: &mut Option<Keyed<T>>, item: &Item, value: Result<T>) -> Result<()> {
    if let Some(first) = slot {
        let key = &item.key;
        let message = format!(
            "duplicate `{key}`: there is `{}` already\n  help: remove one of them",
            source(&first.tokens)
        );
        return Err(Error::new_spanned(key, message));
    }
    *slot = Some(keyed(item, value?));
    Ok(())
}

fn again<T>(slot: &mut Vec<Keyed<T>>, item: &Item, value: Result<T>) -> Result<()> {
    slot.push(keyed(item, value?));
    Ok(())
}

/// The names, if none is wrong.
fn all((names, wrong): (Vec<Ident>, Result<()>)) -> Result<Vec<Ident>> {
    wrong.map(|()| names)
}

/// Adds names, of which each is there once.
fn more(slot: &mut Vec<Ident>, (names, mut wrong): (Vec<Ident>, Result<()>)) -> Result<()> {
    for name in names {
        if slot.contains(&name) {
            let message = format!("duplicate `{name}`\n  help: remove one of them");
            value::add(&mut wrong, Error::new_spanned(name, message));
        } else {
            slot.push(name);
        }
    }
    wrong
}

fn keyed<T>(item: &Item, value: T) -> Keyed<T> {
    Keyed {
        key: item.key.clone(),
        value,
        tokens: item.tokens.clone(),
    }
}

/// Reads every `#[api(...)]` of one item.
pub(crate) fn parse(attributes: &[Attribute], place: Place<'_>, errors: &mut Errors) -> Attrs {
    let mut attrs = Attrs::default();
    let ours = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("api"));
    for attribute in ours {
        let before = errors.len();
        let items = items::items(attribute, attributes, place, errors);
        attrs.obscure |= errors.len() > before;
        for item in items {
            errors.keep(apply(&mut attrs, &item, place));
        }
    }
    attrs
}

fn apply(attrs: &mut Attrs, item: &Item, place: Place<'_>) -> Result<()> {
    let name = item.key.unraw().to_string();
    let Some(key) = key(&name, place) else {
        match unknown::meant(&name, place) {
            Some(key) => attrs.take_wrong(key, item, place),
            None => attrs.obscure = true,
        }
        return Err(unknown::key(&item.key, &name, place, &item.tokens));
    };
    let mend = || key.mend(item.given().as_ref(), place);
    if key.home.takes(place) {
        // What to write instead is made only if something is wrong.
        let names = attrs.allow.len();
        let set = (key.set)(attrs, item, key.form);
        let set = set.or_else(|_| {
            attrs.allow.truncate(names);
            (key.set)(attrs, item, &mend())
        });
        return set.inspect_err(|_| attrs.take_wrong(key, item, place));
    }
    attrs.wrong.push(key.name);
    let (home, here, form) = (key.home.named(), place.named(), mend());
    let message =
        format!("`{name}` belongs on {home}, not on {here}\n  help: write `#[api({form})]` there");
    Err(Error::new_spanned(&item.key, message))
}
