// Writes the notices of what is inside the npm package and the wheel anew, after a build.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { allNotices } from "./lib/notices.mjs";
import { main, root } from "./lib/run.mjs";

await main(async () => {
  await build();
  for (const [file, text] of Object.entries(allNotices())) writeFileSync(join(root, file), text);
});
