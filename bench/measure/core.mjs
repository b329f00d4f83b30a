// Every contender beside every other, on the same cases.
import { CONTENDERS } from "../contenders/index.mjs";
import { inProcesses } from "../lib/node.mjs";
import { print, ratios } from "../lib/table.mjs";
import { ROWS } from "../rows.mjs";

export async function core({ entry, count = 4000, rounds = 11, milliseconds = 60, warmUp = 2000, rows = ROWS, progress }) {
  const names = Object.keys(CONTENDERS).filter((name) => rows.some(({ of, to }) => of === name || to === name));
  const measured = await inProcesses(names, { setting: { entry, count }, rounds, milliseconds, warmUp, progress });
  const result = ratios(rows, measured);
  print(`One decision, ${count.toLocaleString("en-US")} cases, ${rounds} rounds, a process for each`, result);
  return { rows: result, failed: measured.failed };
}
