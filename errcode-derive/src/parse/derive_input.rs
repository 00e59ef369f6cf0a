//! The type that is derived for. Attributes that every variant of a large enum has are read from their
//! tokens: `syn` would have the compiler make a stream of each one's, and read the escapes of each line of
//! documentation.

use proc_macro2::{Delimiter, TokenTree};
use syn::buffer::Cursor;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    AttrStyle, Attribute, Data, DataEnum, DeriveInput, Expr, ExprLit, Generics, Lit,
    MacroDelimiter, Meta, MetaList, MetaNameValue, Result, Token, Variant, braced, token,
};

/// A type as `syn` has it, except that the text of `#[doc = "..."]` is not read.
pub(crate) struct Input(pub(crate) DeriveInput);

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = attributes(input)?;
        let vis = input.parse()?;
        if !input.peek(Token![enum]) {
            let other = input.parse()?;
            return Ok(Self(DeriveInput {
                attrs,
                vis,
                ..other
            }));
        }
        let content;
        let enum_token = input.parse()?;
        let ident = input.parse()?;
        let generics = input.parse()?;
        let where_clause = input.parse()?;
        let brace_token = braced!(content in input);
        let variants = Punctuated::parse_terminated_with(&content, variant)?;
        Ok(Self(DeriveInput {
            attrs,
            vis,
            ident,
            generics: Generics {
                where_clause,
                ..generics
            },
            data: Data::Enum(DataEnum {
                enum_token,
                brace_token,
                variants,
            }),
        }))
    }
}

fn variant(input: ParseStream<'_>) -> Result<Variant> {
    let attrs = attributes(input)?;
    let other = input.parse()?;
    Ok(Variant { attrs, ..other })
}

fn attributes(input: ParseStream<'_>) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        let attribute = input.step(|cursor| match attribute(*cursor) {
            Some((attribute, rest)) => Ok((Some(attribute), rest)),
            None => Ok((None, *cursor)),
        })?;
        match attribute {
            Some(attribute) => attributes.push(attribute),
            None => attributes.extend(input.call(Attribute::parse_outer)?),
        }
    }
    Ok(attributes)
}

/// An attribute in one of the forms that are there most: `#[doc = "..."]`, `#[api(...)]` or `#[error(...)]`.
fn attribute(cursor: Cursor<'_>) -> Option<(Attribute, Cursor<'_>)> {
    let (pound, rest) = cursor.punct()?;
    let (inside, brackets, rest) = rest.group(Delimiter::Bracket)?;
    let (name, inside) = inside.ident()?;
    let meta = match &*name.to_string() {
        "doc" => {
            let (equals, inside) = inside.punct()?;
            let (literal, end) = inside.literal()?;
            if !end.eof() {
                return None;
            }
            Meta::NameValue(MetaNameValue {
                path: name.into(),
                eq_token: Token![=](equals.span()),
                value: Expr::Lit(ExprLit {
                    attrs: Vec::new(),
                    lit: Lit::Verbatim(literal),
                }),
            })
        }
        "api" | "error" => {
            let (TokenTree::Group(group), end) = inside.token_tree()? else {
                return None;
            };
            if group.delimiter() != Delimiter::Parenthesis || !end.eof() {
                return None;
            }
            Meta::List(MetaList {
                path: name.into(),
                delimiter: MacroDelimiter::Paren(token::Paren {
                    span: group.delim_span(),
                }),
                tokens: group.stream(),
            })
        }
        _ => return None,
    };
    let attribute = Attribute {
        pound_token: Token![#](pound.span()),
        style: AttrStyle::Outer,
        bracket_token: token::Bracket { span: brackets },
        meta,
    };
    Some((attribute, rest))
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::{DeriveInput, parse_str};

    use super::Input;

    #[test]
    fn a_type_is_what_syn_reads() {
        for text in [
            "/// A.\n#[api(status = 409)] #[derive(Clone)] pub(crate) enum E<T: Clone = u8> where T: Copy {
                #[doc(hidden)] #[doc = \"B\"] #[error(\"{0}\", a = b)] #[api] A(#[from] #[doc = r\"C\"] u8),
                #[api = 1] #[api[a]] B { /** c */ c: u8 } = 5, #[cfg(d)] C,
            }",
            "enum E {}",
            "#[doc = \"\\u{e9}\\n\"] #[doc = 5] struct S { #[api(public)] a: u8 }",
            "pub struct T(u8);",
            "union U { a: u8 }",
        ] {
            let Input(found) = parse_str(text).unwrap();
            let expected: DeriveInput = parse_str(text).unwrap();
            let text = |input: DeriveInput| input.into_token_stream().to_string();
            assert_eq!(text(found), text(expected));
        }
        for wrong in [
            "#[] enum E {}",
            "# enum E {}",
            "#[api(a) b] enum E {}",
            "#[doc = ] enum E {}",
            "#[doc = \"a\" b] enum E {}",
            "enum",
            "enum E { #[api(] A }",
            "fn a() {}",
        ] {
            let found = parse_str::<Input>(wrong).err().map(|e| e.to_string());
            let expected = parse_str::<DeriveInput>(wrong).err().map(|e| e.to_string());
            assert_eq!(found, expected, "{wrong}");
            assert!(found.is_some(), "{wrong}");
        }
    }
}
