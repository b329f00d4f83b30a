// What the practice expects to be allowed for the lines of a day, from its own fees.
import type { Money, estimateAllowed } from "kx-modifier";
import type { Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import { count, type Line } from "./visit.js";

/** What is expected, and what that is told by. */
export type Estimate = { allowed: Money; basis: ReturnType<typeof estimateAllowed>["lines"][number]["basis"] };

/** By line; a line whose code has no fee says so. */
export type Expected = ReadonlyMap<string, Estimate | "no fee">;

/** All lines that are furnished go together: a second procedure lowers the first one's practice expense or its own. Nothing is expected where
 *  nothing estimates. */
export function expectedOf(kx: Functions, lines: readonly Line[], { fees, chargeOf }: Pick<Practice, "fees" | "chargeOf">): Expected {
  if (!kx.estimateAllowed) return new Map();
  const furnished = lines.filter(({ section, done, units }) => (section === "treatment" || done) && units !== "");
  const asked = furnished.map(({ id, code, units }) => {
    const line = { code, units: count(units) };
    const charge = chargeOf?.(line);
    return { id, ...line, ...(charge === undefined ? {} : { charge }) };
  });
  const { lines: priced, unpriced } = kx.estimateAllowed({ lines: asked, fees });
  return new Map<string, Estimate | "no fee">([
    ...furnished.filter(({ code }) => unpriced.includes(code)).map(({ id }) => [id, "no fee"] as const),
    ...priced.map(({ id, allowed, basis }) => [id, { allowed, basis }] as const),
  ]);
}
