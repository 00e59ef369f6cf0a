//! The grammar of `#[api(...)]`: one table, a key a row.

use proc_macro2::Ident;

use super::attrs::{Attrs, Slot};
use super::item::Item;
use super::items::Grammar;
use crate::diagnostics::Result;

/// What an attribute stands on. What is an error has a name.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    Enum,
    /// A struct is one error, and takes a variant's keys too.
    Struct(&'a Ident),
    Variant(&'a Ident),
    Field,
    Catalog,
}

impl Target<'_> {
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct(_) => "a struct",
            Self::Variant(_) => "a variant",
            Self::Field => "a field",
            Self::Catalog => "a catalog",
        }
    }

    /// The keys that belong here.
    pub(crate) fn keys(self) -> impl Iterator<Item = &'static str> + Clone {
        let here = KEYS.iter().filter(move |key| key.on.takes(self));
        here.map(|key| key.name)
    }
}

/// The targets of a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Type,
    Variant,
    /// A variant, or the type as the default for all of them.
    Either,
    Field,
    Catalog,
}

impl On {
    pub(crate) fn takes(self, target: Target<'_>) -> bool {
        match target {
            Target::Enum => matches!(self, Self::Type | Self::Either),
            Target::Struct(_) => !matches!(self, Self::Field | Self::Catalog),
            Target::Variant(_) => matches!(self, Self::Variant | Self::Either),
            Target::Field => self == Self::Field,
            Target::Catalog => self == Self::Catalog,
        }
    }

    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Type => "the type",
            Self::Variant => "a variant",
            Self::Either => "a variant, or on the type as a default",
            Self::Field => "a field",
            Self::Catalog => "a catalog",
        }
    }
}

/// The shape of a value: how it is suggested.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Flag,
    Bool,
    /// The name of a style, in quotes.
    Style,
    Text,
    FlagOrText,
    Path,
    Function,
    Format,
    Status,
    Code,
    Message,
    Header,
    Example,
    Variant,
    Names(&'static [&'static str]),
    Expr,
    List,
}

pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) on: On,
    pub(crate) shape: Shape,
    /// How it is written, say.
    pub(crate) sample: &'static str,
    slot: fn(&mut Attrs) -> &mut dyn Slot,
}

const fn key(
    name: &'static str,
    on: On,
    shape: Shape,
    sample: &'static str,
    slot: fn(&mut Attrs) -> &mut dyn Slot,
) -> Key {
    Key {
        name,
        on,
        shape,
        sample,
        slot,
    }
}

/// The names that `allow(...)` takes on a type or a variant.
pub(crate) const CHECKS: [&str; 6] = [
    "non_error_status",
    "duplicate_code",
    "code_style",
    "mixed_format",
    "missing_header",
    "reserved_member",
];

/// The checks that `allow: [...]` switches off in a catalog.
pub(crate) const CATALOG_CHECKS: [&str; 2] = ["duplicate_code", "mixed_format"];

/// The names that `deny(...)` takes.
pub(crate) const DENIED: [&str; 1] = ["undocumented"];

/// How the items of an attribute are written.
pub(crate) const ATTRIBUTE: Grammar = Grammar {
    assign: '=',
    is_key: Key::exists,
};

/// How the items of a catalog are written.
pub(crate) const CATALOG: Grammar = Grammar {
    assign: ':',
    is_key: |name| Target::Catalog.keys().any(|key| key == name),
};

/// Every key, once.
#[rustfmt::skip]
pub(crate) const KEYS: &[Key] = &[
    key("format", On::Either, Shape::Format, "format = nested", |a| &mut a.format),
    key("group", On::Type, Shape::Text, "group = \"Skill errors\"", |a| &mut a.group),
    key("rename_all", On::Type, Shape::Style, "rename_all = \"SCREAMING_SNAKE_CASE\"", |a| &mut a.rename_all),
    key("rename_all_fields", On::Type, Shape::Style, "rename_all_fields = \"camelCase\"", |a| &mut a.rename_all_fields),
    key("prefix", On::Type, Shape::Text, "prefix = \"SKILL_\"", |a| &mut a.prefix),
    key("challenge", On::Type, Shape::Text, "challenge = \"Bearer\"", |a| &mut a.challenge),
    key("deny", On::Type, Shape::Names(&DENIED), "deny(undocumented)", |a| &mut a.deny),
    key("respond", On::Type, Shape::Bool, "respond = false", |a| &mut a.respond),
    key("crate", On::Type, Shape::Path, "crate = path::to::errcode", |a| &mut a.krate),
    key("status", On::Either, Shape::Status, "status = 409", |a| &mut a.status),
    key("code", On::Variant, Shape::Code, "code = \"SLUG_TAKEN\"", |a| &mut a.code),
    key("message", On::Variant, Shape::Message, "message = \"the slug is taken\"", |a| &mut a.message),
    key("expose", On::Either, Shape::Flag, "expose", |a| &mut a.expose),
    key("title", On::Either, Shape::Text, "title = \"Slug taken\"", |a| &mut a.title),
    key("type", On::Either, Shape::Text, "type = \"https://example.com/errors/{code}\"", |a| &mut a.type_uri),
    key("category", On::Either, Shape::Text, "category = \"invalid_request\"", |a| &mut a.category),
    key("header", On::Either, Shape::Header, "header(\"Cache-Control\" = \"no-store\")", |a| &mut a.headers),
    key("example", On::Variant, Shape::Example, "example(Self::Variant { field: value })", |a| &mut a.examples),
    key("hide_as", On::Variant, Shape::Variant, "hide_as = NotFound", |a| &mut a.hide_as),
    key("transparent", On::Either, Shape::Flag, "transparent", |a| &mut a.transparent),
    key("retryable", On::Either, Shape::Flag, "retryable", |a| &mut a.retryable),
    key("log", On::Either, Shape::Text, "log = \"warn\"", |a| &mut a.log),
    key("log_target", On::Either, Shape::Text, "log_target = \"billing\"", |a| &mut a.log_target),
    key("grpc", On::Variant, Shape::Text, "grpc = \"NOT_FOUND\"", |a| &mut a.grpc),
    key("allow", On::Either, Shape::Names(&CHECKS), "allow(duplicate_code)", |a| &mut a.allow),
    key("public", On::Field, Shape::FlagOrText, "public = \"name\"", |a| &mut a.public),
    key("flatten", On::Field, Shape::FlagOrText, "flatten = \"name\"", |a| &mut a.flatten),
    key("header", On::Field, Shape::Text, "header = \"Retry-After\"", |a| &mut a.header_field),
    key("headers", On::Field, Shape::Flag, "headers", |a| &mut a.header_map),
    key("with", On::Field, Shape::Function, "with = path::to::function", |a| &mut a.with),
    key("log", On::Field, Shape::Flag, "log", |a| &mut a.log_field),
    key("status", On::Field, Shape::Function, "status = path::to::function", |a| &mut a.status_field),
    key("title", On::Catalog, Shape::Expr, "title: \"Skills API\"", |a| &mut a.catalog_title),
    key("types", On::Catalog, Shape::List, "types: [SkillError, AuthError]", |a| &mut a.types),
    key("after", On::Catalog, Shape::Expr, "after: include_str!(\"troubleshooting.md\")", |a| &mut a.after),
    key("allow", On::Catalog, Shape::List, "allow: [duplicate_code]", |a| &mut a.catalog_allow),
];

impl Key {
    /// The key of a name, if there is one: that which belongs here, or else any.
    pub(crate) fn find(name: &str, target: Target<'_>) -> Option<&'static Self> {
        let mut named = KEYS.iter().filter(|key| key.name == name);
        let here = named.clone().find(|key| key.on.takes(target));
        here.or_else(|| named.next())
    }

    /// The key of a name, if it belongs here.
    pub(crate) fn here(name: &str, target: Target<'_>) -> Option<&'static Self> {
        Self::find(name, target).filter(|key| key.on.takes(target))
    }

    pub(crate) fn exists(name: &str) -> bool {
        KEYS.iter().any(|key| key.name == name)
    }

    /// How the key and its value are written.
    pub(crate) fn grammar(&self) -> Grammar {
        match self.on {
            On::Catalog => CATALOG,
            _ => ATTRIBUTE,
        }
    }

    pub(super) fn set(&self, attrs: &mut Attrs, item: &Item) -> Result<()> {
        (self.slot)(attrs).set(item)?;
        attrs.given.push(item.key.clone());
        Ok(())
    }

    /// Whether a value of this key has this form.
    pub(crate) fn accepts(&self, item: &Item) -> bool {
        self.set(&mut Attrs::default(), item).is_ok()
    }
}
