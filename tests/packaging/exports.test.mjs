// What an entry exports and what its declarations say it does are the same names.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const requireThere = createRequire(join(consumer, "index.js"));
/** The generator's own: the project's TypeScript is the one that has no API for tools. */
const ts = createRequire(createRequire(import.meta.url).resolve("ts-json-schema-generator"))("typescript");

/** The names of values that the declarations of an entry have: those that compile as such, since `export type *` passes on functions as types. */
function declared(entry, file) {
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    noEmit: true,
  };
  const declarations = file.replace(/\.js$/, ".d.ts");
  const all = ts.createProgram([declarations], options);
  const checker = all.getTypeChecker();
  const names = checker.getExportsOfModule(checker.getSymbolAtLocation(all.getSourceFile(declarations))).map(({ name }) => name);
  const user = join(consumer, `uses-${process.pid}.mts`);
  writeFileSync(user, names.map((name, index) => `import { ${name} as name${index} } from "${entry}"; export const value${index} = name${index};\n`).join(""));
  try {
    const program = ts.createProgram([user], options);
    const source = program.getSourceFile(user);
    const wrong = program
      .getSemanticDiagnostics(source)
      .map(({ start, messageText, code }) => ({ line: source.getLineAndCharacterOfPosition(start).line, messageText, code }));
    // 1361, 1362: passed on as a type; 2693, 18042: a type.
    assert.deepEqual(
      wrong.filter(({ code }) => ![1361, 1362, 2693, 18042].includes(code)),
      [],
    );
    const types = new Set(wrong.map(({ line }) => line));
    return names.filter((_, index) => !types.has(index)).sort();
  } finally {
    rmSync(user);
  }
}

const ENTRIES = ["", "/url", "/visit", "/visit/url", "/fhir", "/cds-hooks", "/desk", "/testing", "/wording/en", "/wording/es", "/labels/es"];

for (const entry of ENTRIES) {
  test(`kx-modifier${entry}`, async () => {
    const file = requireThere.resolve(`kx-modifier${entry}`);
    const exported = Object.keys(await import(pathToFileURL(file).href)).sort();
    assert.ok(exported.length > 0);
    assert.deepEqual(declared(`kx-modifier${entry}`, file), exported);
  });
}

test("what the smaller module leaves out is left out of its declarations, and nothing else", async () => {
  const names = async (entry) => Object.keys(await import(pathToFileURL(requireThere.resolve(entry)).href));
  const [all, visit] = [await names("kx-modifier"), await names("kx-modifier/visit")];
  assert.deepEqual(
    visit.filter((name) => !all.includes(name)),
    [],
  );
  assert.ok(visit.includes("decide") && !visit.includes("audit") && !visit.includes("readRemittance835"));
});
