//! The methods of `ApiError`: the match from variant to row, and arms for what depends on fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::Member;
use syn::spanned::Spanned;

use super::{format, local, own_entry, row};
use crate::model::{Case, Entry, Field, Kind, Message, Model};

pub(super) fn methods(model: &Model) -> TokenStream {
    let all = Methods { model };
    let entry = all.entry();
    let status = all.status();
    let message = all.write_message();
    let details = all.details();
    let headers = all.headers();
    let hidden = all.hidden();
    let format = format(model);
    quote! {
        #entry
        #status
        #message
        #details
        #headers
        #hidden
        fn format(&self) -> &'static __errcode::FormatFns {
            __errcode::FormatFns::of::<#format>()
        }
    }
}

struct Methods<'a> {
    model: &'a Model,
}

impl Methods<'_> {
    /// The pattern of a case that binds some fields.
    fn pattern(&self, case: &Case, bound: &[(&Member, &Ident)]) -> TokenStream {
        let ident = local(&self.model.ident);
        let path = match &case.variant {
            Some(variant) => {
                let variant = local(variant);
                quote!(#ident::#variant)
            }
            None => quote!(#ident),
        };
        let bindings = bound.iter().map(|(member, binding)| match member {
            Member::Named(name) => {
                let name = local(name);
                quote!(#name: ref #binding,)
            }
            Member::Unnamed(_) => quote!(#member: ref #binding,),
        });
        quote!(#path { #(#bindings)* .. })
    }

    /// A whole method: the arms of those cases that need one, and a rest arm for the others.
    fn method(
        &self,
        signature: &TokenStream,
        arm: impl Fn(usize, &Case) -> Option<TokenStream>,
        rest: &TokenStream,
    ) -> Option<TokenStream> {
        let cases = &self.model.cases;
        let arms: Vec<TokenStream> = cases
            .iter()
            .enumerate()
            .filter_map(|(at, case)| arm(at, case))
            .collect();
        if arms.is_empty() {
            return None;
        }
        let rest = (arms.len() < cases.len()).then(|| quote!(_ => #rest));
        Some(quote!(#signature { match *self { #(#arms,)* #rest } }))
    }

    /// The arm of a transparent case: the inner error's own method.
    fn delegated(
        &self,
        case: &Case,
        method: &TokenStream,
        arguments: &TokenStream,
    ) -> Option<TokenStream> {
        let Kind::Transparent { field, .. } = &case.kind else {
            return None;
        };
        let inner = binding(0, field);
        let pattern = self.pattern(case, &[(&field.member, &inner)]);
        Some(quote!(#pattern => __errcode::ApiError::#method(#inner #arguments)))
    }

    fn entry(&self) -> TokenStream {
        let model = self.model;
        let has_rows = model
            .cases
            .iter()
            .any(|case| own_entry(&case.kind).is_some());
        let arms = model.cases.iter().enumerate().map(|(at, case)| {
            let at = match &case.kind {
                Kind::Entry(_) => at,
                Kind::Hidden { target, .. } => *target,
                Kind::Transparent { field, .. } => {
                    let inner = binding(0, field);
                    let pattern = self.pattern(case, &[(&field.member, &inner)]);
                    let inner = quote!(__errcode::ApiError::entry(#inner));
                    return if has_rows {
                        quote!(#pattern => return #inner)
                    } else {
                        quote!(#pattern => #inner)
                    };
                }
            };
            let pattern = self.pattern(case, &[]);
            let row = row(model, at);
            quote!(#pattern => #row)
        });
        let found = quote!(match *self { #(#arms,)* });
        let found = if has_rows {
            quote!(&__ERRCODE_ROWS[#found])
        } else {
            found
        };
        quote! {
            fn entry(&self) -> &'static __errcode::Entry {
                #found
            }
        }
    }

    fn status(&self) -> Option<TokenStream> {
        let arm = |at: usize, case: &Case| {
            let Some(Entry {
                status_field: Some(status),
                ..
            }) = answering(&case.kind)
            else {
                return self.delegated(case, &quote!(status), &TokenStream::new());
            };
            let value = binding(0, &status.field);
            let pattern = self.pattern(case, &[(&status.field.member, &value)]);
            let found = match &status.function {
                Some(function) => quote!(#function(#value)),
                None => quote!(__errcode::StatusField::status(#value)),
            };
            let row = row(self.model, at);
            Some(
                quote!(#pattern => __errcode::run_time_status(#found, __errcode::Entry::status(&__ERRCODE_ROWS[#row]))),
            )
        };
        self.method(
            &quote!(fn status(&self) -> __errcode::StatusCode),
            arm,
            &quote!(__errcode::Entry::status(__errcode::ApiError::entry(self))),
        )
    }

    fn write_message(&self) -> Option<TokenStream> {
        let out = Ident::new("__errcode_out", Span::mixed_site());
        let arm = |_, case: &Case| {
            if let Kind::Hidden { target, .. } = &case.kind {
                return self.target_message(case, *target, &out);
            }
            match answering(&case.kind).map(|entry| &entry.message) {
                None => self.delegated(case, &quote!(write_message), &quote!(, #out)),
                Some(Message::Template(template)) => {
                    let bindings: Vec<Ident> = template
                        .arguments
                        .iter()
                        .enumerate()
                        .map(|(at, argument)| binding(at, &argument.field))
                        .collect();
                    let bound: Vec<(&Member, &Ident)> = template
                        .arguments
                        .iter()
                        .zip(&bindings)
                        .map(|(argument, binding)| (&argument.field.member, binding))
                        .collect();
                    let pattern = self.pattern(case, &bound);
                    let literal = &template.literal;
                    let names = template.arguments.iter().map(|argument| &argument.name);
                    Some(quote! {
                        #pattern => __errcode::core::fmt::Write::write_fmt(
                            #out,
                            __errcode::core::format_args!(#literal, #(#names = *#bindings),*),
                        )
                    })
                }
                Some(Message::Function(function)) => {
                    let pattern = self.pattern(case, &[]);
                    Some(quote!(#pattern => __errcode::write_text(#out, #function(self))))
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

    /// A hidden variant's message, where its target has to be asked for it: the target has no
    /// fields then.
    fn target_message(&self, case: &Case, target: usize, out: &Ident) -> Option<TokenStream> {
        let target = &self.model.cases[target];
        let entry = own_entry(&target.kind)?;
        if matches!(entry.message, Message::Fixed(_) | Message::Masked) || !entry.fieldless {
            return None;
        }
        let pattern = self.pattern(case, &[]);
        let ident = local(&self.model.ident);
        let variant = local(target.variant.as_ref()?);
        Some(quote!(#pattern => __errcode::ApiError::write_message(&#ident::#variant {}, #out)))
    }

    fn details(&self) -> Option<TokenStream> {
        let out = Ident::new("__errcode_out", Span::mixed_site());
        let arm = |_, case: &Case| {
            let Some(entry) = answering(&case.kind) else {
                return self.delegated(case, &quote!(details), &quote!(, #out));
            };
            if entry.details.is_empty() {
                return None;
            }
            let bindings: Vec<Ident> = entry
                .details
                .iter()
                .enumerate()
                .map(|(at, detail)| binding(at, &detail.field))
                .collect();
            let bound: Vec<(&Member, &Ident)> = entry
                .details
                .iter()
                .zip(&bindings)
                .map(|(detail, binding)| (&detail.field.member, binding))
                .collect();
            let pattern = self.pattern(case, &bound);
            let declared = entry
                .details
                .iter()
                .filter(|detail| !detail.flatten)
                .map(|detail| &detail.name);
            let declared = quote!(&[#(#declared),*]);
            let writes = entry
                .details
                .iter()
                .zip(&bindings)
                .map(|(detail, binding)| {
                    let name = &detail.name;
                    if detail.flatten {
                        quote!(__errcode::Details::flatten(#out, #name, #binding, #declared);)
                    } else {
                        quote!(__errcode::Details::member(#out, #name, #binding);)
                    }
                });
            Some(quote!(#pattern => { #(#writes)* }))
        };
        self.method(
            &quote!(fn details(&self, #out: &mut __errcode::Details<'_>)),
            arm,
            &quote!({}),
        )
    }

    fn headers(&self) -> Option<TokenStream> {
        let out = Ident::new("__errcode_out", Span::mixed_site());
        let arm = |_, case: &Case| {
            let Some(entry) = answering(&case.kind) else {
                return self.delegated(case, &quote!(headers), &quote!(, #out));
            };
            if entry.header_fields.is_empty() {
                return None;
            }
            let bindings: Vec<Ident> = entry
                .header_fields
                .iter()
                .enumerate()
                .map(|(at, header)| binding(at, &header.field))
                .collect();
            let bound: Vec<(&Member, &Ident)> = entry
                .header_fields
                .iter()
                .zip(&bindings)
                .map(|(header, binding)| (&header.field.member, binding))
                .collect();
            let pattern = self.pattern(case, &bound);
            let writes = entry
                .header_fields
                .iter()
                .zip(&bindings)
                .map(|(header, binding)| {
                    let name = header.name.to_ascii_lowercase();
                    quote!(__errcode::Headers::field(#out, #name, #binding);)
                });
            Some(quote!(#pattern => { #(#writes)* }))
        };
        self.method(
            &quote!(fn headers(&self, #out: &mut __errcode::Headers<'_>)),
            arm,
            &quote!({}),
        )
    }

    fn hidden(&self) -> Option<TokenStream> {
        let arm = |at: usize, case: &Case| match &case.kind {
            Kind::Hidden { own: Some(_), .. } => {
                let pattern = self.pattern(case, &[]);
                let row = row(self.model, at);
                Some(
                    quote!(#pattern => __errcode::core::option::Option::Some(&__ERRCODE_ROWS[#row])),
                )
            }
            _ => self.delegated(case, &quote!(hidden), &TokenStream::new()),
        };
        self.method(
            &quote!(fn hidden(&self) -> __errcode::core::option::Option<&'static __errcode::Entry>),
            arm,
            &quote!(__errcode::core::option::Option::None),
        )
    }
}

/// The entry that a case answers with from its own fields; none for one that delegates.
fn answering(kind: &Kind) -> Option<&Entry> {
    match kind {
        Kind::Entry(entry) => Some(entry),
        Kind::Hidden { .. } | Kind::Transparent { .. } => None,
    }
}

/// A binding for a field: a name nobody has, at the place of the field's type.
fn binding(at: usize, field: &Field) -> Ident {
    let span = Span::mixed_site().located_at(field.ty.span());
    format_ident!("__errcode_{at}", span = span)
}
