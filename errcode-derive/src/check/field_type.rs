//! What the tokens of a field's type show about it.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

use crate::tokens::{find_name, source};

/// Whether a type has but one value, and so nothing to hide.
pub(super) fn has_one_value(ty: &Type) -> bool {
    match ty {
        // `PhantomData` of the standard library, and not of another module.
        Type::Path(path) => {
            let last = path.path.segments.last();
            if last.is_none_or(|last| last.ident != "PhantomData") {
                return false;
            }
            let names = source(&path.path);
            let name = names.split('<').next().unwrap_or_default();
            let module = name.trim_start_matches("::").strip_suffix("PhantomData");
            ["", "marker::", "core::marker::", "std::marker::"]
                .iter()
                .any(|known| module == Some(known))
        }
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        _ => false,
    }
}

/// Whether a type is written as an `Option`.
pub(super) fn is_option(ty: &Type) -> bool {
    inside_option(ty).is_some()
}

/// The type inside of an `Option`.
pub(super) fn inside_option(ty: &Type) -> Option<&Type> {
    argument(ty, &["Option"])
}

/// The first type argument of a type with one of these names.
fn argument<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    match ty {
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let is_known = names.iter().any(|name| last.ident == name);
            type_arguments(last).next().filter(|_| is_known)
        }
        Type::Group(group) => argument(&group.elem, names),
        Type::Paren(paren) => argument(&paren.elem, names),
        _ => None,
    }
}

fn type_arguments(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let list = match &segment.arguments {
        PathArguments::AngleBracketed(list) => Some(list),
        _ => None,
    };
    let all = list.into_iter().flat_map(|list| &list.args);
    all.filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type of the value, inside of `Option` and pointers.
fn pointee(ty: &Type) -> &Type {
    let inner = match ty {
        Type::Reference(reference) => Some(&*reference.elem),
        Type::Group(group) => Some(&*group.elem),
        Type::Paren(paren) => Some(&*paren.elem),
        ty => argument(ty, &["Option", "Box", "Rc", "Arc"]),
    };
    inner.map_or(ty, pointee)
}

/// Whether a type is written as a list of values, each of which is a header line.
pub(super) fn is_list(ty: &Type) -> bool {
    match pointee(ty) {
        Type::Array(_) | Type::Slice(_) => true,
        ty => argument(ty, &["Vec"]).is_some(),
    }
}

/// A point or an interval in time, and the function that makes a number of it.
pub(super) struct Time {
    pub(super) name: String,
    pub(super) function: String,
}

/// Whether a type is written as a `Duration` or `SystemTime` of the standard library, also inside of others.
pub(super) fn time(ty: &Type) -> Option<Time> {
    let Type::Path(path) = pointee(ty) else {
        return None;
    };
    let segment = path.path.segments.last()?;
    if !segment.arguments.is_none() {
        return type_arguments(segment).find_map(time).map(|time| Time {
            function: "path::to::function".to_owned(),
            ..time
        });
    }
    let text = source(path);
    let names: Vec<&str> = text.trim_start_matches("::").split("::").collect();
    let function = match names.as_slice() {
        ["Duration"] | [.., "time", "Duration"] if !names.contains(&"chrono") => {
            format!("{text}::as_secs")
        }
        ["SystemTime"] | [.., "time", "SystemTime"] => "errcode::header::HttpDate::of".to_owned(),
        _ => return None,
    };
    Some(Time {
        name: segment.ident.to_string(),
        function,
    })
}

/// Whether a type is written as one that serializes to no map, whatever is in it.
pub(super) fn is_no_map(ty: &Type) -> bool {
    const KNOWN: [&str; 24] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f32", "f64", "bool", "char", "str", "String", "Vec", "VecDeque", "HashSet", "BTreeSet",
        "Duration", "PathBuf",
    ];
    match pointee(ty) {
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| KNOWN.iter().any(|known| last.ident == known))
        }
        Type::Slice(_) | Type::Array(_) | Type::Tuple(_) => true,
        _ => false,
    }
}

/// Whether a type is the deriving type itself, or holds it: `Self`, `Box<SkillError>`.
pub(super) fn mentions(ty: &Type, ident: &Ident) -> bool {
    find_name(ty.to_token_stream(), &|name| {
        name == "Self" || name == ident
    })
    .is_some()
}

/// Whether a type is any error: `Box<dyn Error>`, `Arc<dyn std::error::Error + Send>`, `anyhow::Error`.
pub(super) fn is_any_error(ty: &Type) -> bool {
    let text = source(ty);
    let dynamic = text.split_once("dyn ").map(|(_, bounds)| bounds);
    let is_error = |bound: &str| {
        let name = bound.trim().trim_end_matches('>').rsplit("::").next();
        matches!(name, Some("Error" | "StdError"))
    };
    let is_dynamic = dynamic.is_some_and(|bounds| bounds.split('+').any(is_error));
    is_dynamic || matches!(&*text, "anyhow::Error" | "eyre::Report" | "eyre::Error")
}

/// Whether a type is called an error by its last name.
pub(super) fn is_called_error(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let last = path.path.segments.last().map(|last| last.ident.to_string());
    last.is_some_and(|last| last.ends_with("Error")) || is_any_error(ty)
}
