// `npm test`: installs what is missing and runs the checks. `npm test -- rust web` runs those two, `npm test -- all` those that take long too.
import { join } from "node:path";
import { collect, LeftOut, main, root, Stop } from "./lib/run.mjs";
import { beginFhirServer, hasFhirServer } from "./lib/fhir-server.mjs";
import { WHEEL, WHEEL_LABEL } from "./lib/wheel.mjs";
import {
  ensureHeadless,
  ensureFirefox,
  ensureNodeAndRust,
  ensurePackages,
  ensurePython,
  ensureWasmBindgen,
  ensureWasmCargo,
  VALIDATORS,
} from "./lib/tools.mjs";

/** Side by side: those that wait for Rust's compiler, and those that wait for a browser. In a lane one follows the other, since they share folders. */
const LANES = [
  ["fmt", "clippy", "docs", "rust", "wasm", "python"],
  ["layers", "types", "supply", "release", "api", "package", "contract", "web"],
];
/** Folders of their own, once the package is built: for the lane that is through first. */
const LATER = ["stories", "consumers", "docs-site"];
/** What is timed, and so runs alone; what searches for as long as it is given; what takes long to set up: where it is asked for, and in CI. */
const ASKED = ["bench", "fuzz", "matrix", "fhir", "spark"];
const CHECKS = [...LANES.flat(), ...LATER];
const ALL = [...CHECKS, ...ASKED];

/** How long after the start the FHIR server's build is waited for. */
const PATIENCE = 45 * 60_000;

const seconds = (since) => Math.round((Date.now() - since) / 1000);
const failed = [];
/** The end of what a failed check said: a log that is cut in the middle still has it. */
const lastWords = new Map();
const LAST_LINES = 80;
const leftOut = [];

/** Downloads beside compilers. Debian's package manager is asked for one thing at a time. */
async function setUp() {
  ensureNodeAndRust();
  const packages = async () => {
    await ensurePackages(root, "what the build needs");
    await ensurePackages(join(root, "tests"), "what the tests need");
    await ensurePackages(join(root, "tests", "consumers"), "React, Vue and Angular for the tests");
    await ensurePackages(join(root, "stories"), "Storybook");
    await ensurePackages(join(root, "docs", "site"), "what makes the documentation");
  };
  const system = async () => {
    await ensureWasmCargo();
    await ensureHeadless();
    await ensureFirefox();
    await ensurePython(VALIDATORS);
    await ensurePython(WHEEL, WHEEL_LABEL);
  };
  await Promise.all([packages(), system(), ensureWasmBindgen()]);
}

/** Runs a check here, with its output shown as it comes. */
async function one(name, deadline) {
  const { label, run } = await import(`./check/${name}.mjs`);
  console.log(`\n── ${name}: ${label}`);
  const started = Date.now();
  try {
    await run({ deadline });
    console.log(`✓ ${name} (${seconds(started)} s)`);
  } catch (error) {
    if (error instanceof LeftOut) {
      leftOut.push(`${name} (${error.why})`);
      console.log(`LEFT OUT: ${error.message}`);
      return;
    }
    failed.push(name);
    console.error(error instanceof Stop ? `✗ ${name}: ${error.message}` : error);
  }
}

/** Runs lanes of checks and then `later`, each check in a process of its own. What it says is shown when it is over, so that nobody speaks
 *  into it. */
async function sideBySide(lanes, later) {
  const running = new Map();
  const beat = setInterval(() => console.log(`  … ${[...running].map(([name, since]) => `${name} ${seconds(since)} s`).join(", ")}`), 30_000);
  const waiting = [...later];
  const lane = async (names) => {
    for (let name = names.shift() ?? waiting.shift(); name; name = names.shift() ?? waiting.shift()) {
      const started = Date.now();
      running.set(name, started);
      const { status, output } = await collect(process.execPath, [join(root, "scripts", "check", `${name}.mjs`)]);
      running.delete(name);
      if (status !== 0) {
        failed.push(name);
        lastWords.set(name, output.trimEnd().split("\n").slice(-LAST_LINES).join("\n"));
      }
      console.log(`\n── ${name}\n${output}${status === 0 ? "✓" : "✗"} ${name} (${seconds(started)} s)`);
    }
  };
  try {
    await Promise.all(lanes.map(lane));
  } finally {
    clearInterval(beat);
  }
}

await main(async () => {
  const started = Date.now();
  const deadline = started + PATIENCE;
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => name !== "all" && !ALL.includes(name));
  if (unknown) throw new Stop(`there is no check "${unknown}": they are ${ALL.join(", ")}, and all`);
  await setUp();
  const usual = hasFhirServer() ? [...CHECKS, "fhir"] : CHECKS;
  const checks = wanted.includes("all") ? ALL : wanted.length === 0 ? usual : ALL.filter((name) => wanted.includes(name));
  console.log(`\nset up (${seconds(started)} s)`);
  if (checks.includes("fhir")) beginFhirServer();
  const lanes = LANES.map((names) => names.filter((name) => checks.includes(name))).filter((names) => names.length > 0);
  const later = lanes.length > 1 ? LATER.filter((name) => checks.includes(name)) : [];
  const together = lanes.length > 1 ? [...lanes.flat(), ...later] : [];
  if (lanes.length > 1) await sideBySide(lanes, later);
  const alone = checks.filter((name) => !together.includes(name));
  for (const name of alone) await one(name, deadline);
  for (const [name, words] of lastWords) console.log(`\n── once more, the end of ${name}\n${words}`);
  if (failed.length) console.log(`\nNot green: ${failed.join(", ")}. One alone: node scripts/check/${failed[0]}.mjs`);
  const left = leftOut.length ? `, ${leftOut.length} left out: ${leftOut.join(", ")}` : "";
  const unasked = wanted.length === 0 ? ASKED.filter((name) => !checks.includes(name)) : [];
  if (unasked.length) console.log(`\nOnly where asked: npm test -- ${unasked.join(" ")}`);
  console.log(`\n${checks.length - failed.length - leftOut.length} passed, ${failed.length} failed${left} (${Math.round(seconds(started) / 60)} min)`);
  process.exitCode = failed.length ? 1 : 0;
});
