//! The format of a type's bodies, and of the bodies of one variant.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput};

use super::of_type::Declared;
use super::variant::Variant;
use crate::diagnostics::Diagnostics;
use crate::model::{Format, InnerFormat};
use crate::parse::shape::FormatValue;
use crate::parse::{Attrs, Keyed};
use crate::suggest;

/// The format of a type.
pub(super) fn of_type(attrs: &Attrs, data: &Data, errors: &mut Diagnostics) -> Format {
    match &attrs.format {
        // What a misspelt format writes itself is not known; flat reserves no names.
        None if attrs.rejects("format") => Format::Flat,
        None => Format::Problem { code: true },
        Some(format) => match known(format, errors) {
            Some(format) => format,
            None if matches!(data, Data::Enum(_)) => {
                let message = "`inner` keeps the format of the error inside a transparent variant";
                errors.report(
                    &format.key,
                    message,
                    "write it on the variant, and another format here",
                );
                Format::Flat
            }
            None => Format::Problem { code: true },
        },
    }
}

/// A format, unless it is that of the inner error.
fn known(format: &Keyed<FormatValue>, errors: &mut Diagnostics) -> Option<Format> {
    Some(match &format.value {
        FormatValue::Problem { code } => Format::Problem { code: *code },
        FormatValue::Nested => Format::Nested,
        FormatValue::Flat => Format::Flat,
        FormatValue::BuiltIn(name) => Format::BuiltIn(name),
        FormatValue::Inner => return None,
        FormatValue::Path(path) => match suggest::unknown_format(path) {
            Some(mistake) => {
                errors.push(mistake);
                Format::Flat
            }
            None => Format::Path(path.clone()),
        },
    })
}

/// Reports once that no variant has a code, where the format needs none, so that the author thought of none.
pub(super) fn lacks_codes(
    input: &DeriveInput,
    attrs: &Attrs,
    variants: &[Declared<'_>],
    format: &Format,
    errors: &mut Diagnostics,
) -> bool {
    let needs_none = matches!(
        format,
        Format::Path(_) | Format::BuiltIn(_) | Format::Problem { code: false }
    );
    let has_status = attrs.status.is_some();
    let is_codeless = |variant: &Declared<'_>| {
        let own = variant.attrs;
        let responds = own.hide_as.is_none() && own.transparent.is_none();
        own.code.is_none() && !own.is_wrong() && responds && (has_status || own.status.is_some())
    };
    let lacks = needs_none
        && attrs.rename_all.is_none()
        && attrs.transparent.is_none()
        && !attrs.is_wrong()
        && variants.len() > 1
        && variants.iter().all(is_codeless);
    if lacks {
        let name = input.ident.unraw();
        errors.report(
            &input.ident,
            format!("`{name}` has no codes, which logs, catalogs and clients tell errors apart by"),
            "add `#[api(rename_all = \"SCREAMING_SNAKE_CASE\")]`, which makes them of the names of the variants",
        );
    }
    lacks
}

impl Variant<'_, '_> {
    /// The format of a variant that has its own.
    pub(super) fn own_format(&mut self) -> Option<Format> {
        let format = self.declared.attrs.format.as_ref()?;
        // A struct's is that of the type, which has been judged.
        let is_of_type = self.ty.is_struct && !matches!(format.value, FormatValue::Inner);
        if is_of_type {
            return None;
        }
        if let FormatValue::Inner = format.value {
            let message = "`inner` keeps the format of an inner error, and there is none: this is not transparent";
            self.errors.report(&format.key, message, "remove `format`");
        }
        let format = known(format, self.errors)?;
        self.format = format.clone();
        Some(format)
    }

    /// What becomes of the format of the inner error of a transparent variant.
    pub(super) fn inner_format(&mut self) -> InnerFormat {
        let allowed = self.settings.allowed.allows("mixed_format");
        match &self.declared.attrs.format {
            Some(format) if matches!(format.value, FormatValue::Inner) => return InnerFormat::Kept,
            Some(format) if !self.ty.is_struct => {
                let message =
                    "a transparent variant has the format of the type, or that of the inner error";
                let help =
                    "write `format = inner` to keep that of the inner error, or remove `format`";
                self.errors.report(&format.key, message, help);
            }
            _ => {}
        }
        if allowed {
            InnerFormat::Outer
        } else {
            InnerFormat::Same
        }
    }
}
