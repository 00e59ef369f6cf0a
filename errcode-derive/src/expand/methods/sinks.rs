//! The methods that write fields into a sink: details and headers.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Member;

use super::{Methods, binding, own_response};
use crate::expand::entries::own_entry;
use crate::expand::spans::{ends, passed};
use crate::expand::text::{Text, type_text};
use crate::model::{Case, Entry, Field, Kind, With};
use crate::tokens::source;

impl Methods<'_> {
    pub(super) fn details(&self) -> Option<TokenStream> {
        self.writing("details", "Details", own_response, |entry| {
            let declared = entry.details.iter().filter(|detail| !detail.flatten);
            let declared: Vec<&String> = declared.map(|detail| &detail.name).collect();
            let writes = entry.details.iter().map(|detail| Write {
                field: &detail.field,
                name: Some(detail.name.clone()),
                call: if detail.flatten { "flatten" } else { "member" },
                with: detail.with.as_ref(),
                rest: detail.flatten.then(|| quote!(, &[#(#declared),*])),
            });
            writes.collect()
        })
    }

    /// The fields for the log. A variant with `hide_as` has some too.
    pub(super) fn log_fields(&self) -> Option<TokenStream> {
        let any =
            |case: &Case| own_entry(&case.kind).is_some_and(|entry| !entry.log_fields.is_empty());
        let is_transparent = |case: &Case| matches!(case.kind, Kind::Transparent { .. });
        if !self
            .model
            .cases
            .iter()
            .any(|case| any(case) || is_transparent(case))
        {
            return None;
        }
        self.writing("log_fields", "Details", own_entry, |entry| {
            let writes = entry.log_fields.iter().map(|detail| Write {
                field: &detail.field,
                name: Some(detail.name.clone()),
                call: "member",
                with: detail.with.as_ref(),
                rest: None,
            });
            writes.collect()
        })
    }

    pub(super) fn headers(&self) -> Option<TokenStream> {
        self.writing("headers", "Headers", own_response, |entry| {
            let maps = entry.header_maps.iter().map(|field| Write {
                field,
                name: None,
                call: "all",
                with: None,
                rest: None,
            });
            let fields = entry.header_fields.iter().map(|header| Write {
                field: &header.field,
                name: Some(header.name.to_ascii_lowercase()),
                call: "field",
                with: header.with.as_ref(),
                rest: None,
            });
            maps.chain(fields).collect()
        })
    }

    /// A method that writes fields into a sink. Cases that write the same fields share one arm.
    fn writing<'a>(
        &'a self,
        method: &str,
        sink: &str,
        entry_of: fn(&Kind) -> Option<&Entry>,
        writes: impl Fn(&'a Entry) -> Vec<Write<'a>>,
    ) -> Option<TokenStream> {
        let out = Ident::new("__errcode_out", Span::mixed_site());
        let (method, sink) = (format_ident!("{method}"), format_ident!("{sink}"));
        let mut arms: Vec<(String, TokenStream)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut silent = false;
        for case in &self.model.cases {
            let Some(entry) = entry_of(&case.kind) else {
                match self.transparent(case) {
                    Some((pattern, inner)) => {
                        arms.push((
                            pattern,
                            quote!({ __errcode::ApiError::#method(#inner, #out) }),
                        ));
                    }
                    None => silent = true,
                }
                continue;
            };
            let writes = writes(entry);
            if writes.is_empty() {
                silent = true;
                continue;
            }
            let pattern = self.pattern(case, writes.iter().map(|write| write.field));
            let same: String = writes.iter().map(Write::key).collect();
            if let Some(at) = known.get(&same) {
                arms[*at].0 += " | ";
                arms[*at].0 += &pattern;
                continue;
            }
            known.insert(same, arms.len());
            let calls = writes.iter().enumerate().map(|(at, write)| {
                let (call, rest) = (format_ident!("{}", write.call), &write.rest);
                let name = write.name.iter();
                let value = value(&binding(at, write.field), write);
                quote!(__errcode::#sink::#call(#out, #(#name,)* #value #rest);)
            });
            arms.push((pattern, quote!({ #(#calls)* })));
        }
        if arms.is_empty() {
            return None;
        }
        let mut code = Text::default();
        for (pattern, body) in arms {
            code.arm(&pattern, body);
        }
        let arms = code.into_tokens();
        let rest = silent.then(|| quote!(_ => {}));
        Some(quote! {
            fn #method(&self, #out: &mut __errcode::#sink<'_>) {
                match *self { #arms #rest }
            }
        })
    }
}

/// A field that is written into a sink.
struct Write<'a> {
    field: &'a Field,
    /// The name of the member or header; none for a map of them.
    name: Option<String>,
    /// The function of the sink.
    call: &'static str,
    with: Option<&'a With>,
    /// More arguments of the function.
    rest: Option<TokenStream>,
}

impl Write<'_> {
    /// A text that is equal for two writes if their code is equal.
    fn key(&self) -> String {
        let member = match &self.field.member {
            Member::Named(name) => name.to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        let rest = self
            .rest
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let with = self.with.map(|with| source(&with.function));
        format!(
            "{member}\0{}\0{}\0{:?}\0{with:?}\0{rest}\0",
            type_text(&self.field.ty),
            self.call,
            self.name
        )
    }
}

/// The value that is written: the field, or what its function makes of it.
fn value(binding: &Ident, write: &Write<'_>) -> TokenStream {
    let Some(With { function, inside }) = write.with else {
        return passed(binding, &write.field.ty);
    };
    let field = passed(binding, function);
    let (_, last) = ends(function, Span::call_site());
    match inside {
        Some(_) => quote_spanned!(last=> &__errcode::core::option::Option::map(
            __errcode::core::option::Option::as_ref(#binding),
            |#binding| #function(#field),
        )),
        None => quote_spanned!(last=> &#function(#field)),
    }
}
