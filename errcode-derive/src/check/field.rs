//! Fields: what each one is marked as, and whether the client may read it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Fields, GenericArgument, Index, Member, Meta, Path, PathArguments, Type};

use super::{docs, header};
use crate::diagnostics::{Errors, source};
use crate::model::{Detail, Field, HeaderField, StatusField};
use crate::parse::item::is_punct;
use crate::parse::{self, Attrs, Place};

/// A field with what it is marked as.
pub(super) struct Marked<'a> {
    field: &'a syn::Field,
    pub(super) member: Member,
    /// As a message names it.
    pub(super) name: String,
    attrs: Attrs,
    pub(super) is_source: bool,
}

/// Reads the fields of a variant.
pub(super) fn marked<'a>(fields: &'a Fields, errors: &mut Errors) -> Vec<Marked<'a>> {
    let read = fields.iter().enumerate().map(|(at, field)| {
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(Index::from(at)),
        };
        let name = match &field.ident {
            Some(ident) => ident.unraw().to_string(),
            None => at.to_string(),
        };
        Marked {
            attrs: parse::parse(&field.attrs, Place::Field, errors),
            is_source: name == "source" || field.attrs.iter().any(marks_source),
            field,
            member,
            name,
        }
    });
    read.collect()
}

/// `#[from]`, `#[source]`, and other derives' `#[snafu(source)]`, `#[error(not(backtrace), source)]`.
fn marks_source(attribute: &Attribute) -> bool {
    let path = attribute.path();
    let is_name = |name: &Ident| name == "source" || name == "from";
    match &attribute.meta {
        Meta::List(list) if path.is_ident("snafu") || path.is_ident("error") => {
            let trees: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
            let items = trees.split(|tree| is_punct(tree, ","));
            let mut marks = items.map(|item| match item {
                [TokenTree::Ident(name), TokenTree::Group(given)] => {
                    is_name(name) && given.stream().to_string() != "false"
                }
                [TokenTree::Ident(name), ..] => is_name(name),
                _ => false,
            });
            marks.any(|marks| marks)
        }
        _ => path.get_ident().is_some_and(is_name),
    }
}

impl Marked<'_> {
    /// The field itself, for the model.
    pub(super) fn field(&self) -> Field {
        Field {
            member: self.member.clone(),
            ty: self.field.ty.clone(),
        }
    }

    /// What an error about the field points at.
    pub(super) fn tokens(&self) -> TokenStream {
        match &self.field.ident {
            Some(ident) => ident.to_token_stream(),
            None => self.field.ty.to_token_stream(),
        }
    }

    /// Whether its type has but one value, and so nothing to hide.
    pub(super) fn says_nothing(&self) -> bool {
        match &self.field.ty {
            Type::Path(path) => is_phantom(&path.path),
            Type::Tuple(tuple) => tuple.elems.is_empty(),
            _ => false,
        }
    }

    /// Whether something in its attributes is wrong, which has been reported.
    pub(super) fn is_wrong(&self) -> bool {
        self.attrs.are_wrong()
    }

    /// Whether what is wrong in its attributes may have been meant as `key`.
    pub(super) fn may_mean(&self, key: &str) -> bool {
        self.attrs.may_mean(key)
    }

    /// The key by which the field is public, if there is one.
    pub(super) fn mark(&self) -> Option<&Ident> {
        let status = self.attrs.status_field.as_ref();
        self.shown_by().or(status.map(|keyed| &keyed.key))
    }

    /// The key by which the client reads what the field says. A status says no more than a number.
    fn shown_by(&self) -> Option<&Ident> {
        let attrs = &self.attrs;
        None.or(attrs.public.as_ref().map(|keyed| &keyed.key))
            .or(attrs.flatten.as_ref().map(|keyed| &keyed.key))
            .or(attrs.header_field.as_ref().map(|keyed| &keyed.key))
    }

    /// What the field adds to the body, if anything.
    fn detail(&self, errors: &mut Errors) -> Option<(Detail, TokenStream)> {
        let (given, key, flatten) = match (&self.attrs.public, &self.attrs.flatten) {
            (Some(_), Some(flatten)) => {
                let message = "`public` and `flatten` can't go together: one writes the field, the other its entries\n  help: remove one of them";
                errors.at(&flatten.key, message);
                return None;
            }
            (Some(public), None) => (public.value.as_ref(), &public.key, false),
            (None, Some(flatten)) => (flatten.value.as_ref(), &flatten.key, true),
            (None, None) => return None,
        };
        if flatten && is_no_map(&self.field.ty) {
            let found = source(&self.field.ty);
            errors.at(
                &self.field.ty,
                format!("`flatten` writes the entries of a map, and `{found}` is none\n  help: write `public`, or give the field a type such as `BTreeMap<String, String>`"),
            );
        }
        let at = given.map_or_else(|| self.tokens(), ToTokens::to_token_stream);
        let name = match (given, &self.field.ident) {
            (Some(given), _) => given.value(),
            (None, _) if flatten => "errors".to_owned(),
            (None, Some(ident)) => ident.unraw().to_string(),
            (None, None) => {
                errors.at(
                    key,
                    "a field of a tuple has no name\n  help: write `public = \"name\"`",
                );
                return None;
            }
        };
        if name.is_empty() {
            errors.at(
                &at,
                "a member needs a name\n  help: write `public = \"slug\"`, say",
            );
        }
        let detail = Detail {
            field: self.field(),
            name,
            flatten,
            docs: docs::docs(&self.field.attrs),
        };
        Some((detail, at))
    }
}

/// Whether a path is that of the standard `PhantomData`, and not of another module's.
fn is_phantom(path: &Path) -> bool {
    let names: Vec<String> = path
        .segments
        .iter()
        .map(|part| part.ident.to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    matches!(
        names.as_slice(),
        ["PhantomData"] | ["marker", "PhantomData"] | ["core" | "std", "marker", "PhantomData"]
    )
}

/// The name of a member: the key and the tokens that give it.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) key: &'static str,
    pub(super) at: TokenStream,
}

/// What the fields of one variant add to its response.
#[derive(Default)]
pub(super) struct Added {
    pub(super) details: Vec<Detail>,
    pub(super) headers: Vec<HeaderField>,
    pub(super) status: Option<StatusField>,
    /// The names of members.
    pub(super) names: Vec<Named>,
    /// Header names in lower case, of fields that always send one.
    pub(super) always: Vec<String>,
}

/// Judges the marks. A source is shown only if `exposed`.
pub(super) fn added(fields: &[Marked<'_>], exposed: bool, errors: &mut Errors) -> Added {
    let mut added = Added::default();
    let mut sent: Vec<String> = Vec::new();
    for field in fields {
        if field.is_source
            && !exposed
            && let Some(mark) = field.shown_by()
        {
            let message = "a source is for logs: what it says may be internal\n  help: to show it nevertheless, write `expose` on the variant";
            errors.at(mark, message);
            continue;
        }
        if let Some((detail, at)) = field.detail(errors) {
            let key = if detail.flatten { "flatten" } else { "public" };
            if added.names.iter().any(|named| named.name == detail.name) {
                let name = &detail.name;
                errors.at(
                    &at,
                    format!(
                        "two members are named `{name}`\n  help: rename one, `{key} = \"...\"`"
                    ),
                );
            }
            added.names.push(Named {
                name: detail.name.clone(),
                key,
                at,
            });
            added.details.push(detail);
        }
        if let Some(name) = &field.attrs.header_field {
            let lower = header::name(&name.value, errors);
            if sent.contains(&lower) {
                errors.at(
                    &name.value,
                    format!(
                        "two fields are sent as `{}`\n  help: remove one of them",
                        name.value.value()
                    ),
                );
            }
            if !is_option(&field.field.ty) {
                added.always.push(lower.clone());
            }
            sent.push(lower);
            added.headers.push(HeaderField {
                field: field.field(),
                name: name.value.value(),
                docs: docs::docs(&field.field.attrs),
            });
        }
        if let Some(status) = &field.attrs.status_field {
            if added.status.is_some() {
                errors.at(
                    &status.key,
                    "two fields give the status\n  help: remove one of them",
                );
            }
            added.status = Some(StatusField {
                field: field.field(),
                function: status.value.clone(),
            });
        }
    }
    added
}

/// Whether a type is written as an `Option`.
fn is_option(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let one = match &last.arguments {
                PathArguments::AngleBracketed(list) => {
                    matches!(list.args.first(), Some(GenericArgument::Type(_)))
                }
                _ => false,
            };
            one && last.ident == "Option"
        }),
        Type::Group(group) => is_option(&group.elem),
        Type::Paren(paren) => is_option(&paren.elem),
        _ => false,
    }
}

/// Whether a type is written as one that serializes to no map, whatever is in it.
fn is_no_map(ty: &Type) -> bool {
    const KNOWN: [&str; 24] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f32", "f64", "bool", "char", "str", "String", "Vec", "VecDeque", "HashSet", "BTreeSet",
        "Duration", "PathBuf",
    ];
    match ty {
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| KNOWN.iter().any(|known| last.ident == known))
        }
        Type::Reference(reference) => is_no_map(&reference.elem),
        Type::Group(group) => is_no_map(&group.elem),
        Type::Paren(paren) => is_no_map(&paren.elem),
        Type::Slice(_) | Type::Array(_) | Type::Tuple(_) => true,
        _ => false,
    }
}

/// Whether a type is the deriving type itself, or holds it: `Self`, `Box<SkillError>`.
pub(super) fn mentions(ty: &Type, ident: &Ident) -> bool {
    fn search(tokens: TokenStream, ident: &str) -> bool {
        let mut after_colon = false;
        for tree in tokens {
            let colon = is_punct(&tree, ":");
            let found = match tree {
                TokenTree::Ident(found) => found == "Self" || !after_colon && found == ident,
                TokenTree::Group(group) => search(group.stream(), ident),
                _ => false,
            };
            if found {
                return true;
            }
            after_colon = colon;
        }
        false
    }
    search(quote!(#ty), &ident.to_string())
}
