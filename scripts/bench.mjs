// `npm run bench`: how quick the package is, as ratios. Machines are shared and noisy, so runs are interleaved, and what is quoted is how
// one thing compares with another in the same minute, never one absolute time.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";
import { build } from "./build.mjs";

const ROUNDS = 7;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Microseconds per item of each candidate, the candidates taking turns. */
function interleaved(candidates) {
  const times = candidates.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    candidates.forEach(({ run, items }, index) => {
      const started = performance.now();
      run();
      times[index].push(((performance.now() - started) * 1000) / items);
    });
  }
  return times.map(median);
}

function table(title, candidates) {
  const [first, ...rest] = interleaved(candidates);
  console.log(`\n${title}`);
  console.log(`   1.00  ${candidates[0].name} (${first.toFixed(2)} µs each here and now)`);
  rest.forEach((time, index) => console.log(`${(time / first).toFixed(2).padStart(7)}  ${candidates[index + 1].name}`));
}

const repeat = (times, body) => ({ items: times, run: () => { for (let count = 0; count < times; count++) body(); } });

await main(async () => {
  ensureNodeAndRust();
  await ensurePackages(root, "what the build needs");
  await build();
  const kx = await import(pathToFileURL(join(root, "dist", "index.js")).href);
  await kx.default();
  const request = {
    line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
    appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2480.00" } },
  };
  const entries = (count) => Array.from({ length: count }, (_, i) => ({ id: `e${i}`, date: "2026-02-02", serviceType: "PT/SLP", allowed: "1.00" }));
  const year = { ...request, usage: { entries: entries(200) } };
  const { line, ...context } = year;
  const session = kx.openAppointment(context);
  table("one decision", [
    { name: "decide, usage as a total", ...repeat(2000, () => kx.decide(request)) },
    { name: "decide, usage as 200 entries", ...repeat(200, () => kx.decide(year)) },
    { name: "a session's decide, 200 entries read once", ...repeat(2000, () => session.decide(line)) },
    { name: "thresholds", ...repeat(2000, () => kx.thresholds({ date: "2026-03-10", usage: request.usage })) },
  ]);
  session.close();

  const encode = (text) => new TextEncoder().encode(text);
  const ndjson = (count) => encode(`${JSON.stringify(request)}\n`.repeat(count));
  const requests = Array.from({ length: 2000 }, () => request);
  const [small, large] = [ndjson(2000), ndjson(20000)];
  table("many decisions, per decision", [
    { name: "decideAll, 2,000 objects", items: 2000, run: () => kx.decideAll(requests) },
    { name: "decideNdjson, 2,000 lines", items: 2000, run: () => kx.decideNdjson(small) },
    { name: "decideNdjson, 20,000 lines (1.0 beside the row above is linear)", items: 20000, run: () => kx.decideNdjson(large) },
  ]);

  const audited = (beneficiaries, lines) => {
    let text = "";
    for (let b = 0; b < beneficiaries; b++) {
      for (let i = 0; i < lines; i++) text += `${JSON.stringify({ beneficiary: `b${b}`, id: `${b}-${i}`, date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "31.40" })}\n`;
    }
    return encode(text);
  };
  const [many, more, one] = [audited(50, 40), audited(500, 40), audited(1, 20000)];
  table("an audit, per line", [
    { name: "auditNdjson, 2,000 lines of 50 beneficiaries", items: 2000, run: () => kx.auditNdjson(many) },
    { name: "auditNdjson, 20,000 lines of 500 (1.0 is linear)", items: 20000, run: () => kx.auditNdjson(more) },
    { name: "auditNdjson, 20,000 lines of one (1.0 is linear)", items: 20000, run: () => kx.auditNdjson(one) },
  ]);
  console.log(`\nmodule: ${readFileSync(join(root, "dist", "kx-modifier.wasm")).length} bytes; rounds: ${ROUNDS}, medians, interleaved`);
});
