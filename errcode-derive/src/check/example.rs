//! Examples: each of the variant that it stands at.

use syn::ext::IdentExt;
use syn::{Data, Expr, Fields, Ident};

use super::of_type::Type;
use crate::diagnostics::Diagnostics;
use crate::parse::Keyed;
use crate::parse::shape::ExampleValue;

/// Judges the examples of a variant that are written as a variant: what a function makes only it knows.
pub(super) fn judge(
    ty: &Type<'_>,
    own: &Ident,
    fields: &Fields,
    examples: &[Keyed<ExampleValue>],
    errors: &mut Diagnostics,
) {
    let Data::Enum(data) = ty.data else {
        return;
    };
    for example in examples {
        let expr = example.value.expr.parse().ok();
        let Some(found) = expr.and_then(|expr| variant(expr, ty.ident)) else {
            continue;
        };
        let known = data.variants.iter().any(|variant| variant.ident == found);
        if known && found != *own {
            let (name, own) = (found.unraw(), own.unraw());
            let fields = match fields {
                Fields::Named(_) => " { ... }",
                Fields::Unnamed(_) => "(...)",
                Fields::Unit => "",
            };
            let (message, help) = (
                format!("this example is of `{name}`, and stands at `{own}`"),
                format!("write `example(Self::{own}{fields})`, or move it to `{name}`"),
            );
            errors.report(found, message, help);
        }
    }
}

/// The variant in `Self::Variant`, `Type::Variant { .. }` and the like.
fn variant(expr: Expr, ty: &Ident) -> Option<Ident> {
    let path = match expr {
        Expr::Call(call) => return variant(*call.func, ty),
        Expr::Paren(paren) => return variant(*paren.expr, ty),
        Expr::Path(path) => path.path,
        Expr::Struct(literal) => literal.path,
        _ => return None,
    };
    let mut segments = path.segments.into_iter().rev();
    let (last, of) = (segments.next()?, segments.next()?);
    (of.ident == "Self" || of.ident == *ty).then_some(last.ident)
}
