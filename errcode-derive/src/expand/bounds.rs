//! Bounds on the types of fields that depend on a parameter of the type.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, Type, WhereClause, parse_quote};

use crate::tokens;

/// Collects bounds for one impl.
pub(crate) struct Bounds {
    parameters: Vec<Ident>,
    clause: WhereClause,
    seen: BTreeSet<String>,
}

impl Bounds {
    pub(crate) fn of(generics: &Generics) -> Self {
        Self {
            parameters: tokens::parameters(generics),
            clause: generics
                .where_clause
                .clone()
                .unwrap_or_else(|| parse_quote!(where)),
            seen: BTreeSet::new(),
        }
    }

    /// Whether the type has type or const parameters, so that bounds can be needed.
    pub(crate) fn are_needed(&self) -> bool {
        !self.parameters.is_empty()
    }

    /// Whether the type depends on a parameter.
    pub(crate) fn concern(&self, ty: &Type) -> bool {
        let is_parameter = |name: &Ident| self.parameters.contains(name);
        tokens::find_name(ty.to_token_stream(), &is_parameter).is_some()
    }

    /// Demands `ty: bound`, if the type depends on a parameter.
    pub(crate) fn demand(&mut self, ty: &Type, bound: &TokenStream) {
        if self.concern(ty) {
            self.add(&quote!(#ty: #bound));
        }
    }

    /// Adds a predicate, unless it was added before.
    pub(crate) fn add(&mut self, predicate: &TokenStream) {
        if self.seen.insert(predicate.to_string()) {
            self.clause.predicates.push(parse_quote!(#predicate));
        }
    }

    pub(crate) fn into_clause(self) -> WhereClause {
        self.clause
    }
}

#[cfg(test)]
mod tests {
    use syn::DeriveInput;

    use super::*;

    fn bounds(item: &DeriveInput) -> Bounds {
        Bounds::of(&item.generics)
    }

    #[test]
    fn bounds_are_for_types_with_parameters() {
        let item: DeriveInput = parse_quote!(
            struct S<'a, T, const N: usize>
            where
                T: Clone;
        );
        let mut bounds = bounds(&item);
        assert!(bounds.are_needed());
        let types: [(Type, bool); 7] = [
            (parse_quote!(T), true),
            (parse_quote!(Vec<(u8, T)>), true),
            (parse_quote!([u8; N]), true),
            (parse_quote!(Vec<T>), true),
            (parse_quote!(&'a u8), false),
            (parse_quote!(String), false),
            (parse_quote!([u8; 3]), false),
        ];
        for (ty, concerned) in &types {
            assert_eq!(bounds.concern(ty), *concerned, "{}", quote!(#ty));
            bounds.demand(ty, &quote!(A));
        }
        // Once is enough.
        bounds.demand(&types[0].0, &quote!(A));
        bounds.demand(&types[0].0, &quote!(B));
        let expected: WhereClause = parse_quote!(
            where T: Clone, T: A, Vec<(u8, T)>: A, [u8; N]: A, Vec<T>: A, T: B
        );
        let clause = bounds.into_clause().into_token_stream().to_string();
        assert_eq!(clause, expected.into_token_stream().to_string());
    }

    #[test]
    fn lifetimes_need_none() {
        let item: DeriveInput = parse_quote!(
            struct S<'a>(&'a str);
        );
        let mut bounds = bounds(&item);
        assert!(!bounds.are_needed());
        bounds.demand(&parse_quote!(&'a str), &quote!(A));
        assert!(bounds.into_clause().predicates.is_empty());
    }
}
