//! Examples: each of the variant that it stands at.

use proc_macro2::TokenTree;
use syn::Fields;
use syn::ext::IdentExt;

use super::of_type::{Declared, Type};
use crate::diagnostics::Diagnostics;
use crate::tokens::{is_punct, peeled};

/// Judges the examples that are written as a variant, `Self::Variant` or `Type::Variant`. What a function makes only it
/// knows.
pub(super) fn judge(ty: &Type<'_>, declared: &Declared<'_>, errors: &mut Diagnostics) {
    for example in &declared.attrs.examples {
        let [TokenTree::Ident(of), colon, _, TokenTree::Ident(found), ..] =
            &*peeled(&example.value.expr)
        else {
            continue;
        };
        let is_other = *found != *declared.ident
            && (of == "Self" || of == ty.ident)
            && ty.variants.iter().any(|variant| variant.ident == found);
        if is_other && is_punct(colon, ":") {
            let (name, own) = (found.unraw(), declared.ident.unraw());
            let fields = match declared.fields {
                Fields::Named(_) => " { ... }",
                Fields::Unnamed(_) => "(...)",
                Fields::Unit => "",
            };
            let message = format!("this example is of `{name}`, and stands at `{own}`");
            let help = format!("write `example(Self::{own}{fields})`, or move it to `{name}`");
            errors.report(found, message, help);
        }
    }
}
