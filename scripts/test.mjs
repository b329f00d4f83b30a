// `npm test`: installs what is missing and runs the checks. `npm test -- rust web` runs those two, `npm test -- all` those that take long too.
import { join } from "node:path";
import { LeftOut, main, root, Stop } from "./lib/run.mjs";
import { beginFhirServer, hasFhirServer } from "./lib/fhir-server.mjs";
import {
  ensureBrowser,
  ensureCargoFuzz,
  ensureNodeAndRust,
  ensurePackages,
  ensurePython,
  ensureWasmBindgen,
  ensureWasmCargo,
  VALIDATORS,
} from "./lib/tools.mjs";

const CHECKS = ["fmt", "layers", "clippy", "docs", "rust", "types", "package", "contract", "wasm", "web", "consumers", "stories", "fuzz", "bench"];
/** What takes long to set up runs where it is asked for, and in CI. */
const ASKED = ["matrix", "fhir"];
const ALL = [...CHECKS, ...ASKED];

/** How long after the start the FHIR server's build is waited for. */
const PATIENCE = 45 * 60_000;

await main(async () => {
  const deadline = Date.now() + PATIENCE;
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => name !== "all" && !ALL.includes(name));
  if (unknown) throw new Stop(`there is no check "${unknown}": they are ${ALL.join(", ")}, and all`);
  ensureNodeAndRust();
  await ensurePackages(root, "what the build needs");
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(join(root, "tests", "consumers"), "React, Vue and Angular for the tests");
  await ensurePackages(join(root, "stories"), "Storybook");
  await ensurePackages(join(root, "bench"), "what the package is timed beside");
  await ensureWasmCargo();
  await ensureWasmBindgen();
  await ensureBrowser();
  await ensureCargoFuzz();
  await ensurePython(VALIDATORS);
  const failed = [];
  const leftOut = [];
  const usual = hasFhirServer() ? [...CHECKS, "fhir"] : CHECKS;
  const checks = wanted.includes("all") ? ALL : wanted.length === 0 ? usual : ALL.filter((name) => wanted.includes(name));
  if (checks.includes("fhir")) beginFhirServer();
  for (const name of checks) {
    const { label, run } = await import(`./check/${name}.mjs`);
    console.log(`\n── ${name}: ${label}`);
    const started = Date.now();
    try {
      await run({ deadline });
      console.log(`✓ ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
    } catch (error) {
      if (error instanceof LeftOut) {
        leftOut.push(`${name} (${error.why})`);
        console.log(`LEFT OUT: ${error.message}`);
        continue;
      }
      failed.push(name);
      console.error(error instanceof Stop ? `✗ ${name}: ${error.message}` : error);
    }
  }
  if (failed.length) console.log(`\nNot green: ${failed.join(", ")}. One alone: node scripts/check/${failed[0]}.mjs`);
  const left = leftOut.length ? `, ${leftOut.length} left out: ${leftOut.join(", ")}` : "";
  const unasked = wanted.length === 0 ? ASKED.filter((name) => !checks.includes(name)) : [];
  if (unasked.length) console.log(`\nOnly where asked: npm test -- ${unasked.join(" ")}`);
  console.log(`\n${checks.length - failed.length - leftOut.length} passed, ${failed.length} failed${left}`);
  process.exitCode = failed.length ? 1 : 0;
});
