// Random requests for differential tests: mostly valid, with boundaries (exactly zero, one cent either side, lands, crosses) made
// frequent on purpose; about one in twenty carries one mistake. Same seed, same requests.
import { thresholds } from "./reading.mjs";

/** mulberry32: small, and good enough to mix cases. */
export function makeRng(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const chance = (rng, p) => rng() < p;
const int = (rng, from, to) => from + Math.floor(rng() * (to - from + 1));
const pick = (rng, list) => list[Math.floor(rng() * list.length)];
const maybe = (rng, p, object, key, make) => {
  if (chance(rng, p)) object[key] = make();
};
const some = (rng, list, p) => list.filter(() => chance(rng, p));
const sum = (list) => list.reduce((a, b) => a + b, 0);

const money = (cents) => `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
/** The same amount, sometimes written with fewer decimals. */
const amount = (rng, cents) =>
  chance(rng, 0.1)
    ? money(cents)
        .replace(/\.00$/, "")
        .replace(/(\.\d)0$/, "$1")
    : money(cents);
const day = (rng, year) => `${year}-${String(int(rng, 1, 12)).padStart(2, "0")}-${String(int(rng, 1, 28)).padStart(2, "0")}`;
const shift = (date, by) => new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const TYPES = ["PT/SLP", "OT"];
const TYPE_OF = { PT: "PT/SLP", PTA: "PT/SLP", SLP: "PT/SLP", OT: "OT", OTA: "OT", GP: "PT/SLP", GN: "PT/SLP", GO: "OT" };
const PLAN_OF = { PT: "GP", PTA: "GP", SLP: "GN", OT: "GO", OTA: "GO" };

const DOCUMENTED = [
  "97110",
  "97112",
  "97116",
  "97140",
  "97530",
  "97535",
  "97542",
  "97750",
  "97760",
  "97761",
  "97763",
  "97150",
  "97597",
  "92507",
  "92508",
  "92526",
  "92609",
  "97537",
  "97755",
];
const CMS_ONLY = ["97035", "97012", "97113", "97161", "97164", "97165", "97168", "92521", "92523", "97533", "97550", "96125", "G0283"];
const UNCONFIRMED = ["97010", "97129", "97605", "92610", "95992", "97799"];
/** Codes since a day, and one of them in each year before. */
const SINCE = ["98979", "98984", "98985", "G0541", "G0542", "G0543"];
const NOT_THERAPY = ["99213", "E0110", "L1830", "A4450"];

/** A code, now and then in lower case or with spaces. */
function code(rng) {
  const list = pick(rng, [
    DOCUMENTED,
    DOCUMENTED,
    DOCUMENTED,
    ["97110", "97530"],
    ["97110", "97530"],
    ["97110", "97150"],
    CMS_ONLY,
    CMS_ONLY,
    UNCONFIRMED,
    SINCE,
    NOT_THERAPY,
  ]);
  const plain = pick(rng, list);
  return chance(rng, 0.05) ? ` ${plain.toLowerCase()} ` : plain;
}

function provider(rng) {
  const r = rng();
  if (r < 0.62) return { discipline: pick(rng, ["PT", "PT", "OT", "OT", "SLP", "PTA", "OTA"]) };
  if (r < 0.87) {
    return {
      taxonomy: pick(rng, [
        "225100000X",
        "2251X0800X",
        "225X00000X",
        "225XH1200X",
        "235Z00000X",
        "225200000X",
        "224Z00000X",
        "224ZL0004X",
        "207Q00000X",
        "2255A2300X",
      ]),
    };
  }
  if (r < 0.94) return { discipline: pick(rng, ["PT", "OT", null]), taxonomy: pick(rng, ["225X00000X", "225100000X", "208100000X", null]) };
  return {};
}
const TAXONOMY = { 2251: "PT", "225X": "OT", "235Z": "SLP", 2252: "PTA", "224Z": "OTA" };
const disciplineOf = (p) => p?.discipline ?? TAXONOMY[p?.taxonomy?.slice(0, 4)] ?? null;

function modifiers(rng, discipline) {
  let list = [];
  const r = rng();
  if (discipline && r < 0.75) list.push(PLAN_OF[discipline]);
  else if (r < 0.9) list.push(pick(rng, ["GP", "GO", "GN"]));
  if (chance(rng, 0.06)) list.push(chance(rng, 0.5) && list.length ? list[0] : pick(rng, ["GP", "GO", "GN"]));
  if (discipline === "PTA" && chance(rng, 0.6)) list.push("CQ");
  if (discipline === "OTA" && chance(rng, 0.6)) list.push("CO");
  if (chance(rng, 0.15)) list.push("KX");
  if (chance(rng, 0.1)) list.push(pick(rng, ["GA", "GZ", "GY"]));
  if (chance(rng, 0.06)) list = chance(rng, 0.5) ? ["99"] : [...list, "99"];
  if (chance(rng, 0.15)) list.push(pick(rng, ["59", "XS", "76", "95"]));
  if (list.length && chance(rng, 0.03)) list.push(pick(rng, list));
  if (chance(rng, 0.1)) while (list.length < 4) list.push(pick(rng, ["59", "XS", "76", "LT", "95"]));
  if (chance(rng, 0.1)) list.sort(() => rng() - 0.5);
  list = list.slice(0, 4);
  return chance(rng, 0.06) ? list.map((m) => m.toLowerCase()) : list;
}

/** Cents left before the line, in one bucket whose threshold is `kx`: boundaries first. */
const target = (rng, kx) =>
  pick(rng, [
    0,
    0,
    0,
    1,
    -1,
    -1,
    -1,
    -3140,
    1200,
    1200,
    29_999,
    30_000,
    30_001,
    39_000,
    kx,
    -103_510,
    kx - 300_000,
    kx - 300_001,
    kx - 299_999,
    int(rng, -50_000, 50_000),
    int(rng, -50_000, -1),
    int(rng, 1, 5000),
  ]);
/** An allowed amount that stays below, lands on or crosses what is left. */
const allowed = (rng, left) =>
  pick(
    rng,
    [left, left, left + 1, left - 1, Math.floor(left / 2), 3140, 3140, int(rng, 1, 20_000), 0, -2500].map((n) => (n >= 0 || n === -2500 ? n : 3140)),
  );

function coverage(rng) {
  const r = rng(),
    c = { program: r < 0.72 ? "medicare-part-b" : r < 0.92 ? "medicare-advantage" : "other" };
  if (c.program === "medicare-advantage" ? chance(rng, 0.8) : chance(rng, 0.05)) c.followsKxThreshold = chance(rng, 0.8);
  for (const key of ["secondary", "partAStay", "homeHealthEpisode", "hospice"]) maybe(rng, 0.07, c, key, () => chance(rng, 0.75));
  return c;
}

const YEARS = [2025, 2025, 2026, 2026, 2026, 2018, 2024];
const year = (rng) => pick(rng, YEARS);

function policy(rng, y) {
  const p = {};
  maybe(rng, 0.4, p, "codeList", () => pick(rng, ["documented", "cms", "cms"]));
  for (const key of ["addCodes", "removeCodes"]) {
    maybe(rng, 0.12, p, key, () =>
      Object.fromEntries(some(rng, TYPES, 0.7).map((t) => [t, [code(rng), ...some(rng, ["97110", "97035", "97010", "99213", "97530"], 0.4)]])),
    );
  }
  maybe(rng, 0.5, p, "crossingLine", () => pick(rng, ["suggest", "apply", "apply", "ignore"]));
  maybe(rng, 0.35, p, "mixedClaim", () => pick(rng, ["per-line", "whole-bucket", "whole-bucket"]));
  maybe(rng, 0.45, p, "documentation", () => pick(rng, ["warn", "require", "ignore"]));
  maybe(rng, 0.2, p, "warnWithin", () => pick(rng, ["0", "12.00", "12.01", "11.99", "500", "2480.00"]));
  maybe(rng, 0.25, p, "staleAfterDays", () => pick(rng, [0, 1, 10, 30, 60]));
  const known = YEARS.includes(y);
  maybe(rng, known ? 0.15 : 1, p, "thresholds", () => {
    const kx = pick(rng, ["2500", "1000.00", "2480.01", { "PT/SLP": "2600.00", OT: "1999.99" }]);
    const table = { [y]: chance(rng, 0.5) ? { kx } : { kx, medicalReview: pick(rng, ["3000", "2600.00", "1000.00"]) } };
    if (chance(rng, 0.2)) table[2030] = { kx: "2700.00" };
    return table;
  });
  return p;
}

/** Splits a bucket's spend over entries, `used`, `otherUsed` and a precomputed figure, with entries that must not count in between. */
function usage(rng, date, program, wanted) {
  const y = Number(date.slice(0, 4)),
    u = {};
  if (chance(rng, 0.05)) return chance(rng, 0.5) ? {} : undefined;
  const give = { entries: chance(rng, 0.5), used: chance(rng, 0.35), otherUsed: chance(rng, 0.35), pre: chance(rng, 0.3) };
  if (!give.entries && !give.used && !give.otherUsed && !give.pre) give[pick(rng, ["entries", "used", "pre"])] = true;
  const ids = chance(rng, 0.5);
  for (const type of TYPES) {
    if (type !== wanted.type && chance(rng, 0.5)) continue;
    const left = type === wanted.type ? wanted.left : target(rng, wanted.kx);
    let spend = wanted.kx - left;
    if (give.otherUsed && chance(rng, 0.8)) {
      const part = give.used || give.entries ? int(rng, 0, Math.max(spend, 0)) : spend;
      u.otherUsed = { ...u.otherUsed, [type]: amount(rng, part) };
      spend -= part;
    }
    if (give.used && chance(rng, 0.85)) {
      const part = give.entries ? int(rng, 0, Math.max(spend, 0)) : spend;
      u.used = { ...u.used, [type]: amount(rng, part) };
      spend -= part;
    }
    if (give.entries) {
      u.entries ??= [];
      const count = int(rng, 1, 4),
        parts = Array.from({ length: count - 1 }, () => int(rng, 0, Math.floor(Math.max(spend, 0) / count)));
      for (const part of [...parts, spend - sum(parts)]) {
        const entry = { date: day(rng, y), serviceType: type, allowed: amount(rng, part) };
        if (ids) entry.id = `e${u.entries.length}`;
        maybe(rng, 0.3, entry, "status", () => pick(rng, ["adjudicated", "pending", "pending"]));
        if (program !== "other") maybe(rng, 0.2, entry, "program", () => program);
        maybe(rng, 0.1, entry, "posted", () => shift(entry.date, 14));
        u.entries.push(entry);
      }
    }
    if (give.pre && chance(rng, 0.85)) {
      u.precomputedRemaining = { ...u.precomputedRemaining, [type]: amount(rng, pick(rng, [left, left, 0, 1, -1, -left, left + 3140, -40_000])) };
    }
  }
  // Entries that do not count, or count in another's place.
  if (u.entries && chance(rng, 0.4)) {
    const extra = { date: day(rng, y), serviceType: pick(rng, TYPES), allowed: "777.00" };
    const kind = pick(rng, ["void", "year", "program", "replaced", "voided"]);
    if (kind === "void") extra.status = "void";
    if (kind === "year") extra.date = day(rng, y + pick(rng, [-1, 1]));
    if (kind === "program") extra.program = program === "medicare-part-b" ? "medicare-advantage" : "medicare-part-b";
    if (kind === "voided" && u.entries.length) u.entries.push({ ...pick(rng, u.entries), id: "e0", status: "void" });
    else if (kind === "replaced" && ids) u.entries.unshift({ ...extra, id: "e0" });
    else if (kind !== "replaced") u.entries.splice(int(rng, 0, u.entries.length), 0, extra);
  }
  if (u.entries && chance(rng, 0.04)) u.entries = [];
  maybe(rng, 0.35, u, "asOf", () =>
    pick(rng, [
      date,
      shift(date, -29),
      shift(date, -30),
      shift(date, -31),
      shift(date, -1),
      shift(date, -10),
      shift(date, 3),
      `${y}-01-01`,
      `${y}-12-31`,
      `${y - 1}-12-31`,
      day(rng, y - 1),
      day(rng, y + 1),
    ]),
  );
  return u;
}

function documentation(rng, date) {
  const d = {};
  const tidy = chance(rng, 0.5),
    p = tidy ? 0.97 : 0.5; // a ready record has to be as frequent as an unready one
  maybe(rng, p, d, "certifiedThrough", () => (tidy ? shift(date, pick(rng, [0, 1, 40])) : shift(date, pick(rng, [-1, 0, 1, 40, -40]))));
  maybe(rng, 0.3, d, "orderOnFileAndPlanSent", () => chance(rng, 0.6));
  maybe(rng, 0.3, d, "firstTreatment", () => shift(date, pick(rng, [0, -1, -89, -90, -91, -200, 3])));
  maybe(rng, p, d, "treatmentDaysSinceProgressReport", () => (tidy ? int(rng, 0, 10) : pick(rng, [0, 3, 9, 10, 11, 25])));
  maybe(rng, 0.6, d, "lastReevaluation", () => shift(date, -pick(rng, [0, 30, 89, 90, 91, 200])));
  for (const key of ["treatmentNote", "historyAndPhysical", "medicalNecessityRationale", "complexity", "functionalProgress"])
    maybe(rng, p, d, key, () => tidy || chance(rng, 0.7));
  maybe(rng, 0.4, d, "skilledMaintenance", () => chance(rng, 0.5));
  maybe(rng, 0.3, d, "moreExtensiveThanTypical", () => chance(rng, 0.6));
  maybe(rng, 0.4, d, "separateJustification", () => chance(rng, 0.7));
  maybe(rng, 0.4, d, "individualNecessityInGroup", () => chance(rng, 0.7));
  maybe(rng, 0.2, d, "attestation", () => ({ by: "A. Therapist", on: date }));
  return d;
}

function line(rng, discipline, left) {
  const l = { code: code(rng) };
  maybe(rng, 0.3, l, "id", () => `line-${int(rng, 1, 1_000_000)}`);
  maybe(rng, 0.93, l, "modifiers", () => modifiers(rng, discipline));
  maybe(rng, 0.4, l, "units", () => int(rng, 1, 4));
  maybe(rng, 0.75, l, "allowed", () => amount(rng, allowed(rng, left)));
  maybe(rng, 0.08, l, "kxDeclined", () => pick(rng, ["not medically necessary", "the balance is wrong", ""]));
  maybe(rng, 0.04, l, "kxDeclinedBecause", () => pick(rng, ["not-necessary", "documentation", "not-primary", "balance", "other"]));
  maybe(rng, 0.03, l, "charge", () => amount(rng, 8000));
  return l;
}

/** Everything of a request but its line or lines, and the bucket it was built around. */
function context(rng) {
  const cover = coverage(rng);
  const benefits = !cover.partAStay && (cover.program === "medicare-part-b" || (cover.program === "medicare-advantage" && cover.followsKxThreshold === true));
  const y = chance(rng, 0.04) ? 2027 : !benefits && chance(rng, 0.15) ? pick(rng, [2017, 2031]) : year(rng);
  const date = chance(rng, 0.05) ? pick(rng, [`${y}-01-01`, `${y}-12-31`]) : day(rng, y);
  const appointment = { date };
  maybe(rng, 0.4, appointment, "section", () => pick(rng, ["treatment", "flowsheet", "flowsheet"]));
  maybe(rng, appointment.section === "flowsheet" ? 0.85 : 0.1, appointment, "done", () => chance(rng, 0.8));
  maybe(rng, 0.93, appointment, "renderingProvider", () => provider(rng));
  const discipline = disciplineOf(appointment.renderingProvider);
  const type = TYPE_OF[discipline] ?? pick(rng, TYPES);
  const request = { appointment, coverage: cover };
  const rules = chance(rng, y === 2027 ? 1 : 0.65) && (y === 2027 || YEARS.includes(y)) ? policy(rng, y) : undefined;
  let kx = 248_000;
  if (rules || YEARS.includes(y)) kx = Math.round(Number(thresholds({ date, policy: rules })[type].threshold) * 100);
  const left = target(rng, kx),
    spent = chance(rng, 0.95) ? usage(rng, date, cover.program, { type, left, kx }) : undefined;
  maybe(rng, 0.85, request, "preferences", () => (chance(rng, 0.05) ? {} : { autoApplyKx: chance(rng, 0.9) }));
  if (spent) request.usage = spent;
  if (rules) request.policy = rules;
  maybe(rng, 0.45, request, "documentation", () => documentation(rng, date));
  if (chance(rng, 0.03)) request[pick(rng, ["usage", "documentation", "preferences"])] ??= null; // "null means absent"
  return { request, discipline, left };
}

// ---------------------------------------------------------------- one mistake

const MONEY = ["1.234", "$5.00", "", "1,000.00", "1e3", "1000000000.00", "abc", "+5", " 5.00"];
const DATES = ["2026-02-30", "2026-13-01", "2026-1-5", "2026-03-01T00:00:00Z", "2025-02-29", "01/02/2026", "", "2026-03-01 "];

/** Puts one mistake into a valid request; returns the request. */
function spoil(rng, r) {
  const place = r.appointment ?? r,
    first = r.line ?? r.lines?.[0];
  const options = [
    () => {
      r.surprise = 1;
    },
    () => {
      place.date = pick(rng, DATES);
    },
    () => {
      delete place.date;
    },
    () => {
      place.date = 20260301;
    },
  ];
  const add = (when, ...more) => {
    if (when) options.push(...more);
  };
  add(
    r.coverage,
    () => {
      r.coverage.program = "medicaid";
    },
    () => {
      r.coverage.hospice = "no";
    },
    () => {
      r.coverage.plan = "x";
    },
    () => {
      r.coverage = [];
    },
  );
  add(
    r.coverage && (r.appointment || r.traits),
    () => {
      delete r.coverage.program;
    },
    () => {
      delete r.coverage;
    },
  );
  add(
    r.coverage,
    () => {
      r.policy = { warnWithin: pick(rng, MONEY) };
    },
    () => {
      r.policy = { codeList: "mine" };
    },
    () => {
      r.policy = { addCodes: { "PT/SLP": ["97110", pick(rng, ["9711", "971100", ""])] } };
    },
    () => {
      r.policy = { crossingLine: "warn" };
    },
    () => {
      r.policy = { thresholds: { 2027: { kx: pick(rng, ["0.00", "-1", "x"]) } } };
    },
    () => {
      r.policy = { thresholds: { 2027: { kx: 2500 } } };
    },
    () => {
      r.policy = { thresholds: { 2027: { medicalReview: "3000" } } };
    },
    () => {
      r.policy = { staleAfterDays: "30" };
    },
    () => {
      r.usage = { used: { OT: pick(rng, MONEY) } };
    },
    () => {
      r.usage = { otherUsed: { "PT/SLP": 12.5 } };
    },
    () => {
      r.usage = { used: { SLP: "1.00" } };
    },
    () => {
      r.usage = { asOf: pick(rng, DATES) };
    },
    () => {
      r.usage = { entries: [{ date: "2026-01-05", serviceType: "PT", allowed: "5.00" }] };
    },
    () => {
      r.usage = {
        entries: [
          { date: "2026-01-05", serviceType: "OT", allowed: "5.00" },
          { date: "2026-01-05", serviceType: "OT" },
        ],
      };
    },
    () => {
      r.usage = { entries: [{ date: "2026-01-05", serviceType: "OT", allowed: "5.00", status: "paid" }] };
    },
    () => {
      r.usage = { entries: {} };
    },
    () => {
      r.usage = { precomputedRemaining: { OT: -5 } };
    },
  );
  add(
    first,
    () => {
      first.code = pick(rng, ["9711", "971100", "", "97-10"]);
    },
    () => {
      delete first.code;
    },
    () => {
      first.code = 97110;
    },
    () => {
      first.modifiers = ["GP", "59", "76", "XS", "KX"];
    },
    () => {
      first.modifiers = ["GP", pick(rng, ["K", "KXX", ""])];
    },
    () => {
      first.modifiers = "GP";
    },
    () => {
      first.modifiers = ["GP", 59];
    },
    () => {
      first.allowed = pick(rng, MONEY);
    },
    () => {
      first.allowed = 31.4;
    },
    () => {
      first.units = "1";
    },
    () => {
      first.kx = true;
    },
    () => {
      first.date = pick(rng, ["2026-02-30", "1999-01-01"]);
    },
  );
  add(
    r.appointment,
    () => {
      r.appointment.section = "exercise";
    },
    () => {
      r.appointment.done = "yes";
    },
    () => {
      r.appointment.renderingProvider = { npi: "1" };
    },
    () => {
      r.appointment.renderingProvider = "PT";
    },
    () => {
      r.preferences = { autoApplyKx: "on" };
    },
    () => {
      r.preferences = { autoApply: true };
    },
    () => {
      delete r.appointment;
    },
    () => {
      r.documentation = { attestation: { by: "A" } };
    },
    () => {
      r.documentation = { treatmentNote: "yes" };
    },
    () => {
      r.coverage = { program: "medicare-part-b" };
      r.policy = null;
      r.appointment.date = pick(rng, ["2017-12-31", "2028-01-01"]);
    },
  );
  add(
    r.traits,
    () => {
      r.traits = [{ name: "n" }];
    },
    () => {
      r.serviceType = "PT";
    },
    () => {
      r.traits = [{ name: "n", prompt: "p", onlyIfMedicareReached: 1 }];
    },
  );
  pick(rng, options)();
  return r;
}
/** Mistakes must not leak into shared parts, so a copy is spoilt. */
const finish = (rng, request) => (chance(rng, 0.05) ? spoil(rng, structuredClone(request)) : request);

// ---------------------------------------------------------------- the requests

export function randomRequest(rng) {
  const { request, discipline, left } = context(rng);
  return finish(rng, { line: line(rng, discipline, left), ...request });
}

export function randomAppointment(rng) {
  const { request, discipline, left } = context(rng);
  let rest = left;
  const lines = Array.from({ length: pick(rng, [0, 1, 2, 2, 3, 3, 4, 5]) }, () => {
    const own = chance(rng, 0.2) ? provider(rng) : undefined;
    const l = line(rng, own ? disciplineOf(own) : discipline, rest);
    if (own) l.renderingProvider = own;
    maybe(rng, 0.15, l, "section", () => pick(rng, ["treatment", "flowsheet"]));
    maybe(rng, 0.2, l, "done", () => chance(rng, 0.7));
    rest -= Math.round(Number(l.allowed ?? 0) * 100); // so that a later line lands on or crosses what the earlier ones left
    return l;
  });
  return finish(rng, { lines, ...request });
}

export function randomThresholds(rng) {
  const { request } = context(rng);
  const r = { date: request.appointment.date };
  for (const key of ["coverage", "usage", "policy"]) if (request[key] && (key !== "coverage" || chance(rng, 0.8))) r[key] = request[key];
  return finish(rng, r);
}

export function randomTraits(rng) {
  const { request, discipline } = context(rng);
  const traits = Array.from({ length: int(rng, 0, 4) }, (_, i) => {
    const trait = { name: `trait ${i}`, prompt: `Describe ${i}.` };
    maybe(rng, 0.7, trait, "onlyIfMedicareReached", () => chance(rng, 0.7));
    return trait;
  });
  const r = {
    traits,
    date: request.appointment.date,
    serviceType: chance(rng, 0.08) ? null : (TYPE_OF[discipline] ?? pick(rng, TYPES)),
    coverage: request.coverage,
  };
  for (const key of ["usage", "policy"]) if (request[key]) r[key] = request[key];
  return finish(rng, r);
}

export function randomChecklist(rng) {
  const date = day(rng, year(rng)),
    r = { date, documentation: documentation(rng, date) };
  maybe(rng, 0.7, r, "code", () => pick(rng, ["97150", "92508", "97110", "97530"]));
  return finish(rng, r);
}
