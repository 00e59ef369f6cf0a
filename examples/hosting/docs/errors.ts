/** API: Error Codes */

/**
 * 401 Unauthorized
 * Returned when the API key is missing, invalid, or expired.
 */
export interface Unauthorized {
  readonly code: "unauthorized";
  readonly message: string;
}

/**
 * 403 Forbidden
 * Returned when your API key is valid but lacks the permissions for the requested action.
 */
export interface Forbidden {
  readonly code: "forbidden";
  readonly message: string;
}

/**
 * 404 Not Found
 * The requested resource does not exist or belongs to a different account. The API does not distinguish between "does not exist" and "belongs to someone else" for security reasons.
 */
export interface NotFound {
  readonly code: "not_found";
  readonly message: string;
}

/**
 * 422 Unprocessable Content or 415 or another status, chosen at run time
 * The request was understood but cannot be processed. This covers validation errors and business logic constraints.
 */
export interface UnprocessableEntity {
  readonly code: "unprocessable_entity";
  readonly message: string;
  readonly details?: {
    /** What is wrong with each field. */
    readonly [name: string]: string;
  };
}

/**
 * 429 Too Many Requests
 * You have exceeded the rate limit of 100 requests per minute for your API key.
 */
export interface RateLimitExceeded {
  readonly code: "rate_limit_exceeded";
  readonly message: string;
}

/**
 * 500 Internal Server Error
 * An unexpected error occurred on the server. The error details are logged internally but not exposed in the response for security.
 */
export interface InternalError {
  readonly code: "internal_error";
  readonly message: string;
}

/**
 * 405 Method Not Allowed
 * The endpoint exists, but not for this method. The `Allow` header lists the methods it has.
 */
export interface MethodNotAllowed {
  readonly code: "method_not_allowed";
  readonly message: string;
}

/** The known errors by code. */
export interface Errors {
  unauthorized: Unauthorized;
  forbidden: Forbidden;
  not_found: NotFound;
  unprocessable_entity: UnprocessableEntity;
  rate_limit_exceeded: RateLimitExceeded;
  internal_error: InternalError;
  method_not_allowed: MethodNotAllowed;
}

/** The codes. */
export type ErrorCode = keyof Errors;

/** The known HTTP statuses of each code. A status that is chosen at run time can be another one. */
export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {
  unauthorized: [401],
  forbidden: [403],
  not_found: [404],
  unprocessable_entity: [415, 422],
  rate_limit_exceeded: [429],
  internal_error: [500],
  method_not_allowed: [405],
};

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

/** Returns whether an error has the given code. */
export function isError<C extends ErrorCode>(error: ApiError, code: C): error is Errors[C] {
  return (error as { readonly code?: unknown }).code === code;
}

/**
 * Returns the error in a parsed JSON body: its member `error`, or the body itself. Returns `undefined` if the body is
 * not an object.
 */
export function readError(body: unknown): ApiError | undefined {
  if (typeof body !== "object" || body === null) {
    return undefined;
  }
  const { code, type, error } = body as { readonly code?: unknown; readonly type?: unknown; readonly error?: unknown };
  // A body that has a code or type is the error itself, even if it has a member `error`.
  const isNested = code === undefined && type === undefined && typeof error === "object" && error !== null;
  return (isNested ? error : body) as ApiError;
}
