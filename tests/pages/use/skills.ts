// A `flat` body: `code` tells the errors apart.

import { isError, isErrorCode, readError, STATUSES } from "../../../examples/skills/docs/errors.ts";
import type { ApiError, ErrorCode, Errors, KnownError, SkillSlugTaken } from "../../../examples/skills/docs/errors.ts";

/** The union narrows by its literals. */
export const slugOf = (error: KnownError): string | undefined => {
  switch (error.code) {
    case "SKILL_SLUG_TAKEN":
      return error.details.slug;
    case "SKILL_BLOCKED":
      // @ts-expect-error a blocked skill has no details
      return error.details.slug;
    // @ts-expect-error there is no such code
    case "SKILL_SLUG_TKAEN":
      return undefined;
    default:
      // @ts-expect-error not all that is left has details
      return error.details.slug;
  }
};

/** The guard narrows what came over the wire. */
export const message = (body: unknown): string => {
  const error: ApiError | undefined = readError(body);
  if (error === undefined) {
    return "no error at all";
  }
  // @ts-expect-error the arm of errors to come has no text for sure
  const early: string = error.detail;
  if (isError(error, "SKILL_SLUG_TAKEN")) {
    const taken: SkillSlugTaken = error;
    return taken.details.slug + early;
  }
  // @ts-expect-error a code that is not there can't be asked for
  if (isError(error, "NO_SUCH_CODE")) {
    return "";
  }
  // The arm for errors that are not known yet: everything may be there, and nothing is sure.
  const code: unknown = error.code;
  return isErrorCode(code) ? `${STATUSES[code].join()} ${code}` : "an error to come";
};

/** Every code has a place in a table of texts, and none is forgotten. */
type Texts = { readonly [C in ErrorCode]: string };
// @ts-expect-error a table without all codes
export const texts: Texts = { AUTH_MISSING: "Sign in." };

/** A code is a literal, not any string. */
// @ts-expect-error the code of one error is not that of another
export const wrong: Errors["AUTH_MISSING"]["code"] = "AUTH_INVALID";

export const frozen = (error: SkillSlugTaken): void => {
  // @ts-expect-error what was received is not changed
  error.details.slug = "other";
  // @ts-expect-error a slug is a string
  const slug: number = error.details.slug;
  void slug;
};
