// Runs random requests through the package and through the second reading of the contract, and reports every difference.
// Usage: node compare.mjs [count] [seed] [path-to-entry]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import * as reading from "./reading.mjs";
import { makeRng, randomAppointment, randomChecklist, randomRequest, randomThresholds, randomTraits } from "./random.mjs";

const [count = "20000", seed = "1", entry] = process.argv.slice(2);
const subject = checked(await import(entry ? pathToFileURL(resolve(entry)) : new URL("../../dist/index.js", import.meta.url)));
await subject.default();

const KINDS = [
  ["decide", randomRequest, 9],
  ["decideAppointment", randomAppointment, 7],
  ["thresholds", randomThresholds, 2],
  ["traitsToEvaluate", randomTraits, 1],
  ["documentationChecklist", randomChecklist, 1],
];
const present = KINDS.filter(([name]) => typeof subject[name] === "function");
for (const [name] of KINDS) if (!present.some((k) => k[0] === name)) console.log(`left out: the entry has no ${name}`);
const wheel = present.flatMap((kind) => Array(kind[2]).fill(kind));

function run(api, name, request) {
  try {
    return { answer: api[name](request) };
  } catch (error) {
    return { error: { code: error?.code ?? `no code: ${error}`, path: error?.path ?? null }, raw: error };
  }
}

const isObject = (v) => typeof v === "object" && v !== null;

/** The contract gives notices no order, so they are compared by code.
 *  Where `got` differs from `want`. Only what the reading produces is compared: more fields are allowed. */
function differences(want, got, path, out) {
  if ((Array.isArray(want) && want[0]?.severity !== undefined) || (path.endsWith(".notices") && Array.isArray(got))) {
    const names = (list) => list.map((n) => `${n.code}(${n.severity})`).sort();
    const [a, b] = [names(want), names(got)];
    for (const name of a) if (!b.includes(name)) out.push(`${path} lacks ${name}`);
    for (const name of b) if (!a.includes(name)) out.push(`${path} has ${name}`);
    if (b.length !== new Set(b).size) out.push(`${path} says one code twice`);
  } else if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) out.push(`${path} length`);
    else for (const [i, v] of want.entries()) differences(v, got[i], `${path}.${i}`, out);
  } else if (isObject(want)) {
    if (!isObject(got)) out.push(path);
    else for (const key of Object.keys(want)) differences(want[key], got[key], `${path}.${key}`, out);
  } else if (path.endsWith(".fraction") ? !(Math.abs(want - got) < 1e-9) : want !== got) out.push(path);
}

const filled = (v) => typeof v === "string" && v.trim() !== "";
/** Sentences are not compared, but must be there. "tooltip: never empty when action is apply, keep or suggest". */
function sentences(name, got, path, out) {
  const need = (ok, what) => {
    if (!ok) out.push(`${path}.${what} (sentence)`);
  };
  if (name === "decideAppointment") {
    for (const [i, d] of got.decisions?.entries() ?? []) sentences("decide", d, `${path}.decisions.${i}`, out);
    return;
  }
  if (name === "decide") {
    need(typeof got.tooltip === "string" && (got.action === "none" || filled(got.tooltip)), "tooltip");
    need(
      got.conditions?.every((c) => filled(c.explanation)),
      "conditions.explanation",
    );
    need(
      got.notices?.every((n) => filled(n.message)),
      "notices.message",
    );
    need(filled(got.basis?.rules), "basis.rules");
    if (got.documentation) sentences("documentationChecklist", got.documentation, `${path}.documentation`, out);
  }
  if (name === "documentationChecklist")
    need(
      got.items?.every((i) => filled(i.text) && filled(i.source)),
      "items.text",
    );
  if (name === "traitsToEvaluate")
    need(
      got.skipped?.every((s) => filled(s.reason)),
      "skipped.reason",
    );
}

const rng = makeRng(Number(seed)),
  table = new Map();
let failed = 0;
for (let n = 0; n < Number(count); n++) {
  const [name, make] = wheel[Math.floor(rng() * wheel.length)];
  const request = make(rng),
    before = JSON.stringify(request);
  const want = run(reading, name, request),
    got = run(subject, name, request),
    out = [];
  if (want.error?.code.startsWith("no code")) throw want.raw; // a fault of the reading itself
  if (JSON.stringify(request) !== before) out.push(`${name} changed its request`);
  if (want.error || got.error) {
    if (!want.error) out.push(`${name} threw ${got.error.code}`);
    else if (!got.error) out.push(`${name} did not throw ${want.error.code}`);
    else {
      if (want.error.code !== got.error.code) out.push(`${name} error.code ${want.error.code} / ${got.error.code}`);
      if (want.error.path !== got.error.path) out.push(`${name} error.path ${want.error.path} / ${got.error.path}`);
      if (!filled(got.raw.help)) out.push(`${name} error.help (sentence)`);
    }
  } else {
    differences(want.answer, got.answer, name, out);
    sentences(name, got.answer, name, out);
  }
  if (out.length === 0) continue;
  failed += 1;
  // Line numbers are left out of the table, so that equal differences add up; conditions go by their id, not their place.
  const label = (o) =>
    o
      .replace(
        /conditions\.(\d+)\.met/,
        (_, i) =>
          `conditions[${
            ["medicare-benefits", "auto-apply-on", "discipline-maps", "code-qualifies", "calendar-year", "threshold-reached", "kx-absent", "marked-done"][i]
          }]`,
      )
      .replace(/\.\d+(?=\.| |$)/g, "");
  for (const o of new Set(out.map(label))) table.set(o, (table.get(o) ?? 0) + 1);
  if (failed > 10) continue;
  console.log(`--- difference ${failed}, request ${n}: ${name}\n${out.join("\n")}\nrequest   ${before}`);
  console.log(`reading   ${JSON.stringify(want.error ?? want.answer)}\npackage   ${JSON.stringify(got.error ?? got.answer)}`);
}
if (table.size) console.log("\ndifferent how often");
for (const [label, times] of [...table].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(7)}  ${label}`);
console.log(`${Number(count) - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
