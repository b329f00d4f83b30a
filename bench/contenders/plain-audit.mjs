// `auditNdjson` by hand, in whole cents, under the default policy: the same answer lines with the same sentences. It covers what
// `cases/accounts.mjs` holds: no GA, GZ or GY, no unconfirmed code, no year before 2018, and no refusal with words (a bad line throws).
import { cents } from "./plain.mjs";

const THRESHOLDS = new Map([
  [2018, 201000],
  [2019, 204000],
  [2020, 208000],
  [2021, 211000],
  [2022, 215000],
  [2023, 223000],
  [2024, 233000],
  [2025, 241000],
  [2026, 248000],
]);
const PLANS = new Map([
  ["GP", "PT/SLP"],
  ["GN", "PT/SLP"],
  ["GO", "OT"],
]);
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PLACES = 4;
const GRAVITY = { error: 0, warning: 1, info: 2 };

const isoDay = (day) => day;
const wordedDay = (day) => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;

function plain(value) {
  const a = value < 0 ? -value : value,
    q = Math.floor(a / 100),
    r = a - q * 100;
  return (value < 0 ? "-" : "") + q + (r < 10 ? ".0" : ".") + r;
}

function grouped(value) {
  const a = value < 0 ? -value : value,
    q = Math.floor(a / 100),
    r = a - q * 100;
  let text = String(q);
  for (let at = text.length - 3; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`;
  return (value < 0 ? "-$" : "$") + text + (r < 10 ? ".0" : ".") + r;
}

/** A sentence with places as a function. The words are the package's own table: what is timed is filling them in. */
function sentence(text) {
  const parts = text.split(/\{(\w+)\}/);
  return (values) => {
    let out = parts[0];
    for (let i = 1; i < parts.length; i += 2) out += values[parts[i]] + parts[i + 1];
    return out;
  };
}

/**
 * `codes`: Medicare's therapy codes. `texts`: the English sentences by id. `worded`: days in sentences are "Sep 14, 2026" and not
 * "2026-09-14".
 */
export function auditWith({ codes, texts, worded }) {
  const therapy = new Set(codes);
  const day = worded ? wordedDay : isoDay;
  const say = new Map(
    Object.entries(texts)
      .filter(([id]) => id.startsWith("audit."))
      .map(([id, text]) => [id.slice(6), sentence(text)]),
  );
  const nothing = {};
  const fill = (id, values = nothing) => say.get(id)?.(values) ?? id;

  function read(line) {
    const modifiers = line.modifiers ?? [];
    let plan = null,
      plans = 0,
      hasKx = false,
      twice = false;
    for (let i = 0; i < modifiers.length; i++) {
      const modifier = modifiers[i],
        named = PLANS.get(modifier);
      if (named !== undefined) {
        plan ??= named;
        plans += 1;
      }
      if (modifier === "KX") hasKx = true;
      if (modifiers.indexOf(modifier) !== i) twice = true;
    }
    const year = Number(line.date.slice(0, 4));
    const serviceType = line.serviceType ?? (plans === 1 ? plan : null);
    const why =
      line.status === "void"
        ? "void"
        : !therapy.has(line.code)
          ? "not-therapy"
          : serviceType === null
            ? "no-service-type"
            : THRESHOLDS.has(year)
              ? null
              : "unknown-year";
    return {
      line,
      modifiers,
      plans,
      hasKx,
      twice,
      year,
      serviceType,
      why,
      allowed: cents(line.allowed),
      at: line.posted ?? line.date,
      before: 0,
      after: 0,
      standing: null,
      kx: "not-applicable",
    };
  }

  function run(group) {
    const remaining = new Map();
    // Sorting is stable: lines of one day stay in the order given.
    const order = group.slice().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const one of order) {
      if (one.why !== null) continue;
      const key = one.year * 2 + (one.serviceType === "OT" ? 1 : 0);
      const before = remaining.get(key) ?? THRESHOLDS.get(one.year);
      one.before = before;
      one.after = before - one.allowed;
      remaining.set(key, one.after);
      one.standing = before <= 0 ? "reached" : one.after < 0 ? "crosses" : one.after === 0 ? "lands" : "below";
      if (one.hasKx) one.kx = one.standing === "below" ? "early" : "correct";
      else one.kx = one.standing === "crosses" ? "crossing" : one.standing === "reached" ? "missing" : "correct";
    }
  }

  /** The gravest first, each kind in the order it was found. */
  function findings(one) {
    const { line, modifiers, plans, serviceType, why, standing, kx } = one;
    const found = [];
    const add = (severity, code, message) => found.push({ code, severity, message });
    if (why === null) {
      if (kx === "missing") add("error", "missing-kx", fill("missing-kx.bucket", amounts(one)));
      else if (kx === "early") add("warning", "early-kx", fill("early-kx", amounts(one)));
      else if (kx === "crossing") add("warning", "crossing-without-kx", fill("crossing", amounts(one)));
    } else if (why === "unknown-year") add("error", why, fill("not-counted.unknown-year", one));
    else if (why !== "no-service-type") add("info", why, fill(`not-counted.${why}`, line));
    else if (plans > 0) add("error", "therapy-modifier-conflict", fill("not-counted.no-service-type"));
    else add("warning", "therapy-modifier-missing", fill("not-counted.no-service-type"));
    if (modifiers.length > PLACES) add("error", "too-many-modifiers", fill("too-many-modifiers", { number: modifiers.length }));
    if (standing !== null && plans === 0) add("warning", "therapy-modifier-missing", fill(one.hasKx ? "plan-missing.kx" : "plan-missing.plain"));
    else if (standing !== null) {
      const other = modifiers.find((modifier) => PLANS.has(modifier) && PLANS.get(modifier) !== serviceType);
      if (other !== undefined) add("error", "therapy-modifier-conflict", fill("plan-conflict.bucket", { modifier: other, bucket: serviceType }));
    }
    if (one.twice) {
      const twice = modifiers.filter((modifier, index) => modifiers.indexOf(modifier) !== index);
      add("info", "repeated-modifier", fill("repeated-modifier", { modifiers: [...new Set(twice)].join(", ") }));
    }
    return found.length < 2 ? found : found.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  }

  function amounts({ line, allowed, before, after, serviceType }) {
    const order = line.posted === undefined ? fill("order.date", { day: day(line.date) }) : fill("order.posted", { day: day(line.posted) });
    return { allowed: grouped(allowed), before: grouped(before), after: grouped(after), bucket: serviceType, order };
  }

  function answer(beneficiary, one) {
    const counts = one.standing !== null;
    return `${JSON.stringify({
      beneficiary,
      id: one.line.id,
      serviceType: one.serviceType,
      before: counts ? plain(one.before) : null,
      after: counts ? plain(one.after) : null,
      standing: one.standing,
      kx: one.kx,
      findings: findings(one),
    })}\n`;
  }

  return function auditNdjson(bytes) {
    const seen = new Set();
    let out = "",
      current = null,
      group = [],
      ids = new Set();
    const close = () => {
      run(group);
      for (const one of group) out += answer(current, one);
      group = [];
      ids = new Set();
    };
    for (const text of new TextDecoder().decode(bytes).split("\n")) {
      if (!text) continue;
      const line = JSON.parse(text);
      if (line.beneficiary !== current) {
        close();
        current = line.beneficiary;
        if (seen.has(current)) throw new Error(`lines of ${current} stood earlier`);
        seen.add(current);
      }
      if (ids.has(line.id)) throw new Error(`two lines are called ${line.id}`);
      ids.add(line.id);
      group.push(read(line));
    }
    close();
    return new TextEncoder().encode(out);
  };
}
