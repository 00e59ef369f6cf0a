// A problem without `code`: `type` and `status` tell the errors apart.

import { isError, readError } from "../../../examples/vault/docs/errors.ts";
import type { Forbidden, KnownError, ResourceLimitExceeded } from "../../../examples/vault/docs/errors.ts";

export const left = (body: unknown): number | undefined => {
  const error = readError(body);
  if (error !== undefined && isError(error, "resource_limit_exceeded")) {
    const limit: ResourceLimitExceeded = error;
    return limit.limit - limit.used;
  }
  return undefined;
};

/** Two errors of one status are two types. */
export const quota = (error: Forbidden | ResourceLimitExceeded): string =>
  error.type === "resource_limit_exceeded" ? error.tier : error.title;

export const byStatus = (error: KnownError): string | undefined => {
  if (error.status === 410) {
    const gone: "about:blank" = error.type;
    return gone;
  }
  // @ts-expect-error the body has no code
  return error.code;
};

// @ts-expect-error the status of an error is one
export const status: ResourceLimitExceeded["status"] = 404;
