//! The methods of `ApiError`: a match from variant to row, and match arms for what depends on fields.

mod sinks;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{LitStr, Member};

use super::entries::{own_entry, row_numbers};
use super::names::text_of;
use super::paths::{format, inner, path};
use super::spans::{ends, passed};
use super::text::Text;
use crate::model::{Case, Entry, Field, Format, InnerFormat, Kind, Message, Model};

pub(super) fn methods(model: &Model) -> TokenStream {
    let all = Methods {
        model,
        rows: row_numbers(model),
    };
    let entry = all.entry();
    let status = all.status();
    let replaced_status = all.replaced_status();
    let message = all.write_message();
    let details = all.details();
    let headers = all.headers();
    let log_fields = all.log_fields();
    let hidden = all.hidden();
    let format = all.format();
    let is_derived = all.is_derived();
    quote! {
        #entry
        #status
        #replaced_status
        #message
        #details
        #headers
        #log_fields
        #hidden
        #format
        #is_derived
    }
}

struct Methods<'a> {
    model: &'a Model,
    /// The row of each case.
    rows: Vec<usize>,
}

impl Methods<'_> {
    /// The pattern of a case that binds some fields.
    ///
    /// The fields are bound in order, to the names of [`binding`].
    fn pattern<'a>(&self, case: &Case, bound: impl IntoIterator<Item = &'a Field>) -> String {
        let mut pattern = path(self.model, case) + " { ";
        for (at, field) in bound.into_iter().enumerate() {
            match &field.member {
                Member::Named(field) => pattern += &text_of(field),
                Member::Unnamed(index) => pattern += &index.index.to_string(),
            }
            pattern += ": ref __errcode_";
            pattern += &at.to_string();
            pattern += ", ";
        }
        pattern + ".. }"
    }

    /// A method with one match: the arms of the cases that have one, and a last arm for all others.
    fn method(
        &self,
        signature: &TokenStream,
        arm: impl Fn(usize, &Case) -> Option<(String, TokenStream)>,
        rest: &TokenStream,
    ) -> Option<TokenStream> {
        let mut arms = Text::default();
        let mut all = true;
        for (at, case) in self.model.cases.iter().enumerate() {
            match arm(at, case) {
                Some((pattern, body)) => arms.arm(&pattern, body),
                None => all = false,
            }
        }
        if arms.is_empty() {
            return None;
        }
        let arms = arms.into_tokens();
        let rest = (!all).then(|| quote!(_ => #rest));
        Some(quote!(#signature { match *self { #arms #rest } }))
    }

    /// The pattern of a transparent case, and the binding for the inner error.
    fn transparent(&self, case: &Case) -> Option<(String, TokenStream)> {
        let Kind::Transparent {
            field, included, ..
        } = &case.kind
        else {
            return None;
        };
        let inner = inner(self.model, field, *included, &binding(0, field));
        Some((self.pattern(case, [&**field]), inner))
    }

    /// The arm of a transparent case, which calls the method of the inner error.
    fn delegated(
        &self,
        case: &Case,
        method: &TokenStream,
        arguments: &TokenStream,
    ) -> Option<(String, TokenStream)> {
        let (pattern, inner) = self.transparent(case)?;
        Some((
            pattern,
            quote!(__errcode::ApiError::#method(#inner #arguments)),
        ))
    }

    fn entry(&self) -> TokenStream {
        let model = self.model;
        let has_rows = model
            .cases
            .iter()
            .any(|case| own_entry(&case.kind).is_some());
        let mut arms = Text::default();
        for (at, case) in model.cases.iter().enumerate() {
            let at = match &case.kind {
                Kind::Entry(_) => at,
                Kind::Hidden { target, .. } => *target,
                Kind::Transparent { .. } => {
                    let leave = has_rows.then(|| quote!(return));
                    let Some((pattern, inner)) = self.transparent(case) else {
                        continue;
                    };
                    arms.arm(&pattern, quote!(#leave __errcode::ApiError::entry(#inner)));
                    continue;
                }
            };
            let (path, row) = (path(model, case), self.rows[at]);
            arms.code(format_args!("{path} {{ .. }} => {row},"));
        }
        let arms = arms.into_tokens();
        let found = quote!(match *self { #arms });
        let found = if has_rows {
            quote!(__errcode::Entry::row(&__ERRCODE_TABLE, #found))
        } else {
            found
        };
        quote! {
            fn entry(&self) -> __errcode::Entry {
                #found
            }
        }
    }

    fn status(&self) -> Option<TokenStream> {
        let arm = |at: usize, case: &Case| {
            let Some((pattern, found)) = self.found_status(case) else {
                return self.delegated(case, &quote!(status), &TokenStream::new());
            };
            let row = Literal::usize_unsuffixed(self.rows[at]);
            let body = quote! {
                __errcode::run_time_status(#found, __errcode::Entry::status(__errcode::Entry::row(&__ERRCODE_TABLE, #row)))
            };
            Some((pattern, body))
        };
        self.method(
            &quote!(fn status(&self) -> __errcode::StatusCode),
            arm,
            &quote!(__errcode::Entry::status(__errcode::ApiError::entry(self))),
        )
    }

    fn replaced_status(&self) -> Option<TokenStream> {
        let arm = |_, case: &Case| match self.found_status(case) {
            Some((pattern, found)) => Some((pattern, quote!(__errcode::replaced_status(#found)))),
            None => self.delegated(case, &quote!(replaced_status), &TokenStream::new()),
        };
        self.method(
            &quote!(fn replaced_status(&self) -> __errcode::core::option::Option<__errcode::core::primitive::u16>),
            arm,
            &quote!(__errcode::core::option::Option::None),
        )
    }

    /// The pattern of a case whose status is chosen at run time, and the number in its field.
    fn found_status(&self, case: &Case) -> Option<(String, TokenStream)> {
        let status = own_response(&case.kind)?.status_field.as_ref()?;
        let value = binding(0, &status.field);
        let found = match &status.function {
            Some(function) => {
                let shown = passed(&value, function);
                quote!(__errcode::status_by(#function, #shown))
            }
            None => {
                let shown = passed(&value, &status.field.ty);
                quote!(__errcode::StatusField::number(#shown))
            }
        };
        Some((self.pattern(case, [&status.field]), found))
    }

    fn write_message(&self) -> Option<TokenStream> {
        let out = Ident::new("__errcode_out", Span::mixed_site());
        let arm = |_, case: &Case| {
            if let Kind::Hidden { target, .. } = &case.kind {
                return self.target_message(case, *target, &out);
            }
            match own_response(&case.kind).map(|entry| &entry.message) {
                None => self.delegated(case, &quote!(write_message), &quote!(, #out)),
                Some(Message::Template(template)) => {
                    let bindings: Vec<Ident> = template
                        .arguments
                        .iter()
                        .enumerate()
                        .map(|(at, argument)| binding(at, &argument.field))
                        .collect();
                    let bound = template.arguments.iter().map(|argument| &argument.field);
                    let pattern = self.pattern(case, bound);
                    let literal = &template.literal;
                    let names = template.arguments.iter().map(|argument| &argument.name);
                    let shown = bindings.iter().map(|binding| shown(binding, literal));
                    let body = quote! {
                        __errcode::core::fmt::Write::write_fmt(
                            #out,
                            __errcode::core::format_args!(#literal, #(#names = #shown),*),
                        )
                    };
                    Some((pattern, body))
                }
                Some(Message::Function(function)) => {
                    let (_, last) = ends(function, Span::call_site());
                    let text = quote_spanned!(last=> #function(self));
                    Some((
                        self.pattern(case, []),
                        quote!(__errcode::write_text(#out, #text)),
                    ))
                }
                Some(
                    Message::ByStatus | Message::Exposed | Message::Masked | Message::Fixed(_),
                ) => None,
            }
        };
        self.method(
            &quote! {
                fn write_message(
                    &self,
                    #out: &mut dyn __errcode::core::fmt::Write,
                ) -> __errcode::core::fmt::Result
            },
            arm,
            &quote!(__errcode::write_message(__errcode::ApiError::entry(self), __errcode::ApiError::status(self), self, #out)),
        )
    }

    /// The message of a variant with `hide_as`, if its target has no fields and its message is written at run time.
    fn target_message(
        &self,
        case: &Case,
        target: usize,
        out: &Ident,
    ) -> Option<(String, TokenStream)> {
        let target = &self.model.cases[target];
        let entry = own_entry(&target.kind)?;
        if matches!(entry.message, Message::Fixed(_) | Message::Masked) || !entry.fieldless {
            return None;
        }
        let mut instance = Text::default();
        instance.code(format_args!("&{} {{}}", path(self.model, target)));
        let instance = instance.into_tokens();
        Some((
            self.pattern(case, []),
            quote!(__errcode::ApiError::write_message(#instance, #out)),
        ))
    }

    fn hidden(&self) -> Option<TokenStream> {
        let arm = |at: usize, case: &Case| match &case.kind {
            Kind::Hidden { own: Some(_), .. } => {
                let row = Literal::usize_unsuffixed(self.rows[at]);
                let body = quote!(__errcode::core::option::Option::Some(__errcode::Entry::row(&__ERRCODE_TABLE, #row)));
                Some((self.pattern(case, []), body))
            }
            _ => self.delegated(case, &quote!(hidden), &TokenStream::new()),
        };
        self.method(
            &quote!(fn hidden(&self) -> __errcode::core::option::Option<__errcode::Entry>),
            arm,
            &quote!(__errcode::core::option::Option::None),
        )
    }

    /// The format of the type, but for variants that have another one.
    fn format(&self) -> TokenStream {
        let vtable = |of: &Format| {
            let of = format(of);
            quote!(__errcode::FormatVtable::new::<#of>())
        };
        let signature = quote!(fn format(&self) -> &'static __errcode::FormatVtable);
        let arm = |at: usize, case: &Case| {
            let shown = match &case.kind {
                Kind::Transparent {
                    formats: InnerFormat::Kept,
                    ..
                } => return self.delegated(case, &quote!(format), &TokenStream::new()),
                Kind::Hidden { target, .. } => *target,
                _ => at,
            };
            let own = own_response(&self.model.cases[shown].kind)?
                .format
                .as_ref()?;
            Some((self.pattern(case, []), vtable(own)))
        };
        let rest = vtable(&self.model.format);
        let method = self.method(&signature, arm, &rest);
        method.unwrap_or_else(|| quote!(#signature { #rest }))
    }

    /// True for all variants but transparent ones, whose inner error may be hand-written.
    fn is_derived(&self) -> TokenStream {
        let signature = quote!(fn is_derived(&self) -> __errcode::core::primitive::bool);
        let arm = |_, case: &Case| self.delegated(case, &quote!(is_derived), &TokenStream::new());
        self.method(&signature, arm, &quote!(true))
            .unwrap_or_else(|| quote!(#signature { true }))
    }
}

/// The value of a binding. If it lacks a formatting trait, rustc reports that at the format string.
fn shown(binding: &Ident, literal: &LitStr) -> TokenStream {
    let mut binding = binding.clone();
    binding.set_span(Span::call_site().located_at(literal.span()));
    quote_spanned!(binding.span()=> *#binding)
}

/// The entry of a case that responds with its own fields, or `None` if another error or variant decides.
fn own_response(kind: &Kind) -> Option<&Entry> {
    match kind {
        Kind::Entry(entry) => Some(entry),
        Kind::Hidden { .. } | Kind::Transparent { .. } => None,
    }
}

/// The name that a pattern binds a field to. Users have no such name, and its span is that of the field's type.
pub(super) fn binding(at: usize, field: &Field) -> Ident {
    let span = Span::call_site().located_at(field.ty.span());
    format_ident!("__errcode_{at}", span = span)
}
