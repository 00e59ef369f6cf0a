//! The derive never panics and never hangs on any input: its output is code that parses, with `compile_error!` in it if
//! the input is wrong.

mod faults;
mod inputs;

use proc_macro2::TokenStream;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use self::faults::{Fault, count, cut, fault, soup, with_fault};
use self::inputs::{CATALOGS, FIELD_KEYS, INCOMPLETE, NO_VALUES, RIGHT, TYPE_KEYS, VARIANT_KEYS};

/// Whether the derive's output has an error. The output must be code.
fn refuses(input: TokenStream) -> bool {
    is_refused_by(crate::derive, input)
}

/// The same of any macro.
fn is_refused_by(derive: fn(TokenStream) -> TokenStream, input: TokenStream) -> bool {
    let shown = input.to_string();
    let output = derive(input);
    match syn_full::parse2::<syn_full::File>(output.clone()) {
        Ok(file) => file.items.iter().any(|item| match item {
            syn_full::Item::Macro(item) => {
                let last = item.mac.path.segments.last();
                last.is_some_and(|last| last.ident == "compile_error")
            }
            _ => false,
        }),
        Err(error) => panic!("{error}\n  from {shown}\n  came {output}"),
    }
}

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap()
}

/// Runs a property the same way every time.
fn always<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(strategy, |value| {
        test(value);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

fn with_faults(right: &str, faults: Vec<(Index, Fault)>) -> TokenStream {
    let mut input = tokens(right);
    for (place, fault) in faults {
        let mut place = place.index(count(input.clone()).max(1));
        input = with_fault(input, &mut place, &fault);
    }
    input
}

#[test]
fn what_is_right_is_accepted() {
    for right in RIGHT {
        assert!(
            !refuses(tokens(right)),
            "{right}\n{}",
            crate::derive(tokens(right))
        );
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    let mut refused = 0;
    for content in INCOMPLETE.lines() {
        for place in [
            "#[api({})] struct A;",
            "enum E { #[api({})] A { a: u8 } }",
            "#[api(status = 400, code = \"A\")] struct S(#[api({})] u8);",
        ] {
            if let Ok(input) = place.replace("{}", content).parse::<TokenStream>() {
                // A field takes the key alone.
                let is_right = content == "status" && place.contains("S(");
                assert_eq!(refuses(input), !is_right, "{content} in {place}");
                refused += 1;
            }
        }
    }
    assert!(refused > 90, "{refused}");
    for right in RIGHT {
        for end in right.char_indices().map(|(at, _)| at) {
            if let Ok(input) = right[..end].parse::<TokenStream>() {
                assert!(refuses(input), "{}", &right[..end]);
            }
        }
        for length in 0..count(tokens(right)) {
            refuses(cut(tokens(right), &mut length.clone()));
        }
    }
}

#[test]
fn no_beginning_of_an_attribute_panics() {
    let content = r#"status = 409, code = "A", message = "{a} {b:?}", header("A" = "b"), expose,
        type = "urn:{code}", example("x", Self::A { a: [1] }), allow(code_style), title = "T""#;
    for end in content.char_indices().map(|(at, _)| at) {
        let text = format!(
            "enum E {{ #[api({})] A {{ a: u8, b: u8 }} }}",
            &content[..end]
        );
        if let Ok(input) = text.parse() {
            refuses(input);
        }
    }
}

#[test]
fn no_key_takes_any_value() {
    for (place, keys) in [
        ("#[api(_)] enum E {}", TYPE_KEYS),
        ("enum E { #[api(_)] A }", VARIANT_KEYS),
        (
            "#[api(status = 500, code = \"A\")] struct S(#[api(_)] u8);",
            FIELD_KEYS,
        ),
    ] {
        for key in keys.split_whitespace() {
            for value in NO_VALUES {
                let text = place.replace('_', &format!("{key} {value}"));
                assert!(refuses(tokens(&text)), "{text}");
            }
        }
    }
}

#[test]
fn any_fault_in_what_is_right() {
    let faults = vec((any::<Index>(), fault()), 1..4);
    always(
        2500,
        &(select(RIGHT.as_slice()), faults),
        |(right, faults)| {
            refuses(with_faults(right, faults));
        },
    );
}

#[test]
fn any_tokens_in_any_attribute() {
    always(2500, &[soup(), soup(), soup()], |[ty, variant, field]| {
        let enum_ = format!(
            "#[api({ty})] enum E {{ #[api(status = 400, code = \"A\", {variant})] A {{ #[api({field})] a: u8 }}, B }}"
        );
        let struct_ = format!("#[api({ty})] #[api({variant})] struct S(#[api({field})] u8);");
        let bare = format!("#[api {field}] struct S;");
        for text in [enum_, struct_, bare] {
            if let Ok(input) = text.parse() {
                refuses(input);
            }
        }
    });
}

#[test]
fn any_fault_in_a_catalog() {
    // The facade puts its path before what is written.
    let catalog = |input: TokenStream| {
        let root = tokens("root").into_iter();
        crate::expand::catalog_macro::catalog(root.chain(input).collect())
    };
    let refuses = |input| is_refused_by(catalog, input);
    for right in CATALOGS {
        assert!(!refuses(tokens(right)), "{right}");
        for length in 0..count(tokens(right)) {
            refuses(cut(tokens(right), &mut length.clone()));
        }
    }
    for wrong in [
        "",
        "static A: Catalog = {};",
        "static A: Catalog = { title: \"A\", types: [] }",
        "static A: Catalogue = { title: \"A\", types: [] };",
        "static A: Catalog = { title: \"A\", types: [] }; static",
        "static A: Catalog = { title: \"A\", types: [] [] };",
        "static A: Catalog = { title: \"A\", types: [], after };",
        "static A: Catalog = { title: \"A\" types: [] };",
    ] {
        assert!(refuses(tokens(wrong)), "{wrong}");
    }
    let faults = vec((any::<Index>(), fault()), 1..4);
    always(
        1000,
        &(select(CATALOGS.as_slice()), faults),
        |(right, faults)| {
            refuses(with_faults(right, faults));
        },
    );
}

#[test]
fn large_types_are_derived() {
    let many = |count: usize, one: &str| {
        let numbered = (0..count).map(|at| one.replace('%', &at.to_string()));
        numbered.collect::<String>()
    };
    let variants = many(
        1000,
        "#[api(status = 400)] V% { #[api(public)] a: u8, b: u8 },",
    );
    let fields = many(300, "#[api(public)] f%: u8,");
    let rename = "rename_all = \"snake_case\"";
    // The unmarked field of each variant is a mistake.
    assert!(refuses(tokens(&format!(
        "#[api({rename})] enum E {{ {variants} }}"
    ))));
    for right in [
        format!("#[api({rename}, expose)] enum E {{ {variants} }}"),
        format!("#[api(status = 400, code = \"A\")] struct S {{ {fields} }}"),
        format!(
            "#[api(status = {}, code = \"A\")] struct S;",
            "(".repeat(40) + "400" + &")".repeat(40)
        ),
        format!(
            "#[api(status = {}status, code = \"A\")] struct S;",
            "a::".repeat(1000)
        ),
        format!(
            "#[api(transparent)] struct S({});",
            "Box<".repeat(20) + "A" + &">".repeat(20)
        ),
    ] {
        assert!(!refuses(tokens(&right)), "{right:.200}");
    }
}
