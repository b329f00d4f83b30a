// The other two engines: each goes the main walk through the appointment screen, by keyboard alone.
import { join } from "node:path";
import { LeftOut, root, Stop } from "../../../scripts/lib/run.mjs";
import { buildSite } from "../../../scripts/site.mjs";
import { ensureFirefox, ensureWebKit } from "../../../scripts/lib/tools.mjs";
import { buildWatchedSite } from "../../contract/watched-site.mjs";
import { runIn } from "../project.mjs";

// Two calls of a package manager, or of a build, get in each other's way.
let turn = Promise.resolve();
const inTurn = (body) => {
  turn = turn.then(body, body);
  return turn;
};

/** `ensure` gives the environment that names the browser. */
const walk = (ensure) => async (row) => {
  const env = await inTurn(async () => {
    await buildSite();
    await buildWatchedSite();
    try {
      return await ensure();
    } catch (error) {
      if (error instanceof Stop) throw new LeftOut("no such browser here", error.message);
      throw error;
    }
  });
  const tests = join(root, "tests");
  const playwright = join(tests, "node_modules", "@playwright", "test", "cli.js");
  const args = ["test", "-c", "web/playwright.config.ts", "--output", join(row.work, `${row.name}-results`), `${row.name}.spec`];
  const printed = await runIn({ ...row, folder: tests }, process.execPath, [playwright, ...args], { CHROMIUM: row.executablePath, ...env });
  const [, passed] = /(\d+) passed/.exec(printed) ?? [];
  if (!passed || /\d+ skipped/.test(printed)) throw new Error(`not every walk was gone:\n${printed}`);
  return `${passed} walk${passed === "1" ? "" : "s"}`;
};

export const BROWSERS = {
  firefox: walk(async () => ({ FIREFOX: await ensureFirefox() })),
  webkit: walk(async () => {
    const { driver, browser } = await ensureWebKit();
    return { WEBKIT_DRIVER: driver, WEBKIT: browser };
  }),
};
