//! TypeScript: the codes, an interface for each error, and a type for errors of newer versions.

mod shape;

use std::collections::HashMap;
use std::fmt::Write as _;

use shape::{comment, interface, literal, property_key, string};

use crate::model::entry::Code;
use crate::model::{BodyFormat, Document};
use crate::render::type_name::{Letters, Named, named};

/// The document as a module of TypeScript without imports.
///
/// `ApiError` is the object that has code and message: the member `error` of a `nested` body, and the whole body in
/// all other formats. It is either one of the known errors, which have an interface each, or an `UnknownError`,
/// because a service may add codes later. `readError(body)` returns the `ApiError` in a body, and
/// `isError(error, "CODE")` narrows its type. The module compiles under `tsc --strict`.
///
/// Errors whose body has no code (`problem(code = false)`) are recognized by `type` and `status`. Their code is then
/// only a name in this module.
///
/// ```
/// use errcode_docs::typescript;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let module = typescript(&SKILLS);
/// assert!(module.contains("export interface SlugTaken"));
/// assert!(module.contains("export function readError"));
/// ```
pub fn typescript(source: impl Into<Document>) -> String {
    let document = source.into();
    let errors = named(&document, Letters::All);
    let mut module = String::new();
    comment(&mut module, "", &[&document.title]);
    for (group, error, name) in &errors {
        module.push('\n');
        interface(&mut module, group, error, name);
    }
    module.push('\n');
    module.push_str(&index(&errors));
    let codeless = codeless(&errors);
    module.push_str(codeless.as_deref().unwrap_or_default());
    module.push('\n');
    module.push_str(&tail(&document, codeless.is_some()));
    module
}

/// The interfaces by code. A code of two errors has the union of both.
fn index(errors: &[Named<'_>]) -> String {
    let mut order: Vec<&Code> = Vec::new();
    let mut by_code: HashMap<&Code, Vec<&str>> = HashMap::new();
    let mut statuses: HashMap<&Code, Vec<u16>> = HashMap::new();
    for (_, error, name) in errors {
        let names = by_code.entry(&error.code).or_default();
        if names.is_empty() {
            order.push(&error.code);
        }
        names.push(name);
        let known = statuses.entry(&error.code).or_default();
        for status in error.known_statuses() {
            if !known.contains(status) {
                known.push(*status);
            }
        }
    }
    let mut text = String::from("/** The known errors by code. */\nexport interface Errors {\n");
    for code in &order {
        let _ = writeln!(
            text,
            "  {}: {};",
            property_key(code),
            by_code[code].join(" | ")
        );
    }
    text.push_str("}\n\n/** The codes. */\nexport type ErrorCode = keyof Errors;\n\n");
    text.push_str("/** The known HTTP statuses of each code. A status that is chosen at run time can be another one. */\n");
    text.push_str("export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {\n");
    for code in &order {
        let list: Vec<String> = statuses[code].iter().map(u16::to_string).collect();
        let _ = writeln!(text, "  {}: [{}],", property_key(code), list.join(", "));
    }
    text.push_str("};\n");
    let mut retryable: Vec<String> = Vec::new();
    for (_, error, _) in errors.iter().filter(|(_, error, _)| error.retryable) {
        let code = literal(&error.code);
        if !retryable.contains(&code) {
            retryable.push(code);
        }
    }
    if !retryable.is_empty() {
        let list = retryable.join(", ");
        let _ = write!(
            text,
            "\n/** The codes of errors after which the same request may succeed later. */\nexport const RETRYABLE: readonly ErrorCode[] = [{list}];\n"
        );
    }
    text
}

/// A table of the errors whose bodies have no code; `None` if all bodies have one.
fn codeless(errors: &[Named<'_>]) -> Option<String> {
    let mut rows = String::new();
    for (_, error, _) in errors.iter().filter(|(group, ..)| !group.has_code()) {
        let varies = if error.status_varies {
            ", varies: true"
        } else {
            ""
        };
        let _ = writeln!(
            rows,
            "  {{ code: {}, type: {}, status: {}{varies} }},",
            literal(&error.code),
            string(&error.type_uri),
            error.status
        );
    }
    (!rows.is_empty()).then(|| CODELESS.replace("ROWS", &rows))
}

/// The types and functions that depend on the formats only.
fn tail(document: &Document, by_type: bool) -> String {
    let is_empty = document.groups.is_empty();
    let mut text = String::from(UNION);
    text.push_str(if is_empty {
        "never"
    } else {
        "Errors[ErrorCode]"
    });
    let is_code = match (
        document.errors().any(|e| matches!(e.code, Code::Text(_))),
        document.errors().any(|e| matches!(e.code, Code::Number(_))),
    ) {
        (_, false) => "typeof value === \"string\"",
        (false, true) => "typeof value === \"number\"",
        (true, true) => "(typeof value === \"string\" || typeof value === \"number\")",
    };
    text.push_str(&UNKNOWN.replace("TEST", is_code));
    text.push_str(if by_type { GUARD_BY_TYPE } else { GUARD });
    let has_nested = document
        .groups
        .iter()
        .any(|g| g.body_format() == BodyFormat::Nested);
    text.push_str(if has_nested { READ_NESTED } else { READ });
    text
}

const CODELESS: &str = "
/** Errors whose bodies have no code. They are recognized by `type`, and by `status` unless it varies. */
const CODELESS: ReadonlyArray<{
  readonly code: ErrorCode;
  readonly type: string;
  readonly status: number;
  readonly varies?: true;
}> = [
ROWS];
";

const UNION: &str = "/** An error that this file knows. */\nexport type KnownError = ";

const UNKNOWN: &str = ";

/** An error that this file does not know. Handle it by its status. */
export interface UnknownError {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly [member: string]: unknown;
}

/** The error in a body. */
export type ApiError = KnownError | UnknownError;

/** Returns whether a value is one of the known codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return TEST && Object.prototype.hasOwnProperty.call(STATUSES, value);
}
";

const GUARD: &str = "
/** Returns whether an error has the given code. */
export function isError<C extends ErrorCode>(error: ApiError, code: C): error is Errors[C] {
  return (error as { readonly code?: unknown }).code === code;
}
";

const GUARD_BY_TYPE: &str = "
/** Returns whether an error has the given code. Errors without a code are recognized by `type` and `status`. */
export function isError<C extends ErrorCode>(error: ApiError, code: C): error is Errors[C] {
  const { code: sent, type, status } = error as {
    readonly code?: unknown;
    readonly type?: unknown;
    readonly status?: unknown;
  };
  if (sent !== undefined) {
    return sent === code;
  }
  const alike = CODELESS.filter((known) => known.type === (type ?? \"about:blank\"));
  const declared = alike.filter((known) => known.status === status);
  // A status that no error declares comes from an error whose status varies.
  const found = declared.length > 0 ? declared : alike.filter((known) => known.varies);
  return found.some((known) => known.code === code);
}
";

const READ: &str = "
/** Returns the error in a parsed JSON body, or `undefined` if the body is not an object. */
export function readError(body: unknown): ApiError | undefined {
  return typeof body === \"object\" && body !== null ? (body as ApiError) : undefined;
}
";

const READ_NESTED: &str = "
/**
 * Returns the error in a parsed JSON body: its member `error`, or the body itself. Returns `undefined` if the body is
 * not an object.
 */
export function readError(body: unknown): ApiError | undefined {
  if (typeof body !== \"object\" || body === null) {
    return undefined;
  }
  const { code, type, error } = body as { readonly code?: unknown; readonly type?: unknown; readonly error?: unknown };
  // A body that has a code or type is the error itself, even if it has a member `error`.
  const isNested = code === undefined && type === undefined && typeof error === \"object\" && error !== null;
  return (isNested ? error : body) as ApiError;
}
";
