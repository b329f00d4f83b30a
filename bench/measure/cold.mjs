// From import to the first decision, in processes that have done nothing before. What Node itself needs to start is not counted. The wall is
// what a user waits for; the work beside it (of all threads) is what a busy machine leaves alone.
import { spawnSync } from "node:child_process";
import { generate } from "../cases/generate.mjs";
import { requestOf } from "../cases/requests.mjs";
import { interleave } from "../lib/interleave.mjs";
import { print, ratios } from "../lib/table.mjs";
import { COLD_ROWS } from "../rows.mjs";

const NAMES = {
  plain: "plain JS",
  everything: "kx-modifier",
  visit: "kx-modifier/visit",
  "plain, work": "plain JS, work",
  "everything, work": "kx-modifier, work",
  "visit, work": "kx-modifier/visit, work",
};

const script = (address, body) => `
const started = performance.now(), before = process.cpuUsage();
const it = await import(${JSON.stringify(address)});
${body}
const wall = performance.now() - started, { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ns: wall * 1e6, work: (user + system) * 1e3 }));`;

function once(text) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", text], { encoding: "utf8", timeout: 60_000 });
  if (status !== 0) return { failed: stderr.trim().split("\n").pop() };
  return JSON.parse(stdout);
}

export async function cold({ entry, visit, rounds = 21, progress }) {
  const one = generate(8)[7];
  const decides = `await it.default(); if (!it.decide(${JSON.stringify(requestOf(one))}).conditions) throw new Error("no decision");`;
  const scripts = {
    plain: script(new URL("../contenders/plain.mjs", import.meta.url).href, `if (!it.decide(${JSON.stringify(one)}).tooltip) throw new Error("no decision");`),
    ...(visit ? { visit: script(visit, decides) } : {}),
    everything: script(entry, decides),
  };
  // Once unmeasured: the files are then read from memory in every round.
  for (const text of Object.values(scripts)) once(text);
  const work = Object.fromEntries(Object.keys(scripts).map((name) => [`${name}, work`, []]));
  const running = Object.entries(scripts).map(([name, text]) => [
    name,
    {
      async run() {
        const found = once(text);
        work[`${name}, work`].push(found.work);
        return found;
      },
    },
  ]);
  const { times, failed } = await interleave(Object.fromEntries(running), rounds, (round) => progress?.(`cold start ${round} of ${rounds}`));
  const lacks = "this build has no kx-modifier/visit";
  const rows = ratios([{ of: "plain", to: "plain" }, ...COLD_ROWS], {
    times: { ...times, ...work },
    failed,
    leftOut: visit ? {} : { visit: lacks, "visit, work": lacks },
  });
  print(`Cold start: import to first decision, ${rounds} fresh processes of each`, rows, NAMES);
  return { rows, failed };
}
