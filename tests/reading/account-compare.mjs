// Runs random requests about accounts through the package and through the second reading, and holds sessions and the bulk paths against
// the single calls of the package itself. Reports every difference. Usage: node account-compare.mjs [count] [seed] [path-to-entry]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import * as account from "./account.mjs";
import * as random from "./account-random.mjs";
import { makeRng } from "./random.mjs";
import { CMS, SEVERITY } from "./reading.mjs";

const [count = "5000", seed = "1", entry] = process.argv.slice(2);
const subject = checked(await import(entry ? pathToFileURL(resolve(entry)) : new URL("../../dist/index.js", import.meta.url)));
await subject.default();
const reading = { ...account };

const filled = (v) => typeof v === "string" && v.trim() !== "";
const isObject = (v) => typeof v === "object" && v !== null;
const errorOf = (error) => ({ code: error?.code ?? `no code: ${error}`, path: error?.path ?? null });
function run(make) {
  try {
    return { answer: make() };
  } catch (error) {
    return { error: errorOf(error), raw: error };
  }
}

/** Where `got` differs from `want`. Only what `want` has is compared: more fields are allowed. */
function differences(want, got, path, out) {
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) out.push(`${path} length`);
    else for (const [i, v] of want.entries()) differences(v, got[i], `${path}.${i}`, out);
  } else if (isObject(want)) {
    if (!isObject(got)) out.push(path);
    else for (const key of Object.keys(want)) differences(want[key], got[key], `${path}.${key}`, out);
  } else if (typeof want === "number" ? !(Math.abs(want - got) < 1e-9) : want !== got) out.push(`${path} ${want} / ${got}`);
}

/** "Severity of each code": one code has one severity wherever it is said. */
function severities(path, list, out) {
  for (const one of list)
    if (SEVERITY[one.code] && SEVERITY[one.code] !== one.severity) out.push(`${path} ${one.code} is ${one.severity}, not ${SEVERITY[one.code]}`);
}

const byKey = (list, key) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
const bucket = (total) => `${total.year} ${total.serviceType}`;
/** The finding codes that the contract decides; the severity only of those it lists. */
const SURE = [
  "missing-kx",
  "early-kx",
  "crossing-without-kx",
  "unknown-year",
  "too-many-modifiers",
  "opposing-modifier",
  "billed-as-not-necessary",
  "kx-declined",
  "kx-declined-present",
  "modifiers-in-note",
  "not-therapy",
  "code-not-in-effect",
  "no-modifier-place",
  "repeated-modifier",
  "reversal",
];

const CHECKS = {
  projectCrossing: (want, got, out) => differences(want, got, "projectCrossing", out),
  estimateAllowed: (want, got, out) => differences(want, got, "estimateAllowed", out),
  otherUsedFromEligibility({ reported, ...want }, got, out) {
    differences(want, got, "otherUsedFromEligibility", out);
    for (const type of Object.keys(got.otherUsed)) if (!(type in want.otherUsed)) out.push(`otherUsedFromEligibility has otherUsed.${type}`);
    if (reported !== null && got.notices.length > 0 !== reported) out.push(`otherUsedFromEligibility notices ${reported ? "missing" : "too many"}`);
    severities("otherUsedFromEligibility.notices", got.notices, out);
    if (!got.notices.every((n) => filled(n.code) && filled(n.message) && ["info", "warning", "error"].includes(n.severity)))
      out.push("otherUsedFromEligibility notices (sentence)");
  },
  audit(want, got, out) {
    differences(want.lines, got.lines, "audit.lines", out);
    const noted = ({ reachedNote, ...total }) => ({ ...total, isNoted: filled(reachedNote) });
    differences(byKey(want.totals, bucket), byKey((got.totals ?? []).map(noted), bucket), "audit.totals", out);
    const names = (list) => list.filter((f) => SURE.includes(f.code)).map((f) => `${f.code} ${f.id}`);
    const [a, b] = [names(want.findings), names(got.findings)];
    const said = (name) => name.replace(/ .*/, "");
    // Which of several reasons a line that is not applicable is a finding for is not said: any will do, and more may be said of it.
    for (const name of a) {
      const reasons = want.anyFinding.includes(name.replace(/.*? /, "")) && ["unknown-year", "not-therapy", "code-not-in-effect"].includes(said(name));
      if (!b.includes(name) && !(reasons && want.severalReasons.includes(name.replace(/.*? /, "")))) out.push(`audit.findings lacks ${said(name)}`);
    }
    for (const name of b)
      if (!a.includes(name) && !(want.anyFinding.includes(name.replace(/.*? /, "")) && ["repeated-modifier", "modifiers-in-note"].includes(said(name))))
        out.push(`audit.findings has ${said(name)}`);
    if (b.length !== new Set(b).size) out.push("audit.findings says one thing twice");
    severities("audit.findings", got.findings, out);
    for (const id of want.anyFinding) if (!got.findings.some((f) => f.id === id)) out.push("audit.findings says nothing of a line that is not applicable");
    if (!got.findings.every((f) => filled(f.message) && ["info", "warning", "error"].includes(f.severity))) out.push("audit.findings (sentence)");
  },
  compareBilling(want, got, out) {
    differences(want, got, "compareBilling", out);
    for (const row of got.rows)
      if (CMS.has(row.code) ? row.description !== CMS.get(row.code).description : typeof row.description !== "string") out.push("compareBilling description");
  },
};

function pure(name, make, rng) {
  const request = make(rng),
    before = JSON.stringify(request),
    out = [];
  const want = run(() => reading[name](request)),
    got = run(() => subject[name](request));
  if (want.error?.code.startsWith("no code")) throw want.raw; // a fault of the reading itself
  if (JSON.stringify(request) !== before) out.push(`${name} changed its request`);
  if (want.error || got.error) {
    if (!want.error) out.push(`${name} threw ${got.error.code}`);
    else if (!got.error) out.push(`${name} did not throw ${want.error.code} at ${want.error.path}`);
    else {
      if (want.error.code !== got.error.code) out.push(`${name} error.code ${want.error.code} / ${got.error.code}`);
      if (want.error.path !== got.error.path) out.push(`${name} error.path ${want.error.path} / ${got.error.path}`);
      if (!filled(got.raw.help)) out.push(`${name} error.help (sentence)`);
    }
  } else CHECKS[name](want.answer, got.answer, out);
  return { out, request: before, want: want.error ?? want.answer, got: got.error ?? got.answer };
}

// ---------------------------------------------------------------- sessions against decideAppointment

/** A line as an answer may give it back: code and modifiers tidied, absent fields left out. */
const tidy = (line) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries({ ...line, code: line.code.trim().toUpperCase(), modifiers: line.modifiers?.map((m) => m.toUpperCase()) ?? null })
        .filter(([, v]) => v != null && !(Array.isArray(v) && v.length === 0))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      (key, v) => (key === "allowed" && /^-?\d+(\.\d)?$/.test(v) ? Number(v).toFixed(2) : v),
    ),
  );

function session(rng) {
  const { context, operations } = random.randomSession(rng),
    out = [],
    log = { context, operations };
  let now = structuredClone(context),
    lines = [],
    closed = false;
  const whole = (some) => subject.decideAppointment({ ...now, lines: some });
  const empty = run(() => whole([])),
    opened = run(() => subject.openAppointment(context));
  const done = () => ({ out: [...new Set(out)], request: JSON.stringify(log), want: null, got: null });
  if (opened.error) {
    if (!empty.error) out.push(`openAppointment threw ${opened.error.code}`);
    else if (empty.error.code !== opened.error.code) out.push(`openAppointment threw ${opened.error.code}, decideAppointment ${empty.error.code}`);
    return done();
  }
  if (empty.error) {
    out.push(`openAppointment did not throw ${empty.error.code}`);
    return done();
  }
  const screen = opened.answer;
  const changed = (path, value) => {
    const copy = structuredClone(now);
    let place = copy;
    for (const step of path.slice(0, -1)) place = place[step] ??= {};
    place[path.at(-1)] = value;
    return copy;
  };
  for (const [name, ...args] of operations) {
    const got = run(() => screen[name](...args));
    if (name === "close") {
      closed = true;
      if (got.error) out.push("close threw");
      continue;
    }
    if (closed) {
      if (got.error?.code !== "session-closed") out.push(`${name} after close: ${got.error?.code ?? "no error"}`);
      continue;
    }
    const at = lines.findIndex((line) => line.id === (name === "remove" ? args[0] : args[0]?.id));
    const expect = () => {
      const refuse = (code) => {
        throw Object.assign(new Error(code), { code });
      };
      if (name === "decide") return whole([...lines, args[0]]).decisions.at(-1);
      if (name === "add" || name === "update") {
        const next = [...lines];
        if (name === "add") next.push(args[0]);
        else if (at >= 0) next[at] = args[0];
        const answer = whole(at < 0 && name === "update" ? [...lines, args[0]] : next);
        if (args[0].id == null) refuse("missing-field");
        if (name === "add" && at >= 0) refuse("duplicate-id");
        if (name === "update" && at < 0) refuse("unknown-id");
        lines = next;
        return answer.decisions[name === "add" ? next.length - 1 : at];
      }
      if (name === "remove") {
        if (at < 0) refuse("unknown-id");
        lines = lines.filter((_, i) => i !== at);
        return undefined;
      }
      if (name === "setOtherUsed") {
        const before = now;
        now = changed(["usage", "otherUsed", args[0]], args[1]);
        try {
          return whole(lines).thresholdsAfter;
        } catch (error) {
          now = before;
          throw error;
        }
      }
      if (name === "setAutoApplyKx") {
        now = changed(["preferences", "autoApplyKx"], args[0]);
        return undefined;
      }
      if (name === "thresholds") return whole(lines).thresholdsAfter;
      return whole(lines).decisions.map((decision, i) => ({ line: lines[i], decision }));
    };
    const want = run(expect);
    if (want.error || got.error) {
      // A line that is wrong twice (bad, and its id taken) may be refused for either.
      if (want.error?.code !== got.error?.code && !(want.error && got.error && ["duplicate-id", "unknown-id", "missing-field"].includes(got.error.code))) {
        out.push(`session.${name}: ${want.error?.code ?? "no error"} / ${got.error?.code ?? "no error"}`);
      }
      if (want.error && !got.error) break; // from here on both sides hold different lines
      continue;
    }
    if (name === "lines") {
      if (JSON.stringify(got.answer.map((l) => l.decision)) !== JSON.stringify(want.answer.map((l) => l.decision))) out.push("session.lines decisions");
      if (got.answer.map((l) => tidy(l.line)).join() !== want.answer.map((l) => tidy(l.line)).join()) out.push("session.lines line");
    } else if (JSON.stringify(got.answer) !== JSON.stringify(want.answer)) out.push(`session.${name} differs`);
    if (out.length) {
      log.at = [name, ...args];
      break;
    }
  }
  const twice = run(() => {
    screen.close();
    screen.close();
  });
  if (twice.error) out.push("close twice threw");
  if (run(() => screen.thresholds()).error?.code !== "session-closed") out.push("thresholds after close");
  return done();
}

// ---------------------------------------------------------------- bulk paths against single calls

const encode = (rng, texts) => new TextEncoder().encode(texts.join("\n") + (rng() < 0.7 && texts.length ? "\n" : ""));
const decode = (bytes) => {
  const text = new TextDecoder().decode(bytes);
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
};

function decideNdjson(rng) {
  const requests = random.randomDecisions(rng),
    out = [],
    bad = rng() < 0.1 ? Math.floor(rng() * (requests.length + 1)) : -1;
  const texts = requests.map((one) => JSON.stringify(one));
  if (bad >= 0) texts.splice(bad, 0, "{ no json");
  const got = run(() => decode(subject.decideNdjson(encode(rng, texts))));
  if (got.error) out.push(`decideNdjson threw ${got.error.code}`);
  else if (got.answer.length !== texts.length) out.push(`decideNdjson gives ${got.answer.length} lines for ${texts.length}`);
  else {
    got.answer.forEach((text, i) => {
      if (i === bad) {
        if (!filled(JSON.parse(text).error?.code)) out.push("decideNdjson: a line that is no JSON");
        return;
      }
      const request = requests[bad >= 0 && i > bad ? i - 1 : i];
      const want = run(() => subject.decide(request));
      if (want.error) {
        const { error } = JSON.parse(text);
        if (error?.code !== want.error.code || error?.path !== want.error.path || !filled(error?.message) || error?.help !== want.raw.help)
          out.push("decideNdjson error");
        const [single] = subject.decideAll([request]);
        if (JSON.stringify(single.error) !== JSON.stringify(error)) out.push("decideNdjson error is not decideAll's");
        // 0.0 and 0 are one JSON number; everything else has to be the same to the byte, the order of fields too.
      } else if (JSON.stringify(JSON.parse(text)) !== JSON.stringify({ decision: want.answer })) out.push("decideNdjson decision");
    });
  }
  return { out: [...new Set(out)], request: texts.join("\n"), want: null, got: got.error ?? got.answer };
}

function auditNdjson(rng) {
  const { rows, policy } = random.randomAuditNdjson(rng),
    out = [];
  const texts = rows.map(({ beneficiary, line }) => JSON.stringify({ beneficiary, ...line }));
  const got = run(() => decode(policy === undefined ? subject.auditNdjson(encode(rng, texts)) : subject.auditNdjson(encode(rng, texts), policy)));
  if (got.error) out.push(`auditNdjson threw ${got.error.code}`);
  else if (got.answer.length !== texts.length) out.push(`auditNdjson gives ${got.answer.length} lines for ${texts.length}`);
  else {
    const answers = got.answer.map((text) => JSON.parse(text));
    for (const name of new Set(rows.map((row) => row.beneficiary))) {
      const own = rows.map((row, i) => ({ ...row, answer: answers[i] })).filter((row) => row.beneficiary === name);
      const good = own.filter((row) => !row.bad),
        want = subject.audit({ lines: good.map((row) => row.line), ...(policy && { policy }) });
      for (const row of own.filter((one) => one.bad)) {
        const single = run(() => subject.audit({ lines: [row.line] }));
        if (row.answer.error?.code !== single.error?.code) out.push(`auditNdjson error ${single.error?.code} / ${row.answer.error?.code}`);
      }
      for (const row of good) {
        const line = want.lines.find((one) => one.id === row.line.id);
        if (row.answer.beneficiary !== name) out.push("auditNdjson beneficiary");
        differences(line, row.answer, "auditNdjson", out);
        const said = (list) =>
          (list ?? [])
            .map((f) => `${f.code} ${f.severity} ${f.message}`)
            .sort()
            .join("|");
        if (said(want.findings.filter((f) => f.id === row.line.id)) !== said(row.answer.findings)) out.push("auditNdjson findings");
      }
    }
  }
  return { out: [...new Set(out)], request: `${JSON.stringify(policy)}\n${texts.join("\n")}`, want: null, got: got.error ?? got.answer };
}

// ---------------------------------------------------------------- the run

const KINDS = [
  ["projectCrossing", (rng) => pure("projectCrossing", random.randomProjection, rng), 4],
  ["estimateAllowed", (rng) => pure("estimateAllowed", random.randomEstimate, rng), 3],
  ["otherUsedFromEligibility", (rng) => pure("otherUsedFromEligibility", random.randomEligibility, rng), 4],
  ["audit", (rng) => pure("audit", random.randomAudit, rng), 6],
  ["compareBilling", (rng) => pure("compareBilling", random.randomComparative, rng), 3],
  ["openAppointment", session, 4],
  ["decideNdjson", decideNdjson, 2],
  ["auditNdjson", auditNdjson, 2],
];
const present = KINDS.filter(([name]) => typeof subject[name] === "function");
for (const [name] of KINDS) if (!present.some((k) => k[0] === name)) console.log(`left out: the entry has no ${name}`);
const wheel = present.flatMap((kind) => Array(kind[2]).fill(kind));
const rng = makeRng(Number(seed)),
  table = new Map();
let failed = 0;
for (let n = 0; n < Number(count); n++) {
  const [name, check] = wheel[Math.floor(rng() * wheel.length)];
  const { out, request, want, got } = check(rng);
  if (out.length === 0) continue;
  failed += 1;
  // Places and amounts are left out of the table, so that equal differences add up.
  const labels = new Set(out.map((o) => o.replace(/\.\d+(?=\.| |$)/g, "").replace(/ (-?[\d.-]+|null) \/ (-?[\d.-]+|null)$/, "")));
  const fresh = [...labels].some((label) => (table.get(label) ?? 0) < 2);
  for (const label of labels) table.set(label, (table.get(label) ?? 0) + 1);
  if (!fresh) continue;
  console.log(`--- difference ${failed}, request ${n}: ${name}\n${out.join("\n")}\nrequest   ${request}`);
  if (want) console.log(`reading   ${JSON.stringify(want)}`);
  if (got) console.log(`package   ${JSON.stringify(got)}`);
}
if (table.size) console.log("\ndifferent how often");
for (const [label, times] of [...table].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(7)}  ${label}`);
console.log(`${Number(count) - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
