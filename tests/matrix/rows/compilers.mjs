// The declarations, by each TypeScript from the oldest that is promised on: compiled under strict, and what was compiled is run.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installInto, runIn } from "../project.mjs";

/** The versions that are installed here, oldest first. */
const installed = Object.keys(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).devDependencies)
  .filter((name) => /^typescript-\d/.test(name))
  .sort();

const compiled = (compiler) => async (row) => {
  installInto(row, "typescript");
  cpSync(new URL("../counted.js", import.meta.url), join(row.folder, "counted.js"));
  const tsc = [join(row.installed, compiler, "bin", "tsc"), "-p", "."];
  const lib = ["es2022", "dom", "dom.iterable"];
  const compilerOptions = { strict: true, target: "es2022", lib, types: [], skipLibCheck: false, outDir: "out", rootDir: "." };
  const ways = { bundler: { module: "esnext", moduleResolution: "bundler" }, nodenext: { module: "nodenext", moduleResolution: "nodenext" } };
  for (const [way, how] of Object.entries(ways)) {
    writeFileSync(join(row.folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...compilerOptions, ...how }, files: ["main.ts"] }));
    await runIn(row, process.execPath, tsc);
    const printed = await runIn(row, process.execPath, ["--import", "./counted.js", "out/main.js"]);
    assert.equal(printed.trim(), "GP KX 1", way);
  }
  const { version } = JSON.parse(readFileSync(join(row.installed, compiler, "package.json"), "utf8"));
  return `${version}: ${Object.keys(ways).join(", ")}`;
};

export const COMPILERS = Object.fromEntries(installed.map((name) => [name, compiled(name)]));
