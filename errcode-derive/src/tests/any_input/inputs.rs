//! Inputs of the derive: types that are right, attributes that are incomplete or wrong, and words to build others of.

/// What is right: every key, and every shape of a type that rustc lets pass.
pub(super) const RIGHT: [&str; 9] = [
    r#"/// Errors.
    #[derive(Debug)]
    #[api(format = problem(code = false), group = "G", rename_all = "kebab-case", prefix = "p-")]
    #[api(challenge = "Bearer", deny(undocumented), respond = false, crate = ::some::errcode)]
    #[api(status = 500, title = "T", type = "urn:{code}", category = "c", expose)]
    #[api(header("X-A" = "b"), allow(duplicate_code, code_style))]
    pub(crate) enum Error {
        /// A.
        #[doc = concat!("b ", "c")]
        #[api(status = StatusCode::CONFLICT, code = "A", message = "{a} {b:?} {a:>w$}", title = "t")]
        #[api(type = "/t", category = "d", header("X-B" = "c"), allow(missing_header))]
        #[api(example(Self::Named { a: "x".into(), b: vec![1, 2], w: 3 }), example("c", Self::named::<A, B>(),))]
        Named { #[api(public)] a: String, #[api(public = "c")] b: Vec<u8>, #[serde()] w: usize },
        /** B */
        #[api(status = <u16 as Tr>::S, message = <Self as Tr>::text, expose)]
        Two,
        /// C.
        #[api(transparent)]
        Inner(#[from] Box<Self>),
        /// D.
        #[deprecated(since = "1", note = "n")]
        #[api(status = 503, category = "x", example(Self::Run(1, 3)))]
        Run(#[api(status)] u16, #[api(header = "Retry-After")] u64),
        /// E.
        #[api(status = 502, type = "urn:e")]
        By(#[api(status = <() as Tr>::of)] (), u64),
    }"#,
    r"#[api(format = nested, status = 404, code = -7i64)] struct Unit;",
    r"#[api(format = a::b::C, transparent)] struct Tuple(Box<dyn Inner + Send>);",
    r#"#[api(status = 400, code = 0x10)]
    struct Named { #[api(flatten)] a: Map, #[api(flatten = "b", header = "X-A")] r#type: Map }"#,
    r#"#[api(format = flat)] enum Hidden {
        #[api(hide_as = r#Other)] A,
        #[doc(hidden)] #[doc = include_str!("a.md")] #[api(status = 404, code = "B")] Other,
        #[api(hide_as = Other, status = 403, code = "C")] C { secret: u8 },
    }"#,
    "enum Empty {}",
    r#"enum Generic<'a, 'b: 'a, T: ?Sized + 'a, U = <T as Tr>::X, const N: usize = { 1 + 2 }>
    where for<'x> fn(&'x T) -> U: Fn(), U: Iterator<Item = u8>, [u8; N]: Sized {
        #[api(status = 400, code = "A", message = "{0:?}")]
        A(&'a T, PhantomData<&'b U>, [u8; { N * 2 }], [(); (N)], !),
        #[api(status = 400, code = "B")]
        B { #[api(public)] a: U::Item, #[api(public)] b: <U as Iterator>::Item },
        #[api(status = 500, code = "C")]
        C(*const u8, fn(u8, ...) -> !, dyn for<'y> Fn(&'y u8) -> u8, my::ty!(a b), (impl A)),
    }"#,
    r#"#[repr(i8)] #[non_exhaustive] enum Discriminants {
        #[api(status = 400, code = "A")] A = -1,
        #[api(status = 400, code = "B")] B {} = 1 << 2 | 3,
        #[api(status = 400, code = "C")] C() = { const X: i8 = if true { 7 } else { 8 }; X },
        #[rustfmt::skip] #[api(status = 400, code = "D")] D = m!(x),
    }"#,
    r##"#[api(rename_all = "SCREAMING_SNAKE_CASE")] enum r#enum {
        #[api(status = 400)] r#type { #[api(public)] r#fn: u8, #[api(public)] größe: u8 },
        #[doc = r#" " \ {} "#] #[api(status = 400)] Ueberlauf,
    }"##,
];

/// What is wrong, as an editor sends it while somebody types, one a line.
pub(super) const INCOMPLETE: &str = r#"
sta
status
status =
status = ,
status = 409,, code
status = 409 code
status()
status = -
status = StatusCode::
status = 409, code = "A", message =
status = 409, code = "A", message = "{"
status = 409, code = "A", message = "{a"
status = 409, code = "A", message = "{a:"
status = 409, code = "A", message = "{a:$}"
status = 409, code = "A", message = "{a:0$}"
status = 409, code = "A", message = Self::
code =
code = -
header()
header("A")
header("A" =)
header(= "A")
example
example()
example("caption")
example("caption",)
hide_as =
hide_as = Self::A
allow()
allow(,)
transparent =
=
#[api]"#;

/// Values that no key takes.
pub(super) const NO_VALUES: [&str; 10] = [
    "=", "= 1.5", "= 'c'", "= [1]", "= {}", "= b\"x\"", "= *", "= \"a\"x", "= a b", "(=)",
];

pub(super) const TYPE_KEYS: &str = "format group rename_all prefix challenge deny respond crate \
    status expose title type category header transparent allow code statsu";
pub(super) const VARIANT_KEYS: &str = "status code message expose title type category header \
    hide_as transparent allow group";
pub(super) const FIELD_KEYS: &str = "public flatten header status code";

/// Words that stand in attributes, right or wrong.
pub(super) const WORDS: &str = r##"status code message format problem nested flat crate type header
    example hide_as transparent allow deny undocumented expose public flatten respond true false
    rename_all r#type Self self super A E a 0 409 -1 1e9 0xffff_ffff_ffff_ffff_ffff 409u8 1.5 'c'
    b'c' b"x" c"x" "" "A" "{a}" "{" "}}{a:w$" "{0:?}" "\0\u{202e}" r#"{a:é>1$}"# "a"x 'static
    = , :: < > - ! # $"##;

/// What `catalog!` takes.
pub(super) const CATALOGS: [&str; 2] = [
    "static A: Catalog = { title: \"A\", types: [] };",
    "/** Text */ #[cfg(all())] pub(crate) static A: Catalog = {
        types: [a::B, C<'static, D>,], after: concat!(\"a\", \"b\"), title: T, allow: [mixed_format],
    };",
];
