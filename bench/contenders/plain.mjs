// What a careful person writes by hand: whole cents, amounts looked at before they are trusted, one pass over the ledger. It is what all
// ratios are to, so it is kept quick: whoever changes it measures it beside its forerunner.
import { BUCKET, CODES_OT, CODES_PT_SLP, THRESHOLD } from "../cases/tables.mjs";
import { build } from "./answer.mjs";

const LISTS = [new Set(CODES_PT_SLP), new Set(CODES_OT)];
const BUCKETS = new Map(Object.entries(BUCKET).map(([discipline, name]) => [discipline, name === "OT" ? 1 : 0]));

/** Cents of "-1234.50". Digit by digit: it is quicker than a regular expression, and nothing but digits passes. */
export function cents(text) {
  let i = 0,
    negative = false,
    value = 0;
  const n = text.length;
  if (text.charCodeAt(0) === 45) {
    negative = true;
    i = 1;
  }
  if (n - i < 4 || n - i > 14 || text.charCodeAt(n - 3) !== 46) throw new Error(`bad money: ${text}`);
  for (; i < n; i++) {
    if (i === n - 3) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) throw new Error(`bad money: ${text}`);
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

const THRESHOLDS = new Map(Object.entries(THRESHOLD).map(([year, amount]) => [year, cents(amount)]));

export function dollars(value) {
  const a = value < 0 ? -value : value,
    q = Math.floor(a / 100),
    r = a - q * 100;
  return (value < 0 ? "-$" : "$") + q + (r < 10 ? ".0" : ".") + r;
}

/** What the ledger has used of both buckets in a year. */
export function used(ledger, year) {
  let ptSlp = 0,
    ot = 0;
  for (let i = 0; i < ledger.length; i++) {
    const row = ledger[i];
    const bucket = BUCKETS.get(row.discipline);
    if (bucket === undefined || !row.date.startsWith(year)) continue;
    if (bucket === 0) ptSlp += cents(row.allowed);
    else ot += cents(row.allowed);
  }
  return [ptSlp, ot];
}

export function decide(c) {
  const year = c.date.slice(0, 4);
  const sums = used(c.ledger, year);
  const threshold = THRESHOLDS.get(year),
    given = c.precomputed;
  const left = [
    given.ptSlp !== null ? cents(given.ptSlp) : threshold === undefined ? null : threshold - sums[0] - cents(c.otherUsed.ptSlp),
    given.ot !== null ? cents(given.ot) : threshold === undefined ? null : threshold - sums[1] - cents(c.otherUsed.ot),
  ];
  const found = BUCKETS.get(c.discipline),
    bucket = found === undefined ? -1 : found;
  let bits = 0;
  if (c.coverage.payer === "medicare" && c.coverage.outpatientTherapy) bits |= 1;
  if (c.preference.autoApplyKx) bits |= 2;
  if (bucket >= 0) {
    bits |= 4;
    if (LISTS[bucket].has(c.line.cpt)) bits |= 8;
    const own = left[bucket];
    if (own !== null && own <= 0) bits |= 32;
  }
  if (threshold !== undefined) bits |= 16;
  if (!c.line.modifiers.includes("KX")) bits |= 64;
  const supplied = bucket >= 0 && (bucket === 0 ? given.ptSlp : given.ot) !== null;
  return build(c, bits, bucket, year, THRESHOLD[year], [left[0] === null ? null : dollars(left[0]), left[1] === null ? null : dollars(left[1])], supplied);
}

/** One open appointment, as quick as it can be made by hand: what is left is kept for each year, so that a line costs only the line. */
export class Session {
  constructor(c) {
    this.c = c;
    this.benefits = c.coverage.payer === "medicare" && c.coverage.outpatientTherapy;
    this.years = new Map();
  }

  #left(year) {
    let kept = this.years.get(year);
    if (kept !== undefined) return kept;
    const { ledger, otherUsed, precomputed: given } = this.c;
    const [ptSlp, ot] = used(ledger, year);
    const threshold = THRESHOLDS.get(year);
    kept = {
      known: threshold !== undefined,
      // NaN is "not known": no comparison with it holds.
      ptSlp: given.ptSlp !== null ? cents(given.ptSlp) : threshold === undefined ? Number.NaN : threshold - ptSlp - cents(otherUsed.ptSlp),
      ot: given.ot !== null ? cents(given.ot) : threshold === undefined ? Number.NaN : threshold - ot - cents(otherUsed.ot),
    };
    this.years.set(year, kept);
    return kept;
  }

  decide(c) {
    const year = c.date.slice(0, 4),
      { known, ptSlp, ot } = this.#left(year);
    const bucket = BUCKETS.get(c.discipline) ?? -1;
    let bits = 0;
    if (this.benefits) bits |= 1;
    if (this.c.preference.autoApplyKx) bits |= 2;
    if (known) bits |= 16;
    if (!c.line.modifiers.includes("KX")) bits |= 64;
    if (bucket >= 0) {
      bits |= 4;
      if (LISTS[bucket].has(c.line.cpt)) bits |= 8;
      if ((bucket === 0 ? ptSlp : ot) <= 0) bits |= 32;
    }
    const given = this.c.precomputed;
    const supplied = bucket >= 0 && (bucket === 0 ? given.ptSlp : given.ot) !== null;
    const text = (amount) => (Number.isNaN(amount) ? null : dollars(amount));
    return build(c, bits, bucket, year, THRESHOLD[year], [text(ptSlp), text(ot)], supplied);
  }
}

/** One case a line in, one answer a line out. */
export function decideNdjson(bytes) {
  const lines = new TextDecoder().decode(bytes).split("\n");
  let out = "";
  for (const line of lines) if (line) out += `${JSON.stringify(decide(JSON.parse(line)))}\n`;
  return new TextEncoder().encode(out);
}
