//! Which checks generated code calls, what it uses of the facade, and how it spells the user's names. Its behaviour at
//! run time is tested in `tests/features`.

use errcode_rules::entry::{MessageSource, flags};
use syn::parse_quote;

use super::names::at_call_site;
use super::{documented_bounds, error_bounds, impls, paths};
use crate::check::accepted;
use crate::model::Model;

/// The model of a type that is right.
fn model(input: &syn::DeriveInput) -> Model {
    accepted(input).unwrap_or_else(|messages| panic!("{messages:?}"))
}

/// The code for a type that is right, as text.
fn code(input: &syn::DeriveInput) -> String {
    impls(&model(input)).to_string()
}

/// Whether there is a piece in the code, however it is spaced and its numbers and lists are written.
fn has(code: &str, piece: &str) -> bool {
    let plain = |text: &str| {
        let text = text.replace([' ', '\n'], "").replace("usize", "");
        [",)", ",]", ",}"]
            .iter()
            .fold(text, |text, end| text.replace(end, &end[1..]))
    };
    plain(code).contains(&plain(piece))
}

/// How often the checks of a name are called, and where: what follows the name.
fn calls(input: &syn::DeriveInput, check: &str) -> Vec<String> {
    let code = code(input);
    let call = format!("checks :: {check} (");
    let found = code.split(&call).skip(1);
    found
        .map(|rest| rest.split(')').next().unwrap_or_default().trim().to_owned())
        .collect()
}

#[test]
fn constants_are_checked_once() {
    let input = parse_quote! {
        enum E {
            #[api(status = S, code = "A")] A(u8),
            #[api(status = S, code = "B")] B { a: u8, b: u8 },
            #[api(status = T, code = "C", allow(non_error_status, missing_header))] C,
        }
    };
    assert_eq!(calls(&input, "error_status"), ["__ERRCODE_STATUS_0"]);
    assert_eq!(calls(&input, "any_status"), ["__ERRCODE_STATUS_1"]);
    // Each private field on its own, and each demanded header once.
    assert_eq!(calls(&input, "private_field"), ["__ERRCODE_STATUS_0"; 3]);
    let demanded = [401, 405, 407, 426].map(|status| format!("__ERRCODE_STATUS_0 , {status}u16"));
    assert_eq!(calls(&input, "header"), demanded);
    let literal = parse_quote! {
        #[api(status = 404, code = "A", message = "m")] struct S(u8);
    };
    for check in [
        "error_status",
        "any_status",
        "private_field",
        "header",
        "member",
        "unique",
    ] {
        assert!(calls(&literal, check).is_empty(), "{check}");
    }
    assert!(!code(&literal).contains("uniqueness :: clashes"));
}

#[test]
fn members_are_checked_against_the_format_of_the_user() {
    for (format, checked) in [
        ("a::Own", true),
        ("problem", false),
        ("problem(code = false)", false),
        ("nested", false),
        ("flat", false),
    ] {
        let text = format!(
            r#"#[api(format = {format})] enum E {{
                #[api(status = 404, code = "A")] A {{ #[api(public)] a: u8, #[api(public)] b: u8 }},
                #[api(status = 409, code = "B")] B {{ #[api(public)] a: u8 }},
            }}"#
        );
        let calls = calls(&syn::parse_str(&text).unwrap(), "member");
        assert_eq!(calls.len(), if checked { 2 } else { 0 }, "{format}");
    }
}

#[test]
fn codes_of_included_catalogs_are_checked_where_they_are_known() {
    let two = parse_quote! {
        #[api(transparent)] enum E<'a> { A(One<'a>), B(Two), C(Box<Self>) }
    };
    let asked = [
        "& __ERRCODE_CLASHES [0usize]",
        "& __ERRCODE_CLASHES [1usize]",
    ];
    assert_eq!(calls(&two, "unique"), asked);
    assert!(code(&two).contains("< E < 'static > as __errcode :: Documented > :: CATALOG"));
    let open = parse_quote! {
        #[api(transparent)] enum E<T> { A(One), B(T) }
    };
    assert!(calls(&open, "unique").is_empty());
    let own = parse_quote! {
        #[api(transparent)] enum E { A(Box<E>) }
    };
    assert!(calls(&own, "unique").is_empty());
}

/// Where the identifiers of a name stand in the source.
fn lines_of(tokens: proc_macro2::TokenStream, name: &str) -> Vec<usize> {
    let lines = tokens.into_iter().flat_map(|tree| match tree {
        proc_macro2::TokenTree::Group(group) => lines_of(group.stream(), name),
        tree if tree.to_string() == name => vec![tree.span().start().line],
        _ => Vec::new(),
    });
    lines.collect()
}

#[test]
fn a_check_fails_at_the_constant_that_it_is_about() {
    let text = "#[api(allow(duplicate_code))] enum E {
        #[api(status = S, code = \"A\", header(\"Allow\" = \"GET\"))] A,
        #[api(status = T, code = \"B\", header(\"Upgrade\" = \"A\"))] B,
    }";
    let model = model(&syn::parse_str(text).unwrap());
    assert_eq!(lines_of(impls(&model), "header"), [2, 2, 2, 3, 3, 3]);
}

#[test]
fn rows_are_counted_over_what_has_one() {
    let code = code(&parse_quote! {
        enum E<T: Clone> {
            #[api(transparent)] T(u8),
            #[api(status = 404, code = "A")] A,
            #[api(hide_as = A)] H,
            #[api(status = 404, code = "B", message = "m")] B(T),
            #[api(status = 404, code = "C")] C,
        }
    });
    for arm in [
        "A { .. } => 0",
        "H { .. } => 0",
        "B { .. } => 1",
        "C { .. } => 2",
    ] {
        assert!(has(&code, &format!("E::{arm}")), "{code}");
    }
    assert!(
        code.contains("impl < T : Clone > __errcode :: ApiError for E < T >"),
        "{code}"
    );
}

/// What shows the examples.
fn examples(input: &syn::DeriveInput) -> String {
    let code = code(input);
    let start = code.split("examples : ").nth(1).unwrap_or_default();
    let found = start.split(", includes :").next().unwrap_or_default();
    found.trim().to_owned()
}

#[test]
fn what_has_no_fields_is_its_own_example() {
    let nothing = "| _ , _ | { }";
    let fields = parse_quote! { enum E { #[api(status = 404, code = "A", message = "m")] A(u8) } };
    assert_eq!(examples(&fields), nothing);
    assert_eq!(examples(&parse_quote! { enum E {} }), nothing);
    let hidden = parse_quote! { enum E { #[doc(hidden)] #[api(status = 404, code = "A")] A } };
    assert_eq!(examples(&hidden), nothing);

    let own = examples(&parse_quote! { enum E { #[api(status = 404, code = "A")] A } });
    assert!(
        has(&own, "0usize => E :: A { }") && !has(&own, "example !"),
        "{own}"
    );
    let written = examples(&parse_quote! {
        enum E { #[api(status = 404, code = "A", example("c", Self::A))] A }
    });
    assert!(has(&written, "example ! (Self :: A)"), "{written}");
    assert!(
        !has(&written, "return") && !has(&written, "E :: A { }"),
        "{written}"
    );
    let both = examples(&parse_quote! {
        enum E {
            #[api(status = 404, code = "A")] A,
            #[api(status = 404, code = "B", message = "m", example(Self::B(1)))] B(u8),
        }
    });
    assert!(has(&both, "example ! (Self :: B (1))"), "{both}");
    assert!(
        has(&both, "0usize => E :: A { }") && has(&both, "return"),
        "{both}"
    );
}

#[test]
fn documents_name_what_fields_add() {
    let code = code(&parse_quote! {
        enum E {
            #[api(status = 404, code = "A")]
            A {
                #[doc = " B."]
                #[api(public = "b", header = "X-B")] b: Vec<u8>,
                #[api(flatten)] c: M,
            },
        }
    });
    for part in [
        r#"Member :: new ("b" , "Vec<u8>" , false , " B.")"#,
        r#"Member :: new ("errors" , "M" , true , "")"#,
        r#"HeaderDoc :: new ("X-B" , "Vec<u8>" , " B.")"#,
    ] {
        assert!(has(&code, part), "{part} in {code}");
    }
}

#[test]
fn hashes_are_those_of_core() {
    // A test vector of FNV-1a, as in core.
    let input = parse_quote! {
        #[api(status = 404, code = "foobar")] struct S;
    };
    let hash = 0x8594_4171_f739_67e8_u64;
    assert!(has(&code(&input), &format!("hashes: &[{hash}]")));
}

#[test]
fn frameworks_have_impls_unless_respond_is_false() {
    let wanted = |input: &syn::DeriveInput| code(input).contains("impl_response !");
    assert!(wanted(&parse_quote! { enum E {} }));
    assert!(!wanted(&parse_quote! { #[api(respond = false)] enum E {} }));
    // So does a type that is wrong.
    for (text, expected) in [
        ("enum E { A }", true),
        ("#[api(respond = false)] enum E { A }", false),
    ] {
        let answer = crate::derive(text.parse().unwrap()).to_string();
        assert!(
            answer.contains("impl __errcode :: ApiError for E"),
            "{answer}"
        );
        assert!(
            answer.contains("impl __errcode :: Documented for E"),
            "{answer}"
        );
        assert!(answer.contains("fn inner_error"), "{answer}");
        assert_eq!(answer.contains("impl_response !"), expected, "{answer}");
    }
}

#[test]
fn bounds_are_for_what_is_sent() {
    let input = parse_quote! {
        enum E<A, B, C, D, F> {
            #[api(status = 404, code = "A", message = "{a:?} {a:>w$}")]
            A { #[api(public)] a: A, w: usize, unsent: F },
            #[api(status = 404, code = "B")] B(#[api(header = "X-B")] B),
            #[api(status = 500, code = "C")] C(#[api(status)] C),
            #[api(status = 500, code = "F")] F(#[api(status = path)] F),
            #[api(transparent)] D(D),
        }
    };
    let model = model(&input);
    let bounds = error_bounds(&model);
    let written = |bounds: &syn::WhereClause| {
        let text = quote::quote!(#bounds).to_string();
        text.replace("__errcode :: ", "")
    };
    let expected = "where A : Serialize , A : core :: fmt :: Debug , A : core :: fmt :: Display , \
        B : HeaderField , C : StatusField , D : ApiError , \
        E < A , B , C , D , F > : core :: error :: Error";
    assert_eq!(written(&bounds), expected);
    let documented = documented_bounds(&model, &bounds);
    assert_eq!(written(&documented), format!("{expected} , D : Documented"));
}

#[test]
fn words_of_older_editions_are_names() {
    let tokens = at_call_site(quote::quote!(a::async<dyn b::gen, (c, [try])>));
    let text = tokens.to_string().replace(' ', "");
    assert_eq!(text, "a::r#async<dynb::r#gen,(c,[r#try])>");
}

#[test]
fn a_body_varies_with_what_fields_say() {
    let code = code(&parse_quote! {
        enum E {
            #[api(status = 404, code = "A", message = "m")] A(u8),
            #[api(status = 404, code = "B", message = "{0}")] B(u8),
            #[api(status = 404, code = "C", message = Self::text)] C,
            #[api(status = 404, code = "D", expose)] D(u8),
            #[api(status = 404, code = "F", message = "m")] F { #[api(public)] a: u8 },
            #[api(status = 500, code = "G")] G(#[api(status)] u16),
            #[api(status = 404, code = "H", message = "m")] H(#[api(header = "X-A")] u8),
        }
    });
    // Headers are no part of it, and what `Display` says is compared when it is sent.
    let flags = [
        flags(MessageSource::Fixed, false),
        flags(MessageSource::Written, true),
        flags(MessageSource::Written, true),
        flags(MessageSource::Written, false),
        flags(MessageSource::Fixed, true),
        flags(MessageSource::ReasonPhrase, true),
        flags(MessageSource::Fixed, false),
    ];
    assert_eq!(flags, *b"\x01\x07\x07\x03\x05\x06\x01");
    let literal = r#"flags : b"\x01\x07\x07\x03\x05\x06\x01""#;
    assert!(code.contains(literal), "{code}");
}

#[test]
fn rustdoc_shows_the_codes_if_there_are_any() {
    let has_table = |input: &syn::DeriveInput| code(input).contains("cfg_attr (doc , doc = \"");
    assert!(has_table(
        &parse_quote! { enum E { #[api(status = 404, code = "A")] A } }
    ));
    assert!(!has_table(&parse_quote! { enum E {} }));
}

#[test]
fn formats_have_a_type_each() {
    let of = |input: &syn::DeriveInput| paths::format(&model(input).format).to_string();
    assert_eq!(
        of(&parse_quote! { enum E {} }),
        "__errcode :: Problem < true >"
    );
    let codeless = parse_quote! { #[api(format = problem(code = false))] enum E {} };
    assert_eq!(of(&codeless), "__errcode :: Problem < false >");
    assert_eq!(
        of(&parse_quote! { #[api(format = flat)] enum E {} }),
        "__errcode :: Flat"
    );
    assert_eq!(
        of(&parse_quote! { #[api(format = a::B)] enum E {} }),
        "a :: B"
    );
}

#[test]
fn a_catalog_says_what_of_it_has_been_checked() {
    let origin = |text: &str| {
        let code = crate::derive(text.parse().unwrap()).to_string();
        let (_, rest) = code.split_once("Origin :: ").unwrap();
        rest.split(' ').next().unwrap().to_owned()
    };
    for (text, expected) in [
        (
            r#"enum E<'a> { #[api(status = 404, code = "A")] A(#[api(public = "a")] &'a str) }"#,
            "Type",
        ),
        (
            r#"enum E<T> { #[api(status = 404, code = "A")] A(#[api(public = "a")] T) }"#,
            "Generic",
        ),
        (r"enum E { #[api(status = 404)] A }", "Rejected"),
    ] {
        assert_eq!(origin(text), expected, "{text}");
    }
}

#[test]
fn a_derived_error_says_so_or_asks_the_inner_error() {
    let plain = code(&parse_quote! { enum E { #[api(status = 404, code = "A")] A } });
    let answer = "fn is_derived(&self) -> __errcode::core::primitive::bool { true }";
    assert!(has(&plain, answer), "{plain}");
    assert!(!plain.contains("fn status"));
    let asking = code(&parse_quote! { #[api(transparent)] enum E { A(u8) } });
    assert!(asking.contains("ApiError :: is_derived"), "{asking}");
    let chosen = code(&parse_quote! {
        enum E { #[api(status = 502, code = "A")] A(#[api(status)] u16) }
    });
    assert!(
        chosen.contains("fn status") && chosen.contains("run_time_status"),
        "{chosen}"
    );
}
