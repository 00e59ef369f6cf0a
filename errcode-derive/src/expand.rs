//! Prints the code for a model: one table of rows, one match from variant to row, and match arms for what depends on
//! fields. Nothing here can fail.

pub(crate) mod bounds;
mod catalog;
pub(crate) mod catalog_macro;
mod checks;
mod entries;
mod methods;
mod names;
mod paths;
mod rows;
mod spans;
mod table;
#[cfg(test)]
mod tests;
mod text;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Path, WhereClause, parse_quote};

use self::bounds::Bounds;
use self::entries::included;
use self::names::{at_call_site, ident_at_call_site, parameters};
use crate::model::{Entry, Kind, Message, Model};

/// The impls of a type. A type with errors has them too, so that rustc does not report missing impls.
pub(crate) fn impls(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let ident = &ident_at_call_site(&model.ident);
    let (generics, arguments) = parameters(&model.generics);
    let bounds = error_bounds(model);
    let documented = documented_bounds(model, &bounds);
    let rows = rows::rows(model);
    let methods = methods::methods(model);
    let catalog = catalog::catalog(model);
    let checks = checks::checks(model);
    let table = table::table(model);
    let response = model.respond.then(|| response(model, &bounds, &documented));
    let (bounds, documented) = (at_call_site(bounds), at_call_site(documented));
    let import = import(krate);
    quote! {
        const _: () = {
            #import
            #rows
            #table
            #[automatically_derived]
            impl #generics __errcode::ApiError for #ident #arguments #bounds {
                #methods
            }
            #[automatically_derived]
            impl #generics __errcode::Documented for #ident #arguments #documented {
                #catalog
                // Called by transparent variants over this type.
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

/// Imports the parts of the facade. If the path is that of another crate, rustc reports it at the path.
fn import(krate: &Path) -> TokenStream {
    let (_, last) = spans::ends(krate, Span::call_site());
    let parts = Ident::new("__errcode", last);
    quote!(use #krate::#parts;)
}

/// The impls of the frameworks' response traits, and of the traits of OpenAPI generators, by macros of the facade that
/// know which features are on.
fn response(model: &Model, error: &WhereClause, documented: &WhereClause) -> TokenStream {
    let ident = &ident_at_call_site(&model.ident);
    let (generics, arguments) = parameters(&model.generics);
    let (error, documented) = (sized(model, error), sized(model, documented));
    quote! {
        __errcode::impl_response! { [#generics] [#ident #arguments] [#error] }
        __errcode::impl_openapi! { [#generics] [#ident #arguments] [#documented] }
    }
}

/// Bounds for traits that take the error by value, so that it must be `Sized`.
fn sized(model: &Model, bounds: &WhereClause) -> TokenStream {
    let mut bounds = bounds.clone();
    if model.generics.type_params().next().is_some() {
        let sized = parse_quote!(Self: __errcode::core::marker::Sized);
        bounds.predicates.push(sized);
    }
    at_call_site(bounds)
}

/// The bounds under which the type implements `ApiError`.
fn error_bounds(model: &Model) -> WhereClause {
    let mut bounds = Bounds::of(&model.generics);
    if !bounds.are_needed() {
        return bounds.into_clause();
    }
    for case in &model.cases {
        match &case.kind {
            Kind::Transparent {
                field,
                included: true,
                ..
            } => {
                bounds.demand(&field.ty, &quote!(__errcode::ApiError));
            }
            Kind::Entry(entry) => entry_bounds(entry, &mut bounds),
            // A field of the type itself needs no bound.
            Kind::Transparent { .. } | Kind::Hidden { .. } => {}
        }
    }
    with_error(bounds, &model.ident, &model.generics)
}

/// The bounds of the fields that an entry adds to its response.
fn entry_bounds(entry: &Entry, bounds: &mut Bounds) {
    let details = entry.details.iter().chain(&entry.log_fields);
    for detail in details.filter(|detail| detail.with.is_none()) {
        bounds.demand(&detail.field.ty, &quote!(__errcode::Serialize));
    }
    let headers = entry.header_fields.iter();
    for header in headers.filter(|header| header.with.is_none()) {
        bounds.demand(&header.field.ty, &quote!(__errcode::HeaderField));
    }
    let status = entry.status_field.iter();
    for status in status.filter(|status| status.function.is_none()) {
        bounds.demand(&status.field.ty, &quote!(__errcode::StatusField));
    }
    if let Message::Template(template) = &entry.message {
        for argument in &template.arguments {
            for format in &argument.traits {
                let format = format_ident!("{format}");
                let bound = quote!(__errcode::core::fmt::#format);
                bounds.demand(&argument.field.ty, &bound);
            }
        }
    }
}

/// Adds the supertrait `Error` as a bound, because its impl may have bounds that are not known here.
fn with_error(mut bounds: Bounds, ident: &Ident, generics: &Generics) -> WhereClause {
    if bounds.are_needed() {
        let (_, arguments, _) = generics.split_for_impl();
        bounds.add(&quote!(#ident #arguments: __errcode::core::error::Error));
    }
    bounds.into_clause()
}

/// The bounds under which the type implements `Documented`.
fn documented_bounds(model: &Model, bounds: &WhereClause) -> WhereClause {
    let mut generics = model.generics.clone();
    generics.where_clause = Some(bounds.clone());
    let mut documented = Bounds::of(&generics);
    for field in included(model) {
        documented.demand(&field.ty, &quote!(__errcode::Documented));
    }
    documented.into_clause()
}
