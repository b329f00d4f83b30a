// What the practice expects to be allowed for the lines of a day, from its own fees.
import type { Money } from "kx-modifier";
import type { Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import { count, type Line } from "./visit.js";

/** By line; a line whose code has no fee says so. */
export type Expected = ReadonlyMap<string, Money | "no fee">;

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
  return new Map([
    ...furnished.filter(({ code }) => unpriced.includes(code)).map(({ id }) => [id, "no fee"] as const),
    ...priced.map(({ id, allowed }) => [id, allowed] as const),
  ]);
}
