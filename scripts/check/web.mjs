// The appointment screen in a real browser, as it is served.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensureFirefox, ensureHeadless, ensurePackages } from "../lib/tools.mjs";
import { buildSite } from "../site.mjs";
import { buildWatchedSite } from "../../tests/contract/watched-site.mjs";
import * as month from "../../tests/month/site.mjs";
import * as week from "../../tests/week/site.mjs";

export const label = "the appointment screen";
export async function run() {
  await build();
  await buildSite();
  await buildWatchedSite();
  await week.build();
  await month.build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  const chromium = await ensureHeadless();
  const firefox = await ensureFirefox();
  await show(join(root, "tests", "node_modules", ".bin", "playwright"), ["test", "-c", "web/playwright.config.ts"], {
    cwd: join(root, "tests"),
    env: { ...process.env, CHROMIUM: chromium, FIREFOX: firefox },
  });
}

await alone(import.meta, run);
