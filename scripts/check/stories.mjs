// Every state of every element, built as `npm run stories` serves it and opened in a real browser; and the code beside them, compiled and run.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensureHeadless, ensurePackages } from "../lib/tools.mjs";
import { buildStories } from "../stories.mjs";
import { withCode } from "../stories-code.mjs";

export const label = "every state of every element";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(join(root, "tests", "consumers"), "React, Vue and Angular for the tests");
  await buildStories();
  await show(join(root, "node_modules", ".bin", "tsc"), ["-p", join(root, "stories", "tsconfig.json")]);
  const chromium = await ensureHeadless();
  await withCode((pages) =>
    show(join(root, "tests", "node_modules", ".bin", "playwright"), ["test", "-c", "stories/playwright.config.ts"], {
      cwd: join(root, "tests"),
      env: { ...process.env, CHROMIUM: chromium, KX_CODE: pages },
    }),
  );
}

await alone(import.meta, run);
