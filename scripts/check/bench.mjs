// The bench runs, and all answers agree. How quick anything is fails nothing, because a check has to be green on any machine: a ratio that is
// worse than the recorded one is only said.
import { join } from "node:path";
import { alone, root, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensurePackages } from "../lib/tools.mjs";

const WORSE = 1.15;
/** Others do not change with this project; one of them is kept as a measure. */
const OURS = /^(kx\.(?!.* among)|plain\.|decimal\.js)/;

export const label = "the bench, in short";
export async function run() {
  await build();
  await ensurePackages(join(root, "bench"), "what the package is timed beside");
  const { bench, recorded } = await import("../../bench/main.mjs");
  const { ROWS } = await import("../../bench/rows.mjs");
  const { wrong, sections } = await bench({
    dist: join(root, "dist"),
    parts: ["answers", "core", "cold", "memory"],
    settings: {
      answers: { count: 1000 },
      core: { rounds: 5, milliseconds: 20, warmUp: 400, rows: ROWS.filter(({ of, to }) => OURS.test(of) && OURS.test(to)) },
      cold: { rounds: 3 },
      memory: { count: 5000 },
    },
  });
  if (wrong.length > 0) throw new Stop(wrong.join("\n"));
  const kept = recorded();
  const worse = ["core", "cold"].flatMap((part) =>
    Object.entries(sections[part]).flatMap(([id, value]) => {
      const before = kept[part]?.[id];
      return !id.startsWith("plain.") && before !== undefined && value > before * WORSE ? [`  ${id}: ${value}, recorded ${before}`] : [];
    }),
  );
  console.log(
    worse.length > 0
      ? `\nworse than recorded by more than 15 % (look with \`npm run bench\`; a busy machine says so too):\n${worse.join("\n")}`
      : "\nno ratio is worse than the recorded one by more than 15 %",
  );
}

await alone(import.meta, run);
