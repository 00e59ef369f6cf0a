/** Skills API Errors */

/**
 * 401 Unauthorized
 * No `Authorization` header provided. Include a Bearer token.
 */
export interface AuthMissing {
  readonly code: "AUTH_MISSING";
  readonly detail: string;
}

/**
 * 401 Unauthorized
 * The provided token is invalid or malformed.
 */
export interface AuthInvalid {
  readonly code: "AUTH_INVALID";
  readonly detail: string;
}

/**
 * 401 Unauthorized
 * The token has expired. Sign in again to get a fresh token.
 */
export interface AuthExpired {
  readonly code: "AUTH_EXPIRED";
  readonly detail: string;
}

/**
 * 404 Not Found
 * The requested skill slug does not exist.
 */
export interface SkillNotFound {
  readonly code: "SKILL_NOT_FOUND";
  readonly detail: string;
  readonly details: {
    /** The slug that was asked for. */
    readonly slug: string;
  };
}

/**
 * 403 Forbidden
 * The skill was blocked by the security review pipeline.
 */
export interface SkillBlocked {
  readonly code: "SKILL_BLOCKED";
  readonly detail: string;
}

/**
 * 409 Conflict
 * The slug is already in use. Choose a different name.
 */
export interface SkillSlugTaken {
  readonly code: "SKILL_SLUG_TAKEN";
  readonly detail: string;
  readonly details: {
    /** The slug that another skill has. */
    readonly slug: string;
  };
}

/**
 * 403 Forbidden
 * You attempted to modify a skill you do not own.
 */
export interface SkillNotOwner {
  readonly code: "SKILL_NOT_OWNER";
  readonly detail: string;
}

/**
 * 400 Bad Request
 * The skill has been unpublished. Use `POST /v1/skills/{slug}/republish` to restore it.
 */
export interface SkillArchived {
  readonly code: "SKILL_ARCHIVED";
  readonly detail: string;
  readonly details: {
    /** The slug of the skill. */
    readonly slug: string;
  };
}

/**
 * 409 Conflict
 * A new version is already pending security review. Wait for it to complete.
 */
export interface SkillVersionPending {
  readonly code: "SKILL_VERSION_PENDING";
  readonly detail: string;
  readonly details: {
    /** The version that is being reviewed. */
    readonly version: number;
  };
}

/**
 * 400 Bad Request
 * You must set a username before publishing. Update your profile first via `PATCH /v1/users/profile`.
 */
export interface UsernameRequired {
  readonly code: "USERNAME_REQUIRED";
  readonly detail: string;
}

/**
 * 404 Not Found
 * No purchase found for the given ID or session.
 */
export interface PurchaseNotFound {
  readonly code: "PURCHASE_NOT_FOUND";
  readonly detail: string;
}

/**
 * 403 Forbidden
 * You need to purchase this paid skill before downloading.
 */
export interface PurchaseRequired {
  readonly code: "PURCHASE_REQUIRED";
  readonly detail: string;
  readonly details: {
    /** What the skill costs. */
    readonly price_cents: number;
  };
}

/**
 * 409 Conflict
 * You already own this skill.
 */
export interface PurchaseDuplicate {
  readonly code: "PURCHASE_DUPLICATE";
  readonly detail: string;
}

/**
 * 400 Bad Request
 * This skill is free and does not require a checkout.
 */
export interface PurchaseFreeSkill {
  readonly code: "PURCHASE_FREE_SKILL";
  readonly detail: string;
}

/**
 * 404 Not Found
 * The claim ID does not exist or does not belong to you.
 */
export interface ClaimNotFound {
  readonly code: "CLAIM_NOT_FOUND";
  readonly detail: string;
}

/**
 * 400 Bad Request
 * Only external (ClawHub) skills can be claimed.
 */
export interface ClaimNotClawhub {
  readonly code: "CLAIM_NOT_CLAWHUB";
  readonly detail: string;
}

/**
 * 409 Conflict
 * This skill has already been claimed by another user.
 */
export interface ClaimAlreadyClaimed {
  readonly code: "CLAIM_ALREADY_CLAIMED";
  readonly detail: string;
}

/**
 * 400 Bad Request
 * The claim is not in sandbox status and cannot be approved.
 */
export interface ClaimNotSandbox {
  readonly code: "CLAIM_NOT_SANDBOX";
  readonly detail: string;
}

/**
 * 400 Bad Request
 * The license code does not match any purchase.
 */
export interface LicenseInvalid {
  readonly code: "LICENSE_INVALID";
  readonly detail: string;
}

/**
 * 409 Conflict
 * This license code has already been redeemed.
 */
export interface LicenseRedeemed {
  readonly code: "LICENSE_REDEEMED";
  readonly detail: string;
}

/**
 * 409 Conflict
 * The requested username is already in use. Choose another.
 */
export interface UsernameTaken {
  readonly code: "USERNAME_TAKEN";
  readonly detail: string;
  readonly details: {
    /** The name that another user has. */
    readonly username: string;
  };
}

/**
 * 422 Unprocessable Content
 * Input validation failed. Check the error `detail` for specifics.
 */
export interface ValidationError {
  readonly code: "VALIDATION_ERROR";
  readonly detail: string;
  readonly details?: {
    /**
     * What is wrong, by the field of the request.
     * The type is inferred from the examples.
     */
    readonly [name: string]: string;
  };
}

/**
 * 404 Not Found
 * The requested resource was not found.
 */
export interface NotFound {
  readonly code: "NOT_FOUND";
  readonly detail: string;
}

/**
 * 403 Forbidden
 * You do not have permission to perform this action.
 */
export interface Forbidden {
  readonly code: "FORBIDDEN";
  readonly detail: string;
}

/**
 * 413 Content Too Large
 * The uploaded file exceeds the size limit.
 */
export interface FileTooLarge {
  readonly code: "FILE_TOO_LARGE";
  readonly detail: string;
  readonly details: {
    /** The largest file that is taken. */
    readonly limit_bytes: number;
  };
}

/**
 * 502 Bad Gateway
 * File storage operation failed. Retry the request.
 */
export interface StorageError {
  readonly code: "STORAGE_ERROR";
  readonly detail: string;
}

/**
 * 429 Too Many Requests
 * Too many requests. See [Rate Limits](#rate-limits) for details.
 */
export interface RateLimited {
  readonly code: "RATE_LIMITED";
  readonly detail: string;
}

/**
 * 405 Method Not Allowed
 * The resource does not take this method. The `Allow` header lists those that it takes.
 */
export interface MethodNotAllowed {
  readonly code: "METHOD_NOT_ALLOWED";
  readonly detail: string;
}

/**
 * 500 Internal Server Error
 * Something went wrong on our side. Retry the request.
 */
export interface InternalError {
  readonly code: "INTERNAL_ERROR";
  readonly detail: string;
}

/** The known errors by code. */
export interface Errors {
  AUTH_MISSING: AuthMissing;
  AUTH_INVALID: AuthInvalid;
  AUTH_EXPIRED: AuthExpired;
  SKILL_NOT_FOUND: SkillNotFound;
  SKILL_BLOCKED: SkillBlocked;
  SKILL_SLUG_TAKEN: SkillSlugTaken;
  SKILL_NOT_OWNER: SkillNotOwner;
  SKILL_ARCHIVED: SkillArchived;
  SKILL_VERSION_PENDING: SkillVersionPending;
  USERNAME_REQUIRED: UsernameRequired;
  PURCHASE_NOT_FOUND: PurchaseNotFound;
  PURCHASE_REQUIRED: PurchaseRequired;
  PURCHASE_DUPLICATE: PurchaseDuplicate;
  PURCHASE_FREE_SKILL: PurchaseFreeSkill;
  CLAIM_NOT_FOUND: ClaimNotFound;
  CLAIM_NOT_CLAWHUB: ClaimNotClawhub;
  CLAIM_ALREADY_CLAIMED: ClaimAlreadyClaimed;
  CLAIM_NOT_SANDBOX: ClaimNotSandbox;
  LICENSE_INVALID: LicenseInvalid;
  LICENSE_REDEEMED: LicenseRedeemed;
  USERNAME_TAKEN: UsernameTaken;
  VALIDATION_ERROR: ValidationError;
  NOT_FOUND: NotFound;
  FORBIDDEN: Forbidden;
  FILE_TOO_LARGE: FileTooLarge;
  STORAGE_ERROR: StorageError;
  RATE_LIMITED: RateLimited;
  METHOD_NOT_ALLOWED: MethodNotAllowed;
  INTERNAL_ERROR: InternalError;
}

/** The codes. */
export type ErrorCode = keyof Errors;

/** The known HTTP statuses of each code. A status that is chosen at run time can be another one. */
export const STATUSES: { readonly [C in ErrorCode]: readonly number[] } = {
  AUTH_MISSING: [401],
  AUTH_INVALID: [401],
  AUTH_EXPIRED: [401],
  SKILL_NOT_FOUND: [404],
  SKILL_BLOCKED: [403],
  SKILL_SLUG_TAKEN: [409],
  SKILL_NOT_OWNER: [403],
  SKILL_ARCHIVED: [400],
  SKILL_VERSION_PENDING: [409],
  USERNAME_REQUIRED: [400],
  PURCHASE_NOT_FOUND: [404],
  PURCHASE_REQUIRED: [403],
  PURCHASE_DUPLICATE: [409],
  PURCHASE_FREE_SKILL: [400],
  CLAIM_NOT_FOUND: [404],
  CLAIM_NOT_CLAWHUB: [400],
  CLAIM_ALREADY_CLAIMED: [409],
  CLAIM_NOT_SANDBOX: [400],
  LICENSE_INVALID: [400],
  LICENSE_REDEEMED: [409],
  USERNAME_TAKEN: [409],
  VALIDATION_ERROR: [422],
  NOT_FOUND: [404],
  FORBIDDEN: [403],
  FILE_TOO_LARGE: [413],
  STORAGE_ERROR: [502],
  RATE_LIMITED: [429],
  METHOD_NOT_ALLOWED: [405],
  INTERNAL_ERROR: [500],
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

/** Returns the error in a parsed JSON body, or `undefined` if the body is not an object. */
export function readError(body: unknown): ApiError | undefined {
  return typeof body === "object" && body !== null ? (body as ApiError) : undefined;
}
