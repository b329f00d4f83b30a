// What every check shares: it runs alone (`node scripts/check/NAME.mjs`) and as one of `npm test`.
import { pathToFileURL } from "node:url";
import { main } from "./run.mjs";

export { ask, LeftOut, root, show, step, Stop } from "./run.mjs";

/** Runs the check where its file is the one that was called. */
export async function alone(meta, run) {
  if (meta.url === pathToFileURL(process.argv[1]).href) await main(run);
}
