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

  const header = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~GS*HP*S*R*20260101*1200*1*X*005010X221A1~ST*835*0001~BPR*I*1*C*ACH*CCP*01*1*DA*2*1**01*1*DA*1*20260316~TRN*1*T*1~LX*1~";
  const claim = (i) => `CLP*C${i}*1*80*52*13*MB*I${i}*11*1~NM1*QC*1*DOE*J~SVC*HC:97110:GP*80*52**2~DTM*472*20260310~CAS*CO*45*15~CAS*PR*2*13~`;
  const remittance = (megabytes) => {
    const claims = [];
    for (let size = 0, i = 0; size < megabytes * 1e6; i++) size += claims[claims.push(claim(i)) - 1].length;
    return header + claims.join("");
  };
  // Delimiters, line ends and beginnings of headers in no order.
  let state = 7;
  const junk = Array.from({ length: 1e6 }, () => "ISA*~:^\n ~EB*CLP*SVC*HC97110abc"[(state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % 31]).join("").repeat(10);
  const [five, twenty] = [remittance(5), remittance(20)];
  const wrapped = twenty.replace(/.{80}/g, "$&\n");
  table("reading X12, per megabyte", [
    { name: "an 835 of 5 MB", items: 5, run: () => kx.readRemittance835(five) },
    { name: "an 835 of 20 MB (1.0 is linear)", items: 20, run: () => kx.readRemittance835(twenty) },
    { name: "the same, wrapped after 80 columns", items: 20, run: () => kx.readRemittance835(wrapped) },
    { name: "10 MB of junk behind a header, as an 835", items: 10, run: () => kx.readRemittance835(header + junk) },
    { name: "… as a 271", items: 10, run: () => kx.readEligibility271(header + junk) },
    { name: "… as an 837", items: 10, run: () => kx.readClaim837(header + junk) },
  ]);
  console.log(`\nmodule: ${readFileSync(join(root, "dist", "kx-modifier.wasm")).length} bytes; rounds: ${ROUNDS}, medians, interleaved`);
});
