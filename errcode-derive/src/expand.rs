//! From a model to code: one table of rows, one match from variant to row, and short arms only for
//! what depends on fields. Nothing here can fail.

pub(crate) mod bounds;
mod catalog;
pub(crate) mod catalog_macro;
mod checks;
mod methods;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod text;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{GenericArgument, GenericParam, Generics, Path, WhereClause, parse_quote};

pub(crate) use self::checks::call;
use crate::expand::bounds::Bounds;
use crate::model::{Case, Entry, Field, Format, Kind, Message, Model};

/// The impls of a type, which are there if something is wrong with it too.
pub(crate) fn impls(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let ident = &local(&model.ident);
    let (generics, arguments) = parameters(&model.generics);
    let bounds = error_bounds(model);
    let documented = locally(documented_bounds(model, &bounds));
    let rows = rows::rows(model);
    let methods = methods::methods(model);
    let catalog = catalog::catalog(model);
    let checks = checks::checks(model);
    let table = table::table(model);
    let response = model
        .respond
        .then(|| response(&model.generics, ident, &bounds));
    let bounds = locally(bounds);
    quote! {
        const _: () = {
            use #krate::__private as __errcode;
            #rows
            #table
            #[automatically_derived]
            impl #generics __errcode::ApiError for #ident #arguments #bounds {
                #methods
            }
            #[automatically_derived]
            impl #generics __errcode::Documented for #ident #arguments #documented {
                #catalog
                // What a transparent variant over this type calls.
                fn inner_error(&self, _: __errcode::Derived) -> &dyn __errcode::ApiError
                where
                    Self: __errcode::core::marker::Sized,
                {
                    self
                }
            }
            #checks
            #response
        };
    }
}

/// The frameworks' impls, by a macro of the facade that knows which of them are wanted. They take the error by
/// value, and so only where its size is known.
fn response(generics: &Generics, ident: &Ident, bounds: &WhereClause) -> TokenStream {
    let mut bounds = bounds.clone();
    if generics.type_params().next().is_some() {
        let sized = parse_quote!(Self: __errcode::core::marker::Sized);
        bounds.predicates.push(sized);
    }
    let bounds = locally(bounds);
    let (generics, arguments) = parameters(generics);
    quote! {
        __errcode::impl_response! { @derived [#generics] [#ident #arguments] [#bounds] }
    }
}

/// What must hold of the fields' types for the type to be an API error.
fn error_bounds(model: &Model) -> WhereClause {
    let krate = &model.krate;
    let mut bounds = Bounds::of(&model.generics);
    if !bounds.are_needed() {
        return bounds.into_clause();
    }
    for case in &model.cases {
        match &case.kind {
            Kind::Transparent {
                field,
                included: true,
            } => {
                bounds.demand(&field.ty, &quote!(#krate::__private::ApiError));
            }
            Kind::Entry(entry) => {
                for detail in &entry.details {
                    bounds.demand(&detail.field.ty, &quote!(#krate::__private::Serialize));
                }
                for header in &entry.header_fields {
                    bounds.demand(&header.field.ty, &quote!(#krate::__private::HeaderField));
                }
                if let Some(status) = entry
                    .status_field
                    .as_ref()
                    .filter(|status| status.function.is_none())
                {
                    bounds.demand(&status.field.ty, &quote!(#krate::__private::StatusField));
                }
                if let Message::Template(template) = &entry.message {
                    for argument in &template.arguments {
                        for format in &argument.traits {
                            let format = local_name(format);
                            bounds.demand(
                                &argument.field.ty,
                                &quote!(#krate::__private::core::fmt::#format),
                            );
                        }
                    }
                }
            }
            // What is the type itself again holds if the type does.
            Kind::Transparent {
                included: false, ..
            }
            | Kind::Hidden { .. } => {}
        }
    }
    with_error(bounds, krate, &model.ident, &model.generics)
}

/// The supertrait holds only under the bounds of its own impl, whatever they are.
fn with_error(mut bounds: Bounds, krate: &Path, ident: &Ident, generics: &Generics) -> WhereClause {
    if bounds.are_needed() {
        let (_, arguments, _) = generics.split_for_impl();
        bounds.add(&quote!(#ident #arguments: #krate::__private::core::error::Error));
    }
    bounds.into_clause()
}

/// What must hold besides for its catalog to include those of the fields' types.
fn documented_bounds(model: &Model, bounds: &WhereClause) -> WhereClause {
    let krate = &model.krate;
    let mut generics = model.generics.clone();
    generics.where_clause = Some(bounds.clone());
    let mut documented = Bounds::of(&generics);
    for field in included(model) {
        documented.demand(&field.ty, &quote!(#krate::__private::Documented));
    }
    documented.into_clause()
}

/// The fields whose catalogs are included.
fn included(model: &Model) -> impl Iterator<Item = &Field> {
    model.cases.iter().filter_map(|case| match &case.kind {
        Kind::Transparent {
            field,
            included: true,
        } => Some(&**field),
        _ => None,
    })
}

/// The entries in the order of their rows, with the cases they belong to.
fn entries(model: &Model) -> impl Iterator<Item = (&Entry, &Case)> {
    model
        .cases
        .iter()
        .filter_map(|case| own_entry(&case.kind).map(|entry| (entry, case)))
}

fn own_entry(kind: &Kind) -> Option<&Entry> {
    match kind {
        Kind::Entry(entry)
        | Kind::Hidden {
            own: Some(entry), ..
        } => Some(entry),
        Kind::Hidden { own: None, .. } | Kind::Transparent { .. } => None,
    }
}

/// The row of each case, or the one that the next entry gets.
fn row_numbers(model: &Model) -> Vec<usize> {
    let mut next = 0;
    let numbers = model.cases.iter().map(|case| {
        let row = next;
        next += usize::from(own_entry(&case.kind).is_some());
        row
    });
    numbers.collect()
}

/// The path of a case, for patterns and expressions.
fn path(model: &Model, case: &Case) -> String {
    let ident = name(&model.ident);
    match &case.variant {
        Some(variant) => ident + "::" + &name(variant),
        None => ident,
    }
}

/// The type of the format.
fn format(model: &Model) -> TokenStream {
    match &model.format {
        Format::Problem { code } => quote!(__errcode::Problem<#code>),
        Format::Nested => quote!(__errcode::Nested),
        Format::Flat => quote!(__errcode::Flat),
        Format::Path(path) => path.to_token_stream(),
    }
}

/// The type with `'static` for every lifetime, if nothing else is left open.
fn concrete(model: &Model) -> Option<TokenStream> {
    let ident = local(&model.ident);
    let arguments: Option<Vec<GenericArgument>> = model
        .generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(_) => Some(parse_quote!('static)),
            GenericParam::Type(_) | GenericParam::Const(_) => None,
        })
        .collect();
    let arguments = arguments?;
    Some(quote!(#ident <#(#arguments),*>))
}

/// The error in a transparent field. Rustc says the same thing of every place where it is none, and so
/// once: what is missing is always [`Documented`], but for a type that is yet open, and for the type itself.
fn inner(model: &Model, field: &Field, included: bool, binding: &Ident) -> TokenStream {
    if !included || Bounds::of(&model.generics).concern(&field.ty) {
        return binding.to_token_stream();
    }
    let ty = locally(&field.ty);
    quote!(<#ty as __errcode::Documented>::inner_error(#binding, __errcode::Derived))
}

/// Where tokens begin and end in the user's code: a span that joins the two is nobody's to make, but
/// rustc makes one of code whose first token is at the one and whose last is at the other.
fn ends(tokens: &impl ToTokens, resolved_at: Span) -> (Span, Span) {
    let mut trees = tokens.to_token_stream().into_iter();
    let first = trees.next().map_or(resolved_at, |tree| tree.span());
    let last = trees.last().map_or(first, |tree| tree.span());
    (resolved_at.located_at(first), resolved_at.located_at(last))
}

/// What a binding refers to, as an argument that rustc reports at `tokens`, from end to end.
fn passed(binding: &Ident, tokens: &impl ToTokens) -> TokenStream {
    let (first, last) = ends(tokens, Span::call_site());
    let mut binding = binding.clone();
    binding.set_span(last);
    quote_spanned!(first=> &*#binding)
}

/// An option as an expression.
fn option(value: Option<&String>) -> TokenStream {
    match value {
        Some(value) => quote!(__errcode::core::option::Option::Some(#value)),
        None => quote!(__errcode::core::option::Option::None),
    }
}

/// Words that older editions than this crate's leave to users.
const NEW_KEYWORDS: [&str; 5] = ["async", "await", "dyn", "gen", "try"];

/// A user's name in generated code: it says where it comes from, and lints take it for generated.
fn local(ident: &Ident) -> Ident {
    let span = Span::call_site().located_at(ident.span());
    let name = ident.to_string();
    if NEW_KEYWORDS.contains(&name.as_str()) {
        return Ident::new_raw(&name, span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// The same as text.
fn name(ident: &Ident) -> String {
    let name = ident.to_string();
    if NEW_KEYWORDS.contains(&name.as_str()) {
        return "r#".to_owned() + &name;
    }
    name
}

/// A user's parameters, types and examples in generated code: what is deprecated in them is reported where the
/// user wrote it, and not here again. Elsewhere `$crate` would be another crate.
fn locally(tokens: impl ToTokens) -> TokenStream {
    let trees = tokens
        .into_token_stream()
        .into_iter()
        .map(|tree| match tree {
            TokenTree::Ident(ident) if ident != "$crate" && ident != "dyn" => local(&ident).into(),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), locally(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            other => other,
        });
    trees.collect()
}

/// The parameters of an impl, and the arguments of its type.
fn parameters(generics: &Generics) -> (TokenStream, TokenStream) {
    let mut generics = generics.clone();
    for parameter in &mut generics.params {
        // They belong to the type, where rustc reports what is wrong with them.
        match parameter {
            GenericParam::Lifetime(parameter) => parameter.attrs.clear(),
            GenericParam::Type(parameter) => parameter.attrs.clear(),
            GenericParam::Const(parameter) => parameter.attrs.clear(),
        }
    }
    let (parameters, arguments, _) = generics.split_for_impl();
    (locally(parameters), locally(arguments))
}

fn local_name(name: &str) -> Ident {
    format_ident!("{name}")
}
