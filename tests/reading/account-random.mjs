// Random requests for the account functions: boundaries (exactly zero, one cent either side, ties, equal proportions, a chi-square next
// to its critical value) made frequent on purpose; about one in twenty carries one mistake. Same seed, same requests.
import { randomAppointment, randomRequest, randomThresholds } from "./random.mjs";
import { thresholds } from "./reading.mjs";

const chance = (rng, p) => rng() < p;
const int = (rng, from, to) => from + Math.floor(rng() * (to - from + 1));
const pick = (rng, list) => list[Math.floor(rng() * list.length)];
const maybe = (rng, p, object, key, make) => {
  if (chance(rng, p)) object[key] = make();
};
const shuffle = (rng, list) =>
  list
    .map((one) => [rng(), one])
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);
const money = (cents) => `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
const cents = (text) => Math.round(Number(text) * 100);
const shift = (date, by) => new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const day = (rng, year) => `${year}-${String(int(rng, 1, 12)).padStart(2, "0")}-${String(int(rng, 1, 28)).padStart(2, "0")}`;
const TYPES = ["PT/SLP", "OT"];
const THRESHOLD = { 2018: 201_000, 2019: 204_000, 2020: 208_000, 2021: 211_000, 2022: 215_000, 2023: 223_000, 2024: 233_000, 2025: 241_000, 2026: 248_000 };

const BAD_MONEY = ["1.234", "$5.00", "", "1,000.00", "1e3", "1000000000.00", "+5", 12.5, 0];
const BAD_DATES = ["2026-02-30", "2026-1-5", "2026-03-01T00:00:00Z", "2025-02-29", "", "2026-03-01 "];
/** One mistake out of `options`, in a copy; five times in a hundred. */
function finish(rng, request, options) {
  if (!chance(rng, 0.05)) return request;
  const copy = structuredClone(request);
  pick(rng, [
    (r) => {
      r.surprise = 1;
    },
    ...options,
  ])(copy);
  return copy;
}

// ---------------------------------------------------------------- projection

export function randomProjection(rng) {
  // A context that is spoilt already would be wrong twice.
  const sound = (r) => {
    try {
      thresholds(r);
      return true;
    } catch (error) {
      return error.code === "unknown-year";
    }
  };
  let base;
  do {
    base = randomThresholds(rng);
  } while (!sound(base));
  const request = { date: base.date, serviceType: pick(rng, TYPES), visits: [] };
  for (const key of ["usage", "policy"]) if (base[key]) request[key] = base[key];
  // What is left at first, so that visits can use it up exactly. A spoilt or unknown request only needs some number.
  let left = 100_000;
  try {
    left = cents(thresholds({ date: request.date, usage: request.usage, policy: request.policy })[request.serviceType].remaining);
  } catch {
    /* some number */
  }
  const year = Number(request.date.slice(0, 4));
  let rest = left;
  for (let n = pick(rng, [0, 1, 2, 3, 5, 8, 13]), i = 0; i < n; i++) {
    const date = chance(rng, 0.75)
      ? shift(request.date, int(rng, 0, 20))
      : pick(rng, [day(rng, year + 1), day(rng, year), `${year}-12-31`, `${year + 1}-01-01`, day(rng, year + 2), day(rng, year - 1)]);
    const allowed = pick(rng, [rest, rest + 1, rest - 1, 3140, 3140, Math.floor(rest / 2), int(rng, 1, 90_000), 0, 248_000, 248_001]);
    request.visits.push({ date, allowed: money(allowed < 0 ? 3140 : allowed) });
    if (date.startsWith(String(year))) rest -= allowed < 0 ? 3140 : allowed;
  }
  if (chance(rng, 0.4)) request.visits = shuffle(rng, request.visits);
  return finish(rng, request, [
    (r) => {
      r.date = pick(rng, BAD_DATES);
    },
    (r) => {
      r.serviceType = "PT";
    },
    (r) => {
      delete r.serviceType;
    },
    (r) => {
      delete r.visits;
    },
    (r) => {
      r.coverage = {};
    },
    (r) => {
      r.visits.push({ date: "2026-05-05", allowed: pick(rng, BAD_MONEY.slice(0, -1)) });
    },
    (r) => {
      r.visits.push({ date: pick(rng, BAD_DATES), allowed: "5" });
    },
    (r) => {
      r.visits.push({ date: "2026-05-05" });
    },
    (r) => {
      r.visits.push({ date: "2026-05-05", allowed: "1", id: "x" });
    },
    (r) => {
      r.visits = {};
    },
    (r) => {
      r.date = pick(rng, ["2017-12-31", "2028-01-01"]);
      delete r.policy;
      delete r.usage;
    },
  ]);
}

// ---------------------------------------------------------------- fees

const CODES = ["97110", "97112", "97140", "97530", "97161", "97165", "92507", "97035", "97150", "G0283", "97597", "98979", "G0541"];
export function randomEstimate(rng) {
  const fees = {},
    grid = chance(rng, 0.5);
  for (const code of CODES) {
    if (chance(rng, 0.15)) continue;
    // A coarse grid makes ties in practice expense, and in both amounts, frequent.
    const expense = grid ? pick(rng, [0, 500, 500, 600]) : int(rng, 0, 3000),
      full = grid ? pick(rng, [3000, 3000, 3400, 4000]) : int(rng, expense, 12_000);
    fees[code] = { full: money(full), reduced: money(chance(rng, 0.1) ? full : full - expense) };
  }
  const lines = Array.from({ length: pick(rng, [0, 1, 1, 2, 3, 4, 6]) }, (_, i) => {
    const code = pick(rng, chance(rng, 0.08) ? ["99999", "99213"] : CODES);
    return {
      id: `line ${i}`,
      code: chance(rng, 0.05) ? ` ${code.toLowerCase()} ` : code,
      units: pick(rng, [1, 1, 1, 2, 2, 3, 4, 20]),
      ...(chance(rng, 0.3) ? { charge: money(pick(rng, [0, 2500, 3000, 8000, 50_000])) } : {}),
    };
  });
  return finish(rng, { lines, fees }, [
    (r) => {
      r.fees[97110] = { full: pick(rng, BAD_MONEY.slice(0, -1)), reduced: "1" };
    },
    (r) => {
      r.fees[97110] = { full: "30.00" };
    },
    (r) => {
      delete r.fees;
    },
    (r) => {
      r.fees = [];
    },
    (r) => {
      r.lines.push({ id: "x", code: pick(rng, ["9711", "", "97-10"]), units: 1 });
    },
    (r) => {
      r.lines.push({ id: "x", code: "97110" });
    },
    (r) => {
      r.lines.push({ id: "x", code: "97110", units: "2" });
    },
    (r) => {
      r.lines.push({ code: "97110", units: 2 });
    },
    (r) => {
      r.lines.push({ id: "x", code: "97110", units: 1, modifiers: [] });
    },
  ]);
}

// ---------------------------------------------------------------- eligibility

export function randomEligibility(rng) {
  const year = pick(rng, [2024, 2025, 2026, 2026]),
    date = day(rng, year);
  const asOf = chance(rng, 0.9) ? `${year}-${shift(date, -pick(rng, [0, 1, 7])).slice(5)}` : pick(rng, [`${year}-01-01`, `${year}-12-31`]);
  const request = { date, asOf, amounts: [], entries: [] };
  const kx = THRESHOLD[year],
    own = chance(rng, 0.15) ? 190_000 : null;
  if (own) request.policy = { thresholds: { [year]: { kx: money(own) } } };
  for (const type of TYPES) {
    let ours = 0;
    for (let n = pick(rng, [0, 0, 1, 2, 4]), i = 0; i < n; i++) {
      const entry = {
        date: chance(rng, 0.8) ? day(rng, year) : pick(rng, [asOf, shift(asOf, 1), shift(asOf, -1), day(rng, year - 1)]),
        serviceType: type,
        allowed: money(int(rng, 0, 60_000)),
      };
      maybe(rng, 0.4, entry, "id", () => `e${int(rng, 1, 6)}`);
      maybe(rng, 0.3, entry, "status", () => pick(rng, ["adjudicated", "pending", "void"]));
      maybe(rng, 0.4, entry, "posted", () => pick(rng, [asOf, shift(asOf, 1), shift(asOf, -1), shift(entry.date, 14)]));
      maybe(rng, 0.2, entry, "program", () => pick(rng, ["medicare-part-b", "medicare-advantage"]));
      if (
        (entry.status ?? "adjudicated") === "adjudicated" &&
        (entry.posted ?? entry.date) <= asOf &&
        entry.date.startsWith(year) &&
        entry.program !== "medicare-advantage"
      )
        ours += cents(entry.allowed);
      request.entries.push(entry);
    }
    if (chance(rng, 0.12)) continue;
    const spent = Math.max(0, pick(rng, [ours, ours, ours + 1, ours - 1, ours + 50_000, ours - 50_000, int(rng, 0, 300_000), 0]));
    const kind = pick(rng, ["used", "remaining"]);
    const amount = { serviceType: type, kind, amount: money(kind === "used" ? spent : (own ?? kx) - spent), from: null, to: null, segment: "EB*D" };
    if (chance(rng, 0.6)) [amount.from, amount.to] = [`${year}-01-01`, `${year}-12-31`];
    if (chance(rng, 0.06)) [amount.from, amount.to] = [`${year - 1}-01-01`, `${year - 1}-12-31`];
    request.amounts.push(amount);
  }
  request.entries = shuffle(rng, request.entries);
  request.amounts = shuffle(rng, request.amounts);
  return finish(rng, request, [
    (r) => {
      r.date = pick(rng, BAD_DATES);
    },
    (r) => {
      r.asOf = pick(rng, BAD_DATES);
    },
    (r) => {
      delete r.asOf;
    },
    (r) => {
      delete r.amounts;
    },
    (r) => {
      delete r.entries;
    },
    (r) => {
      r.amounts.push({ serviceType: "SLP", kind: "used", amount: "1", segment: "" });
    },
    (r) => {
      r.amounts.push({ serviceType: "OT", kind: "left", amount: "1", segment: "" });
    },
    (r) => {
      r.amounts.push({ serviceType: "OT", kind: "used", amount: pick(rng, BAD_MONEY.slice(0, -1)), segment: "" });
    },
    (r) => {
      r.usage = {};
    },
    (r) => {
      r.entries.push({ date: "2026-01-05", serviceType: "OT" });
    },
    (r) => {
      r.entries.push({ date: "2026-01-05", serviceType: "OT", allowed: "1", status: "paid" });
    },
    (r) => {
      r.date = "2027-05-05";
      delete r.policy;
      r.entries = [];
      r.amounts = [{ serviceType: "OT", kind: "remaining", amount: "100.00", from: null, to: null, segment: "EB" }];
    },
  ]);
}

// ---------------------------------------------------------------- audit

function auditModifiers(rng, type) {
  const list = chance(rng, 0.92) ? [type === "OT" ? "GO" : pick(rng, ["GP", "GP", "GN"])] : [];
  if (chance(rng, 0.03)) list.push(pick(rng, ["GP", "GO"]));
  if (chance(rng, 0.4)) list.push("KX");
  if (chance(rng, 0.1)) list.push(pick(rng, ["GA", "GZ", "GY"]));
  if (chance(rng, 0.05)) list.push("99");
  if (chance(rng, 0.15)) list.push(pick(rng, ["59", "CQ", "CO", "76"]));
  if (list.length && chance(rng, 0.03)) list.push(pick(rng, list));
  if (chance(rng, 0.05)) while (list.length < 5) list.push(pick(rng, ["59", "XS", "95", "LT"]));
  return chance(rng, 0.05) ? list.map((m) => m.toLowerCase()) : chance(rng, 0.1) ? shuffle(rng, list) : list;
}

/** Lines of one beneficiary; `left`: what stands before them per year and bucket, in cents. */
function auditLines(rng, count, year, left, policy) {
  const together = policy?.mixedClaim === "whole-bucket",
    claims = together || chance(rng, 0.6);
  return Array.from({ length: count }, (_, i) => {
    const type = pick(rng, TYPES),
      y = chance(rng, 0.9) ? year : pick(rng, [year - 1, year + 1, 2027, 2017]),
      key = `${y}/${type}`;
    left[key] ??= THRESHOLD[y] ?? 100_000;
    const rest = left[key];
    const allowed = pick(
      rng,
      [rest, rest, rest + 1, rest - 1, Math.floor(rest / 2), 3140, 3140, int(rng, 1, 50_000), 0, -2500].map((n) => (n >= 0 || n === -2500 ? n : 3140)),
    );
    const line = {
      id: `l${i}`,
      ...(chance(rng, 0.08) ? { kxDeclined: "not necessary" } : {}),
      date: day(rng, y),
      code: pick(rng, ["97110", "97110", "97530", "97530", "97035", "92507", "97161", "97597", "97010"]),
      allowed: money(allowed),
    };
    if (chance(rng, 0.04)) line.code = pick(rng, ["99213", "E0110"]);
    if (chance(rng, 0.04)) line.code = ` ${line.code.toLowerCase()} `;
    maybe(rng, 0.96, line, "modifiers", () => auditModifiers(rng, type));
    maybe(rng, 0.25, line, "serviceType", () => (chance(rng, 0.9) ? type : pick(rng, TYPES)));
    maybe(rng, 0.2, line, "status", () => pick(rng, ["adjudicated", "pending", "pending", "void"]));
    maybe(rng, 0.35, line, "posted", () => shift(line.date, pick(rng, [14, 14, 30, 90, 1])));
    if (claims) maybe(rng, 0.8, line, "claim", () => `c${int(rng, 1, together ? 2 : Math.max(1, Math.floor(count / 2)))}`);
    maybe(rng, 0.2, line, "units", () => int(rng, 1, 4));
    // The boundaries are exact only where lines run as they stand, which is often enough.
    if (line.status !== "void") left[key] -= allowed;
    return line;
  });
}

function auditPolicy(rng, year) {
  const policy = {};
  maybe(rng, 0.4, policy, "crossingLine", () => pick(rng, ["suggest", "apply", "ignore"]));
  maybe(rng, 0.5, policy, "reversals", () => pick(rng, ["per-line", "pair", "pair"]));
  maybe(rng, 0.45, policy, "mixedClaim", () => pick(rng, ["per-line", "whole-bucket", "whole-bucket"]));
  maybe(rng, 0.15, policy, "codeList", () => pick(rng, ["documented", "cms"]));
  maybe(rng, 0.15, policy, "thresholds", () => ({ [pick(rng, [year, 2027])]: { kx: pick(rng, ["1000.00", { "PT/SLP": "2600.00", OT: "500.00" }]) } }));
  return policy;
}

export function randomAudit(rng) {
  const year = pick(rng, [2020, 2024, 2025, 2025, 2026, 2026]),
    left = {},
    request = {};
  maybe(rng, 0.55, request, "policy", () => auditPolicy(rng, year));
  for (const type of TYPES) {
    const set = request.policy?.thresholds?.[year]?.kx;
    left[`${year}/${type}`] = set ? cents(set[type] ?? set) : THRESHOLD[year];
  }
  maybe(rng, 0.5, request, "otherUsed", () => {
    const other = { [year]: {} };
    for (const type of TYPES) {
      if (chance(rng, 0.3)) continue;
      const rest = left[`${year}/${type}`],
        used = pick(rng, [rest, rest + 1, rest - 1, rest - 3140, rest - 6280, int(rng, 0, rest)]);
      other[year][type] = money(used);
      left[`${year}/${type}`] -= used;
    }
    if (chance(rng, 0.1)) other[year + 1] = { OT: "777.00" };
    return other;
  });
  request.lines = auditLines(rng, pick(rng, [0, 1, 2, 3, 4, 6, 9]), year, left, request.policy);
  // Entries that take a line back, wholly or nearly so.
  while (request.lines.length > 0 && chance(rng, 0.25)) {
    const { status, ...paid } = pick(rng, request.lines);
    const back = { ...paid, id: `back${request.lines.length}`, allowed: money(-cents(paid.allowed) + pick(rng, [0, 0, 0, 1])) };
    maybe(rng, 0.2, back, "modifiers", () => auditModifiers(rng, "PT/SLP"));
    maybe(rng, 0.7, back, "posted", () => shift(paid.posted ?? paid.date, pick(rng, [14, 30, 90])));
    if (chance(rng, 0.3)) request.lines.push({ ...paid, id: `again${request.lines.length}` });
    request.lines.push(back);
  }
  if (chance(rng, 0.6)) request.lines.sort((a, b) => (a.date < b.date ? -1 : 1));
  const first = (change) => (r) => {
    r.lines.push({ id: "x", date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "5.00" });
    change(r.lines.at(-1));
  };
  return finish(rng, request, [
    first((l) => {
      delete l.id;
    }),
    first((l) => {
      delete l.date;
    }),
    first((l) => {
      delete l.allowed;
    }),
    first((l) => {
      delete l.code;
    }),
    first((l) => {
      l.code = "9711";
    }),
    first((l) => {
      l.allowed = pick(rng, BAD_MONEY.slice(0, -1));
    }),
    first((l) => {
      l.date = pick(rng, BAD_DATES);
    }),
    first((l) => {
      l.posted = pick(rng, BAD_DATES);
    }),
    first((l) => {
      l.status = "paid";
    }),
    first((l) => {
      l.serviceType = "PT";
    }),
    first((l) => {
      l.modifiers = ["GPX"];
    }),
    first((l) => {
      l.program = "medicare-part-b";
    }),
    first((l) => {
      l.claim = 7;
    }),
    (r) => {
      delete r.lines;
    },
    (r) => {
      r.otherUsed = { 2026: { OT: 5 } };
    },
    (r) => {
      r.otherUsed = { 2026: { SLP: "5.00" } };
    },
    (r) => {
      r.policy = { mixedClaim: "some" };
    },
  ]);
}

/** Lines of several beneficiaries for the bulk path: `texts` a line each; `beneficiary` null where the line cannot be read. */
export function randomAuditNdjson(rng) {
  const rows = [],
    year = pick(rng, [2025, 2026]),
    policy = chance(rng, 0.5) ? auditPolicy(rng, year) : undefined;
  for (let b = 0, n = pick(rng, [1, 1, 2, 4]); b < n; b++) {
    const left = {};
    for (const type of TYPES) if (chance(rng, 0.7)) left[`${year}/${type}`] = pick(rng, [0, 3140, 6280, 50_000]);
    const lines = auditLines(rng, pick(rng, [1, 2, 4, 7]), year, left, policy);
    // Nothing can be said of other providers here, so a first line brings the bucket to where the boundaries are.
    for (const [key, rest] of Object.entries(left)) {
      const [y, ...type] = key.split("/");
      if (chance(rng, 0.5) && THRESHOLD[y])
        lines.unshift({
          id: `first ${key}`,
          date: `${y}-01-01`,
          code: "97110",
          serviceType: type.join("/"),
          modifiers: [type[0] === "OT" ? "GO" : "GP"],
          allowed: money(Math.max(0, THRESHOLD[y] - Math.max(rest, 0))),
        });
    }
    for (const line of lines) {
      rows.push({ beneficiary: `b${b}`, line });
      if (chance(rng, 0.03))
        rows.push({
          beneficiary: `b${b}`,
          line: { ...line, id: "bad", ...pick(rng, [{ allowed: 5 }, { date: "2026-02-30" }, { code: "9711" }, { surprise: 1 }]) },
          bad: true,
        });
    }
  }
  return { rows, policy };
}

// ---------------------------------------------------------------- comparative billing

/** Own and peer counts around equality, small expected counts and the critical value. */
function counts(rng) {
  const n = pick(rng, [0, 1, 3, 10, 20, 50, 100, 100, 400]),
    k = int(rng, 0, n);
  const scale = int(rng, 1, 30),
    r = rng();
  if (r < 0.25) return { k, n, peer: { kx: k * scale, total: n * scale } };
  if (r < 0.4)
    return {
      k,
      n,
      peer: {
        proportion: n
          ? pick(
              rng,
              [k / n, k / n, (k - 1) / n, (k + 1) / n].filter((p) => p >= 0 && p <= 1),
            )
          : 0.2,
      },
    };
  if (r < 0.47) return { k, n, peer: { proportion: pick(rng, [0, 0.2, 0.5, 1]) } };
  const total = pick(rng, [0, 1, 10, 40, 100, 1000, 10_000]);
  // Peers whose proportion is a little below the own one: the statistic is then near the critical value.
  const near = n ? Math.round(total * (k / n - 1.96 * Math.sqrt(((k / n) * (1 - k / n)) / n + 1e-9))) : 0;
  const kx = pick(rng, [int(rng, 0, total), near, near, near + 1, near - 1]);
  return { k, n, peer: { kx: Math.min(total, Math.max(0, kx)), total } };
}

export function randomComparative(rng) {
  const request = { lines: [], peers: [] },
    codes = chance(rng, 0.2) ? ["97535", "97110", "92507"] : undefined;
  if (codes) request.codes = codes;
  const made = Object.fromEntries((codes ?? ["97110", "97112", "97140", "97530"]).map((code) => [code, counts(rng)]));
  for (const [code, { k, n }] of Object.entries(made)) {
    for (let i = 0; i < n; i++) {
      const line = { code: chance(rng, 0.02) ? code.toLowerCase() : code };
      if (i < k) line.modifiers = chance(rng, 0.1) ? ["GP", "59", "kx"] : ["GP", "KX"];
      else maybe(rng, 0.5, line, "modifiers", () => ["GO"]);
      request.lines.push(line);
    }
  }
  if (chance(rng, 0.3)) request.lines.push({ code: "97035", modifiers: ["GP", "KX"] });
  if (chance(rng, 0.5)) request.lines = shuffle(rng, request.lines);
  for (const scope of ["state", "jurisdiction", "nation"].slice(0, int(rng, 0, 3))) {
    const peers = {};
    for (const [code, { peer }] of Object.entries(made)) maybe(rng, 0.9, peers, code, () => peer);
    request.peers.push({ scope, label: `the ${scope}`, codes: peers });
  }
  return finish(rng, request, [
    (r) => {
      r.peers.push({ scope: "county", label: "x", codes: {} });
    },
    (r) => {
      r.peers.push({ scope: "state", codes: {} });
    },
    (r) => {
      r.peers.push({ scope: "state", label: "x" });
    },
    (r) => {
      r.codes = ["9711"];
    },
    (r) => {
      r.lines.push({ code: "" });
    },
    (r) => {
      r.lines.push({ modifiers: [] });
    },
    (r) => {
      delete r.lines;
    },
    (r) => {
      delete r.peers;
    },
    (r) => {
      r.lines.push({ code: "97110", modifiers: ["KXX"] });
    },
  ]);
}

// ---------------------------------------------------------------- sessions, bulk decisions

/** A context, and what a person does on the screen. */
export function randomSession(rng) {
  const { lines, ...context } = randomAppointment(rng);
  const pool = Array.isArray(lines) ? lines : [];
  const more = () => {
    const other = randomAppointment(rng).lines;
    return Array.isArray(other) && other.length ? pick(rng, other) : { code: "97110", modifiers: ["GP"], allowed: "31.40" };
  };
  const ids = ["a", "b", "c", "d"];
  const operations = Array.from({ length: int(rng, 1, 12) }, () => {
    const line = pool.length && chance(rng, 0.7) ? pool.shift() : more(),
      id = pick(rng, ids),
      r = rng();
    if (r < 0.15) return ["decide", line];
    if (r < 0.45) return ["add", chance(rng, 0.03) ? line : { ...line, id }];
    if (r < 0.58) return ["update", { ...line, id }];
    if (r < 0.68) return ["remove", id];
    if (r < 0.76)
      return ["setOtherUsed", pick(rng, TYPES), pick(rng, ["0.00", "2480.00", "2479.99", "2410", "-1.00", "1234.56", chance(rng, 0.2) ? "x" : "5.00"])];
    if (r < 0.84) return ["setAutoApplyKx", chance(rng, 0.6)];
    if (r < 0.92) return ["thresholds"];
    return ["lines"];
  });
  if (chance(rng, 0.2)) operations.splice(int(rng, 0, operations.length), 0, ["close"]);
  return { context, operations };
}

export const randomDecisions = (rng) => Array.from({ length: int(rng, 0, 6) }, () => randomRequest(rng));
