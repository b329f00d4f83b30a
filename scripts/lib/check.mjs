// What every check shares: it runs alone (`node scripts/check/NAME.mjs`) and as one of `npm test`.
import { pathToFileURL } from "node:url";
import { main, root } from "./run.mjs";
import { ensureNodeAndRust, ensurePackages } from "./tools.mjs";

export { ask, LeftOut, root, show, step, Stop } from "./run.mjs";

/** Runs the check where its file is the one that was called, in a fresh clone too. */
export async function alone(meta, run) {
  if (meta.url !== pathToFileURL(process.argv[1]).href) return;
  await main(async () => {
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await run();
  });
}
