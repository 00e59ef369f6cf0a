/** API Error Codes */

/**
 * 400 Bad Request
 * The server cannot or will not process the request due to something that is perceived to be a client error (e.g., malformed request syntax, invalid request message framing, or deceptive request routing).
 */
export interface InvalidRequest {
  readonly code: "INVALID_REQUEST";
  readonly message: string;
}

/**
 * 401 Unauthorized
 * The request requires user authentication. The client might not have provided credentials or the provided credentials are invalid.
 */
export interface Unauthenticated {
  readonly code: "UNAUTHENTICATED";
  readonly message: string;
}

/**
 * 403 Forbidden
 * The server understood the request, but refuses to authorize it. This is different from 401 Unauthorized because it means the identity of the client is known to the server, but the client does not have permission to perform the requested action.
 */
export interface PermissionDenied {
  readonly code: "PERMISSION_DENIED";
  readonly message: string;
}

/**
 * 404 Not Found
 * The server can not find the requested resource. This may be because the resource does not exist or because the request URL is incorrect.
 */
export interface ResourceNotFound {
  readonly code: "RESOURCE_NOT_FOUND";
  readonly message: string;
}

/**
 * 429 Too Many Requests
 * The user has sent too many requests in a given amount of time ("rate limiting").
 */
export interface RateLimitExceeded {
  readonly code: "RATE_LIMIT_EXCEEDED";
  readonly message: string;
}

/**
 * 500 Internal Server Error
 * The server encountered an unexpected condition that prevented it from fulfilling the request. This is a generic error message when no more specific message is suitable.
 */
export interface InternalServerError {
  readonly code: "INTERNAL_SERVER_ERROR";
  readonly message: string;
}

/**
 * 503 Service Unavailable
 * The server is not ready to handle the request. This may be due to a temporary overload or maintenance.
 */
export interface ServiceUnavailable {
  readonly code: "SERVICE_UNAVAILABLE";
  readonly message: string;
}

/**
 * 402 Payment Required
 * Your account balance is insufficient to complete this transaction.
 */
export interface InsufficientBalance {
  readonly code: "INSUFFICIENT_BALANCE";
  readonly message: string;
  readonly details: {
    /**
     * What the transaction costs.
     * The type is inferred from the examples.
     */
    readonly required: string;
    /**
     * What the account has.
     * The type is inferred from the examples.
     */
    readonly available: string;
  };
}

/**
 * 405 Method Not Allowed
 * The resource does not take this method. The `Allow` header lists those that it takes.
 */
export interface MethodNotAllowed {
  readonly code: "METHOD_NOT_ALLOWED";
  readonly message: string;
}

/** The known errors by code. */
export interface Errors {
  INVALID_REQUEST: InvalidRequest;
  UNAUTHENTICATED: Unauthenticated;
  PERMISSION_DENIED: PermissionDenied;
  RESOURCE_NOT_FOUND: ResourceNotFound;
  RATE_LIMIT_EXCEEDED: RateLimitExceeded;
  INTERNAL_SERVER_ERROR: InternalServerError;
  SERVICE_UNAVAILABLE: ServiceUnavailable;
  INSUFFICIENT_BALANCE: InsufficientBalance;
  METHOD_NOT_ALLOWED: MethodNotAllowed;
}

/** The codes. */
export type ErrorCode = keyof Errors;

/** The known HTTP statuses of each code. A status that is chosen at run time can be another one. */
export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {
  INVALID_REQUEST: [400],
  UNAUTHENTICATED: [401],
  PERMISSION_DENIED: [403],
  RESOURCE_NOT_FOUND: [404],
  RATE_LIMIT_EXCEEDED: [429],
  INTERNAL_SERVER_ERROR: [500],
  SERVICE_UNAVAILABLE: [503],
  INSUFFICIENT_BALANCE: [402],
  METHOD_NOT_ALLOWED: [405],
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
