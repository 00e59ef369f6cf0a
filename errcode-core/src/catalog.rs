//! Catalogs: the entries of a type with their documents, and the catalogs it includes.

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
    note = "add `#[derive(ApiError)]` to it, which gives both; in place of `transparent` a variant can have `status` and `code` of its own"
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
impl<T: Documented + ApiError + ?Sized> Documented for std::sync::Arc<T> {
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
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub definition: u64,
    #[doc(hidden)]
    pub instance: u64,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub docs: &'static str,
    #[doc(hidden)]
    pub after: &'static str,
    #[doc(hidden)]
    pub format: &'static FormatVtable,
    #[doc(hidden)]
    pub documents: Documents,
    #[doc(hidden)]
    pub examples: Examples,
    #[doc(hidden)]
    pub includes: &'static [&'static Catalog],
    #[doc(hidden)]
    pub origin: Origin,
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
        origin: Origin::Generic,
    };

    #[doc(hidden)]
    pub const EMPTY: &'static Self = &Self::NOTHING;

    /// The path of the type or static that this is the catalog of.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The heading in documents.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The introduction, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.docs)
    }

    /// The text after the codes, in Markdown.
    pub const fn after(&self) -> &'static str {
        self.after
    }

    /// The format of the errors: how a body is written.
    pub const fn format(&self) -> &'static FormatVtable {
        self.format
    }

    /// The entries of this catalog, without those of the catalogs it includes.
    pub fn entries(&'static self) -> impl ExactSizeIterator<Item = EntryDoc> {
        (0..self.documents.len()).map(|row| EntryDoc {
            documents: &self.documents,
            examples: self.examples,
            format: self.format,
            row,
        })
    }

    /// The catalogs that this one includes.
    pub const fn includes(&self) -> &'static [&'static Catalog] {
        self.includes
    }

    /// Whether this is a list of types, made by `errcode::catalog!`. Each listed type has its own format. The types
    /// that a type includes have the format of that type.
    pub const fn is_list(&self) -> bool {
        matches!(self.origin, Origin::List)
    }

    /// This catalog and all that it includes, if they have entries. Each type appears once, and before the types it
    /// includes.
    pub fn groups(&'static self) -> Vec<&'static Catalog> {
        let mut seen = Vec::new();
        let mut groups: Vec<&'static Catalog> = Vec::new();
        let mut open = vec![self];
        while let Some(catalog) = open.pop() {
            if seen.contains(&catalog.instance) {
                continue;
            }
            seen.push(catalog.instance);
            let known = groups
                .iter()
                .any(|group| group.definition == catalog.definition);
            if catalog.documents.len() > 0 && !known {
                groups.push(catalog);
            }
            open.extend(catalog.includes.iter().rev());
        }
        groups
    }
}

#[cfg(test)]
mod tests;
