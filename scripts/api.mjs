// Records what is public anew: `node scripts/api.mjs`, after a change that is meant.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { apiReports, FOLDER } from "./lib/api-reports.mjs";
import { main, root } from "./lib/run.mjs";
import { ensurePackages } from "./lib/tools.mjs";

await main(async () => {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [file, text] of Object.entries(await apiReports())) writeFileSync(join(root, FOLDER, file), text);
});
