// A `nested` body: `readError` takes the error out of it.

import { isError, readError } from "../../../examples/accounts/docs/errors.ts";
import type { InsufficientBalance, KnownError } from "../../../examples/accounts/docs/errors.ts";

export const missing = (body: unknown): string | undefined => {
  const error = readError(body);
  if (error !== undefined && isError(error, "INSUFFICIENT_BALANCE")) {
    const both: readonly [string, string] = [error.details.required, error.details.available];
    return both.join(" > ");
  }
  return undefined;
};

export const balance: InsufficientBalance = {
  code: "INSUFFICIENT_BALANCE",
  message: "Too little.",
  // @ts-expect-error both amounts are always there
  details: { required: "10.00" },
};

/** All codes are handled, or the last line does not compile. */
export const rank = (error: KnownError): number => {
  switch (error.code) {
    case "INVALID_REQUEST":
    case "UNAUTHENTICATED":
    case "PERMISSION_DENIED":
    case "RESOURCE_NOT_FOUND":
    case "METHOD_NOT_ALLOWED":
    case "INSUFFICIENT_BALANCE":
      return 1;
    case "RATE_LIMIT_EXCEEDED":
    case "INTERNAL_SERVER_ERROR":
      return 2;
    default: {
      const last: "SERVICE_UNAVAILABLE" = error.code;
      // @ts-expect-error one is left
      const none: never = error;
      return last.length + none;
    }
  }
};
