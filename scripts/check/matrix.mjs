// The packed tarball everywhere front-ends are built: bundlers, servers, workers, runtimes, test runners, compilers and browsers.
// `node scripts/check/matrix.mjs vite-5 next` runs two rows. A budget of its own, so it is no part of the plain `npm test`.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { alone, LeftOut, root, show, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensureBrowser, ensurePackages } from "../lib/tools.mjs";

const source = join(root, "tests", "matrix");
const work = join(source, "work");
const unpacked = join(work, "node_modules", "kx-modifier");
const SIDE_BY_SIDE = 2;

export const label = "the packed tarball in bundlers, runtimes, test runners and browsers";
export async function run() {
  const { ROWS } = await import(join(source, "rows.mjs"));
  const asked = process.argv.slice(2).filter((name) => Object.hasOwn(ROWS, name));
  const names = asked.length ? asked : Object.keys(ROWS);
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(source, "bundlers, runtimes and test runners for the tests");
  const { chromium: executablePath } = await ensureBrowser();
  await unpack();
  const { chromium } = createRequire(join(root, "tests", "package.json"))("playwright-core");
  const started = Date.now();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  const failed = [];
  const leftOut = [];
  const waiting = [...names];
  const oneAfterTheOther = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const began = Date.now();
      const took = () => `${seconds(began)} s`;
      const folder = join(work, name);
      try {
        const said = await ROWS[name]({ name, folder, work, unpacked, installed: join(source, "node_modules"), browser, executablePath });
        // What all rows build together is more than a small disk has.
        rmSync(folder, { recursive: true, force: true });
        console.log(`✓ ${name}: ${said} (${took()})`);
      } catch (error) {
        if (error instanceof LeftOut) {
          leftOut.push(name);
          console.log(`LEFT OUT ${name}: ${error.message}`);
          continue;
        }
        failed.push(name);
        console.error(`✗ ${name}: ${error.message} (${took()})`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, oneAfterTheOther));
  } finally {
    await browser.close();
  }
  const skipped = leftOut.length ? `, left out: ${leftOut.join(", ")}` : "";
  console.log(`${names.length - failed.length - leftOut.length} of ${names.length} rows in ${seconds(started)} s${skipped}`);
  if (failed.length) throw new Stop(`not green: ${failed.join(", ")}; what was built is in tests/matrix/work`);
  rmSync(work, { recursive: true, force: true });
}

const seconds = (since) => Math.round((Date.now() - since) / 1000);

/** The tarball as `npm install` would put it. */
async function unpack() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  await show("npm", ["pack", "--silent", "--pack-destination", work]);
  const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
  await show("tar", ["-xzf", join(work, tarball), "-C", unpacked, "--strip-components=1"]);
}

await alone(import.meta, run);
