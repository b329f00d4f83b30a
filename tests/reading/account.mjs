// The second, independent reading of the functions about accounts rather than single lines: projection, fees, eligibility, audit and
// comparative billing. As in reading.mjs, sentences are left out; quotes are the contract's ("C:") or the domain description's ("D:").
import {
  amountsOf,
  CMS,
  code,
  date,
  ENTRY,
  fail,
  flag,
  isInEffect,
  isObject,
  join,
  LINE_FIELDS,
  list,
  money,
  number,
  object,
  oneOf,
  perType,
  POLICY,
  SEVERITY,
  show,
  text,
  TYPES,
  USAGE,
  usageOf,
  yearOf,
} from "./reading.mjs";

const PART_B = { program: "medicare-part-b" };
/** An object whose keys are the caller's own: years, codes. C: "null means absent". */
const record = (item) => (value, path) =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, v]) => v != null)
          .map(([key, v]) => [key, item(v, join(path, key))]),
      )
    : fail("wrong-type", path);
const sum = (list) => list.reduce((total, one) => total + one, 0n);
const unique = (list) => [...new Set(list)];

// ---------------------------------------------------------------- projection

const PROJECTION = object({
  date,
  serviceType: oneOf(...TYPES),
  "usage?": USAGE,
  "policy?": POLICY,
  visits: list(object({ date, allowed: money })),
  "afterLines?": flag,
});

export function projectCrossing(request) {
  const { date: day, serviceType: type, usage = {}, policy = {}, visits } = PROJECTION(request, "");
  const left = new Map();
  const remainingOf = (year) => {
    if (!left.has(year)) {
      // C: "Each calendar year starts from its own threshold": sums are of the request's year, entries know their own.
      const own = year === yearOf(day) ? usage : { entries: usage.entries };
      left.set(year, usageOf(year === yearOf(day) ? day : `${year}-01-01`, PART_B, own, policy).bucket(type, 0n).remaining);
    }
    return left.get(year);
  };
  const known = visits.filter((visit) => amountsOf(yearOf(visit.date), policy));
  const unknown = visits.filter((visit) => !known.includes(visit)).map((visit) => Number(yearOf(visit.date)));
  // A year without an amount is named, never an error. Without a visit that counts it is the year that is asked about.
  const asked = amountsOf(yearOf(day), policy) !== null && amountsOf(yearOf(day), policy) !== undefined;
  if (!asked && known.length === 0) unknown.push(Number(yearOf(day)));
  const unknownYears = unique(unknown).sort((a, b) => a - b);
  known.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let crossing = -1,
    last = asked ? remainingOf(yearOf(day)) : 0n;
  known.forEach((visit, i) => {
    last = remainingOf(yearOf(visit.date)) - visit.allowed;
    left.set(yearOf(visit.date), last);
    // C: "the first visit after which remaining is negative".
    if (crossing < 0 && last < 0n) crossing = i;
  });
  return {
    crossesOn: crossing < 0 ? null : known[crossing].date,
    visitsBeforeCrossing: crossing < 0 ? known.length : crossing,
    remainingAfterLast: show(last),
    unknownYears,
  };
}

// ---------------------------------------------------------------- fees

const MODIFIERS = list((value, path) => (/^[A-Z0-9]{2}$/.test(text(value, path).toUpperCase()) ? value.toUpperCase() : fail("modifier-invalid", path)));
const ESTIMATE = object({
  lines: list(object({ id: text, code, units: number, "modifiers?": MODIFIERS, "date?": date, "charge?": money })),
  fees: record(object({ full: money, reduced: money })),
});

export function estimateAllowed(request) {
  const { lines, fees: given } = ESTIMATE(request, "");
  // C: "as the fee schedule publishes them" and "equal where MPPR does not apply": the published files print 0.00 there.
  const fees = Object.fromEntries(Object.entries(given).map(([name, fee]) => [name, fee.reduced === 0n ? { ...fee, reduced: fee.full } : fee]));
  const priced = lines.filter((line) => line.code in fees);
  // C: "the largest full − reduced, is allowed in full; ties go to the higher full". A tie in both: the earlier line.
  let winner = null;
  for (const line of priced) {
    if (!(line.units >= 1)) continue;
    const fee = fees[line.code],
      best = winner && fees[winner.code];
    const expense = fee.full - fee.reduced,
      highest = best && best.full - best.reduced;
    if (!best || expense > highest || (expense === highest && fee.full > best.full)) winner = line;
  }
  const answer = priced.map((line) => {
    const { full, reduced } = fees[line.code];
    const units = Array.from({ length: line.units }, (_, i) => (line === winner && i === 0 ? full : reduced));
    // D: "A line's allowed amount is never more than its charge".
    const { charge } = line;
    const isCapped = charge !== undefined && charge >= 0n && charge < sum(units);
    // C: "charge, where that is less; else mppr, where a unit is reduced".
    const basis = isCapped ? "charge" : units.some((unit) => unit < full) ? "mppr" : "fee-schedule";
    return { id: line.id, allowed: isCapped ? charge : sum(units), basis, units };
  });
  return {
    lines: answer.map((line) => ({ id: line.id, allowed: show(line.allowed), basis: line.basis, units: line.units.map(show) })),
    total: show(sum(answer.map((line) => line.allowed))),
    // C: "A code without a fee is unpriced".
    unpriced: unique(lines.filter((line) => !(line.code in fees)).map((line) => line.code)),
  };
}

// ---------------------------------------------------------------- eligibility

const ELIGIBILITY = object({
  date,
  asOf: date,
  "policy?": POLICY,
  entries: list(ENTRY),
  amounts: list(object({ serviceType: oneOf(...TYPES), kind: oneOf("used", "remaining"), amount: money, "from?": date, "to?": date, segment: text })),
});

/** `reported`: true and false where the contract makes it clear whether there are notices, else null. */
export function otherUsedFromEligibility(request) {
  const { date: day, asOf, amounts, entries, policy = {} } = ELIGIBILITY(request, "");
  const year = yearOf(day);
  // A figure of another calendar year says nothing about this one; without a period it is taken as this year's.
  const ofYear = amounts.filter((a) => (a.from === undefined || yearOf(a.from) <= year) && (a.to === undefined || yearOf(a.to) >= year));
  const last = new Map(entries.map((entry, i) => [entry.id === undefined ? i : `id ${entry.id}`, entry]));
  // D: "Spend under a Medicare Advantage plan is not Part B spend".
  const ours = [...last.values()].filter(
    (e) =>
      yearOf(e.date) === year &&
      (e.status ?? "adjudicated") === "adjudicated" &&
      (e.program ?? PART_B.program) === PART_B.program &&
      (e.posted ?? e.date) <= asOf,
  );
  const otherUsed = {};
  let negative = false,
    clear = ofYear.length === amounts.length && yearOf(asOf) === year;
  for (const type of TYPES) {
    const found = ofYear.filter((a) => a.serviceType === type);
    if (found.length === 0) {
      clear = false;
      continue;
    }
    const spent = found.map(({ kind, amount }) => {
      if (kind === "used") return amount;
      const known = amountsOf(year, policy) ?? fail("unknown-year", "date");
      return known.kx[type] - amount;
    });
    // Which of two figures that differ is right is not said; they are not made on purpose.
    const result = spent[0] - sum(ours.filter((e) => e.serviceType === type).map((e) => e.allowed));
    if (new Set(spent).size > 1) clear = false;
    if (result < 0n) negative = true;
    otherUsed[type] = show(result < 0n ? 0n : result);
  }
  return { otherUsed, asOf, reported: negative ? true : clear ? false : null };
}

// ---------------------------------------------------------------- audit

const { "date?": _, ...LINE } = LINE_FIELDS;
const isDeclined = ({ kxDeclined, kxDeclinedBecause }) => (kxDeclined ?? kxDeclinedBecause) !== undefined;
const AUDIT_LINE = object({
  ...LINE,
  id: text,
  date,
  allowed: money,
  "serviceType?": oneOf(...TYPES),
  "status?": oneOf("adjudicated", "pending", "void"),
  "posted?": date,
  "claim?": text,
  // C: "Five modifiers are a finding here, not an error."
  "modifiers?": MODIFIERS,
});
const AUDIT = object({ lines: list(AUDIT_LINE), "otherUsed?": record(perType(money)), "policy?": POLICY });
/** On Medicare's list on the line's day, or on the host's. */
function isListed(line, type, policy) {
  const [added, removed] = [policy.addCodes, policy.removeCodes].map((codes) => (codes?.[type] ?? []).includes(line.code));
  return (added && !removed) || (CMS.has(line.code) && isInEffect(CMS.get(line.code), line.date));
}
const PLANS = { GP: "PT/SLP", GN: "PT/SLP", GO: "OT" };

/** C: "a line with an `allowed` below zero: it takes an earlier payment back", and the payments "that it takes back wholly". */
function takenBack(running) {
  const withdrawn = new Set(),
    alike = new Map();
  for (const one of running.filter(({ applies }) => applies)) {
    const { line, mods, bucket } = one;
    const isBack = line.allowed < 0n;
    if (isBack) withdrawn.add(one);
    if (line.claim === undefined || (line.status ?? "adjudicated") !== "adjudicated") continue;
    const key = JSON.stringify([bucket, line.claim, line.date, line.code, mods, show(isBack ? -line.allowed : line.allowed)]);
    // C: "Of several that are alike none is".
    const open = alike.get(key) ?? null;
    if (!isBack) alike.set(key, open === null ? one : "several");
    else if (open !== null && open !== "several") {
      withdrawn.add(open);
      alike.delete(key);
    }
  }
  return withdrawn;
}

/** `findings` are those the contract leaves no doubt about; `anyFinding`: ids of lines that must have some finding, `severalReasons` those
 *  of them that are not applicable for more than one reason. */
export function audit(request) {
  const { lines, otherUsed = {}, policy = {} } = AUDIT(request, "");
  const crossingLine = policy.crossingLine ?? "suggest";
  // C: "Lines run by `posted` or else `date`, then in the order given".
  const order = (line) => line.posted ?? line.date;
  const running = [...lines].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const left = new Map();
  const judged = running.map((line) => {
    const mods = line.modifiers ?? [],
      plans = unique(mods.filter((m) => m in PLANS)),
      year = yearOf(line.date);
    const type = line.serviceType ?? (plans.length === 1 ? PLANS[plans[0]] : null);
    const amounts = amountsOf(year, policy),
      therapy = isListed(line, type, policy);
    const one = { line, mods, type, year, therapy, known: amounts !== null, kx: mods.includes("KX"), bucket: `${year}/${type}` };
    // D: "GA, GZ or GY on a line *without* KX is a decision already made".
    one.decided = !one.kx && mods.some((m) => ["GA", "GZ", "GY"].includes(m));
    // D: "whether KX is on it is unknown, never "missing"".
    one.unseen = !one.kx && mods.includes("99");
    if (type === null || !therapy || line.status === "void" || !amounts) return { ...one, applies: false, before: null, after: null, standing: null };
    const before = left.get(one.bucket) ?? amounts.kx[type] - (otherUsed[year]?.[type] ?? 0n),
      after = before - line.allowed;
    left.set(one.bucket, after);
    const standing = before <= 0n ? "reached" : line.allowed > before ? "crosses" : line.allowed === before ? "lands" : "below";
    return { ...one, applies: true, before, after, standing, threshold: amounts.kx[type], others: otherUsed[year]?.[type] ?? 0n };
  });
  // C: "judged like any other, but for `policy.reversals` "pair"".
  const pairs = policy.reversals === "pair";
  const withdrawn = pairs ? takenBack(judged) : new Set();
  // C: "whole-bucket": once one line of a bucket is due, all of that bucket are"; condition threshold-reached is "also met by a crossing
  // line under crossingLine "apply"".
  const due = (one) => !one.decided && !withdrawn.has(one) && (one.standing === "reached" || (one.standing === "crosses" && crossingLine === "apply"));
  const claimOf = (one) => (one.line.claim === undefined ? null : `${one.bucket}/${one.line.claim}`);
  const whole = new Set(policy.mixedClaim === "whole-bucket" ? judged.filter((one) => one.applies && due(one)).map(claimOf) : []);
  whole.delete(null);
  const findings = [],
    anyFinding = [],
    severalReasons = [];
  const out = judged.map((one) => {
    const { line, mods, standing } = one;
    const say = (when, finding) => {
      if (when) findings.push({ id: line.id, code: finding, severity: SEVERITY[finding] ?? null });
    };
    const forced = one.applies && whole.has(claimOf(one));
    const back = withdrawn.has(one);
    // C: "crossing = a crossing line without KX", also where another line of its claim makes it due.
    const kx =
      !one.applies || one.unseen || back
        ? "not-applicable"
        : one.decided
          ? "correct"
          : !one.kx && (standing === "reached" || (forced && standing !== "crosses"))
            ? "missing"
            : one.kx && standing === "below" && !forced
              ? "early"
              : !one.kx && standing === "crosses"
                ? "crossing"
                : "correct";
    say(kx === "missing", "missing-kx");
    say(kx === "early", "early-kx");
    say(kx === "crossing" && crossingLine !== "ignore", "crossing-without-kx");
    const isAsked = kx === "missing" || (kx === "crossing" && crossingLine !== "ignore");
    say(isAsked && line.status === "pending" && mods.length >= 4, "no-modifier-place");
    say(!one.known, "unknown-year");
    const inEffect = !CMS.has(line.code) || isInEffect(CMS.get(line.code), line.date);
    say(!one.therapy && inEffect, "not-therapy");
    say(!one.therapy && !inEffect, "code-not-in-effect");
    say(back, "reversal");
    const judgedAtAll = one.applies && !back;
    say(mods.length > 4 && !back, "too-many-modifiers");
    say(judgedAtAll && one.kx && mods.some((m) => ["GA", "GZ", "GY"].includes(m)), "opposing-modifier");
    say(judgedAtAll && one.decided, "billed-as-not-necessary");
    say(judgedAtAll && mods.includes("99"), "modifiers-in-note");
    say(kx === "missing" && isDeclined(line), "kx-declined");
    say(judgedAtAll && one.kx && isDeclined(line), "kx-declined-present");
    say(judgedAtAll && new Set(mods).size < mods.length, "repeated-modifier");
    if (!one.applies) anyFinding.push(line.id);
    if ([one.type === null, !one.therapy, !one.known, line.status === "void"].filter(Boolean).length > 1) severalReasons.push(line.id);
    return {
      id: line.id,
      serviceType: one.type,
      before: one.before === null ? null : show(one.before),
      after: one.after === null ? null : show(one.after),
      standing,
      kx,
    };
  });
  const buckets = unique(judged.filter((one) => one.applies).map((one) => one.bucket));
  const totals = buckets.map((bucket) => {
    const own = judged.filter((one) => one.applies && one.bucket === bucket);
    // C: "date of the line after which remaining is ≤ 0 (the first line where it was so before); with "pair" of the line since which it has
    // been so, and null where something remains".
    const last = own.findLastIndex((one) => one.after > 0n);
    const reached = pairs ? own[last + 1] : own.find((one) => one.before <= 0n || one.after <= 0n);
    return {
      year: Number(own[0].year),
      serviceType: own[0].type,
      allowed: show(sum(own.map((one) => one.line.allowed))),
      withKx: show(sum(own.filter((one) => one.kx).map((one) => one.line.allowed))),
      threshold: show(own[0].threshold),
      remaining: show(own.at(-1).after),
      reachedOn: reached?.line.date ?? null,
      // C: "the day that orders this line, its `posted` or else its date".
      reachedAt: reached ? (reached.line.posted ?? reached.line.date) : null,
      // C: "where remaining would have been above 0 after that line without". The sentence itself is left out.
      isNoted: reached !== undefined && reached.after + reached.others > 0n,
    };
  });
  return { lines: out, findings, anyFinding, severalReasons, totals };
}

// ---------------------------------------------------------------- comparative billing

const COMPARATIVE = object({
  lines: list(object({ code, "modifiers?": MODIFIERS })),
  "codes?": list(code),
  peers: list(
    object({
      scope: oneOf("state", "jurisdiction", "nation"),
      label: text,
      codes: record((value, path) =>
        (isObject(value) && "proportion" in value ? object({ proportion: number }) : object({ kx: number, total: number }))(value, path),
      ),
    }),
  ),
});
/** The 0.95 quantile of chi-square with one degree of freedom: the square of the normal distribution's 0.975 quantile. */
const CRITICAL = 1.959963984540054 ** 2;

export function compareBilling(request) {
  const { lines, codes = ["97110", "97112", "97140", "97530"], peers } = COMPARATIVE(request, "");
  return {
    rows: codes.map((one) => {
      const own = lines.filter((line) => line.code === one),
        n = own.length,
        k = own.filter((line) => line.modifiers?.includes("KX")).length;
      const compared = peers.map(({ scope, label, codes: figures }) => {
        const peer = figures[one];
        const counted = peer !== undefined && peer.proportion === undefined;
        const proportion = peer === undefined ? null : !counted ? peer.proportion : peer.total === 0 ? null : peer.kx / peer.total;
        const seen = { scope, label, lines: counted ? peer.total : null, kxLines: counted ? peer.kx : null, proportion };
        if (n === 0 || proportion === null) return { ...seen, comparison: "N/A" };
        const higher = counted ? BigInt(k) * BigInt(peer.total) > BigInt(peer.kx) * BigInt(n) : k / n > proportion;
        if (!higher) return { ...seen, comparison: "Does Not Exceed" };
        return { ...seen, comparison: counted && significant(k, n - k, peer.kx, peer.total - peer.kx) ? "Significantly Higher" : "Higher" };
      });
      return { code: one, lines: n, kxLines: k, proportion: n === 0 ? null : k / n, peers: compared };
    }),
  };
}

/** C: "Pearson's chi-square, one degree of freedom, no continuity correction, alpha 0.05". */
function significant(a, b, c, d) {
  const all = a + b + c + d,
    rows = [a + b, c + d],
    columns = [a + c, b + d];
  const expected = rows.map((row) => columns.map((column) => (row * column) / all)),
    observed = [
      [a, b],
      [c, d],
    ];
  // Exact in integers, so that an expected count of 5 is not 4.999…: C: "where an expected count is below 5".
  if (rows.some((row) => columns.some((column) => BigInt(row) * BigInt(column) < 5n * BigInt(all)))) return false;
  const statistic = expected.flatMap((row, i) => row.map((e, j) => (observed[i][j] - e) ** 2 / e)).reduce((x, y) => x + y, 0);
  return statistic >= CRITICAL;
}
