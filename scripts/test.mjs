// `npm test`: installs what is missing and runs every check. `npm test -- rust web` runs those two.
import { join } from "node:path";
import { main, root, Stop } from "./lib/run.mjs";
import { ensureBrowser, ensureCargoFuzz, ensureNodeAndRust, ensurePackages, ensureWasmBindgen, ensureWasmCargo } from "./lib/tools.mjs";

const CHECKS = ["fmt", "layers", "clippy", "docs", "rust", "types", "package", "wasm", "web", "consumers", "fuzz"];

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !CHECKS.includes(name));
  if (unknown) throw new Stop(`there is no check "${unknown}": they are ${CHECKS.join(", ")}`);
  ensureNodeAndRust();
  await ensurePackages(root, "what the build needs");
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(join(root, "tests", "consumers"), "React, Vue and Angular for the tests");
  await ensureWasmCargo();
  await ensureWasmBindgen();
  await ensureBrowser();
  await ensureCargoFuzz();
  const failed = [];
  const checks = CHECKS.filter((name) => wanted.length === 0 || wanted.includes(name));
  for (const name of checks) {
    const { label, run } = await import(`./check/${name}.mjs`);
    console.log(`\n── ${name}: ${label}`);
    const started = Date.now();
    try {
      await run();
      console.log(`✓ ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
    } catch (error) {
      failed.push(name);
      console.error(error instanceof Stop ? `✗ ${name}: ${error.message}` : error);
    }
  }
  if (failed.length) console.log(`\nNot green: ${failed.join(", ")}. One alone: node scripts/check/${failed[0]}.mjs`);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length ? 1 : 0;
});
