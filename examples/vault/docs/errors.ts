/** Error codes */

/**
 * 400 Bad Request or 415 or another status, chosen at run time
 * Invalid path format, invalid request body, validation failure (e.g. empty permissions).
 */
export interface BadRequest {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 401 Unauthorized
 * Missing `Authorization` header, invalid Bearer format, invalid or expired JWT, wrong credentials (email/password or API key).
 */
export interface Unauthorized {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 401;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 403 Forbidden
 * Valid JWT but no permission for this resource (policy does not grant the action, or not vault owner).
 */
export interface Forbidden {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 403;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 403 Forbidden
 * Tier limit reached for vaults, secrets, or agents. `type` field is `"resource_limit_exceeded"`. Upgrade plan or delete unused resources.
 */
export interface ResourceLimitExceeded {
  readonly type: "resource_limit_exceeded";
  readonly title: string;
  readonly status: 403;
  readonly detail?: string;
  readonly instance?: string;
  /**
   * What there are too many of: `vault`, `secret` or `agent`.
   * The type is inferred from the examples.
   */
  readonly resource: string;
  /** How many there are. */
  readonly used: number;
  /** How many there may be. */
  readonly limit: number;
  /**
   * The tier that sets the limit.
   * The type is inferred from the examples.
   */
  readonly tier: string;
}

/**
 * 404 Not Found
 * Vault, secret, policy, or agent not found (wrong ID or path).
 */
export interface NotFound {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 404;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 409 Conflict
 * Request conflicts with current state (e.g. name already exists, if applicable).
 */
export interface Conflict {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 409;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 410 Gone
 * Secret has expired, been soft-deleted, or exceeded `max_access_count`.
 */
export interface Gone {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 410;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 429 Too Many Requests
 * Rate limit exceeded.
 */
export interface TooManyRequests {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 429;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 500 Internal Server Error
 * Server-side failure (e.g. database, KMS). Detail is generic.
 */
export interface InternalServerError {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 500;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * 405 Method Not Allowed
 * The endpoint exists, but not for this method. The `Allow` header lists the methods it has.
 */
export interface MethodNotAllowed {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: 405;
  readonly detail?: string;
  readonly instance?: string;
}

/** The known errors by code. */
export interface Errors {
  bad_request: BadRequest;
  unauthorized: Unauthorized;
  forbidden: Forbidden;
  resource_limit_exceeded: ResourceLimitExceeded;
  not_found: NotFound;
  conflict: Conflict;
  gone: Gone;
  too_many_requests: TooManyRequests;
  internal_server_error: InternalServerError;
  method_not_allowed: MethodNotAllowed;
}

/** The codes. */
export type ErrorCode = keyof Errors;

/** The known HTTP statuses of each code. A status that is chosen at run time can be another one. */
export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {
  bad_request: [400, 415],
  unauthorized: [401],
  forbidden: [403],
  resource_limit_exceeded: [403],
  not_found: [404],
  conflict: [409],
  gone: [410],
  too_many_requests: [429],
  internal_server_error: [500],
  method_not_allowed: [405],
};

/** Errors whose bodies have no code. They are recognized by `type`, and by `status` unless it varies. */
const CODELESS: ReadonlyArray<{
  readonly code: ErrorCode;
  readonly type: string;
  readonly status: number;
  readonly varies?: true;
}> = [
  { code: "bad_request", type: "about:blank", status: 400, varies: true },
  { code: "unauthorized", type: "about:blank", status: 401 },
  { code: "forbidden", type: "about:blank", status: 403 },
  { code: "resource_limit_exceeded", type: "resource_limit_exceeded", status: 403 },
  { code: "not_found", type: "about:blank", status: 404 },
  { code: "conflict", type: "about:blank", status: 409 },
  { code: "gone", type: "about:blank", status: 410 },
  { code: "too_many_requests", type: "about:blank", status: 429 },
  { code: "internal_server_error", type: "about:blank", status: 500 },
  { code: "method_not_allowed", type: "about:blank", status: 405 },
];

/** An error that this file knows. */
export type KnownError = Errors[ErrorCode];

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
  return typeof value === "string" && Object.prototype.hasOwnProperty.call(STATUSES, value);
}

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
  const alike = CODELESS.filter((known) => known.type === (type ?? "about:blank"));
  const declared = alike.filter((known) => known.status === status);
  // A status that no error declares comes from an error whose status varies.
  const found = declared.length > 0 ? declared : alike.filter((known) => known.varies);
  return found.some((known) => known.code === code);
}

/** Returns the error in a parsed JSON body, or `undefined` if the body is not an object. */
export function readError(body: unknown): ApiError | undefined {
  return typeof body === "object" && body !== null ? (body as ApiError) : undefined;
}
