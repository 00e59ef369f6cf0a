//! Catalogs: the entries of a type with their documents, and the catalogs it includes.

use std::collections::HashMap;

use crate::ApiError;
use crate::document::{Documents, EntryDoc, Examples, unindented};
use crate::format::{FormatVtable, Problem};

/// A type with a catalog of its errors. Only the derive implements this trait, together with [`ApiError`].
///
/// ```
/// use errcode_core::Documented;
///
/// /// The codes of a type, including those of its `transparent` variants.
/// fn codes<E: Documented>() -> Vec<&'static str> {
///     let groups = E::CATALOG.groups().into_iter();
///     groups.flat_map(|group| group.entries()).map(|variant| variant.entry().code().as_str()).collect()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a documented API error",
    label = "does not implement `ApiError` and `Documented`",
    note = "add `#[derive(ApiError)]` to it, which gives both; a box of any API error is `errcode::BoxApiError`; in place of `transparent` a variant can have `status` and `code` of its own"
)]
pub trait Documented {
    /// The type's entries, and the catalogs of the types in its `transparent` variants.
    const CATALOG: &'static Catalog;

    /// The error itself, for a `transparent` variant over this type. Only generated code can name `Derived`, so
    /// other code cannot implement this trait.
    #[doc(hidden)]
    fn inner_error(&self, _: Derived) -> &dyn ApiError
    where
        Self: Sized;
}

/// Seals [`Documented`].
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Derived;

/// The errors behind a pointer to any error are in the catalogs of their own types.
macro_rules! any_error {
    ($($error:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Documented for std::sync::Arc<$error> {
            const CATALOG: &'static Catalog = Catalog::EMPTY;

            fn inner_error(&self, _: Derived) -> &dyn ApiError {
                self
            }
        }
    )*};
}

any_error!(dyn ApiError dyn ApiError + Send dyn ApiError + Send + Sync);

#[diagnostic::do_not_recommend]
impl<T: Documented + ApiError + ?Sized> Documented for &T {
    const CATALOG: &'static Catalog = T::CATALOG;

    fn inner_error(&self, _: Derived) -> &dyn ApiError {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Documented + ApiError> Documented for Box<T> {
    const CATALOG: &'static Catalog = T::CATALOG;

    fn inner_error(&self, _: Derived) -> &dyn ApiError {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Documented + ApiError> Documented for std::sync::Arc<T> {
    const CATALOG: &'static Catalog = T::CATALOG;

    fn inner_error(&self, _: Derived) -> &dyn ApiError {
        self
    }
}

/// The errors of one type, or of a whole service: entries, and the catalogs it includes.
///
/// The derive makes a catalog for each type ([`Documented::CATALOG`]), and `errcode::catalog!` makes one for a
/// service.
///
/// ```
/// use errcode_core::Catalog;
///
/// /// A list of all errors, under the headings of their types.
/// fn list(catalog: &'static Catalog) -> String {
///     let mut list = String::new();
///     for group in catalog.groups() {
///         list += &format!("# {}\n", group.title());
///         for variant in group.entries() {
///             list += &format!("{} {}\n", variant.entry().status(), variant.entry().code());
///         }
///     }
///     list
/// }
/// ```
#[derive(Debug)]
pub struct Catalog {
    pub(crate) parts: CatalogParts,
}

/// What the derive and `errcode::catalog!` make a catalog of.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct CatalogParts {
    /// The path of the type or static.
    pub name: &'static str,
    /// A hash of the place where it is defined.
    pub definition: u64,
    /// A hash of the definition and of the catalogs it includes.
    pub instance: u64,
    /// The heading in documents.
    pub title: &'static str,
    /// The introduction, in Markdown.
    pub docs: &'static str,
    /// The text after the codes, in Markdown.
    pub after: &'static str,
    /// How a body is written.
    pub format: &'static FormatVtable,
    /// The entries with their documents.
    pub documents: Documents,
    /// Calls a function with each example of an entry.
    pub examples: Examples,
    /// The catalogs that it includes.
    pub includes: &'static [&'static Catalog],
    /// Whether the type states its format, or a variant of it does.
    pub states_format: bool,
    /// Which of the included catalogs keep their own format, in ascending order.
    pub kept_formats: &'static [usize],
    /// What made it.
    pub origin: Origin,
}

impl CatalogParts {
    /// Those of an empty catalog.
    pub const NOTHING: Self = Self {
        name: "",
        definition: 0,
        instance: 0,
        title: "",
        docs: "",
        after: "",
        format: FormatVtable::new::<Problem>(),
        documents: Documents::NONE,
        examples: |_, _| {},
        includes: &[],
        states_format: false,
        kept_formats: &[],
        origin: Origin::Generic,
    };
}

/// What made a catalog. It decides which of its codes have been checked.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The derive, for a type without parameters. Its codes and those of all it includes have been checked.
    Type,
    /// The derive, for a type with parameters. The types it includes are known only where it is used.
    Generic,
    /// The derive, for a type with errors.
    Rejected,
    /// The macro `catalog!`.
    List,
}

impl Catalog {
    #[doc(hidden)]
    pub const fn new(parts: CatalogParts) -> Self {
        Self { parts }
    }

    #[doc(hidden)]
    pub const EMPTY: &'static Self = &Self::NOTHING;

    #[doc(hidden)]
    pub const NOTHING: Self = Self::new(CatalogParts::NOTHING);

    /// The path of the type or static that this is the catalog of.
    pub const fn name(&self) -> &'static str {
        self.parts.name
    }

    /// Equal for the same type or list only, even if two of them have the same path.
    #[doc(hidden)]
    pub const fn definition(&self) -> u64 {
        self.parts.definition
    }

    /// The heading in documents.
    pub const fn title(&self) -> &'static str {
        self.parts.title
    }

    /// The introduction, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.parts.docs)
    }

    /// The text after the codes, in Markdown.
    pub const fn after(&self) -> &'static str {
        self.parts.after
    }

    /// The format of the errors: how a body is written.
    pub const fn format(&self) -> &'static FormatVtable {
        self.parts.format
    }

    /// The entries of this catalog, without those of the catalogs it includes.
    pub fn entries(&'static self) -> impl ExactSizeIterator<Item = EntryDoc> {
        (0..self.parts.documents.len()).map(|row| EntryDoc {
            documents: &self.parts.documents,
            examples: self.parts.examples,
            format: self.parts.format,
            row,
        })
    }

    /// The catalogs that this one includes.
    pub const fn includes(&self) -> &'static [&'static Catalog] {
        self.parts.includes
    }

    /// Whether the bodies of an included catalog have its own format, and not that of this one.
    pub fn keeps_format(&self, include: usize) -> bool {
        self.is_list() || self.parts.kept_formats.contains(&include)
    }

    /// Whether this is a list of types, made by `errcode::catalog!`. Each listed type has its own format. The types
    /// that a type includes have the format of that type.
    pub const fn is_list(&self) -> bool {
        matches!(self.parts.origin, Origin::List)
    }

    /// This catalog and all that it includes, if they have entries. Each type appears once, and before the types it
    /// includes.
    pub fn groups(&'static self) -> Vec<&'static Catalog> {
        let mut seen = Vec::new();
        let mut groups: Vec<&'static Catalog> = Vec::new();
        let mut open = vec![self];
        while let Some(catalog) = open.pop() {
            if seen.contains(&catalog.parts.instance) {
                continue;
            }
            seen.push(catalog.parts.instance);
            let known = groups
                .iter()
                .any(|group| group.parts.definition == catalog.parts.definition);
            if catalog.parts.documents.len() > 0 && !known {
                groups.push(catalog);
            }
            open.extend(catalog.parts.includes.iter().rev());
        }
        groups
    }

    /// The [groups](Self::groups), each with its format, and whether its variants may have their own. An included type
    /// has the format of the first listed type that includes it, unless that keeps the type's own.
    #[doc(hidden)]
    pub fn types_with_formats(
        &'static self,
    ) -> Vec<(&'static Catalog, &'static FormatVtable, bool)> {
        let mut formats = HashMap::new();
        let mut open = vec![(self, self.format(), true)];
        while let Some((catalog, format, decides)) = open.pop() {
            // Two types inside functions may have the same path, so the key is not the path.
            if formats.contains_key(&catalog.definition()) {
                continue;
            }
            formats.insert(catalog.definition(), (format, decides));
            let includes = catalog.includes().iter().enumerate().rev();
            open.extend(includes.map(|(include, inner)| {
                if catalog.keeps_format(include) {
                    (*inner, inner.format(), true)
                } else {
                    (*inner, format, false)
                }
            }));
        }
        let types = self.groups().into_iter();
        types
            .map(|of_type| {
                let known = formats.get(&of_type.definition());
                let (format, decides) = known.copied().unwrap_or((of_type.format(), true));
                (of_type, format, decides)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
