//! What every variant of a type is judged against.

use proc_macro2::Ident;
use syn::{Data, Generics};

use crate::model::Format;
use crate::parse::Attrs;

pub(super) struct Type<'a> {
    pub(super) ident: &'a Ident,
    pub(super) generics: &'a Generics,
    pub(super) data: &'a Data,
    pub(super) attrs: &'a Attrs,
    pub(super) format: &'a Format,
    pub(super) is_struct: bool,
    pub(super) denies_undocumented: bool,
    /// What stands on the variants; nothing of a struct.
    pub(super) variants: &'a [Attrs],
}

impl Type<'_> {
    /// What has the keys of a variant here.
    pub(super) fn noun(&self) -> &'static str {
        if self.is_struct { "struct" } else { "variant" }
    }
}
