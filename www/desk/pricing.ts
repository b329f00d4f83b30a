// What the practice expects to be allowed for the lines of a day, from its own fees.
import { estimateAllowed, type Money } from "kx-modifier";
import type { Fees } from "./chart.js";
import { count, type Line } from "./visit.js";

/** By line; a line whose code has no fee says so. */
export type Expected = ReadonlyMap<string, Money | "no fee">;

/** All lines that are furnished go together: a second procedure lowers the first one's practice expense or its own. */
export function expectedOf(lines: readonly Line[], fees: Fees): Expected {
  const furnished = lines.filter(({ section, done, units }) => (section === "treatment" || done) && units !== "");
  const { lines: priced, unpriced } = estimateAllowed({ lines: furnished.map(({ id, code, units }) => ({ id, code, units: count(units) })), fees });
  return new Map([
    ...furnished.filter(({ code }) => unpriced.includes(code)).map(({ id }) => [id, "no fee"] as const),
    ...priced.map(({ id, allowed }) => [id, allowed] as const),
  ]);
}
