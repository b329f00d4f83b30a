// The parts of a bench in their order. `scripts/bench.mjs` and `scripts/check/bench.mjs` call this once the package is built.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { done, progress } from "./lib/progress.mjs";
import { recordable } from "./lib/table.mjs";

export const PARTS = ["answers", "core", "cold", "memory", "linear", "x12", "chromium"];
/** Chromium is asked for by name. */
export const USUAL = PARTS.filter((part) => part !== "chromium");

const recordFile = fileURLToPath(new URL("recorded.json", import.meta.url));
export const recorded = () => (existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, "utf8")) : {});

/** Addresses of the entries of a built package: the default one, and that of a visit where the build has it. */
export function entriesOf(dist) {
  const described = join(dirname(dist), "package.json");
  const named = basename(dist) === "dist" && existsSync(described) ? JSON.parse(readFileSync(described, "utf8")).exports?.["./visit"]?.default : undefined;
  const visit = named ? join(dirname(dist), named) : join(dist, "visit.js");
  return { entry: pathToFileURL(join(dist, "index.js")).href, visit: existsSync(visit) ? pathToFileURL(visit).href : null };
}

/** A contender of others that breaks is left out of the table; plain JS and the package have to run. */
const broken = (failed = {}) =>
  Object.entries(failed)
    .filter(([name]) => !/^(big\.js|json-rules-engine|cedar-wasm|zen-engine)$/.test(name))
    .map(([name, why]) => `${name} failed: ${why}`);

/**
 * Runs the parts and prints each; `keep` records them. Answers what is `wrong` (answers that disagree, and what broke; how quick anything is,
 * is no fault), and the ratios by `sections`, as they are recorded.
 */
export async function bench({ dist, parts = USUAL, executablePath, settings = {}, keep = false }) {
  const { entry, visit } = entriesOf(dist);
  const wrong = [],
    sections = {};
  for (const part of parts) {
    const own = { entry, visit, executablePath, progress, ...settings[part] };
    const { [part]: run } = await import(`./measure/${part}.mjs`);
    const found = await run(own);
    done();
    wrong.push(...(found.wrong ?? []), ...broken(found.failed));
    if (found.rows && part !== "x12") sections[part] = recordable(found.rows);
    if (found.kept) sections[part] = found.kept;
    // Part by part: the later ones take minutes, and may be interrupted.
    if (keep && wrong.length === 0) record(sections);
  }
  return { wrong, sections };
}

/** Keeps what was measured, beside the parts that were not measured this time. */
function record(sections) {
  writeFileSync(recordFile, `${JSON.stringify({ ...recorded(), ...sections }, null, 2)}\n`);
}
