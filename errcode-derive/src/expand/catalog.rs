//! The catalog of a type. Only the catalog refers to documents, so a server without documents does not contain them.

use errcode_rules::hash::fnv1a;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, Lit};

use super::entries::{entries, included, included_formats};
use super::methods::binding;
use super::names::at_call_site;
use super::paths::{concrete, format, path};
use super::spans::passed;
use super::text::{Text, type_text};
use crate::model::{Case, Detail, Entry, Field, HeaderField, InnerFormat, Model, With};
use crate::parse::shape::literal_text;

pub(super) fn catalog(model: &Model) -> TokenStream {
    let name = model.ident.unraw().to_string();
    let name = quote! {
        __errcode::core::concat!(__errcode::core::module_path!(), "::", #name)
    };
    let definition = quote! {
        __errcode::uniqueness::definition(#name, __errcode::core::line!(), __errcode::core::column!())
    };
    let title = &model.group;
    let mut docs = Text::default();
    lines(&model.docs, &mut docs);
    let docs = docs.into_tokens();
    let format = format(&model.format);
    let states_format = model.states_format;
    let kept = included_formats(model).enumerate();
    let kept = kept.filter(|(_, formats)| *formats == InnerFormat::Kept);
    let kept = kept.map(|(include, _)| include);
    let documents = if model.rejected {
        quote!(__errcode::Documents::NONE)
    } else {
        documents(model)
    };
    let origin = match concrete(model) {
        _ if model.rejected => quote!(Rejected),
        Some(_) => quote!(Type),
        None => quote!(Generic),
    };
    let origin = quote!(__errcode::Origin::#origin);
    let examples = examples(model);
    let includes: Vec<TokenStream> = included(model)
        .map(|field| {
            let ty = at_call_site(&field.ty);
            quote!(<#ty as __errcode::Documented>::CATALOG)
        })
        .collect();
    quote! {
        const CATALOG: &'static __errcode::Catalog = &__errcode::Catalog::new(__errcode::CatalogParts {
            name: #name,
            definition: #definition,
            instance: __errcode::uniqueness::instance(#definition, &[#(#includes),*]),
            title: #title,
            docs: #docs,
            after: "",
            format: __errcode::FormatVtable::new::<#format>(),
            documents: #documents,
            examples: #examples,
            includes: &[#(#includes),*],
            states_format: #states_format,
            kept_formats: &[#(#kept),*],
            origin: #origin,
        });
    }
}

/// A doc comment as one text. It is a literal, unless a macro is part of it.
fn lines(docs: &[Expr], code: &mut Text) {
    if let [line] = docs {
        match line {
            // The literal as it is written, so that its escapes are not parsed.
            Expr::Lit(ExprLit {
                lit: Lit::Str(line),
                ..
            }) => code.code(format_args!("{}", line.token())),
            line => code.tokens(line.to_token_stream()),
        }
        return;
    }
    let texts: Vec<Option<String>> = docs.iter().map(literal_text).collect();
    let is_comment = |text: &str| text.is_empty() || text.starts_with([' ', '\t']);
    if texts.iter().flatten().all(|text| is_comment(text)) && !texts.contains(&None) {
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        code.code(format_args!("{:?}", texts.join("\n")));
        return;
    }
    // Next to the text of a `#[doc]` attribute, the space after `///` does not count as indent.
    code.code(format_args!("__errcode::core::concat!("));
    for (text, doc) in texts.iter().zip(docs) {
        match text {
            Some(text) => {
                let text = text.strip_prefix(' ').unwrap_or(text);
                code.code(format_args!("{text:?}"));
            }
            None => code.tokens(doc.to_token_stream()),
        }
        code.code(format_args!(", \"\\n\","));
    }
    code.code(format_args!(")"));
}

/// The entries as columns, and lists of facts that only some entries have.
fn documents(model: &Model) -> TokenStream {
    let all: Vec<(&Entry, &Case)> = entries(model).collect();
    if all.is_empty() {
        return quote!(__errcode::Documents::NONE);
    }
    let (mut names, mut hashes) = (Text::default(), Text::default());
    let (mut docs, mut members, mut headers) = Default::default();
    for (row, (entry, case)) in all.iter().enumerate() {
        names.code(format_args!("{:?},", case.name));
        hashes.code(format_args!("{},", fnv1a(&entry.code.text)));
        lines(&entry.docs, &mut docs);
        docs.code(format_args!(","));
        for detail in &entry.details {
            member(row, detail, &mut members);
        }
        for field in &entry.header_fields {
            header(row, field, &mut headers);
        }
    }
    let [names, hashes, docs, members, headers] =
        [names, hashes, docs, members, headers].map(Text::into_tokens);
    let rows = || all.iter().map(|(entry, _)| *entry).enumerate();
    let marked = |mark: fn(&Entry) -> bool| {
        let marked = rows()
            .filter(move |(_, entry)| mark(entry))
            .map(|(row, _)| row);
        quote!(&[#(#marked),*])
    };
    let deprecated = rows().filter_map(|(row, entry)| {
        let deprecated = entry.deprecated.as_ref()?;
        let (note, since) = (&deprecated.note, option(deprecated.since.as_ref()));
        Some(quote!((#row, __errcode::Deprecated { note: #note, since: #since })))
    });
    let hidden = marked(|entry| entry.hidden);
    let shared = marked(|entry| entry.shared);
    let run_time_status = rows().filter_map(|(row, entry)| {
        let status = entry.status_field.as_ref()?;
        let source = match &status.function {
            Some(function) => function.to_token_stream().to_string(),
            None => type_text(&status.field.ty),
        };
        let source = source.replace(' ', "");
        Some(quote!((#row, #source)))
    });
    let formats = rows().filter_map(|(row, entry)| {
        let format = super::paths::format(entry.format.as_ref()?);
        Some(quote!((#row, __errcode::FormatVtable::new::<#format>())))
    });
    quote! {
        __errcode::Documents {
            table: &__ERRCODE_TABLE,
            names: &[#names],
            hashes: &[#hashes],
            docs: &[#docs],
            members: &[#members],
            headers: &[#headers],
            deprecated: &[#(#deprecated),*],
            hidden: #hidden,
            shared: #shared,
            run_time_status: &[#(#run_time_status),*],
            formats: &[#(#formats),*],
        }
    }
}

/// An `Option` as an expression.
fn option(value: Option<&String>) -> TokenStream {
    match value {
        Some(value) => quote!(__errcode::core::option::Option::Some(#value)),
        None => quote!(__errcode::core::option::Option::None),
    }
}

fn member(row: usize, detail: &Detail, code: &mut Text) {
    let (name, flatten) = (&detail.name, detail.flatten);
    let ty = type_text(&detail.field.ty);
    code.code(format_args!(
        "({row}, __errcode::Member::new({name:?}, {ty:?}, {flatten}, "
    ));
    lines(&detail.docs, code);
    code.code(format_args!(")"));
    returned_type(&detail.field, detail.with.as_ref(), code);
}

fn header(row: usize, header: &HeaderField, code: &mut Text) {
    let name = &header.name;
    let ty = type_text(&header.field.ty);
    code.code(format_args!(
        "({row}, __errcode::HeaderDoc::new({name:?}, {ty:?}, "
    ));
    lines(&header.docs, code);
    code.code(format_args!(")"));
    returned_type(&header.field, header.with.as_ref(), code);
}

/// The type that is written in place of the field's, and the end of the item.
fn returned_type(field: &Field, with: Option<&With>, code: &mut Text) {
    if let Some(With { function, inside }) = with {
        let name = if inside.is_some() {
            quote!(name_of_optional_result)
        } else {
            quote!(name_of_result)
        };
        let ty = at_call_site(inside.as_ref().unwrap_or(&field.ty));
        // The same call as in the sink, so that rustc reports an error in both once.
        let binding = binding(0, field);
        let value = passed(&binding, function);
        code.tokens(quote!(.returned(|| __errcode::#name::<#ty, _>(|#binding| #function(#value)))));
    }
    code.code(format_args!("),"));
}

/// The function that passes the examples of an entry to its argument: the written ones, or the variant itself if it has
/// no fields.
fn examples(model: &Model) -> TokenStream {
    let at = Ident::new("__errcode_at", Span::mixed_site());
    let look = Ident::new("__errcode_look", Span::mixed_site());
    let example = Ident::new("__errcode_example", Span::mixed_site());
    let (mut itself, mut written) = (Text::default(), Text::default());
    for (row, (entry, case)) in entries(model).enumerate() {
        if entry.examples.is_empty() && entry.fieldless && !entry.hidden {
            itself.code(format_args!("{row} => {} {{}},", path(model, case)));
        } else if !entry.examples.is_empty() {
            let shown = entry.examples.iter().map(|given| {
                let (caption, expr) = (&given.caption, &given.expr);
                // An example of a deprecated variant causes no deprecation warning.
                let expr = match entry.deprecated {
                    Some(_) => at_call_site(expr),
                    None => expr.clone(),
                };
                quote! {
                    let #example: Self = __errcode::example!(#expr);
                    #look(#caption, &#example);
                }
            });
            written.code(format_args!("{row} => {{"));
            written.tokens(shown.collect());
            written.code(format_args!("}}"));
        }
    }
    let [written, itself] = [written, itself].map(|arms| {
        let any = !arms.is_empty();
        any.then(|| arms.into_tokens())
    });
    let written = written.map(|arms| quote!(match #at { #arms _ => {} }));
    let itself = itself.map(|arms| {
        quote! {
            let #example = match #at {
                #arms
                _ => return,
            };
            #look("", &#example);
        }
    });
    if written.is_none() && itself.is_none() {
        return quote!(|_, _| {});
    }
    quote!(|#at, #look| { #written #itself })
}

#[cfg(test)]
mod tests {
    use syn::{Expr, parse_quote};

    use super::{Text, lines};

    fn joined(docs: &[Expr]) -> String {
        let mut code = Text::default();
        lines(docs, &mut code);
        code.into_tokens().to_string()
    }

    #[test]
    fn lines_of_a_comment_are_one_text() {
        let (a, b): (Expr, Expr) = (parse_quote!(" a"), parse_quote!("\tb"));
        let (empty, text): (Expr, Expr) = (parse_quote!(""), parse_quote!("c"));
        let file: Expr = parse_quote!(include_str!("d"));
        assert_eq!(joined(&[]), r#""""#);
        assert_eq!(joined(&[a.clone(), empty, b]), r#"" a\n\n\tb""#);
        // One attribute says what it says.
        assert_eq!(joined(std::slice::from_ref(&text)), r#""c""#);
        assert_eq!(
            joined(std::slice::from_ref(&file)),
            r#"include_str ! ("d")"#
        );
        let beside = r#"__errcode :: core :: concat ! ("a" , "\n" , "c" , "\n" ,)"#;
        assert_eq!(joined(&[a.clone(), text]), beside);
        let beside = r#"__errcode :: core :: concat ! ("a" , "\n" , include_str ! ("d") , "\n" ,)"#;
        assert_eq!(joined(&[a, file]), beside);
    }
}
