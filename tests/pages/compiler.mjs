// Runs the TypeScript compiler in its strictest mode.

import ts from "typescript";

export const options = {
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts"],
};

/** What the compiler has to say of files. */
export const complaints = (files) => {
  const program = ts.createProgram(files, options);
  const host = { getCanonicalFileName: (f) => f, getCurrentDirectory: () => ".", getNewLine: () => "\n" };
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), host);
};
