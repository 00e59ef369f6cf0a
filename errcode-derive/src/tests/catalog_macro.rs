//! The output of `catalog!`, and its errors about keys.

use crate::check::catalog_macro;
use crate::expand::catalog_macro::catalog;
use crate::parse::catalog_macro::CatalogMacro;

/// The catalog as code, without spaces; the facade puts its path before what is written.
fn made(written: &str) -> String {
    let text = format!("root {written}");
    catalog(text.parse().unwrap()).to_string().replace(' ', "")
}

/// A static of these keys.
fn of(keys: &str) -> String {
    format!("static A: Catalog = {{ {keys} }};")
}

/// The errors, as they begin.
fn errors(keys: &str) -> Vec<String> {
    let mut written: CatalogMacro =
        syn::parse_str(&of(keys)).unwrap_or_else(|error| panic!("{error} in {keys}"));
    catalog_macro(&mut written);
    let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
    written.errors.messages().into_iter().map(first).collect()
}

#[test]
fn a_catalog_is_what_is_written() {
    let code = made(
        r#"#[doc = "A."] #[cfg(all())] #[deprecated = "n"] pub(crate) static SKILLS: Catalog = {
            after: title::TEXT, types: [a::One, Two<'static>], title: title,
        };"#,
    );
    for part in [
        r#"#[doc="A."]#[cfg(all())]#[deprecated="n"]pub(crate)staticSKILLS:root::Catalog="#,
        r"[<a::Oneas__errcode::Documented>::CATALOG,<Two<'static>as__errcode::Documented>::CATALOG]",
        "title:__errcode::example!(title)",
        "after:__errcode::example!(title::TEXT)",
        r#"docs:__errcode::core::concat!("A.","\n")"#,
        "checks::unique(&__ERRCODE_CLASHES[0usize])",
        "checks::unique(&__ERRCODE_CLASHES[1usize])",
        "checks::one_format(__ERRCODE_TYPES[0],__ERRCODE_TYPES[1usize])",
        "origin:__errcode::Origin::List",
    ] {
        assert!(code.contains(part), "{part} in {code}");
    }
    assert_eq!(code.matches("checks::").count(), 3, "{code}");
    assert!(made(&of(r#"title: "T", types: []"#)).contains(r#"after:__errcode::example!("")"#));
}

#[test]
fn each_check_can_be_switched_off() {
    for (allow, unique, formats) in [
        ("", 2, 1),
        ("duplicate_code", 0, 1),
        ("mixed_format", 2, 0),
        ("duplicate_code, mixed_format", 0, 0),
    ] {
        let code = made(&of(&format!(
            "title: \"T\", types: [A, B], allow: [{allow}]"
        )));
        assert_eq!(code.matches("checks::unique").count(), unique, "{allow}");
        assert_eq!(
            code.matches("checks::one_format").count(),
            formats,
            "{allow}"
        );
    }
}

#[test]
fn keys_are_there_once_with_a_value() {
    for (keys, wrong) in [
        (r#"title: "T""#, &["this catalog has no `types`"][..]),
        ("types: []", &["this catalog has no `title`"]),
        (
            "",
            &["this catalog has no `title`", "this catalog has no `types`"],
        ),
        (
            r#"title "T", types: []"#,
            &["expected `,` or `:` after `title`, found `\"T\"`"],
        ),
        (
            r#"title = "T", types: []"#,
            &["expected `,` or `:` after `title`, found `=`"],
        ),
        (
            "title =, types: []",
            &["expected `,` or `:` after `title`, found `=`"],
        ),
        (r#"title: "", types: []"#, &["this `title` is blank"]),
        ("title:, types: []", &["expected a value after `:`"]),
        (
            r#"title: "T" types: []"#,
            &["expected `,` after `title: \"T\"`, found `types`"],
        ),
        (
            r#"title: "T", types: [], title: "U""#,
            &[r#"duplicate `title`: there is `title: "T"` already"#],
        ),
        (
            r#"titel: "T", types: []"#,
            &["unknown key `titel`; did you mean `title`?"],
        ),
        (
            r#"title: "T", types: [], allow: [a]"#,
            &["unknown check `a`"],
        ),
        (
            r#"title: "T", types: [], allow: [code_style, duplicate_code, duplicate_code]"#,
            &[
                "`code_style` is a check of a type or a variant, and has no effect here",
                "duplicate `duplicate_code`",
            ],
        ),
        (
            r#"title: "T", types: A"#,
            &["expected a list in `[` and `]`, found `A`"],
        ),
    ] {
        assert_eq!(errors(keys), wrong, "{keys}");
    }
}

#[test]
fn the_type_may_be_a_path() {
    let of = |ty: &str| made(&format!("static A: {ty} = {{ title: \"T\", types: [] }};"));
    assert!(of("Catalog").contains("staticA:root::Catalog="));
    assert!(of("::errcode::Catalog").contains("staticA:::errcode::Catalog="));
    for wrong in ["Catalogue", "errcode::Entry", "Catalog<u8>"] {
        let code = of(wrong);
        assert!(code.contains("expected`Catalog`,found"), "{code}");
        assert!(code.contains("staticA:root::Catalog="), "{code}");
    }
}

#[test]
fn what_is_wrong_leaves_a_catalog_behind_that_uses_what_is_written() {
    let code = made(
        r#"/// A.
        #[cfg(all())] #[allow(b)] pub static A: Catalog = {
            titel: 5, title: a::TITLE, types: [b::One, "Two", Three<'static>], after: 1 1,
        };"#,
    );
    for part in [
        r#"#[doc="A."]#[cfg(all())]#[allow(b)]pubstaticA:root::Catalog=root::Catalog::NOTHING;"#,
        "#[cfg(all())]const_:()={",
        "<fn(&b::One)>",
        "<fn(&Three<'static>)>",
        "let_=a::TITLE;",
    ] {
        assert!(code.contains(part), "{part} in {code}");
    }
    assert_eq!(code.matches("compile_error").count(), 3, "{code}");
    assert_eq!(code.matches("let_").count(), 1, "{code}");
}

#[test]
fn the_type_of_the_static_is_as_it_is_written() {
    for (written, ty) in [
        ("Catalog", "root::Catalog"),
        ("a::Catalog", "a::Catalog"),
        ("::a::b::Catalog", "::a::b::Catalog"),
        ("::Catalog", "::Catalog"),
    ] {
        let code = made(&format!(
            r#"static A: {written} = {{ title: "T", types: [] }};"#
        ));
        assert!(code.contains(&format!("staticA:{ty}=")), "{code}");
    }
}

#[test]
fn a_colon_is_missed_where_it_belongs() {
    assert_eq!(
        errors(r#"title = "T", types: []"#),
        ["expected `,` or `:` after `title`, found `=`"]
    );
    assert_eq!(
        errors(r#"title text + "T", types: []"#),
        ["expected `,` or `:` after `title`, found `text`"]
    );
}
