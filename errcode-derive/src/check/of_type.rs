//! A type and its variants as they are written, with the attributes that have been read.

use proc_macro2::Ident;
use syn::{Attribute, Fields, Generics};

use crate::model::Format;
use crate::parse::Attrs;

pub(super) struct Type<'a> {
    pub(super) ident: &'a Ident,
    pub(super) generics: &'a Generics,
    pub(super) attrs: &'a Attrs,
    pub(super) format: &'a Format,
    pub(super) is_struct: bool,
    pub(super) denies_undocumented: bool,
    /// No variant has a code, and the format writes none, which has been reported.
    pub(super) lacks_codes: bool,
    /// The variants, or the struct.
    pub(super) variants: &'a [Declared<'a>],
}

/// A variant, or the struct.
pub(super) struct Declared<'a> {
    pub(super) ident: &'a Ident,
    pub(super) attributes: &'a [Attribute],
    pub(super) fields: &'a Fields,
    pub(super) attrs: &'a Attrs,
}

impl Type<'_> {
    /// What has the keys of a variant here.
    pub(super) fn noun(&self) -> &'static str {
        if self.is_struct { "struct" } else { "variant" }
    }
}
