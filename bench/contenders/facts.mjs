// Sums and amounts for the engines that cannot add up a ledger: reckoned by hand in whole cents, which is the quickest they can be given.
import { BUCKET, THRESHOLD } from "../cases/tables.mjs";
import { cents, dollars, used } from "./plain.mjs";

export function factsOf(c) {
  const year = c.date.slice(0, 4),
    named = THRESHOLD[year],
    threshold = named === undefined ? null : cents(named);
  const name = BUCKET[c.discipline],
    bucket = name === undefined ? -1 : name === "OT" ? 1 : 0;
  const [ptSlp, ot] = used(c.ledger, year),
    given = c.precomputed;
  const left = [
    given.ptSlp !== null ? cents(given.ptSlp) : threshold === null ? null : threshold - ptSlp - cents(c.otherUsed.ptSlp),
    given.ot !== null ? cents(given.ot) : threshold === null ? null : threshold - ot - cents(c.otherUsed.ot),
  ];
  return { year, named, threshold, bucket, left, supplied: bucket >= 0 && (bucket === 0 ? given.ptSlp : given.ot) !== null };
}

export const texts = (left) => left.map((amount) => (amount === null ? null : dollars(amount)));
