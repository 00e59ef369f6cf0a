// TypeScript: the committed modules and correct uses compile under `tsc --strict`; wrong uses do not.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";

import { complaints, options } from "./compiler.mjs";
import { committed, errors, services, unusual } from "./services.mjs";

/** Every module with the errors that it is made from. */
const modules = [
  ...services.map((name) => ({ name, module: committed(name, "errors.ts"), errors: () => errors(name) })),
  ...unusual,
];

for (const { name, module } of modules) {
  test(`${name}: errors.ts compiles`, () => {
    assert.equal(complaints([module]), "");
  });
}

for (const service of services) {
  test(`${service}: correct use compiles, and wrong use does not`, () => {
    assert.equal(complaints([new URL(`use/${service}.ts`, import.meta.url).pathname]), "");
  });
}

for (const { name, module: path, errors } of modules) {
  test(`${name}: the guard tells every example from the others`, async () => {
    const source = readFileSync(path, "utf8");
    const { outputText } = ts.transpileModule(source, { compilerOptions: options });
    const module = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
    const all = errors();
    assert.deepEqual(Object.keys(module.STATUSES).sort(), all.map((error) => error.code).sort());
    for (const { code, status, statuses, examples } of all) {
      assert.deepEqual(module.STATUSES[code], statuses ?? [status]);
      assert.ok(module.isErrorCode(code) && !module.isErrorCode(`${code}!`) && !module.isErrorCode("constructor"));
      for (const example of examples) {
        const error = module.readError(JSON.parse(example.body));
        const found = all.filter((other) => module.isError(error, other.code));
        assert.deepEqual(found.map((other) => other.code), [code], example.body);
      }
    }
    for (const body of [null, undefined, "text", 7]) {
      assert.equal(module.readError(body), undefined);
    }
    const unknown = { code: "from tomorrow", type: "tomorrow", status: 418 };
    assert.ok(all.every(({ code }) => !module.isError(module.readError(unknown), code)));
  });
}

test("an unmarked wrong use is refused", () => {
  const file = new URL("node_modules/.wrong/use.ts", import.meta.url).pathname;
  mkdirSync(new URL("node_modules/.wrong/", import.meta.url), { recursive: true });
  const module = JSON.stringify(committed("skills", "errors.ts"));
  writeFileSync(file, `import type { ErrorCode } from ${module};\nexport const code: ErrorCode = "NO_SUCH_CODE";\n`);
  assert.match(complaints([file]), /NO_SUCH_CODE/);
});
