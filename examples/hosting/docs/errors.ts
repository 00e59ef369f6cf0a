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
 * 422 Unprocessable Content
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

/** The HTTP statuses that a code is declared with. One that varies may come as another. */
export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {
  unauthorized: [401],
  forbidden: [403],
  not_found: [404],
  unprocessable_entity: [422],
  rate_limit_exceeded: [429],
  internal_error: [500],
  method_not_allowed: [405],
};

/** An error that was known when this file was made. */
export type KnownError = Errors[ErrorCode];

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
  return typeof value === "string" && Object.prototype.hasOwnProperty.call(STATUSES, value);
}

/** Whether an error is the one of a code. */
export function isError<C extends ErrorCode>(error: ApiError, code: C): error is Errors[C] {
  return (error as { readonly code?: unknown }).code === code;
}

/** The error in a body that was parsed from JSON: its member `error`, or the body itself; none if it is no object. */
export function readError(body: unknown): ApiError | undefined {
  if (typeof body !== "object" || body === null) {
    return undefined;
  }
  const { code, type, error } = body as { readonly code?: unknown; readonly type?: unknown; readonly error?: unknown };
  // A body with a code or type of its own may have a member of that name too.
  const isNested = code === undefined && type === undefined && typeof error === "object" && error !== null;
  return (isNested ? error : body) as ApiError;
}
