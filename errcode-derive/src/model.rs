//! What a type's errors are, as plain data: every rule has been applied, nothing can fail any more. Where a
//! rule is broken, which has been reported, something stands in for what is not known.

use errcode_rules::entry::LogLevel;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Expr, ExprPath, Generics, LitStr, Member, Path, Type};

/// A type that derives `ApiError`.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// Where `errcode` lives.
    pub(crate) krate: Path,
    pub(crate) format: Format,
    /// Whether the type, or a variant of it, states its format.
    pub(crate) states_format: bool,
    pub(crate) group: String,
    pub(crate) docs: Vec<Expr>,
    /// Whether the frameworks' impls are wanted.
    pub(crate) respond: bool,
    /// Something is wrong, so that no check outside of the type is to read its catalog.
    pub(crate) rejected: bool,
    pub(crate) cases: Vec<Case>,
    /// Statuses that are given by a path, each under a name of its own.
    pub(crate) statuses: Vec<StatusPath>,
    pub(crate) checks: Vec<ConstCheck>,
}

/// A status that is given by the path of a constant.
pub(crate) struct StatusPath {
    /// The name that generated code has for its number.
    pub(crate) name: Ident,
    pub(crate) path: ExprPath,
    /// It may be no error status.
    pub(crate) lenient: bool,
}

/// The wire format.
#[derive(Clone)]
pub(crate) enum Format {
    Problem {
        code: bool,
    },
    Nested,
    Flat,
    /// Another built-in one, by the name of its type.
    BuiltIn(&'static str),
    Path(Path),
}

/// A variant, or the whole of a struct.
pub(crate) struct Case {
    /// None for a struct.
    pub(crate) variant: Option<Ident>,
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Entry(Box<Entry>),
    /// Answers as the variant `target`, an index into the cases.
    Hidden {
        own: Option<Box<Entry>>,
        target: usize,
    },
    /// Answers as its one field does.
    Transparent {
        field: Box<Field>,
        /// Whether the field's catalog is one of its own (not of this very type).
        included: bool,
        formats: InnerFormat,
    },
}

/// What becomes of the format of an inner error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InnerFormat {
    /// It is the outer one, which is checked.
    Same,
    /// The outer one is written, whatever the inner type states.
    Outer,
    /// The inner one is kept.
    Kept,
}

/// One entry of the catalog, and what an occurrence of it adds.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Entry {
    pub(crate) status: Status,
    pub(crate) code: Code,
    pub(crate) message: Message,
    pub(crate) title: Option<String>,
    pub(crate) type_uri: Option<String>,
    pub(crate) category: Option<String>,
    /// Names in lower case, and values.
    pub(crate) headers: Vec<(String, String)>,
    /// `WWW-Authenticate`, should the status be 401.
    pub(crate) challenge: Option<String>,
    pub(crate) details: Vec<Detail>,
    /// Its own format.
    pub(crate) format: Option<Format>,
    pub(crate) retryable: bool,
    pub(crate) log: Option<LogLevel>,
    /// The target of the log event.
    pub(crate) log_target: Option<String>,
    /// The number of the gRPC code.
    pub(crate) grpc: Option<u8>,
    /// The fields that are for the log alone.
    pub(crate) log_fields: Vec<Detail>,
    pub(crate) header_fields: Vec<HeaderField>,
    /// The fields that are maps of headers.
    pub(crate) header_maps: Vec<Field>,
    pub(crate) status_field: Option<StatusField>,
    pub(crate) docs: Vec<Expr>,
    pub(crate) deprecated: Option<Deprecated>,
    pub(crate) hidden: bool,
    /// Another entry may have the same code.
    pub(crate) shared: bool,
    pub(crate) examples: Vec<Example>,
    /// There are no fields, so that the variant is its own example.
    pub(crate) fieldless: bool,
}

/// What `#[deprecated]` says.
#[derive(Default)]
pub(crate) struct Deprecated {
    /// Empty if there is none.
    pub(crate) note: String,
    pub(crate) since: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    Number(u16),
    /// The name of a [`StatusPath`].
    Named(Ident),
}

impl ToTokens for Status {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Number(number) => number.to_tokens(tokens),
            Self::Named(name) => name.to_tokens(tokens),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) text: String,
    pub(crate) number: bool,
}

/// Where the client's message comes from.
pub(crate) enum Message {
    /// From the status alone: `Display` for a 4xx, else the reason phrase.
    ByStatus,
    /// `Display`.
    Exposed,
    /// The reason phrase.
    Masked,
    /// Always the same.
    Fixed(String),
    /// A format string over fields.
    Template(Template),
    /// A function of the error.
    Function(ExprPath),
}

pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) arguments: Vec<Argument>,
}

/// A field that a format string shows.
pub(crate) struct Argument {
    /// Its name in the literal.
    pub(crate) name: Ident,
    pub(crate) field: Field,
    /// The traits of `core::fmt` that it is shown by.
    pub(crate) traits: Vec<&'static str>,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
}

/// A field that the client may read.
pub(crate) struct Detail {
    pub(crate) field: Field,
    pub(crate) name: String,
    pub(crate) flatten: bool,
    pub(crate) with: Option<With>,
    pub(crate) docs: Vec<Expr>,
}

/// A field that is sent as a header.
pub(crate) struct HeaderField {
    pub(crate) field: Field,
    /// As it was written.
    pub(crate) name: String,
    pub(crate) with: Option<With>,
    pub(crate) docs: Vec<Expr>,
}

/// The function that a field is passed through before it is written.
#[derive(Clone)]
pub(crate) struct With {
    pub(crate) function: ExprPath,
    /// The type inside of the field's `Option`, to which the function is applied then.
    pub(crate) inside: Option<Type>,
}

/// A field that gives the status.
pub(crate) struct StatusField {
    pub(crate) field: Field,
    pub(crate) function: Option<ExprPath>,
}

pub(crate) struct Example {
    pub(crate) caption: String,
    pub(crate) expr: TokenStream,
}

/// What only const evaluation can tell: a call of a check, which fails at the tokens that it is about.
pub(crate) struct ConstCheck {
    pub(crate) function: &'static str,
    pub(crate) arguments: TokenStream,
    pub(crate) at: TokenStream,
}
