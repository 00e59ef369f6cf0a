// OpenAPI: an independent validator accepts the documents. Types from an independent generator compile, and narrow
// the code by status.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { validate } from "@readme/openapi-parser";
import openapiTS, { astToString } from "openapi-typescript";

import { complaints } from "./compiler.mjs";
import { committed, errors, folder, services, url } from "./services.mjs";

const generated = new URL("node_modules/.generated/", import.meta.url).pathname;
mkdirSync(generated, { recursive: true });

/** What tells the errors of a format apart, and where it is in a body. */
const CODES = {
  nested: { of: "code", at: '["error"]["code"]' },
  flat: { of: "code", at: '["code"]' },
  "problem(code = false)": { of: "type", at: '["type"]' },
};

/** A file that compiles only if a status's body has the codes that the catalog has for it. */
const use = (service, module) => {
  const lines = [
    `import type { components } from ${JSON.stringify(module)};`,
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
  ];
  const statuses = byStatus(errors(service));
  for (const [status, list] of statuses) {
    const { group } = list[0];
    const { of, at } = CODES[group.format];
    const body = `components["responses"]["Error${status}"]["content"][${JSON.stringify(group.content_type)}]`;
    const codes = [...new Set(list.map((error) => JSON.stringify(error[of])))].join(" | ");
    lines.push(`export const s${status}: Same<${body}${at}, ${codes}> = true;`);
    lines.push("// @ts-expect-error no code of the status");
    lines.push(`export const w${status}: ${body}${at} = "no such code";`);
  }
  return { text: `${lines.join("\n")}\n`, count: statuses.size };
};

const byStatus = (list) => {
  const statuses = new Map();
  for (const error of list) {
    statuses.set(error.status, [...(statuses.get(error.status) ?? []), error]);
  }
  return statuses;
};

const FORMS = {
  "one schema": (service) => committed(service, "openapi.json"),
  oneOf: (service) => join(dirname(folder(service)[0]), "openapi.json"),
};

for (const service of services) {
  for (const [form, path] of Object.entries(FORMS)) {
    test(`${service}, ${form}: the description is valid`, async () => {
      const result = await validate(path(service));
      assert.ok(result.valid, JSON.stringify(result, null, 2));
    });
    test(`${service}, ${form}: the generated types narrow the code by status`, async () => {
      const description = readFileSync(path(service), "utf8");
      assert.equal(description.includes('"discriminator"'), form === "oneOf");
      const name = `${service}-${form === "oneOf" ? "alternatives" : "merged"}`;
      writeFileSync(join(generated, `${name}.ts`), astToString(await openapiTS(description)));
      const { text, count } = use(service, `./${name}.ts`);
      assert.ok(count > 4);
      const file = join(generated, `${name}-use.ts`);
      writeFileSync(file, text);
      assert.equal(complaints([file]), "");
    });
  }
}

/** A file that compiles only if two errors of a status have different types. */
const apart = (module) => `import type { components } from ${JSON.stringify(module)};
type Conflict = components["responses"]["Error409"]["content"]["application/json"];
export const shown = (error: Conflict): string => {
  switch (error.code) {
    case "SKILL_SLUG_TAKEN":
      return error.details.slug;
    case "SKILL_VERSION_PENDING":
      return error.details.version.toFixed();
    default:
      return error.code;
  }
};
export const wrong = (error: Conflict): unknown =>
  // @ts-expect-error this conflict has no version
  error.code === "SKILL_SLUG_TAKEN" ? error.details.version : undefined;
`;

test("two conflicts of one operation have different types", async () => {
  const description = readFileSync(FORMS.oneOf("skills"), "utf8");
  writeFileSync(join(generated, "conflict.ts"), astToString(await openapiTS(description)));
  const file = join(generated, "conflict-use.ts");
  writeFileSync(file, apart("./conflict.ts"));
  assert.equal(complaints([file]), "");
});

for (const service of services) {
  test(`${service}: operations that are written by hand refer to the generated errors`, async () => {
    const path = committed(service, "api.yaml");
    const result = await validate(path);
    assert.ok(result.valid, JSON.stringify(result, null, 2));
    const types = astToString(await openapiTS(new URL(url(path))));
    assert.match(types, /40[14]: components\["responses"\]\["Error40[14]"\]/);
    assert.match(types, /Error401: \{/);
    writeFileSync(join(generated, `${service}-operations.ts`), types);
    assert.equal(complaints([join(generated, `${service}-operations.ts`)]), "");
  });
}

test("an operation has the codes that it may fail with, and no others", async () => {
  const types = astToString(await openapiTS(new URL(url(committed("skills", "api.yaml")))));
  writeFileSync(join(generated, "operation.ts"), types);
  const file = join(generated, "operation-use.ts");
  writeFileSync(
    file,
    `import type { operations } from "./operation.ts";
type Failure = operations["publishSkill"]["responses"][409]["content"]["application/json"];
export const code: Failure["code"] = "SKILL_SLUG_TAKEN";
// @ts-expect-error another operation fails with it
export const wrong: Failure["code"] = "SKILL_VERSION_PENDING";
`,
  );
  assert.equal(complaints([file]), "");
});

test("an invalid document is refused", async () => {
  const description = JSON.parse(readFileSync(committed("skills", "openapi.json"), "utf8"));
  delete Object.values(description.components.responses)[0].description;
  const result = await validate(description);
  assert.equal(result.valid, false);
});
