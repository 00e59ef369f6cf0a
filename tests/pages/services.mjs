// The four services and the unusual catalogs, and the paths of their documents.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

export const services = ["accounts", "hosting", "skills", "vault"];

/** The path of a committed document. */
export const committed = (service, file) => join(root, "examples", service, "docs", file);

/** Catalogs as no service has them, of which `cargo test --test documents` writes three documents each. */
export const unusual = ["whole", "mixed"].map((name) => ({
  name,
  module: join(target, "tmp", "unusual", name, "errors.ts"),
  page: join(target, "tmp", "unusual", name, "errors.html"),
  errors: () => errorsOf(join(target, "tmp", "unusual", name, "errors.json")),
}));

/** The catalog as data, by which the others are judged. */
export const catalog = (service) => read(committed(service, "errors.json"));

/** All errors of a service, each with its group. */
export const errors = (service) => errorsOf(committed(service, "errors.json"));

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const errorsOf = (path) =>
  read(path).groups.flatMap((group) => group.errors.map((error) => ({ ...error, group })));

/** The pages of the folder that `cargo test --test documents` writes: the index, then one for each error. */
export const folder = (service) => {
  const path = join(target, "tmp", "pages", service);
  const pages = readdirSync(join(path, "errors")).sort();
  return [join(path, "index.html"), ...pages.map((page) => join(path, "errors", page))];
};

export const url = (path) => pathToFileURL(path).href;
