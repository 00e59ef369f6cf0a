//! Bounds on the types of fields, where a parameter occurs in them and nowhere else.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type, WhereClause, parse_quote};

/// Collects bounds for one impl.
pub(crate) struct Bounds {
    parameters: BTreeSet<String>,
    clause: WhereClause,
    seen: BTreeSet<String>,
}

impl Bounds {
    pub(crate) fn of(generics: &Generics) -> Self {
        let parameters = generics
            .params
            .iter()
            .filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Lifetime(_) => None,
            });
        Self {
            parameters: parameters.collect(),
            clause: generics
                .where_clause
                .clone()
                .unwrap_or_else(|| parse_quote!(where)),
            seen: BTreeSet::new(),
        }
    }

    /// Whether the type has parameters that a bound may be about.
    pub(crate) fn are_needed(&self) -> bool {
        !self.parameters.is_empty()
    }

    /// Whether the type depends on a parameter.
    pub(crate) fn concern(&self, ty: &Type) -> bool {
        self.mentions(ty.to_token_stream())
    }

    /// Demands `ty: bound`, if the type depends on a parameter.
    pub(crate) fn demand(&mut self, ty: &Type, bound: &TokenStream) {
        if self.concern(ty) {
            self.add(&quote!(#ty: #bound));
        }
    }

    /// Adds a predicate, once.
    pub(crate) fn add(&mut self, predicate: &TokenStream) {
        if self.seen.insert(predicate.to_string()) {
            self.clause.predicates.push(parse_quote!(#predicate));
        }
    }

    pub(crate) fn into_clause(self) -> WhereClause {
        self.clause
    }

    fn mentions(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|tree| match tree {
            TokenTree::Ident(ident) => self.parameters.contains(&ident.to_string()),
            TokenTree::Group(group) => self.mentions(group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
}
