// The package, one function at a time. `entry` is the address of its `index.js`; what an older build does not have is said, not measured.
import { accounts } from "../cases/accounts.mjs";
import { generate } from "../cases/generate.mjs";
import { contextOf, linesOf, requestOf } from "../cases/requests.mjs";
import { each, whole } from "../lib/slice.mjs";

export const SESSIONS = 500;
const LACKS = (name) => ({ leftOut: `this build has no ${name}` });

export async function load(entry) {
  const kx = await import(entry);
  await kx.default();
  return kx;
}

const requests = (count) => generate(count).map(requestOf);

/** Sessions that stay open, and a line for each. */
function sessions(kx, count) {
  const all = requests(Math.min(count, SESSIONS));
  return { open: all.map((request) => kx.openAppointment(contextOf(request))), lines: all.map((request) => request.line) };
}

export function hasOutcomes(kx, request) {
  return kx.decideAll([request], { answer: "outcome" })[0]?.outcome !== undefined;
}

export async function decide({ entry, count }) {
  const kx = await load(entry),
    all = requests(count);
  return each(count, (i) => kx.decide(all[i]));
}

/** A page calls more than one function, and what V8 has learned from one it uses for the others. */
export async function decideAmongOthers({ entry, count }) {
  const kx = await load(entry),
    all = requests(count),
    bytes = linesOf(all.slice(0, 500)),
    billed = linesOf(accounts(10, 40));
  const { open, lines } = sessions(kx, count);
  const others = () => {
    for (const [i, session] of open.entries()) session.decide(lines[i]);
    kx.decideAll(all.slice(0, 500));
    kx.decideNdjson(bytes);
    kx.auditNdjson(billed);
    for (const request of all.slice(0, 500)) {
      kx.thresholds({ date: request.appointment.date, usage: request.usage });
      kx.decideAppointment({ ...contextOf(request), lines: [request.line, request.line] });
    }
  };
  for (let pass = 0; pass < 10; pass++) others();
  return each(count, (i) => kx.decide(all[i]));
}

export async function sessionDecide({ entry, count }) {
  const kx = await load(entry),
    { open, lines } = sessions(kx, count);
  return each(open.length, (i) => open[i].decide(lines[i]));
}

export async function sessionOutcome({ entry, count }) {
  const kx = await load(entry),
    { open, lines } = sessions(kx, count);
  if (typeof open[0].outcome !== "function") return LACKS("session.outcome");
  return each(open.length, (i) => open[i].outcome(lines[i]));
}

export async function decideAll({ entry, count }) {
  const kx = await load(entry),
    all = requests(count);
  return whole(count, () => kx.decideAll(all));
}

export async function decideAllOutcome({ entry, count }) {
  const kx = await load(entry),
    all = requests(count);
  if (!hasOutcomes(kx, all[0])) return LACKS('decideAll(…, { answer: "outcome" })');
  return whole(count, () => kx.decideAll(all, { answer: "outcome" }));
}

export async function decideNdjson({ entry, count }) {
  const kx = await load(entry),
    bytes = linesOf(requests(count));
  return whole(count, () => kx.decideNdjson(bytes));
}

export async function auditNdjson({ entry, count }) {
  const kx = await load(entry),
    bytes = linesOf(accounts(count / 40, 40));
  return whole(count, () => kx.auditNdjson(bytes));
}
