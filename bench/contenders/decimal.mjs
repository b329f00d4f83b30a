// By hand again, the amounts by a library: big.js or decimal.js, which have the same methods.
import { BUCKET, CODES_OT, CODES_PT_SLP, THRESHOLD } from "../cases/tables.mjs";
import { build } from "./answer.mjs";

export function decideWith(Decimal) {
  const ZERO = new Decimal(0),
    LISTS = [new Set(CODES_PT_SLP), new Set(CODES_OT)];
  const dollars = (amount) => {
    const text = amount.toFixed(2);
    return text[0] === "-" ? `-$${text.slice(1)}` : `$${text}`;
  };
  const bucketOf = (discipline) => {
    const name = BUCKET[discipline];
    return name === undefined ? -1 : name === "OT" ? 1 : 0;
  };
  return function decide(c) {
    const year = c.date.slice(0, 4),
      threshold = THRESHOLD[year];
    let ptSlp = ZERO,
      ot = ZERO;
    for (const row of c.ledger) {
      const bucket = bucketOf(row.discipline);
      if (bucket < 0 || !row.date.startsWith(year)) continue;
      if (bucket === 0) ptSlp = ptSlp.plus(row.allowed);
      else ot = ot.plus(row.allowed);
    }
    const given = c.precomputed;
    const left = [
      given.ptSlp !== null ? new Decimal(given.ptSlp) : threshold === undefined ? null : new Decimal(threshold).minus(ptSlp).minus(c.otherUsed.ptSlp),
      given.ot !== null ? new Decimal(given.ot) : threshold === undefined ? null : new Decimal(threshold).minus(ot).minus(c.otherUsed.ot),
    ];
    const bucket = bucketOf(c.discipline);
    let bits = 0;
    if (c.coverage.payer === "medicare" && c.coverage.outpatientTherapy) bits |= 1;
    if (c.preference.autoApplyKx) bits |= 2;
    if (bucket >= 0) {
      bits |= 4;
      if (LISTS[bucket].has(c.line.cpt)) bits |= 8;
      const own = left[bucket];
      if (own?.lte(0)) bits |= 32;
    }
    if (threshold !== undefined) bits |= 16;
    if (!c.line.modifiers.includes("KX")) bits |= 64;
    const supplied = bucket >= 0 && (bucket === 0 ? given.ptSlp : given.ot) !== null;
    return build(
      c,
      bits,
      bucket,
      year,
      threshold,
      left.map((amount) => (amount === null ? null : dollars(amount))),
      supplied,
    );
  };
}
