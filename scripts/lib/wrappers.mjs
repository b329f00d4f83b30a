// What follows from the table of functions (src/wall/table.rs): the JavaScript functions of a module, and their declarations.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { literals } from "./shapes.mjs";

/** The parts of a name such as `decideAll:outcome`. */
const split = (name) => name.split(":");

/** The source of a function's wrapper. */
function wrapper({ name, how }, index, functions) {
  switch (how) {
    case "each":
    case "each-or-none": {
      const others = functions.flatMap((other, place) => (split(other.name)[0] === name && other.name !== name ? [[split(other.name)[1], place]] : []));
      return `kx.each(${index}, ${how === "each" ? '"in-place"' : '"refused"'}, ${JSON.stringify(Object.fromEntries(others))})`;
    }
    case "lines":
      return `kx.lines(${index}, ${JSON.stringify(name === "decideNdjson" ? "requests" : "lines")}, "policy")`;
    default:
      return `kx.${how}(${index})`;
  }
}

/**
 * Writes into `folder`, beside `glue.js` and `versions.js`: `kx.js` (the package over this module) and `functions.js` with one function a
 * row of the table, both with declarations against the contract.
 */
export function writeWrappers(folder, { functions, methods }, areas) {
  writeFileSync(
    join(folder, "kx.js"),
    [
      'import { createPackage } from "#core/package.js";',
      'import { createGlue } from "./glue.js";',
      'import literals from "./shapes.js";',
      'import versions from "./versions.js";',
      `export default /* @__PURE__ */ createPackage(createGlue, versions, ${JSON.stringify(methods)}, literals);`,
      "",
    ].join("\n"),
  );
  writeFileSync(join(folder, "shapes.js"), literals(areas));
  writeFileSync(
    join(folder, "kx.d.ts"),
    [
      'import type { createPackage } from "../../../www/core/package.js";',
      "declare const kx: ReturnType<typeof createPackage>;",
      "export default kx;",
      "",
    ].join("\n"),
  );
  const own = functions.map((row, index) => ({ ...row, index })).filter(({ name }) => name !== "versions" && !name.includes(":"));
  const fixed = ["versions", "openAppointment", "useWording", "useRules"];
  writeFileSync(
    join(folder, "functions.js"),
    [
      'import kx from "./kx.js";',
      'export { KxError } from "#core/error.js";',
      "export const initSync = kx.loadSync;",
      ...fixed.map((name) => `export const ${name} = kx.${name};`),
      ...own.map((row) => `export const ${row.name} = ${wrapper(row, row.index, functions)};`),
      "",
    ].join("\n"),
  );
  const names = ["initSync", ...fixed, ...own.map(({ name }) => name)];
  writeFileSync(
    join(folder, "functions.d.ts"),
    [
      'import type * as Kx from "../../../www/core/index.js";',
      'export { KxError } from "../../../www/core/error.js";',
      ...names.map((name) => `export declare const ${name}: typeof Kx.${name};`),
      "",
    ].join("\n"),
  );
  writeFileSync(join(folder, "glue.d.ts"), 'import type { Glue } from "../../../www/core/glue.js";\nexport declare function createGlue(): Glue;\n');
  writeFileSync(join(folder, "wasm-inline.d.ts"), "declare const text: string;\nexport default text;\n");
  writeFileSync(
    join(folder, "versions.d.ts"),
    "declare const versions: { package: string; revision: string; rules: string; packs: string[]; years: number[] };\nexport default versions;\n",
  );
}
