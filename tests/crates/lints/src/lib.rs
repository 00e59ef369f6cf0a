//! Every lint that can be switched on is, and generated code raises none.
#![forbid(
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    deprecated,
    deprecated_in_future,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    future_incompatible,
    keyword_idents,
    let_underscore,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    nonstandard_style,
    redundant_imports,
    redundant_lifetimes,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unexpected_cfgs,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unused,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(
    warnings,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction
)]
#![allow(
    clippy::blanket_clippy_restriction_lints,
    reason = "that is what this crate is for"
)]

extern crate alloc;

mod display;
pub mod fields;
pub mod generics;
pub mod kinds;

use fields::Fields;
use kinds::{Kinds, Single};

errcode::catalog! {
    /// All of them.
    pub static ERRORS: Catalog = {
        title: "All",
        types: [Kinds, Fields, Single],
        after: "## More",
        allow: [mixed_format],
    };
}

errcode::catalog! {
    /// Some of them, all of one format.
    pub static SOME: Catalog = { title: "Some", types: [Single, generics::Generic<'static, u8, Single>] };
}
