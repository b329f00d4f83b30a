// The documentation site: built, every link leads somewhere, and its pages opened in a real browser.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { buildDocs } from "../docs-site.mjs";
import { ensureHeadless, ensurePackages } from "../lib/tools.mjs";

export const label = "the documentation site";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await buildDocs();
  await show(join(root, "node_modules", ".bin", "tsc"), ["-p", join(root, "docs", "site", "tsconfig.json")]);
  await show(process.execPath, ["--test", join(root, "tests", "docs-site", "links.test.mjs"), join(root, "tests", "docs-site", "texts.test.mjs")]);
  const chromium = await ensureHeadless();
  await show(join(root, "tests", "node_modules", ".bin", "playwright"), ["test", "-c", "docs-site/playwright.config.ts"], {
    cwd: join(root, "tests"),
    env: { ...process.env, CHROMIUM: chromium },
  });
}

await alone(import.meta, run);
