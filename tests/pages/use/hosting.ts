// A `nested` body whose details are a map of field errors that may not be there.

import { isError, readError } from "../../../examples/hosting/docs/errors.ts";
import type { UnprocessableEntity } from "../../../examples/hosting/docs/errors.ts";

export const fields = (body: unknown): readonly string[] => {
  const error = readError(body);
  if (error === undefined || !isError(error, "unprocessable_entity")) {
    return [];
  }
  // @ts-expect-error there may be no details
  const all: { readonly [name: string]: string } = error.details;
  void all;
  return Object.entries(error.details ?? {}).map(([name, text]) => `${name} ${text}`);
};

export const named = (error: UnprocessableEntity): string => {
  // @ts-expect-error any field may be without an error
  const text: string = error.details?.["name"];
  return text;
};
