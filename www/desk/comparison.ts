// The practice's own lines beside those of its peers.
import { compareBilling, type ComparativeBillingRequest } from "kx-modifier";
import type { Chart } from "./chart.js";

export type Comparison = ReturnType<typeof compareBilling>["rows"];

/** A file holds a request without its lines, or the list of peers alone. Whether it is one, the core says. */
export function compareWith(file: unknown, charts: readonly Chart[]): Comparison {
  const ownLines = charts.flatMap(({ billed }) => billed).map(({ code, modifiers = [] }) => ({ code, modifiers }));
  const wanted = typeof file === "object" && file !== null && !Array.isArray(file) ? file : { peers: file };
  return compareBilling({ ...(wanted as Omit<ComparativeBillingRequest, "lines">), lines: ownLines }).rows;
}
