//! TypeScript: the codes, an interface for each error, an arm for those that are not known yet.

mod shape;

use std::collections::HashMap;
use std::fmt::Write as _;

use shape::{comment, interface, literal, string, type_of_key};

use crate::model::{Code, Document, Wire};
use crate::name::{Letters, Named, named};

/// The document as a module of TypeScript without imports.
///
/// `ApiError` is what a body holds that code and message are read from: of `nested` bodies that is
/// their member `error`, of all others the body itself. It is one of the known errors, each an interface, or
/// an `UnknownError`, since a service may have new codes tomorrow. `isError(error, "CODE")` tells them apart,
/// and `readError(body)` finds an `ApiError` in a body. Compiles under `tsc --strict`.
///
/// A body without a code (`problem(code = false)`) is told apart by `type` and `status`; the code is then
/// its name here alone.
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

/// The interfaces by code: a code that two errors have is one or the other.
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
        if !known.contains(&error.status) {
            known.push(error.status);
        }
    }
    let mut text = String::from("/** The known errors by code. */\nexport interface Errors {\n");
    for code in &order {
        let _ = writeln!(
            text,
            "  {}: {};",
            type_of_key(code),
            by_code[code].join(" | ")
        );
    }
    text.push_str("}\n\n/** The codes. */\nexport type ErrorCode = keyof Errors;\n\n");
    text.push_str("/** The HTTP statuses that a code is declared with. One that varies may come as another. */\n");
    text.push_str("export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {\n");
    for code in &order {
        let list: Vec<String> = statuses[code].iter().map(u16::to_string).collect();
        let _ = writeln!(text, "  {}: [{}],", type_of_key(code), list.join(", "));
    }
    text.push_str("};\n");
    text
}

/// What tells errors apart whose bodies have no code; none if all have one.
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

/// What does not depend on the errors, but on the formats.
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
    let has_nested = document.groups.iter().any(|g| g.wire() == Wire::Nested);
    text.push_str(if has_nested { READ_NESTED } else { READ });
    text
}

const CODELESS: &str = "
/** What tells errors apart whose bodies have no code: `type`, and `status` unless it varies. */
const CODELESS: ReadonlyArray<{
  readonly code: ErrorCode;
  readonly type: string;
  readonly status: number;
  readonly varies?: true;
}> = [
ROWS];
";

const UNION: &str =
    "/** An error that was known when this file was made. */\nexport type KnownError = ";

const UNKNOWN: &str = ";

/** An error that came later: treat it by its status. */
export interface UnknownError {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly [member: string]: unknown;
}

/** What a body holds. */
export type ApiError = KnownError | UnknownError;

/** Whether a value is one of the codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return TEST && Object.prototype.hasOwnProperty.call(STATUSES, value);
}
";

const GUARD: &str = "
/** Whether an error is the one of a code. */
export function isError<C extends ErrorCode>(error: ApiError, code: C): error is Errors[C] {
  return (error as { readonly code?: unknown }).code === code;
}
";

const GUARD_BY_TYPE: &str = "
/** Whether an error is the one of a code, or of that name where bodies have no code. */
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
  // A status that no error is declared with is that of one whose status varies.
  const found = declared.length > 0 ? declared : alike.filter((known) => known.varies);
  return found.some((known) => known.code === code);
}
";

const READ: &str = "
/** The error in a body that was parsed from JSON; none if it is no object. */
export function readError(body: unknown): ApiError | undefined {
  return typeof body === \"object\" && body !== null ? (body as ApiError) : undefined;
}
";

const READ_NESTED: &str = "
/** The error in a body that was parsed from JSON: its member `error`, or the body itself; none if it is no object. */
export function readError(body: unknown): ApiError | undefined {
  if (typeof body !== \"object\" || body === null) {
    return undefined;
  }
  const { code, type, error } = body as { readonly code?: unknown; readonly type?: unknown; readonly error?: unknown };
  // A body with a code or type of its own may have a member of that name too.
  const isNested = code === undefined && type === undefined && typeof error === \"object\" && error !== null;
  return (isNested ? error : body) as ApiError;
}
";
